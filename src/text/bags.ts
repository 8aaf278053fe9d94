/** Words and grams as numbers with counts, and how alike two such heaps are. */
import { damped, type Pack, type Span } from './packing.ts'

/** Term number → how often. */
export type Counts = ReadonlyMap<number, number>
/** What the terms weigh now; `changes` goes up with every entry that comes or goes. */
export interface Weights {
  readonly changes: number
  idf(term: number): number
  /** Of a term that no entry has. */
  readonly unknownIdf: number
}

export const add = (counts: Map<number, number>, term: number, by: number) =>
  counts.set(term, (counts.get(term) ?? 0) + by)

/** The terms of a phrasing, packed: what is gone through for every query. Their weights in the pack are damped counts. */
export class Bag implements Span {
  readonly pack: Pack
  readonly start: number
  readonly end: number
  /** Length and sum of the weighed terms, kept until an entry comes or goes. */
  norm = 0
  mass = 0
  #weighedAt = -1

  constructor(pack: Pack, { start, end }: Span) {
    this.pack = pack
    this.start = start
    this.end = end
  }
  weigh(weights: Weights) {
    if (this.#weighedAt === weights.changes) return
    const { terms, weights: counts } = this.pack
    let square = 0
    let mass = 0
    for (let at = this.start; at < this.end; at++) {
      const weight = weights.idf(terms[at] ?? 0) * (counts[at] ?? 1)
      square += weight * weight
      mass += weight
    }
    this.norm = Math.sqrt(square)
    this.mass = mass
    this.#weighedAt = weights.changes
  }
  has(term: number): boolean {
    const at = this.pack.terms.indexOf(term, this.start)
    return at >= 0 && at < this.end
  }
}

export interface Likeness {
  readonly cosine: number
  /** Share of the query that the bag has too, and the other way round. */
  readonly covered: number
  readonly back: number
  /** How many terms are in both. */
  readonly shared: number
}

/** A query's terms, weighed once and laid out by number, so that many bags can be compared with it. */
export class Asked {
  readonly #weights: Weights
  /** By term: its weight in the query. */
  readonly #asked: ReadonlyMap<number, number>
  /** Of the whole query, terms unknown to the index included. */
  readonly #norm: number
  readonly #mass: number
  /** Marks by the last bits of the terms: most terms of a bag are passed over by it. */
  readonly #sieve = new Uint8Array(4096)

  constructor(weights: Weights, counts: Counts, unknown: number) {
    const asked = new Map<number, number>()
    let square = unknown * weights.unknownIdf ** 2
    let mass = unknown * weights.unknownIdf
    for (const [term, count] of counts) {
      const weight = weights.idf(term) * damped(count)
      asked.set(term, weight)
      this.#sieve[term & 4095] = 1
      square += weight ** 2
      mass += weight
    }
    this.#weights = weights
    this.#asked = asked
    this.#norm = Math.sqrt(square)
    this.#mass = mass
  }

  with(bag: Bag): Likeness {
    bag.weigh(this.#weights)
    const { terms, weights: counts } = bag.pack
    const sieve = this.#sieve
    let dot = 0
    let covered = 0
    let back = 0
    let shared = 0
    for (let at = bag.start; at < bag.end; at++) {
      const term = terms[at] ?? 0
      if (sieve[term & 4095] === 0) continue
      const asked = this.#asked.get(term)
      if (asked === undefined) continue
      const weight = this.#weights.idf(term) * (counts[at] ?? 1)
      dot += weight * asked
      covered += asked
      back += weight
      shared++
    }
    return {
      cosine: dot === 0 ? 0 : dot / (bag.norm * this.#norm),
      covered: this.#mass === 0 ? 0 : covered / this.#mass,
      back: bag.mass === 0 ? 0 : back / bag.mass,
      shared,
    }
  }
}
