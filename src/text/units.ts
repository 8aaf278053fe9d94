/** A text as the words it is compared by one for one, each with what it stands for. */
import { conceptsIn, conceptsOfStem, conceptsOfWord, no, phrasesIn, phraseToken } from './concepts/read.ts'
import { emptyChinese, weightOf } from './frames.ts'

/** One word of a text. */
export interface Unit {
  /** An English stem, a Chinese word, or a phrase of small words (`~12`). */
  readonly word: string
  /** 1 for a word that names a topic, less for common and small ones. */
  readonly weight: number
  /** Numbers of the concepts it may stand for. */
  readonly concepts: readonly number[]
}
/** What small words count that stand for something ("who", "another"). */
const small = 0.35
/** A no: it turns a question round, but names nothing. */
const faint = 0.15
const noes = new Set([no, ...'不 没 没有 未 别 无 不能 没法 无法 不会'.split(' ')])
const smallWeight = (word: string) => (noes.has(word) ? faint : small)

export interface Token {
  /** As written, lower case. */
  readonly token: string
  /** The stem of it without its contraction. */
  readonly root: string
  /** Whether it has no topic of its own. */
  readonly isEmpty: boolean
}

const none: readonly Unit[] = []

export function englishUnits(tokens: readonly Token[]): readonly Unit[] {
  if (tokens.length === 0) return none
  const { byPlace, loose } = phrasesOf(tokens)
  const units: Unit[] = []
  for (let at = 0; at < tokens.length; at++) {
    const { token, root, isEmpty } = tokens[at] as Token
    const word = phraseToken(token, root) === no ? no : root
    const own = conceptsOfStem(word)
    const names = word !== no && !isEmpty
    if (!names && own.length === 0) continue
    const extra = byPlace?.get(at)
    const concepts = extra ? [...new Set([...own, ...extra])] : own
    units.push({ word, weight: names ? weightOf(word) : smallWeight(word), concepts })
  }
  return loose.length > 0 ? [...units, ...loose] : units
}

/** What the words of phrases stand for together, by the places of those with a topic; phrases without one are units. */
function phrasesOf(tokens: readonly Token[]) {
  const row: string[] = []
  const places: number[] = []
  for (const [at, { token, root }] of tokens.entries()) {
    const known = phraseToken(token, root)
    if (known === undefined) continue
    row.push(known)
    places.push(at)
  }
  const phrases = phrasesIn(row)
  if (phrases.length === 0) return { byPlace: undefined, loose: none }
  const byPlace = new Map<number, number[]>()
  const loose: Unit[] = []
  for (const { concept, start, end } of phrases) {
    const inside = places.slice(start, end).filter((at) => !tokens[at]?.isEmpty)
    if (inside.length === 0) loose.push({ word: `~${concept}`, weight: 0.5, concepts: [concept] })
    for (const at of inside) byPlace.set(at, [...(byPlace.get(at) ?? []), concept])
  }
  return { byPlace, loose }
}

/** Adds those of `words`, as the segmenter cut `text`, one after another. */
export function addChineseUnits(text: string, words: readonly string[], units: Unit[]) {
  const found = conceptsIn(text)
  let end = 0
  for (const word of words) {
    const start = end
    end += word.length
    const near = found.filter((one) => one.start < end && one.end > start)
    const own = conceptsOfWord(word)
    const concepts = near.length > 0 ? [...new Set([...own, ...near.map(({ concept }) => concept)])] : own
    if (!emptyChinese.has(word)) units.push({ word, weight: weightOf(word), concepts })
    else if (concepts.length > 0) units.push({ word, weight: smallWeight(word), concepts })
  }
}
