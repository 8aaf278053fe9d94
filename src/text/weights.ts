/**
 * What each measure counts for, found by `scripts/calibrate-faq.ts` on five question sets and fifteen small ones and never by hand; see
 * `docs/decisions/faq-matching.md`. One set of weights serves both languages; the thresholds are per language.
 */
import type { Locale } from '../core/words.ts'

export const dials = ['lenient', 'balanced', 'strict'] as const
export type Dial = (typeof dials)[number]

export interface Model {
  /** In the order of `measureNames`. */
  readonly likeness: readonly number[]
  /** In the order of `mannerNames`. */
  readonly answerable: readonly number[]
}

const likeness: readonly number[] = [
  1.274, // words
  0.644, // grams
  1.879, // wordsAll
  1.565, // gramsAll
  1.179, // wordsCovered
  1.343, // gramsCovered
  2.045, // wordsBack
  0.599, // gramsBack
  -0.349, // frame
  0.574, // negation
  -1.045, // words²
  -0.671, // grams²
  -0.268, // wordsBothWays
  0.353, // gramsBothWays
  -0.996, // wordsCovered²
  -0.403, // gramsCovered²
  0.184, // words·frame
  -0.516, // grams³
  -0.333, // shared
  -0.307, // alone
  1.283, // fit
  -0.511, // ahead
  0.599, // back
  -1.673, // sameAhead
  -1.48, // sameBack
  0.976, // both
  1.183, // fit²
  1.671, // aheadAll
  0.311, // left
  0.869, // leftBack
  0.923, // pairs
  0.935, // fit·frame
  -0.261, // fit·negation
  1.193, // coreBack
  -1.466, // coreSame
  1.741, // core·ahead
  0.589, // kind
  -0.077, // kindClash
  -0.263, // kindClashBack
  0.122, // opposed
  -0.424, // phrasings
  -2.831, // size
  -0.504, // leftAll
  -1.398, // coreLeft
  -0.276, // actionSame
  -0.525, // actionClash
  -0.414, // actionMissing
  -0.433, // single·fit
  -0.266, // single·aheadAll
  -0.057, // single·back
  -0.38, // onlyOthers
  -0.802, // onlyHere
  -0.23, // lead
  0.276, // onlyOthersMost
  1.345, // onlyHereMost
]
const answerable: readonly number[] = [
  -2.825, // always
  -0.169, // wordCount
  0.05, // gramCount
  -0.247, // wordsUnknown
  0.335, // gramsUnknown
  0.139, // frames
  -0.751, // mark
  -0.128, // asks
  0.41, // wishes
  -1.596, // talks
  -0.605, // closeness
  -0.31, // bare
  0.402, // wrong
  0.266, // wanted
  0.018, // chinese
  -1.67, // toYou
  -0.716, // ofOthers
  -1.018, // laughs
  -0.585, // softly
  -0.195, // asksHow
  -0.092, // markOnly
  -0.104, // narrates
]

export const shipped: Model = { likeness, answerable }

/**
 * What is added to the threshold for an entry with one phrasing only: an English one is seldom known well enough by it,
 * a Chinese one shares characters with whatever asks for it.
 */
export const single: Readonly<Record<Locale, number>> = { zh: 0.03, en: 0.14 }

/** How probable an entry must be to be answered with, and all three together to be offered. */
export interface Thresholds {
  readonly answer: number
  readonly suggest: number
}
export const thresholds: Readonly<Record<Locale, Readonly<Record<Dial, Thresholds>>>> = {
  zh: {
    lenient: { answer: 0.3, suggest: 0.14 },
    balanced: { answer: 0.395, suggest: 0.2 },
    strict: { answer: 0.58, suggest: 0.32 },
  },
  en: {
    lenient: { answer: 0.28, suggest: 0.15 },
    balanced: { answer: 0.35, suggest: 0.21 },
    strict: { answer: 0.6, suggest: 0.33 },
  },
}
