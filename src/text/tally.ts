/** Counts terms one text after another without a table for each: emptying it costs nothing (Briggs and Torczon's sparse set, 1993). */
export class Tally {
  /** By term: where it may stand in the two below. */
  #places = new Uint32Array(4096)
  #terms = new Uint32Array(256)
  #counts = new Float64Array(256)
  size = 0

  clear() {
    this.size = 0
  }
  add(term: number, by: number) {
    const place = this.placeOf(term)
    this.#counts[place] = (this.#counts[place] ?? 0) + by
  }
  /** Takes the count for bits, and sets some. */
  mark(term: number, bits: number) {
    const place = this.placeOf(term)
    this.#counts[place] = (this.#counts[place] ?? 0) | bits
  }
  /** Where the term stands, put at the end with a count of 0 where it does not yet. */
  placeOf(term: number): number {
    if (term >= this.#places.length) this.#places = grown(this.#places, new Uint32Array(term * 2))
    const place = this.#places[term] ?? 0
    if (place < this.size && this.#terms[place] === term) return place
    if (this.size === this.#terms.length) {
      this.#terms = grown(this.#terms, new Uint32Array(this.size * 2))
      this.#counts = grown(this.#counts, new Float64Array(this.size * 2))
    }
    this.#places[term] = this.size
    this.#terms[this.size] = term
    this.#counts[this.size] = 0
    return this.size++
  }
  /** In the order in which they were first added. */
  term(place: number): number {
    return this.#terms[place] ?? 0
  }
  count(place: number): number {
    return this.#counts[place] ?? 0
  }
}

/** The same in a larger array. */
export function grown<A extends Uint32Array | Uint16Array | Float32Array | Float64Array>(from: A, into: A): A {
  into.set(from)
  return into
}
