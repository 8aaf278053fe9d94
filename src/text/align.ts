/** Word by word: which words of a question a phrasing has too, in the same words or in words that mean the same. */
import { conceptCount } from './concepts/read.ts'
import type { Pack, Span } from './packing.ts'

/** The words of a phrasing, packed; their weights say how much each names a topic, without its rarity. */
export interface Row extends Span {
  readonly pack: Pack
  /**
   * From there on in the pack: where the concepts of each word begin, counted from there, and where the last ones end;
   * then the concepts of all words, one word after another.
   */
  readonly concepts: number
}
/** Whether any word of the row may stand for a concept like this. */
export function someConcept({ pack, start, end, concepts: from }: Row, like: (concept: number) => boolean): boolean {
  const words = end - start
  const behind = from + (pack.concepts[from + words] ?? 0)
  for (let at = from + words + 1; at < behind; at++) if (like(pack.concepts[at] ?? 0)) return true
  return false
}
/** Words of a query behind this one are not aligned. */
const most = 30

/** How much of the mass of each side is met, in the same words and in like ones. Shares of 1. */
export interface Alignment {
  readonly same: number
  readonly like: number
  readonly sameBack: number
  readonly likeBack: number
  /** Bits of the words of the query that are met in the same words, and in like ones. */
  readonly sameBits: number
  readonly likeBits: number
  /** Mean of both sides, a like word for less than the same: by it the nearest phrasing is chosen. */
  readonly fit: number
  /** The heaviest word that the other side has not, of the query and of the phrasing: its weight. */
  readonly left: number
}
/** What a word that only means the same counts for. */
export const likeness = 0.75

/** A query made ready to be aligned with many phrasings. */
export class Aligner {
  readonly #bits = new Map<number, number>()
  readonly #masks = new Int32Array(conceptCount)
  readonly #weights: readonly number[]
  readonly total: number

  constructor(
    words: readonly { readonly term: number; readonly weight: number; readonly concepts: readonly number[] }[],
  ) {
    const kept = words.slice(0, most)
    for (const [at, { term, concepts }] of kept.entries()) {
      if (term >= 0) this.#bits.set(term, (this.#bits.get(term) ?? 0) | (1 << at))
      for (const concept of concepts) this.#masks[concept] = (this.#masks[concept] ?? 0) | (1 << at)
    }
    this.#weights = kept.map(({ weight }) => weight)
    this.total = this.#weights.reduce((sum, weight) => sum + weight, 0)
  }

  with(row: Row, index: { idf(term: number): number }): Alignment {
    const { terms, weights, concepts } = row.pack
    let sameBits = 0
    let likeBits = 0
    let mass = 0
    let same = 0
    let like = 0
    let left = 0
    for (let at = row.start; at < row.end; at++) {
      const term = terms[at] ?? 0
      const weight = (weights[at] ?? 0) * index.idf(term)
      mass += weight
      const bits = this.#bits.get(term)
      if (bits !== undefined) {
        sameBits |= bits
        same += weight
        continue
      }
      let mask = 0
      const from = row.concepts + at - row.start
      for (let place = concepts[from] ?? 0; place < (concepts[from + 1] ?? 0); place++)
        mask |= this.#masks[concepts[row.concepts + place] ?? 0] ?? 0
      if (mask === 0) {
        left = Math.max(left, weight)
        continue
      }
      likeBits |= mask
      like += weight
    }
    likeBits &= ~sameBits
    const all = mass || 1
    const ahead = { same: this.massOf(sameBits), like: this.massOf(likeBits) }
    const forward = ahead.same + likeness * ahead.like
    const back = (same + likeness * like) / all
    return {
      ...ahead,
      sameBack: same / all,
      likeBack: like / all,
      sameBits,
      likeBits,
      fit: forward + back === 0 ? 0 : (2 * forward * back) / (forward + back),
      left,
    }
  }
  /** Share of the query that the words of these bits make up. */
  massOf(bits: number): number {
    if (this.total === 0) return 0
    let sum = 0
    for (let at = 0; at < this.#weights.length; at++) if (bits & (1 << at)) sum += this.#weights[at] ?? 0
    return sum / this.total
  }
  /** The heaviest word of the query that is not among the bits. */
  heaviestBut(bits: number): number {
    let heaviest = 0
    for (let at = 0; at < this.#weights.length; at++)
      if (!(bits & (1 << at))) heaviest = Math.max(heaviest, this.#weights[at] ?? 0)
    return heaviest
  }
}
