/**
 * Weights by the hashes of features, two bytes each: a tag by which a feature is known, and its weight. A feature lies
 * in one of two places (as in cuckoo hashing, Pagh and Rodler, 2004, but none makes room for another), so one that was
 * never met weighs nothing: by chance it is taken for another once in some two hundred times, where a table without tags
 * would always do so.
 */

export class WeightTable {
  /** Tag and weight of each slot in turn; a tag of 0 is an empty slot. */
  readonly entries: Uint8Array
  readonly #slots: number
  readonly #weights: Int8Array

  constructor(entries: Uint8Array) {
    this.entries = entries
    this.#slots = entries.length / 2
    this.#weights = new Int8Array(entries.buffer, entries.byteOffset, entries.length)
  }
  /** -127 to 127; 0 where it is not known. */
  weightOf(hash: number): number {
    const tag = tagOf(hash)
    const first = slotOf(hash, this.#slots) * 2
    if (this.entries[first] === tag) return this.#weights[first + 1] as number
    const second = slotOf(other(hash), this.#slots) * 2
    return this.entries[second] === tag ? (this.#weights[second + 1] as number) : 0
  }
}

/** The low bits make the tag, the high ones the place. */
const tagOf = (hash: number) => hash & 255 || 255
const slotOf = (hash: number, slots: number) => ((hash >>> 0) * (slots / 2 ** 32)) | 0
const other = (hash: number) => Math.imul(hash, 0x9e3779b1)

export interface Weighed {
  readonly hash: number
  /** -127 to 127. */
  readonly weight: number
}
/** Who comes first gets a place; who finds both taken is left out. */
export function tableOf(slots: number, weighed: Iterable<Weighed>): { table: WeightTable; kept: number } {
  const entries = new Uint8Array(slots * 2)
  let kept = 0
  for (const { hash, weight } of weighed) {
    const tag = tagOf(hash)
    const places = [slotOf(hash, slots), slotOf(other(hash), slots)]
    if (places.some((place) => entries[place * 2] === tag)) continue
    const free = places.find((place) => entries[place * 2] === 0)
    if (free === undefined) continue
    entries[free * 2] = tag
    entries[free * 2 + 1] = weight & 255
    kept++
  }
  return { table: new WeightTable(entries), kept }
}
