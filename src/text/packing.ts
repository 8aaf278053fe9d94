/**
 * The numbers of one entry side by side in three arrays: an array of its own for each list of each phrasing costs ten
 * times what is in it.
 */
import { grown, type Tally } from './tally.ts'

export interface Pack {
  readonly terms: Uint32Array
  /** What each of `terms` counts. */
  readonly weights: Float32Array
  readonly concepts: Uint16Array
}
/** From where on and up to where in `terms` and `weights`. */
export interface Span {
  readonly start: number
  readonly end: number
}
/** A word said thrice is not three words. */
export const damped = (count: number) => (count > 1 ? 1 + Math.log(count) : count)

/** Lays out one entry after another; what is put between two `take`s makes one pack. */
export class Packer {
  #terms = new Uint32Array(1024)
  #weights = new Float32Array(1024)
  #concepts = new Uint16Array(1024)
  /** How much of `terms` is put, and of `concepts`. */
  size = 0
  conceptSize = 0

  term(place: number): number {
    return this.#terms[place] ?? 0
  }
  weight(place: number): number {
    return this.#weights[place] ?? 0
  }
  put(term: number, weight: number) {
    if (this.size === this.#terms.length) {
      this.#terms = grown(this.#terms, new Uint32Array(this.size * 2))
      this.#weights = grown(this.#weights, new Float32Array(this.size * 2))
    }
    this.#terms[this.size] = term
    this.#weights[this.size++] = weight
  }
  putConcept(concept: number) {
    if (this.conceptSize === this.#concepts.length)
      this.#concepts = grown(this.#concepts, new Uint16Array(this.conceptSize * 2))
    this.#concepts[this.conceptSize++] = concept
  }
  /** Each term of the tally once, its count damped. */
  putAll(tally: Tally): Span {
    const start = this.size
    for (let place = 0; place < tally.size; place++) this.put(tally.term(place), damped(tally.count(place)))
    return { start, end: this.size }
  }
  /** All that was put, and begins anew. */
  take(): Pack {
    const pack = {
      terms: this.#terms.slice(0, this.size),
      weights: this.#weights.slice(0, this.size),
      concepts: this.#concepts.slice(0, this.conceptSize),
    }
    this.size = 0
    this.conceptSize = 0
    return pack
  }
}
