/**
 * What each measure counts for, found by `scripts/calibrate-faq.ts` on five question sets and never by hand; see
 * `docs/decisions/faq-matching.md`. One set of weights serves both languages; the thresholds are per language.
 */
import type { Locale } from '../core/words.ts'

export const dials = ['lenient', 'balanced', 'strict'] as const
export type Dial = (typeof dials)[number]

/** In the order of `measureNames`. */
export const likeness: readonly number[] = [
  2.111, // words
  0.872, // grams
  2.53, // wordsAll
  1.773, // gramsAll
  0.344, // wordsCovered
  1.345, // gramsCovered
  2.047, // wordsBack
  0.601, // gramsBack
  -0.112, // frame
  0.507, // negation
  -0.689, // words²
  -0.747, // grams²
  -0.603, // wordsBothWays
  0.008, // gramsBothWays
  -1.086, // wordsCovered²
  -0.391, // gramsCovered²
  -0.017, // words·frame
  -0.583, // grams³
  -0.237, // shared
  -0.249, // alone
  0.809, // fit
  -1.045, // ahead
  0.262, // back
  -1.469, // sameAhead
  -1.124, // sameBack
  0.737, // both
  0.949, // fit²
  1.923, // aheadAll
  0.115, // left
  0.235, // leftBack
  0.691, // pairs
  0.865, // fit·frame
  0.303, // fit·negation
  1.575, // coreBack
  -2.457, // coreSame
  2.243, // core·ahead
  0.518, // kind
  -0.089, // kindClash
  -0.274, // kindClashBack
  0.232, // opposed
  -0.03, // phrasings
  -1.834, // size
  0.272, // onlyOthers
  1.184, // onlyHere
  0.21, // lead
]
/** In the order of `mannerNames`. */
export const answerable: readonly number[] = [
  -4.413, // always
  -0.175, // wordCount
  -0.05, // gramCount
  -0.052, // wordsUnknown
  0.656, // gramsUnknown
  0.303, // frames
  -0.944, // mark
  -0.312, // asks
  0.61, // wishes
  -1.786, // talks
  -0.62, // closeness
  -0.575, // bare
  0.59, // wrong
  0.23, // wanted
]

/**
 * What is added to the threshold for an entry with one phrasing only: an English one is seldom known well enough by it,
 * a Chinese one shares characters with whatever asks for it.
 */
export const single: Readonly<Record<Locale, number>> = { zh: -0.02, en: 0.08 }

/** How probable an entry must be to be answered with, and all three together to be offered. */
export interface Thresholds {
  readonly answer: number
  readonly suggest: number
}
export const thresholds: Readonly<Record<Locale, Readonly<Record<Dial, Thresholds>>>> = {
  zh: {
    lenient: { answer: 0.35, suggest: 0.15 },
    balanced: { answer: 0.48, suggest: 0.22 },
    strict: { answer: 0.65, suggest: 0.35 },
  },
  en: {
    lenient: { answer: 0.37, suggest: 0.18 },
    balanced: { answer: 0.45, suggest: 0.25 },
    strict: { answer: 0.7, suggest: 0.38 },
  },
}
