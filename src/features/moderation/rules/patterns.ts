/** Owners' regular expressions, run in linear time: none can hang the house, whatever is written in it. */
import { RE2JS } from 're2js'
import type { Reading } from '../reading.ts'
import { type List, patternLength, type Source } from './schema/sources.ts'

/** Texts are looked at so far: as long as the longest message of any platform we serve. */
const looked = 4000
/**
 * RE2's measure of a program. Patterns of this size took under 50 ms on the worst texts of 4000 letters that we found;
 * bounded repeats of large bounded repeats go far beyond it.
 */
const largest = 250
const flags = RE2JS.CASE_INSENSITIVE | RE2JS.DOTALL

export const patternsOf = ({ some, list }: Source, lists: Readonly<Record<string, List>>): readonly string[] =>
  some ?? lists[list ?? '']?.regexes ?? []

/** What is wrong with a pattern, or undefined. */
export function faultOf(
  pattern: string,
): { readonly key: 'regex' | 'regex.large'; readonly detail: string } | undefined {
  try {
    const { length } = pattern
    const size = length > patternLength ? Number.POSITIVE_INFINITY : RE2JS.compile(pattern, flags).programSize()
    return size > largest ? { key: 'regex.large', detail: String(largest) } : undefined
  } catch (error) {
    return { key: 'regex', detail: error instanceof Error ? error.message : String(error) }
  }
}

/**
 * The first of the patterns that the text matches, as it was written or as it reads undressed.
 * @throws RE2JSException where a pattern is none; `check` has said so before.
 */
export function patternFinder(patterns: readonly string[]): (reading: Reading) => string | undefined {
  const compiled = patterns.map((pattern) => RE2JS.compile(pattern, flags))
  return ({ said, normal }) => {
    const raw = said.text.slice(0, looked)
    const plain = normal.text.slice(0, looked)
    const at = compiled.findIndex((one) => one.test(raw) || (plain !== raw && one.test(plain)))
    return at < 0 ? undefined : shown(patterns[at] as string)
  }
}
const shown = (pattern: string) => (pattern.length > 40 ? `${pattern.slice(0, 39)}…` : pattern)
