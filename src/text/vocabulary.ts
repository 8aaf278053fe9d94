/** Numbers for all that entries are compared by: words, pieces of words, and what they stand for. */
import { conceptCount } from './concepts/read.ts'

export class Vocabulary {
  readonly #words = new Map<string, number>()
  /** By number, see `grams.ts`. */
  readonly #grams = new Map<number, number>()
  /** By concept, one more than its number. */
  readonly #concepts = new Int32Array(conceptCount)
  #size = 0

  word(text: string): number {
    const known = this.#words.get(text)
    if (known !== undefined) return known
    this.#words.set(text, this.#size)
    return this.#size++
  }
  gram(gram: number): number {
    const known = this.#grams.get(gram)
    if (known !== undefined) return known
    this.#grams.set(gram, this.#size)
    return this.#size++
  }
  /** The same term as the word `~12` that a phrase of small words is. */
  concept(concept: number): number {
    const known = this.#concepts[concept] ?? 0
    if (known > 0) return known - 1
    const made = this.word(`~${concept}`)
    this.#concepts[concept] = made + 1
    return made
  }
  knownWord(text: string): number | undefined {
    return this.#words.get(text)
  }
  knownGram(gram: number): number | undefined {
    return this.#grams.get(gram)
  }
  knownConcept(concept: number): number | undefined {
    const known = this.#concepts[concept] ?? 0
    return known > 0 ? known - 1 : this.#words.get(`~${concept}`)
  }
}
