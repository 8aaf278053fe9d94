/** A normalised text as the features it is compared by: Chinese, English, or both in one sentence. */
import { emptyChinese, emptyWords, framesOf, isNegated } from './frames.ts'
import { stem } from './stem.ts'
import { chineseUnits, englishUnits, type Unit } from './units.ts'

export interface Segments {
  readonly text: string
  /** Content words: English stems, Chinese words. In order, repeated as written. */
  readonly words: readonly string[]
  /** Characters and pairs of characters of Chinese runs, runs of four of English words with their edges. */
  readonly grams: readonly string[]
  /** The words with what they stand for, small ones that stand for something included. */
  readonly units: readonly Unit[]
  /** Every token as written, in order: hashes of pairs of neighbours, for how it is put together. */
  readonly pairs: readonly number[]
  /** What kind of answer is wanted: "how", "when"; see `frames.ts`. */
  readonly frames: readonly string[]
  readonly negated: boolean
  /** The script most of it is written in. */
  readonly language: 'zh' | 'en'
}

const han = /\p{Script=Han}+/gu
const latin = /[a-z0-9]+(?:['’][a-z]+)?/g
const chinese = new Intl.Segmenter('zh', { granularity: 'word' })

/** What is said before the question itself, with nothing of it: "could you please tell me", "我想问一下". */
const preamble =
  /\b(?:(?:can|could|will|would) (?:you|u|someone|somebody|anyone|anybody) (?:please |pls |kindly )?(?:tell|show|help|explain to|let|inform|advise|remind|give) me(?: know)?|(?:please|pls) (?:tell|show|help|let) me(?: know)?|tell me|let me know|(?:i|we) (?:(?:would|'d) (?:like|love)|want|need|wanted|was wondering|am wondering|wish) to (?:know|ask|find out|understand)|do you (?:happen to )?know|does (?:anyone|anybody|someone) know|any idea|i have a question|quick question)\b|(?:我)?(?:就)?想(?:要)?(?:问|请问|咨询|了解|知道)(?:一下|下)?|请问(?:一下|下)?|麻烦问(?:一下|下)|问(?:一下|下)|(?:谁|有人|有没有人)(?:能)?(?:知道|告诉我)|告诉我/g

/** All features; a few microseconds for an English message, tens for a Chinese one. */
export function segment(whole: string): Segments {
  const stripped = whole.replace(preamble, ' ')
  const text = /\p{L}/u.test(stripped) ? stripped : whole
  const runs = text.match(han) ?? []
  const tokens = (text.match(latin) ?? []).map((token) => {
    const short = bare(token)
    return { token, bare: short, root: stem(short) }
  })
  const english = tokens.filter((one) => !emptyWords.has(one.bare)).map(({ root }) => root)
  const cut = runs.map(wordsOfRun)
  const units = [...englishUnits(tokens), ...runs.flatMap((run, at) => chineseUnits(run, cut[at] ?? []))]
  const latinLength = tokens.reduce((sum, { token }) => sum + token.length, 0)
  const hanLength = runs.reduce((sum, run) => sum + run.length, 0)
  return {
    text,
    words: [...english, ...cut.flat().filter((word) => !emptyChinese.has(word))],
    grams: [...english.flatMap(gramsOfWord), ...runs.flatMap(gramsOfRun)],
    units,
    pairs: pairsOf([...tokens.map(({ root }) => root), ...cut.flat()]),
    frames: framesOf(text),
    negated: isNegated(text),
    language: hanLength * 2 > latinLength / 2 ? 'zh' : 'en',
  }
}

/** Numbers of 32 bits for each two neighbours, the edges included (Fowler, Noll and Vo's hash). */
function pairsOf(tokens: readonly string[]): number[] {
  const hashes = ['', ...tokens, ''].map(hash)
  return hashes.slice(1).map((one, at) => (Math.imul(hashes[at] ?? 0, 0x01000193) ^ one) >>> 0)
}
function hash(token: string): number {
  let state = 0x811c9dc5
  for (let at = 0; at < token.length; at++) state = Math.imul(state ^ token.charCodeAt(at), 0x01000193)
  return state >>> 0
}

const bare = (token: string) => (/['’]/.test(token) ? token.replace(/(?:n['’]t|['’].*)$/, '') : token)

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
