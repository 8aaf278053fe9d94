/** What is written to Innkeeper in private, or in answer to its questions: part of the talk about an appeal, or nothing. */
import type { EventCtx, Verdict } from '../../core/feature.ts'
import { isStaff } from '../../core/words.ts'
import { sourcesOf } from './became.ts'
import { cardsOf } from './cases.ts'
import type { Config } from './config.ts'
import { moderation } from './kit.ts'
import { onMessage } from './message.ts'
import type { CaseRow, Store } from './store.ts'
import { answerMember, carryOn, lineLength, numbersIn, openAppeal } from './thread.ts'
import { sayTo } from './wording.ts'

type MessageCtx = EventCtx<Config, Store, 'message'>
type Answer = Promise<Verdict<Store> | undefined>

/** So long after the last word of a talk, what the member writes in private belongs to it without being a reply. */
const talkMs = 24 * 3_600_000
const mostCases = 20

/** Any message: in private, in answer to one of ours, or said in the group. */
export const onSpoken = moderation.on('message', (ctx) => {
  if (ctx.event.private) return heard(ctx)
  return ctx.event.replyTo !== undefined && isStaff(ctx.member.role) ? answered(ctx) : onMessage(ctx)
})
/** Only a reply of staff's while a thread is open here costs a look at the database. */
async function answered(ctx: MessageCtx): Answer {
  const { numbers } = await ctx.store.openThreads.get({ group_id: ctx.group.id })
  return (numbers === '' ? undefined : await heard(ctx)) ?? onMessage(ctx)
}

async function heard(ctx: MessageCtx): Answer {
  const words = ctx.event.text.trim().slice(0, lineLength).toWellFormed()
  if (words === '') return undefined
  return isStaff(ctx.member.role) ? byStaff(ctx, words) : byMember(ctx, words)
}
async function byMember(ctx: MessageCtx, words: string): Answer {
  const rows = await theirs(ctx)
  const quoted = ctx.event.replyTo === undefined ? undefined : await quotedIn(ctx, rows, ctx.event.replyTo)
  if (quoted?.appeal_state === 'open') return carryOn(ctx, quoted, words)
  if (quoted && quoted.appealed_at === 0 && quoted.state === 'done') return openAppeal(ctx, quoted, words)
  if (quoted) return { reply: sayTo(ctx, ctx.member)('error.appeal.again', { case: quoted.number }), stop: true }
  const open = rows.find(({ appeal_state }) => appeal_state === 'open')
  const thread = open && (await ctx.store.threads.find({ community: open.community, number: open.number }))
  if (!open || !thread || ctx.now - thread.last_at > talkMs) return undefined
  return carryOn(ctx, open, words)
}
/** The member's cases that something is in force of, newest first. */
async function theirs(ctx: MessageCtx): Promise<CaseRow[]> {
  const db = await ctx.sql(['moderation_cases'])
  return await db
    .selectFrom('moderation_cases')
    .selectAll()
    .$castTo<CaseRow>()
    .where('member_id', '=', ctx.member.id)
    .where('state', 'in', ['done', 'undone'])
    .orderBy('number', 'desc')
    .limit(mostCases)
    .execute()
}

async function byStaff(ctx: MessageCtx, words: string): Answer {
  const { replyTo } = ctx.event
  if (replyTo === undefined) return undefined
  const row = await quotedIn(ctx, await waiting(ctx), replyTo)
  return row && answerMember(ctx, row, words)
}
async function waiting(ctx: MessageCtx): Promise<CaseRow[]> {
  const { numbers } = await ctx.store.openThreads.get({ group_id: ctx.group.id })
  const rows: CaseRow[] = []
  for (const number of numbersIn(numbers)) {
    const row = await ctx.store.cases.find({ community: ctx.community.id, number })
    if (row) rows.push(row)
  }
  return rows
}

const ofCase = /\/moderation\.(?:c|case-|thread-)(\d+)/
/** The case that a message of ours was about, among these. */
async function quotedIn(ctx: MessageCtx, rows: readonly CaseRow[], message: string): Promise<CaseRow | undefined> {
  if (rows.length === 0) return undefined
  const db = await ctx.sql(['outbox', 'moderation_lines'])
  const numbers = rows.map(({ number }) => number)
  const lines = await db
    .selectFrom('moderation_lines')
    .select('id')
    .where('community', '=', ctx.community.id)
    .where('number', 'in', numbers)
    .execute()
  const events = [
    ...rows.flatMap((row) => [
      ...sourcesOf(row),
      ...cardsOf(row).map(({ id }) => id.replace(/\/moderation\..*$/s, '')),
    ]),
    ...lines.map(({ id }) => String(id)),
  ]
  const sent = await db
    .selectFrom('outbox')
    .select('id')
    .where('event', 'in', [...new Set(['', ...events])])
    .where('feature', '=', 'moderation')
    .where('message', '=', message)
    .executeTakeFirst()
  const number = Number(ofCase.exec(String(sent?.id ?? ''))?.[1] ?? 0)
  return rows.find((row) => row.number === number)
}
