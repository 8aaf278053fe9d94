/**
 * An edit, held against the first form of the message. A slip of the pen that is mended is nothing. What was made
 * another message is read as a newcomer's would be: whoever wrote it was trusted for other words.
 */
import type { EventCtx, Verdict } from '../../core/feature.ts'
import { andThen, type MaybePromise } from '../../core/words.ts'
import { type Account, accountOf } from './account.ts'
import { messagesOf } from './cases.ts'
import type { Config } from './config.ts'
import type { Flagged } from './flagged.ts'
import { type Change, changeOf, formOf } from './form.ts'
import { keptIds, withForm } from './ids.ts'
import { type Judgement, judge, unjudged } from './judge.ts'
import { type Learned, learnedFor, nothingLearned } from './learning.ts'
import { joinedInRaid } from './raid/levels.ts'
import { Reading, type Said } from './reading.ts'
import type { CaseRow, GroupRow, PaceRow, Store } from './store.ts'

type EditCtx = EventCtx<Config, Store, 'edit'>
type Answer = MaybePromise<Verdict<Store> | undefined>
type Settle = (ctx: EditCtx, reading: Reading, about: Flagged) => Answer

/** An edit is neither one more message nor a repetition of itself. */
export function edited(ctx: EditCtx, pace: PaceRow, group: GroupRow | undefined, settle: Settle): Answer {
  return group === undefined
    ? held(ctx, pace, undefined, settle, {})
    : andThen(accountOf(ctx), (account) => held(ctx, pace, group, settle, account))
}
function held(ctx: EditCtx, pace: PaceRow, group: GroupRow | undefined, settle: Settle, account: Account): Answer {
  const { event, member } = ctx
  const said: Said = {
    text: event.text,
    mentions: 0,
    newcomer: group !== undefined,
    raider: group !== undefined && joinedInRaid(group, member.joinedAt),
    name: member.name,
    ...account,
  }
  const plain = new Reading(said)
  const before = keptIds(pace.messages).find(({ id }) => id === event.message)?.form
  const form = formOf(plain)
  const change = before === undefined ? undefined : changeOf(before, form)
  const reading = change === 'another' ? new Reading({ ...said, changed: true }) : plain
  const { id, message, text } = event
  const remember = (store: Store) => {
    // What drifts word by word is held against where it began.
    if (before !== undefined && change !== 'mended')
      store.pace.put({ ...pace, messages: withForm(pace.messages, message, form) })
  }
  return andThen(learnedBy(ctx, reading), (learned) =>
    andThen(judged(ctx, reading, learned, change), (judgement) =>
      settle(ctx, reading, { event: id, member, message, text, judgement, remember }),
    ),
  )
}
const learnedBy = (ctx: EditCtx, reading: Reading): MaybePromise<Learned> =>
  reading.strict ? learnedFor(ctx.store, ctx.community.id, reading) : nothingLearned

function judged(ctx: EditCtx, reading: Reading, learned: Learned, change: Change | undefined): MaybePromise<Judgement> {
  const judgement = judge(ctx.config, reading, undefined, learned)
  if (judgement.level === 'silent') return judgement
  if (change === 'mended') return mended(ctx, judgement)
  return reading.said.newcomer || judgement.level === 'ask' ? judgement : asRegular(ctx, reading, judgement)
}
/** Regulars are acted upon for what holds for everybody; for the rest staff is asked. */
function asRegular({ config }: EditCtx, { said }: Reading, judgement: Judgement): Judgement {
  const hard = judge(config, new Reading({ ...said, changed: false }))
  return hard.level === 'act' ? judgement : { ...judgement, level: 'ask' }
}

/** What only weighs how a text reads says the same as before the slip was mended; and staff may have cleared it. */
const ofReading = new Set(['text', 'contact', 'disguise', 'known', 'newcomer', 'account', 'raid'])
async function mended(ctx: EditCtx, judgement: Judgement): Promise<Judgement> {
  if (judgement.findings.every(({ name }) => ofReading.has(name))) return unjudged
  return (await isCleared(ctx)) ? unjudged : judgement
}
const looked = 20
/** Staff has looked at this very message and found nothing in it. */
async function isCleared({ sql, member, group, event }: EditCtx): Promise<boolean> {
  const db = await sql(['moderation_cases'])
  const rows = await db
    .selectFrom('moderation_cases')
    .select(['messages', 'state'])
    .$castTo<Pick<CaseRow, 'messages' | 'state'>>()
    .where('member_id', '=', member.id)
    .where('group_id', '=', group.id)
    .orderBy('number', 'desc')
    .limit(looked)
    .execute()
  const last = rows.find((row) => messagesOf(row).includes(event.message))
  return last?.state === 'dismissed' || last?.state === 'undone'
}
