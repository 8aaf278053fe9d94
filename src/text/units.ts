/** A text as the words it is compared by one for one, each with what it stands for. */
import { conceptsIn, conceptsOfStem, conceptsOfWord, phrasesIn, phraseToken } from './concepts/read.ts'
import { emptyChinese, emptyWords, weightOf } from './frames.ts'

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
const noes = new Set(['not', ...'不 没 没有 未 别 无 不能 没法 无法 不会'.split(' ')])
const smallWeight = (word: string) => (noes.has(word) ? faint : small)

export interface Token {
  /** As written, lower case. */
  readonly token: string
  /** Without its contraction. */
  readonly bare: string
  /** The stem of that. */
  readonly root: string
}

export function englishUnits(tokens: readonly Token[]): Unit[] {
  const row: string[] = []
  const places: number[] = []
  for (const [at, { token, root }] of tokens.entries()) {
    const known = phraseToken(token, root)
    if (known === undefined) continue
    row.push(known)
    places.push(at)
  }
  const phrases = phrasesIn(row)
  const extra = new Map<number, number[]>()
  const loose: Unit[] = []
  for (const { concept, start, end } of phrases) {
    const inside = places.slice(start, end).filter((at) => !emptyWords.has(tokens[at]?.bare ?? ''))
    if (inside.length === 0) loose.push({ word: `~${concept}`, weight: 0.5, concepts: [concept] })
    for (const at of inside) extra.set(at, [...(extra.get(at) ?? []), concept])
  }
  const units = tokens.flatMap(({ token, bare, root }, at): Unit[] => {
    const word = phraseToken(token, root) === 'not' ? 'not' : root
    const own = conceptsOfStem(word)
    const concepts = extra.has(at) ? [...new Set([...own, ...(extra.get(at) ?? [])])] : own
    if (word !== 'not' && !emptyWords.has(bare)) return [{ word, weight: weightOf(word), concepts }]
    return own.length > 0 ? [{ word, weight: smallWeight(word), concepts }] : []
  })
  return [...units, ...loose]
}

/** `words` as the segmenter cut `text`, one after another. */
export function chineseUnits(text: string, words: readonly string[]): Unit[] {
  const found = conceptsIn(text)
  let start = 0
  return words.flatMap((word): Unit[] => {
    const from = start
    const end = start + word.length
    start = end
    const near = found.filter((one) => one.start < end && one.end > from).map(({ concept }) => concept)
    const concepts = [...new Set([...conceptsOfWord(word), ...near])]
    if (!emptyChinese.has(word)) return [{ word, weight: weightOf(word), concepts }]
    return concepts.length > 0 ? [{ word, weight: smallWeight(word), concepts }] : []
  })
}
