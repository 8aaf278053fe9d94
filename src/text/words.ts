/** Finds any of thousands of listed words in one pass (Aho and Corasick, 1975: "Efficient string matching"). */
import { normalise } from './normalise.ts'

interface FoundWord {
  /** The word as it was listed. */
  readonly word: string
  /** Its place in the list. */
  readonly index: number
  /** Where it is in the normalised text. */
  readonly start: number
  readonly end: number
}
export interface ListMatcher {
  /**
   * Every occurrence, by end and then length. A word that begins or ends with a Latin letter or a digit is found there
   * only at a word's edge, unless it was listed with a `*` at that end ("scam*").
   */
  find(text: string): FoundWord[]
  /** The same without an object for each: its place in the list and where it is. */
  each(text: string, visit: (index: number, start: number, end: number) => void): void
}

interface Pattern {
  readonly length: number
  readonly edges: { readonly start: boolean; readonly end: boolean }
}

/** Builds once, in time and memory linear in the list; `find` is linear in the text whatever the length of the list. */
export function listMatcher(words: readonly string[]): ListMatcher {
  const machine = new Automaton()
  const patterns = words.map((word, index) => {
    const core = normalise(word.replace(/^\*|\*$/g, '')).text
    if (core !== '') machine.add(core, index)
    const edges = {
      start: !word.startsWith('*') && joins(core, 0),
      end: !word.endsWith('*') && joins(core, core.length - 1),
    }
    return { length: core.length, edges }
  })
  machine.link()
  const each: ListMatcher['each'] = (text, visit) =>
    machine.scan(text, (index, end) => {
      const { length, edges } = patterns[index] as Pattern
      const start = end - length
      if (edges.start && joins(text, start - 1)) return
      if (edges.end && joins(text, end)) return
      visit(index, start, end)
    })
  const find = (text: string) => {
    const all: FoundWord[] = []
    each(text, (index, start, end) => all.push({ word: words[index] as string, index, start, end }))
    return all
  }
  return { find, each }
}

/** Whether the unit at `offset` is one that a Latin word or a number goes on with. */
function joins(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset)
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57)
}

/** States are numbers, 0 is the start; transitions are keyed by state and unit in one map. */
class Automaton {
  readonly #next = new Map<number, number>()
  readonly #parents: number[] = [0]
  readonly #units: number[] = [0]
  readonly #depths: number[] = [0]
  readonly #fails: number[] = [0]
  /** The nearest state on the way of fails where a word ends. */
  readonly #outputs: number[] = [0]
  readonly #ends: (number[] | undefined)[] = [undefined]
  /** Units that some word begins with: most of a text is passed over by them alone. */
  readonly #begins = new Uint8Array(0x10000)

  add(word: string, index: number) {
    let state = 0
    this.#begins[word.charCodeAt(0)] = 1
    for (let at = 0; at < word.length; at++) state = this.#child(state, word.charCodeAt(at))
    const ends = this.#ends[state]
    if (ends) ends.push(index)
    else this.#ends[state] = [index]
  }
  #child(state: number, unit: number): number {
    const key = state * 0x10000 + unit
    const known = this.#next.get(key)
    if (known !== undefined) return known
    const made = this.#parents.push(state) - 1
    this.#units.push(unit)
    this.#depths.push((this.#depths[state] ?? 0) + 1)
    this.#ends.push(undefined)
    this.#next.set(key, made)
    return made
  }
  /** Shallow states first, so that a state's fail is ready when it is needed. */
  link() {
    const order = this.#parents.map((_, state) => state).sort((a, b) => this.#depth(a) - this.#depth(b))
    for (const state of order) {
      if (state === 0) continue
      const parent = this.#parents[state] ?? 0
      const fail = parent === 0 ? 0 : this.#step(this.#fails[parent] ?? 0, this.#units[state] ?? 0)
      this.#fails[state] = fail
      this.#outputs[state] = this.#ends[fail] ? fail : (this.#outputs[fail] ?? 0)
    }
  }
  #depth = (state: number) => this.#depths[state] ?? 0
  #step(from: number, unit: number): number {
    let state = from
    for (;;) {
      const next = this.#next.get(state * 0x10000 + unit)
      if (next !== undefined) return next
      if (state === 0) return 0
      state = this.#fails[state] ?? 0
    }
  }
  scan(text: string, visit: (index: number, end: number) => void) {
    let state = 0
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at)
      if (state === 0 && this.#begins[unit] === 0) continue
      state = this.#step(state, unit)
      for (
        let out = this.#ends[state] ? state : (this.#outputs[state] ?? 0);
        out !== 0;
        out = this.#outputs[out] ?? 0
      ) {
        for (const index of this.#ends[out] ?? []) visit(index, at + 1)
      }
    }
  }
}
