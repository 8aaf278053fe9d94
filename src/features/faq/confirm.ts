/** A suggestion that several members chose for the same words becomes another way to ask for its entry, by itself. */
import { createHash } from 'node:crypto'
import type { FaqCtx } from './base.ts'
import type { Entry } from './entry.ts'
import type { FaqStore } from './store.ts'
import { type Noted, signatureOf } from './unanswered.ts'
import { mark } from './votes.ts'

/** Of what is taught by an event: short enough to be typed. */
export const lessonId = (event: string) =>
  `t${BigInt(`0x${createHash('sha256').update(event).digest('hex').slice(0, 10)}`).toString(36)}`

interface Confirmation extends Noted {
  readonly member: string
  /** The event by which it was chosen. */
  readonly source: string
}
/** Counts it; the one that makes them enough teaches. Marked as nobody's, so that staff sees where it comes from. */
export async function confirmed(ctx: FaqCtx, store: FaqStore, entry: Entry, by: Confirmation): Promise<void> {
  const { signature, member, source } = by
  if (!signature) return
  const community = ctx.community.id
  const before = await store.marks.get({ community, signature, entry: entry.id })
  const now = await mark(store, { community, signature, entry: entry.id, member_id: member }, { chosen: 1 })
  const enough = ctx.config.confirmations
  if (enough === 0 || now.chosen < enough || before.chosen >= enough || now.no > now.yes) return
  const question = by.text || by.words.replaceAll(' · ', ' ')
  if (entry.texts.some((text) => signatureOf(text) === signature)) return
  store.taught.put({
    id: lessonId(source),
    community,
    entry: entry.id,
    question,
    answer: '',
    by_id: '',
    by_name: '',
    at: ctx.now,
  })
  store.desks.put({ community, revision: source })
}

/** A lesson that nobody gave is undone for good: the words are not taken for the entry again by themselves. */
export async function unlearn(
  store: FaqStore,
  { community, entry, question }: { community: string; entry: string; question: string },
) {
  const row = await store.marks.get({ community, signature: signatureOf(question), entry })
  store.marks.put({ ...row, no: row.yes + 2 })
}
