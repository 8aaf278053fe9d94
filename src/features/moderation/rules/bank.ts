/** All words that any rule looks for in one machine: 5,000 cost a message what 10 do. */
import { type ListMatcher, listMatcher } from '../../../text/words.ts'
import type { Reading } from '../reading.ts'
import type { List, Source } from './schema/sources.ts'

const starred = (word: string) => `*${word.replace(/^\*|\*$/g, '')}*`
export function wordsOf({ some, list }: Source, lists: Readonly<Record<string, List>>): readonly string[] {
  if (some) return some
  const named = lists[list ?? '']
  if (!named) return []
  return named.match === 'substring' ? named.words.map(starred) : named.words
}

export class WordBank {
  readonly #words: string[] = []
  /** For each word, which finder asked for it. */
  readonly #owners: number[] = []
  #matcher: ListMatcher | undefined
  readonly #known = new WeakMap<Reading, ReadonlyMap<number, string>>()
  #finders = 0

  /** A finder for one rule's words: the first of them that a text has, as listed. */
  finder(words: readonly string[]): (reading: Reading) => string | undefined {
    const owner = this.#finders++
    for (const word of words) {
      this.#words.push(word)
      this.#owners.push(owner)
    }
    return (reading) => this.#found(reading).get(owner)
  }
  #found(reading: Reading): ReadonlyMap<number, string> {
    const known = this.#known.get(reading)
    if (known) return known
    this.#matcher ??= listMatcher(this.#words)
    const found = new Map<number, string>()
    const visit = (index: number) => {
      const owner = this.#owners[index] as number
      if (!found.has(owner)) found.set(owner, (this.#words[index] as string).replaceAll('*', ''))
    }
    this.#matcher.each(reading.normal.text, visit)
    if (reading.joined !== undefined) this.#matcher.each(reading.joined, visit)
    this.#known.set(reading, found)
    return found
  }
}

/** Whether a text has a letter or digit that is in none of the words. */
export function beyond(words: readonly string[]): (reading: Reading) => boolean {
  const matcher = listMatcher(words)
  return ({ normal: { text } }) => {
    const covered = new Uint8Array(text.length)
    matcher.each(text, (_index, start, end) => covered.fill(1, start, end))
    for (let at = 0; at < text.length; at++) if (covered[at] === 0 && letter.test(text[at] as string)) return true
    return false
  }
}
const letter = /[\p{L}\p{N}]/u
