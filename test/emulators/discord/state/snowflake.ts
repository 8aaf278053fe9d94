/** Discord's ids: milliseconds since 2015, 22 bits that tell ids of one millisecond apart. */
const epoch = 1_420_070_400_000n
const mask = 0x3fffffn

/** Ids that rise with time. Past times may be given, for accounts that are old. */
export function snowflakes(now: () => number): (at?: number) => string {
  let step = 0n
  return (at = now()) => {
    step = (step + 1n) & mask
    return String(((BigInt(Math.floor(at)) - epoch) << 22n) | step)
  }
}

/** When an id was minted, epoch milliseconds. */
export function mintedAt(id: string): number {
  return Number((BigInt(id) >> 22n) + epoch)
}

/** The shard that a guild belongs to, as Discord shares guilds out. */
export function shardOf(guild: string, shards: number): number {
  return Number((BigInt(guild) >> 22n) % BigInt(shards))
}

/** Older first; ids are compared as the numbers they are. */
export function byAge(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0)
}
