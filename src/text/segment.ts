/** A normalised text as the features it is compared by: Chinese, English, or both in one sentence. */
import { wordsOfRuns } from './cut.ts'
import { emptyChinese, emptyWords, framesOf, isNegated } from './frames.ts'
import { addGramsOfRun, addGramsOfWord } from './grams.ts'
import { stem } from './stem.ts'
import { addChineseUnits, englishUnits, type Token, type Unit } from './units.ts'

export interface Segments {
  readonly text: string
  /** Content words: English stems, Chinese words. In order, repeated as written. */
  readonly words: readonly string[]
  /** Characters and pairs of characters of Chinese runs, runs of four of English words with their edges; see `grams.ts`. */
  readonly grams: readonly number[]
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

/** What is said before the question itself, with nothing of it: "could you please tell me", "我想问一下". */
const preamble =
  /\b(?:(?:can|could|will|would) (?:you|u|someone|somebody|anyone|anybody) (?:please |pls |kindly )?(?:tell|show|help|explain to|let|inform|advise|remind|give) me(?: know)?|(?:please|pls) (?:tell|show|help|let) me(?: know)?|tell me|let me know|(?:i|we) (?:(?:would|'d) (?:like|love)|want|need|wanted|was wondering|am wondering|wish) to (?:know|ask|find out|understand)|do you (?:happen to )?know|does (?:anyone|anybody|someone) know|any idea|i have a question|quick question)\b|(?:我)?(?:就)?想(?:要)?(?:问|请问|咨询|了解|知道)(?:一下|下)?|请问(?:一下|下)?|麻烦问(?:一下|下)|问(?:一下|下)|(?:谁|有人|有没有人)(?:能)?(?:知道|告诉我)|告诉我/g

/** All features; a few microseconds for an English message, tens for a Chinese one. */
export function segment(whole: string): Segments {
  const [only] = segmentAll([whole])
  return only as Segments
}
/** The same of several, in their order: cutting all Chinese at once costs a third less. */
export function segmentAll(texts: readonly string[]): Segments[] {
  const read = texts.map(questionOf).map((text) => ({ text, runs: text.match(han) ?? [] }))
  const cut = wordsOfRuns(read.flatMap(({ runs }) => runs))
  let next = 0
  return read.map(({ text, runs }) => {
    const first = next
    next += runs.length
    return featuresOf(text, runs, cut.slice(first, next))
  })
}
function questionOf(whole: string): string {
  const stripped = whole.replace(preamble, ' ')
  return stripped !== whole && !/\p{L}/u.test(stripped) ? whole : stripped
}
function featuresOf(text: string, runs: readonly string[], cut: readonly (readonly string[])[]): Segments {
  const tokens = tokensIn(text)
  return {
    text,
    words: wordsOf(tokens, cut),
    grams: gramsOf(tokens, runs),
    units: unitsOf(tokens, runs, cut),
    pairs: pairsOf(tokens, cut),
    frames: framesOf(text),
    negated: isNegated(text),
    language: languageOf(tokens, runs),
  }
}
/** Only the content words and the language: a fraction of what all features cost. */
export function wordsIn(whole: string): Pick<Segments, 'words' | 'language'> {
  const text = questionOf(whole)
  const runs = text.match(han) ?? []
  const tokens = tokensIn(text)
  return { words: wordsOf(tokens, wordsOfRuns(runs)), language: languageOf(tokens, runs) }
}
const tokensIn = (text: string): Token[] => (text.match(latin) ?? []).map(tokenOf)

function languageOf(tokens: readonly Token[], runs: readonly string[]): Segments['language'] {
  const chinese = runs.reduce((sum, { length }) => sum + length, 0)
  const english = tokens.reduce((sum, { token }) => sum + token.length, 0)
  return chinese * 2 > english / 2 ? 'zh' : 'en'
}
function wordsOf(tokens: readonly Token[], cut: readonly (readonly string[])[]): string[] {
  const words: string[] = []
  for (const { root, isEmpty } of tokens) if (!isEmpty) words.push(root)
  for (const run of cut) for (const word of run) if (!emptyChinese.has(word)) words.push(word)
  return words
}
function gramsOf(tokens: readonly Token[], runs: readonly string[]): number[] {
  const grams: number[] = []
  for (const { root, isEmpty } of tokens) if (!isEmpty) addGramsOfWord(root, grams)
  for (const run of runs) addGramsOfRun(run, grams)
  return grams
}
function unitsOf(tokens: readonly Token[], runs: readonly string[], cut: readonly (readonly string[])[]) {
  const english = englishUnits(tokens)
  if (runs.length === 0) return english
  const units = [...english]
  for (const [at, run] of runs.entries()) addChineseUnits(run, cut[at] ?? [], units)
  return units
}

/** Numbers of 32 bits for each two neighbours, the edges included (Fowler, Noll and Vo's hash). */
function pairsOf(tokens: readonly Token[], cut: readonly (readonly string[])[]): number[] {
  const pairs: number[] = []
  let last = hash('')
  const follow = (token: string) => {
    const next = hash(token)
    pairs.push((Math.imul(last, 0x01000193) ^ next) >>> 0)
    last = next
  }
  for (const { root } of tokens) follow(root)
  for (const run of cut) for (const word of run) follow(word)
  follow('')
  return pairs
}
function hash(token: string): number {
  let state = 0x811c9dc5
  for (let at = 0; at < token.length; at++) state = Math.imul(state ^ token.charCodeAt(at), 0x01000193)
  return state >>> 0
}

const bare = (token: string) => (/['’]/.test(token) ? token.replace(/(?:n['’]t|['’].*)$/, '') : token)

/** Words come again and again; what is longer than words are is not kept. */
const tokensKept = new Map<string, Token>()
const mostKept = 5000
const longestKept = 24
function tokenOf(token: string): Token {
  const known = tokensKept.get(token)
  if (known) return known
  const short = bare(token)
  const made = { token, root: stem(short), isEmpty: emptyWords.has(short) }
  if (token.length > longestKept) return made
  if (tokensKept.size >= mostKept) tokensKept.clear()
  tokensKept.set(token, made)
  return made
}

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
    const { root, isEmpty } = tokenOf(token)
    return isEmpty ? [] : [{ word: root, start, end: start + bare(token).length }]
  })
  const runs = [...text.matchAll(han)]
  const cut = wordsOfRuns(runs.map(({ 0: run }) => run)).flatMap((words, place) => {
    let end = runs[place]?.index ?? 0
    return words.flatMap((word) => {
      const start = end
      end += word.length
      return emptyChinese.has(word) ? [] : [{ word, start, end }]
    })
  })
  return [...english, ...cut].sort((a, b) => a.start - b.start)
}
