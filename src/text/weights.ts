/**
 * What each measure counts for, found by `scripts/calibrate-faq.ts` on five question sets and never by hand; see
 * `docs/decisions/faq-matching.md`. One set of weights serves both languages; the thresholds are per language.
 */
import type { Locale } from '../core/words.ts'

export const dials = ['lenient', 'balanced', 'strict'] as const
export type Dial = (typeof dials)[number]

/** In the order of `measureNames`. */
export const likeness: readonly number[] = [
  -0.496, 1.0, 1.628, 2.939, 1.53, 1.992, 2.184, 0.006, -0.168, 0.508, -1.4, -0.843, 1.251, 0.59, -0.236, -0.675, 2.11,
  -0.957,
]
/** In the order of `mannerNames`. */
export const answerable: readonly number[] = [
  -5.333, -0.27, 0.137, -0.189, 0.888, 0.594, -0.359, -0.503, 0.608, -1.285, -0.352, -1.216,
]

/** How probable an entry must be to be answered with, and all three together to be offered. */
export interface Thresholds {
  readonly answer: number
  readonly suggest: number
}
export const thresholds: Readonly<Record<Locale, Readonly<Record<Dial, Thresholds>>>> = {
  zh: {
    lenient: { answer: 0.27, suggest: 0.12 },
    balanced: { answer: 0.35, suggest: 0.18 },
    strict: { answer: 0.6, suggest: 0.3 },
  },
  en: {
    lenient: { answer: 0.38, suggest: 0.2 },
    balanced: { answer: 0.5, suggest: 0.28 },
    strict: { answer: 0.7, suggest: 0.4 },
  },
}
