/** Listed words, however they were dressed up. All lists are looked for in one pass, whatever their length. */
import { type ListMatcher, listMatcher } from '../../../text/words.ts'
import type { Config, WordList } from '../config.ts'
import type { Reading } from '../reading.ts'
import { combine, type Finding } from './finding.ts'

interface Compiled {
  readonly matcher: ListMatcher
  /** For each word of the matcher, the place of its list. */
  readonly listOf: readonly number[]
}
/** A word more than these adds nothing: a long advert is no surer than a short one. */
const mostWords = 3

export function words(config: Config, reading: Reading): Finding[] {
  if (config.words.length === 0) return []
  const { matcher, listOf } = compile(config.words)
  const found = new Map<number, Set<string>>()
  for (const text of [reading.normal.text, reading.joined])
    for (const hit of text === undefined ? [] : matcher.find(text)) {
      const list = listOf[hit.index] as number
      found.set(list, (found.get(list) ?? new Set()).add(hit.word))
    }
  return [...found].flatMap(([list, hits]) => finding(config.words[list] as WordList, hits, reading.strict))
}

function finding(list: WordList, hits: ReadonlySet<string>, newcomer: boolean): Finding[] {
  if (list.score === 0 || (list.reach === 'newcomers' && !newcomer)) return []
  const counted = [...hits].filter((word) => ![...hits].some((other) => other !== word && other.includes(word)))
  const score = combine(counted.slice(0, mostWords).map(() => ({ score: list.score })))
  const shown = counted
    .slice(0, mostWords)
    .map((word) => word.replaceAll('*', ''))
    .join(', ')
  return [{ name: 'words', score, found: `${list.name}: ${shown}`, ...(list.does && { does: list.does }) }]
}

const compiled = new WeakMap<readonly WordList[], Compiled>()
function compile(lists: readonly WordList[]): Compiled {
  const known = compiled.get(lists)
  if (known) return known
  const all = lists.flatMap((list, index) =>
    list.words.map((word) => ({
      index,
      word: list.match === 'substring' ? `*${word.replace(/^\*|\*$/g, '')}*` : word,
    })),
  )
  const made = { matcher: listMatcher(all.map(({ word }) => word)), listOf: all.map(({ index }) => index) }
  compiled.set(lists, made)
  return made
}
