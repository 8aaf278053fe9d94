/**
 * What each measure counts for, found by `scripts/calibrate-faq.ts` on five question sets and never by hand; see
 * `docs/decisions/faq-matching.md`. One set of weights serves both languages; the thresholds are per language.
 */
import type { Locale } from '../core/words.ts'

export const dials = ['lenient', 'balanced', 'strict'] as const
export type Dial = (typeof dials)[number]

/** In the order of `measureNames`. */
export const likeness: readonly number[] = [
  0.297, // words
  0.773, // grams
  1.751, // wordsAll
  2.342, // gramsAll
  -0.11, // wordsCovered
  1.232, // gramsCovered
  1.489, // wordsBack
  0.294, // gramsBack
  -0.238, // frame
  0.526, // negation
  -0.305, // words²
  -0.624, // grams²
  0.673, // wordsBothWays
  0.406, // gramsBothWays
  -0.3, // wordsCovered²
  0.251, // gramsCovered²
  2.33, // words·frame
  -1.021, // grams³
  1.83, // shared
  0.392, // alone
]
/** In the order of `mannerNames`. */
export const answerable: readonly number[] = [
  -4.201, // always
  -0.298, // wordCount
  -0.325, // gramCount
  -0.219, // wordsUnknown
  0.348, // gramsUnknown
  0.59, // frames
  -0.327, // mark
  -0.644, // asks
  0.661, // wishes
  -1.235, // talks
  -0.307, // closeness
  -1.256, // bare
]

/** How probable an entry must be to be answered with, and all three together to be offered. */
export interface Thresholds {
  readonly answer: number
  readonly suggest: number
}
export const thresholds: Readonly<Record<Locale, Readonly<Record<Dial, Thresholds>>>> = {
  zh: {
    lenient: { answer: 0.25, suggest: 0.12 },
    balanced: { answer: 0.35, suggest: 0.18 },
    strict: { answer: 0.5, suggest: 0.3 },
  },
  en: {
    lenient: { answer: 0.42, suggest: 0.2 },
    balanced: { answer: 0.55, suggest: 0.28 },
    strict: { answer: 0.75, suggest: 0.4 },
  },
}
