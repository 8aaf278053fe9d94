/** A normalised text as the features it is compared by: Chinese, English, or both in one sentence. */
import { emptyChinese, emptyWords, framesOf, isNegated } from './frames.ts'
import { stem } from './stem.ts'
import { groupsIn, groupsOf } from './synonyms.ts'

export interface Segments {
  readonly text: string
  /** Content words: English stems, Chinese words. In order, repeated as written. */
  readonly words: readonly string[]
  /** Characters and pairs of characters of Chinese runs, runs of four of English words with their edges. */
  readonly grams: readonly string[]
  /** Synonym groups the text touches. */
  readonly groups: readonly string[]
  /** What kind of answer is wanted: "how", "when"; see `frames.ts`. */
  readonly frames: readonly string[]
  readonly negated: boolean
  /** The script most of it is written in. */
  readonly language: 'zh' | 'en'
}

const han = /\p{Script=Han}+/gu
const latin = /[a-z0-9]+(?:['’][a-z]+)?/g
const chinese = new Intl.Segmenter('zh', { granularity: 'word' })

/** All features; a few microseconds for an English message, tens for a Chinese one. */
export function segment(text: string): Segments {
  const runs = text.match(han) ?? []
  const tokens = text.match(latin) ?? []
  const english = tokens
    .map(bare)
    .filter((token) => !emptyWords.has(token))
    .map(stem)
  const cut = runs.flatMap(wordsOfRun)
  const hanLength = runs.reduce((sum, run) => sum + run.length, 0)
  return {
    text,
    words: [...english, ...cut.filter((word) => !emptyChinese.has(word))],
    grams: [...english.flatMap(gramsOfWord), ...runs.flatMap(gramsOfRun)],
    groups: [...new Set([...english.flatMap(groupsOf), ...(runs.length > 0 ? groupsIn(text) : [])])],
    frames: framesOf(text),
    negated: isNegated(text),
    language: hanLength * 2 > tokens.join('').length / 2 ? 'zh' : 'en',
  }
}

const bare = (token: string) => token.replace(/(?:n['’]t|['’].*)$/, '')

export interface ContentWord {
  /** As in `Segments.words`. */
  readonly word: string
  /** Where it stands in the text: UTF-16 units. */
  readonly start: number
  readonly end: number
}
/** The same words as in `Segments.words` with their places, in the order in which they stand in a normalised text. */
export function contentWords(text: string): ContentWord[] {
  const english = [...text.matchAll(latin)].flatMap(({ 0: token, index: start }) => {
    const word = bare(token)
    return emptyWords.has(word) ? [] : [{ word: stem(word), start, end: start + word.length }]
  })
  const cut = [...text.matchAll(han)].flatMap(({ 0: run, index }) =>
    [...chinese.segment(run)].flatMap(({ segment: word, index: at }) =>
      emptyChinese.has(word) ? [] : [{ word, start: index + at, end: index + at + word.length }],
    ),
  )
  return [...english, ...cut].sort((a, b) => a.start - b.start)
}

const wordsOfRun = (run: string) => [...chinese.segment(run)].map(({ segment: word }) => word)

/** `#ab`, `#a`: the mark keeps grams apart from words. */
function gramsOfRun(run: string): string[] {
  const grams: string[] = []
  for (let at = 0; at < run.length; at++) {
    grams.push(`#${run[at]}`)
    if (at + 1 < run.length) grams.push(`#${run.slice(at, at + 2)}`)
  }
  return grams
}
function gramsOfWord(word: string): string[] {
  const edged = `_${word}_`
  if (edged.length <= 4) return [`#${edged}`]
  return Array.from({ length: edged.length - 3 }, (_, at) => `#${edged.slice(at, at + 4)}`)
}
