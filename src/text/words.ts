/** Finds any of thousands of listed words in one pass (Aho and Corasick, 1975: "Efficient string matching"). */
import { Automaton } from './automaton.ts'
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
