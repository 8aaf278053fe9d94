/** How alike a query and each of its candidates are, as some dozens of numbers, most of them between 0 and 1. */
import { type Alike, alike, alikeNames, heaviest } from './alike.ts'
import { Asked } from './bags.ts'
import type { Indexed } from './entries.ts'
import { sameFrame } from './frames.ts'
import type { EntryIndex, Query } from './postings.ts'

/** The names of the measures, in the order in which `measureAll` gives them and weights are kept. */
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
  ...alikeNames,
  'onlyOthers',
  'onlyHere',
  'lead',
  'onlyOthersMost',
  'onlyHereMost',
] as const
export type Measures = readonly number[]

/**
 * Compares by the entry's nearest phrasing, by all its phrasings together, by how much of each the other covers, and
 * with the other candidates: by the words that only this one has and those that only others have.
 */
export function measureAll(index: EntryIndex, query: Query, entries: readonly Indexed[]): Measures[] {
  const asked = {
    words: new Asked(index, query.words, query.unknownWords),
    grams: new Asked(index, query.grams, query.unknownGrams),
  }
  const found = entries.map((entry) => alike(index, query, entry))
  return entries.map((entry, at) => [
    ...inHeaps(asked, query, entry),
    ...(found[at]?.values ?? []),
    ...besides(query, found, at),
  ])
}

interface Heaps {
  readonly words: Asked
  readonly grams: Asked
}
function inHeaps(asked: Heaps, query: Query, entry: Indexed): number[] {
  const best = nearest(asked, query, entry)
  const words = asked.words.with(entry.words)
  const grams = asked.grams.with(entry.grams)
  return [
    best.words,
    best.grams,
    words.cosine,
    grams.cosine,
    words.covered,
    grams.covered,
    best.wordsBack,
    best.gramsBack,
    best.frame,
    best.negation,
    best.words ** 2,
    best.grams ** 2,
    words.covered * best.wordsBack,
    grams.covered * best.gramsBack,
    words.covered ** 2,
    grams.covered ** 2,
    best.words * best.frame,
    best.grams ** 3,
    Math.min(words.shared, 3) / 3,
    words.shared <= 1 ? 1 : 0,
  ]
}

/** The most that any phrasing reaches in each; how it is asked is taken from the one nearest in all. */
function nearest(asked: Heaps, { segments }: Query, { phrasings }: Indexed) {
  const best = { words: 0, grams: 0, wordsBack: 0, gramsBack: 0, both: -1, frame: 0, negation: 0 }
  for (const phrasing of phrasings) {
    const words = asked.words.with(phrasing.words)
    const grams = asked.grams.with(phrasing.grams)
    best.words = Math.max(best.words, words.cosine)
    best.grams = Math.max(best.grams, grams.cosine)
    best.wordsBack = Math.max(best.wordsBack, words.back)
    best.gramsBack = Math.max(best.gramsBack, grams.back)
    if (words.cosine + grams.cosine <= best.both) continue
    best.both = words.cosine + grams.cosine
    best.frame = sameFrame(segments.frames, phrasing.frames)
    best.negation = segments.negated === phrasing.negated ? 1 : 0
  }
  return best
}

/** Share of the query that only other candidates meet, share that only this one does, and how far it leads in fit. */
function besides({ aligner }: Query, all: readonly Alike[], at: number): number[] {
  const { bits = 0, fit = 0 } = all[at] ?? {}
  let others = 0
  let next = 0
  for (let other = 0; other < all.length; other++) {
    if (other === at) continue
    others |= all[other]?.bits ?? 0
    next = Math.max(next, all[other]?.fit ?? 0)
  }
  return [
    aligner.massOf(others & ~bits),
    aligner.massOf(bits & ~others),
    fit - next,
    Math.min(aligner.heaviestBut(~(others & ~bits)), heaviest) / heaviest,
    Math.min(aligner.heaviestBut(~(bits & ~others)), heaviest) / heaviest,
  ]
}
