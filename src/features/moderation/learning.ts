/** What moderators' verdicts leave behind: lessons for the text model, and the sketch of the text. */
import { andThen, type MaybePromise } from '../../core/words.ts'
import { learnt } from './checks/text.ts'
import type { ModerationCtx } from './kit.ts'
import { bucketsOf, withText } from './known.ts'
import { type Lessons, noLessons, written } from './model/lessons.ts'
import { lessonsOf } from './model/lessons-file.ts'
import { Reading } from './reading.ts'
import type { CaseRow, Store } from './store.ts'
import { ownPrefix } from './wording.ts'

/** What this community has taught, as far as one message may need it. */
export interface Learned {
  readonly lessons: Lessons
  /** Entries of the buckets of known texts that the message may lie in. */
  readonly buckets: readonly string[]
}
export const nothingLearned: Learned = { lessons: noLessons, buckets: [] }

/**
 * Rows that are cached after the first message: a promise only where the database has to be asked. Every verdict leaves
 * a lesson and a text, so without a lesson no text is known and no bucket needs looking into.
 */
export function learnedFor(store: Store, community: string, reading: Reading): MaybePromise<Learned> {
  return andThen(store.lessons.get({ community }), ({ state }) => {
    if (state === '') return nothingLearned
    const lessons = lessonsOf(state)
    return andThen(entriesOf(store, community, bucketsOf(reading.sketch)), (buckets) => ({ lessons, buckets }))
  })
}
function entriesOf(store: Store, community: string, numbers: readonly number[], at = 0): MaybePromise<string[]> {
  const bucket = numbers[at]
  if (bucket === undefined) return []
  return andThen(store.known.get({ community, bucket }), ({ entries }) =>
    andThen(entriesOf(store, community, numbers, at + 1), (rest) => [entries, ...rest]),
  )
}

/** Too many at once and too often say nothing about the words; nor does what an owner forbids have to be spam. */
const ofPace = new Set(['flood', 'repeats', 'raid', 'command'])

/**
 * What a verdict teaches, to be run in `save`; nothing where the case's words are no longer kept, or were not what it
 * was about.
 */
export async function lesson(
  ctx: ModerationCtx,
  row: CaseRow,
  spam: boolean,
): Promise<((store: Store) => void) | undefined> {
  if (
    row.evidence === '' ||
    row.origin === 'command' ||
    (spam && (ofPace.has(row.rule) || row.rule.startsWith(ownPrefix)))
  )
    return undefined
  const { community } = row
  const reading = readingOf(row.evidence)
  const lessons = lessonsOf((await ctx.store.lessons.get({ community })).state)
  const numbers = bucketsOf(reading.sketch)
  const entries = await entriesOf(ctx.store, community, numbers)
  const state = written(learnt(lessons, reading, spam))
  return (store) => {
    store.lessons.put({ community, state })
    numbers.forEach((bucket, at) => {
      store.known.put({ community, bucket, entries: withText(entries[at] ?? '', reading.sketch, spam) })
    })
  }
}
/** As a newcomer's: that is whose messages the lessons are for. */
export const readingOf = (text: string): Reading => new Reading({ text, mentions: 0, newcomer: true, raider: false })
