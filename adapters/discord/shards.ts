/** Which connections stand, since when one is away, and how it came back. */
import { type Client, Events } from 'discord.js'

/** Connections are changed now and then as a matter of course; what is shorter is no outage. */
const outageMs = 60_000

type Back = (gap: { readonly from: number; readonly to: number; readonly resumed: boolean }) => void

export class Shards {
  readonly #now: () => number
  readonly #back: Back
  /** Shard → since when it is away. */
  readonly #away = new Map<number, number>()
  constructor(now: () => number, back: Back) {
    this.#now = now
    this.#back = back
  }

  watch(client: Client): void {
    const left = (shard: number) => {
      if (client.isReady() && !this.#away.has(shard)) this.#away.set(shard, this.#now())
    }
    client.on(Events.ShardReconnecting, left)
    client.on(Events.ShardDisconnect, (_event, shard) => left(shard))
    client.on(Events.ShardReady, (shard) => this.#here(shard, false))
    client.on(Events.ShardResume, (shard) => this.#here(shard, true))
  }
  /** Since when, epoch milliseconds, a connection is missing; undefined where all stand. */
  get awaySince(): number | undefined {
    return this.#away.size > 0 ? Math.min(...this.#away.values()) : undefined
  }
  get detail(): string {
    return [...this.#away.keys()].map((shard) => `shard ${shard}`).join(', ')
  }

  #here(shard: number, resumed: boolean): void {
    const from = this.#away.get(shard)
    this.#away.delete(shard)
    const to = this.#now()
    if (from !== undefined && to - from >= outageMs) this.#back({ from, to, resumed })
  }
}
