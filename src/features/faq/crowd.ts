/** The same question from several at once: one answer that names them, or later a short pointer to it. */
import type { Draft } from '../../core/action.ts'
import type { Later, Verdict } from '../../core/feature.ts'
import type { Member } from '../../core/people.ts'
import type { Locale } from '../../core/words.ts'
import type { Asked } from './answer.ts'
import { type FaqCtx, faq } from './base.ts'
import { deskOf } from './desk.ts'
import { type Entry, titleOf } from './entry.ts'
import type { AnswerRow, FaqStore } from './store.ts'
import { answerText, called, ratings, say } from './wording.ts'

/** Those who ask within so long of the answer are named with it; later ones get a pointer. */
export const crowdMs = 60_000

/** Names all who asked under the answer that stands; where nothing can be edited, once for all when the minute is over. */
export async function alsoAsked(ctx: FaqCtx, asked: Asked, row: AnswerRow): Promise<Verdict<FaqStore>> {
  const { entry, member, spot } = asked
  if (!ctx.can('edit')) return { later: [callLater(spot, entry.id, row.at + crowdMs)] }
  const [first, ...others] = await askersOf(ctx, row)
  const names = [...others, member].map(({ name }) => name).join(row.language === 'zh' ? '、' : ', ')
  const answer = answerText(ctx, entry, row.language, first?.name ?? '')
  const text = `${answer}\n\n${say(row.language, 'answer.also', { names })}`
  const rates = ctx.config.feedback && ctx.can('ask') && !entry.picture
  const options = rates ? { options: ratings(row.language) } : {}
  return { actions: [{ type: 'edit', group: ctx.group.ref, of: row.action, text, ...options }] }
}

const callLater = (spot: string, entry: string, at: number): Later => ({
  job: 'crowd',
  key: spot === '' ? entry : `${entry} ${spot}`,
  at,
  payload: { entry, spot },
  here: true,
})

/** Everybody who asked since the entry was answered, the one it was answered to first. */
async function askersOf(ctx: FaqCtx, row: AnswerRow): Promise<Member[]> {
  const db = await ctx.sql(['faq_turns'])
  const turns = await db
    .selectFrom('faq_turns')
    .select('member_id')
    .where('group_id', '=', ctx.group.id)
    .where('spot', '=', row.spot)
    .where('entry', '=', row.entry)
    .where('at', '>=', row.at)
    .orderBy('at')
    .execute()
  const members = await Promise.all(turns.map(({ member_id }) => ctx.find(String(member_id))))
  return members.filter((member) => member !== undefined)
}

interface Pointed {
  readonly entry: Entry
  readonly language: Locale
  readonly askers: readonly Member[]
  /** What is answered where the answer itself cannot be. */
  readonly message?: string
}
/** "It stands there": said to the answer itself where the platform told us which message that is. */
export async function pointer(ctx: FaqCtx, row: AnswerRow, pointed: Pointed): Promise<Draft> {
  const { entry, language, askers, message } = pointed
  const { names, mentions } = called(askers)
  const replyTo = (await ctx.sentAs([row.action])).get(row.action) ?? message
  const text = say(language, 'answer.pointer', { names, question: titleOf(entry, language) })
  return {
    type: 'send',
    group: ctx.group.ref,
    where: row.spot || undefined,
    text,
    mentions,
    ...(replyTo !== undefined && { replyTo }),
    key: 'pointer',
  }
}

/** Planned by `alsoAsked`: a minute after the answer, all who asked meanwhile are called to it. */
export const crowd = faq.job({
  name: 'crowd',
  run: async (ctx) => {
    const { group, payload, now } = ctx
    const entry = (await deskOf(ctx)).find(String(payload.entry))
    const spot = String(payload.spot ?? '')
    const row = await ctx.store.answers.get({ group_id: group.id, spot, entry: String(payload.entry) })
    const [, ...others] = entry ? await askersOf(ctx, row) : []
    if (!entry || others.length === 0) return undefined
    return {
      actions: [await pointer(ctx, row, { entry, language: row.language, askers: others })],
      save: (store) => store.answers.put({ ...row, pointed_at: now }),
      why: { decided: 'repeated', checks: [{ name: entry.id }] },
    }
  },
})
