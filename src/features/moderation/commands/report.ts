/** /report: members point at trouble. One report is noted, the second by another member brings staff. */
import { z } from 'zod'
import type { Verdict } from '../../../core/feature.ts'
import type { Member } from '../../../core/people.ts'
import { isStaff } from '../../../core/words.ts'
import { newCase, saveNew, withMessage } from '../cases.ts'
import { refuse } from '../decide.ts'
import { moderation } from '../kit.ts'
import { openCase } from '../open-case.ts'
import { weightOf } from '../reporters.ts'
import { askStaff } from '../staff.ts'
import type { ReportRow, Store } from '../store.ts'
import { sayTo } from '../wording.ts'
import { authorOf, type CommandCtx, memberField, messageOf, reasonField } from './targets.ts'

export const report = moderation.command({
  name: 'report',
  aliases: ['举报'],
  role: 'member',
  private: true,
  menus: ['message', 'member'],
  input: z.strictObject({ member: memberField.optional(), reason: reasonField }),
  run: async (ctx, input) => {
    const say = sayTo(ctx, ctx.member)
    if (!ctx.member.present) return refuse('not-here', say('error.report.gone'))
    const typed = input.member ?? (await authorOf(ctx))
    const member = typed === undefined ? undefined : await ctx.find(typed)
    if (!member) return refuse('no-such-member', say('error.report.whom'), 'member')
    if (member.id === ctx.member.id) return refuse('yourself', say('error.yourself'), 'member')
    if (isStaff(member.role)) return refuse('staff', say('error.report.staff'), 'member')
    const earlier = await lately(ctx, member)
    if (earlier.byMe >= ctx.config.reports.perHour)
      return refuse('too-many-reports', say('error.report.many', { count: ctx.config.reports.perHour }))
    if (earlier.reporters.has(ctx.member.id)) return { reply: say('answer.report.again', { name: member.name }) }
    return reported(ctx, member, earlier, input.reason ?? '')
  },
})

async function lately(ctx: CommandCtx, member: Member) {
  const { hours } = ctx.config.reports
  const db = await ctx.sql()
  const mine = await db
    .selectFrom('moderation_reports')
    .select('id')
    .where('reporter_id', '=', ctx.member.id)
    .where('at', '>', ctx.now - 3_600_000)
    .execute()
  const about: Pick<ReportRow, 'reporter_id'>[] = await db
    .selectFrom('moderation_reports')
    .select('reporter_id')
    .where('member_id', '=', member.id)
    .where('group_id', '=', ctx.group.id)
    .where('at', '>', ctx.now - hours * 3_600_000)
    .execute()
  const reporters = new Set(about.map((row) => row.reporter_id))
  return { byMe: mine.length, reporters, weight: await weightsOf(ctx, [...reporters, ctx.member.id]) }
}

async function weightsOf(ctx: CommandCtx, members: readonly string[]): Promise<number> {
  let sum = 0
  for (const member_id of new Set(members))
    sum += weightOf(await ctx.store.reporters.get({ community: ctx.community.id, member_id }))
  return sum
}
interface Earlier {
  readonly reporters: ReadonlySet<string>
  /** Of all who reported, this one included. */
  readonly weight: number
}

async function reported(ctx: CommandCtx, member: Member, earlier: Earlier, reason: string): Promise<Verdict<Store>> {
  const reporters = earlier.reporters.size + 1
  const least = ctx.config.reports.reporters
  const messages = await messageOf(ctx, member)
  const row: ReportRow = {
    id: ctx.event.id,
    group_id: ctx.group.id,
    member_id: member.id,
    reporter_id: ctx.member.id,
    message: messages[0] ?? '',
    number: 0,
    at: ctx.now,
  }
  const reply = sayTo(ctx, ctx.member)('answer.reported', { name: member.name })
  const why = { decided: 'reported', checks: [{ name: 'reporters', found: String(reporters) }] }
  if (reporters < least || earlier.weight < least - rounding)
    return { save: (store) => store.reports.insert(row), reply, why }
  const { number, change, actions } = await alarm(ctx, member, messages, reporters, reason)
  return {
    actions,
    save: async (store) => {
      await tieTo(ctx, member, number)
      store.reports.insert({ ...row, number })
      await change(store)
    },
    reply,
    why,
  }
}

/** Sums of weights are not exact. */
const rounding = 1e-9
/** The reports that led to a case are found right or wrong with it. In `save` only. */
async function tieTo(ctx: CommandCtx, member: Member, number: number): Promise<void> {
  const db = await ctx.sql(['moderation_reports'])
  await db
    .updateTable('moderation_reports')
    .set({ number })
    .where('member_id', '=', member.id)
    .where('group_id', '=', ctx.group.id)
    .where('number', '=', 0)
    .where('at', '>', ctx.now - ctx.config.reports.hours * 3_600_000)
    .execute()
}

/** Staff is asked with the report that makes them enough; later ones join the case that is open. */
async function alarm(ctx: CommandCtx, member: Member, messages: readonly string[], reporters: number, reason: string) {
  const [message] = messages
  const open = await openCase(ctx, member)
  if (open) {
    const row = message ? withMessage(open, message, open.score) : open
    return { number: open.number, actions: [], change: async (store: Store) => store.cases.put(row) }
  }
  const fresh = await newCase(ctx, {
    member,
    origin: 'report',
    rule: 'report',
    score: ctx.config.ask,
    findings: [{ name: 'report', score: ctx.config.ask, found: String(reporters) }],
    evidence: reason,
    messages,
  })
  const { row, actions } = await askStaff(ctx, ctx.event.id, fresh, 'reported')
  return { number: row.number, actions, change: (store: Store) => saveNew(store, row) }
}
