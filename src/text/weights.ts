/**
 * What each measure counts for, found by `scripts/calibrate-faq.ts` on five question sets and never by hand; see
 * `docs/decisions/faq-matching.md`. One set of weights serves both languages; the thresholds are per language.
 */
import type { Locale } from '../core/words.ts'

export const dials = ['lenient', 'balanced', 'strict'] as const
export type Dial = (typeof dials)[number]

/** In the order of `measureNames`. */
export const likeness: readonly number[] = [
  2.079, // words
  0.883, // grams
  2.557, // wordsAll
  1.767, // gramsAll
  0.336, // wordsCovered
  1.365, // gramsCovered
  2.053, // wordsBack
  0.539, // gramsBack
  -0.117, // frame
  0.471, // negation
  -0.659, // words²
  -0.731, // grams²
  -0.553, // wordsBothWays
  -0.008, // gramsBothWays
  -1.081, // wordsCovered²
  -0.436, // gramsCovered²
  0.007, // words·frame
  -0.571, // grams³
  -0.245, // shared
  -0.245, // alone
  0.811, // fit
  -1.009, // ahead
  0.293, // back
  -1.463, // sameAhead
  -1.156, // sameBack
  0.737, // both
  0.943, // fit²
  1.916, // aheadAll
  0.102, // left
  0.256, // leftBack
  0.666, // pairs
  0.855, // fit·frame
  0.315, // fit·negation
  1.578, // coreBack
  -2.463, // coreSame
  2.247, // core·ahead
  0.535, // kind
  -0.077, // kindClash
  -0.271, // kindClashBack
  0.215, // opposed
  -0.032, // phrasings
  -1.853, // size
  0.269, // onlyOthers
  1.189, // onlyHere
  0.214, // lead
]
/** In the order of `mannerNames`. */
export const answerable: readonly number[] = [
  -4.4, // always
  -0.149, // wordCount
  -0.075, // gramCount
  -0.063, // wordsUnknown
  0.645, // gramsUnknown
  0.328, // frames
  -0.966, // mark
  -0.282, // asks
  0.537, // wishes
  -1.801, // talks
  -0.595, // closeness
  -0.577, // bare
  0.608, // wrong
  0.224, // wanted
]

/**
 * What is added to the threshold for an entry with one phrasing only: an English one is seldom known well enough by it,
 * a Chinese one shares characters with whatever asks for it.
 */
export const single: Readonly<Record<Locale, number>> = { zh: -0.02, en: 0.1 }

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
