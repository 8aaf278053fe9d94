/** How alike a query and an entry are, as a handful of numbers between 0 and 1. */
import { type Bag, type Counts, damped, type EntryIndex, type Indexed, type Query } from './postings.ts'

/** The names of the measures, in the order in which `measure` gives them and weights are kept. */
export const measureNames = [
  'words',
  'grams',
  'wordsAll',
  'gramsAll',
  'wordsCovered',
  'gramsCovered',
  'wordsBack',
  'gramsBack',
  'frame',
  'negation',
  'words²',
  'grams²',
  'wordsBothWays',
  'gramsBothWays',
  'wordsCovered²',
  'gramsCovered²',
  'words·frame',
  'grams³',
  'shared',
  'alone',
] as const
export type Measures = readonly number[]

/** Compares by the entry's nearest phrasing, by all its phrasings together, and by how much of each the other covers. */
export function measure(index: EntryIndex, query: Query, entry: Indexed): Measures {
  const words = weigh(index, query.words, query.unknownWords)
  const grams = weigh(index, query.grams, query.unknownGrams)
  const best = nearest(index, query, entry, { words, grams })
  const wordsAll = compare(index, words, entry.words)
  const gramsAll = compare(index, grams, entry.grams)
  return [
    best.words,
    best.grams,
    wordsAll.cosine,
    gramsAll.cosine,
    wordsAll.covered,
    gramsAll.covered,
    best.wordsBack,
    best.gramsBack,
    best.frame,
    best.negation,
    best.words ** 2,
    best.grams ** 2,
    wordsAll.covered * best.wordsBack,
    gramsAll.covered * best.gramsBack,
    wordsAll.covered ** 2,
    gramsAll.covered ** 2,
    best.words * best.frame,
    best.grams ** 3,
    Math.min(wordsAll.shared, 3) / 3,
    wordsAll.shared <= 1 ? 1 : 0,
  ]
}

/** The most that any phrasing reaches in each; how it is asked is taken from the one nearest in all. */
function nearest(
  index: EntryIndex,
  { segments }: Query,
  { phrasings }: Indexed,
  { words, grams }: { readonly words: Weighed; readonly grams: Weighed },
) {
  const best = { words: 0, grams: 0, wordsBack: 0, gramsBack: 0, both: -1, frame: 0, negation: 0 }
  for (const phrasing of phrasings) {
    const byWords = compare(index, words, phrasing.words)
    const byGrams = compare(index, grams, phrasing.grams)
    best.words = Math.max(best.words, byWords.cosine)
    best.grams = Math.max(best.grams, byGrams.cosine)
    best.wordsBack = Math.max(best.wordsBack, byWords.back)
    best.gramsBack = Math.max(best.gramsBack, byGrams.back)
    if (byWords.cosine + byGrams.cosine <= best.both) continue
    best.both = byWords.cosine + byGrams.cosine
    best.frame = sameFrame(segments.frames, phrasing.frames)
    best.negation = segments.negated === phrasing.negated ? 1 : 0
  }
  return best
}

/** 1 where both ask for the same kind of answer, 0 where they ask for different ones, half where one does not say. */
function sameFrame(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0.5
  return a.some((frame) => b.includes(frame)) ? 1 : 0
}

interface Weighed {
  readonly weights: ReadonlyMap<number, number>
  /** Of the whole query, terms unknown to the index included. */
  readonly norm: number
  readonly mass: number
}
function weigh(index: EntryIndex, counts: Counts, unknown: number): Weighed {
  const weights = new Map<number, number>()
  let square = unknown * index.unknownIdf ** 2
  let mass = unknown * index.unknownIdf
  for (const [term, count] of counts) {
    const weight = index.idf(term) * damped(count)
    weights.set(term, weight)
    square += weight ** 2
    mass += weight
  }
  return { weights, norm: Math.sqrt(square), mass }
}
function compare(index: EntryIndex, query: Weighed, { terms, counts }: Bag) {
  let dot = 0
  let square = 0
  let covered = 0
  let mass = 0
  let back = 0
  let shared = 0
  for (let at = 0; at < terms.length; at++) {
    const term = terms[at] ?? 0
    const weight = index.idf(term) * (counts[at] ?? 0)
    square += weight * weight
    mass += weight
    const asked = query.weights.get(term)
    if (asked === undefined) continue
    dot += weight * asked
    covered += asked
    back += weight
    shared++
  }
  return {
    cosine: dot === 0 ? 0 : dot / (Math.sqrt(square) * query.norm),
    covered: query.mass === 0 ? 0 : covered / query.mass,
    back: mass === 0 ? 0 : back / mass,
    shared,
  }
}
