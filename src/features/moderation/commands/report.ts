/** /report: members point at trouble. One report is noted, the second by another member brings staff. */
import { z } from 'zod'
import type { Verdict } from '../../../core/feature.ts'
import type { Member } from '../../../core/people.ts'
import { isStaff } from '../../../core/words.ts'
import { newCase, saveNew, withMessage } from '../cases.ts'
import { refuse } from '../decide.ts'
import { moderation } from '../kit.ts'
import { openCase } from '../open-case.ts'
import { askStaff } from '../staff.ts'
import type { ReportRow, Store } from '../store.ts'
import { sayTo } from '../wording.ts'
import { authorOf, type CommandCtx, memberField, reasonField } from './targets.ts'

export const report = moderation.command({
  name: 'report',
  aliases: ['举报'],
  role: 'member',
  private: true,
  menus: ['message', 'member'],
  input: z.strictObject({ member: memberField.optional(), reason: reasonField }),
  run: async (ctx, input) => {
    const say = sayTo(ctx, ctx.member)
    const typed = input.member ?? (await authorOf(ctx))
    const member = typed === undefined ? undefined : await ctx.find(typed)
    if (!member) return refuse('no-such-member', say('error.report.whom'), 'member')
    if (member.id === ctx.member.id) return refuse('yourself', say('error.yourself'), 'member')
    if (isStaff(member.role)) return refuse('staff', say('error.report.staff'), 'member')
    const earlier = await lately(ctx, member)
    if (earlier.byMe >= ctx.config.reports.perHour)
      return refuse('too-many-reports', say('error.report.many', { count: ctx.config.reports.perHour }))
    if (earlier.reporters.has(ctx.member.id)) return { reply: say('answer.report.again', { name: member.name }) }
    return reported(ctx, member, earlier.reporters.size + 1, input.reason ?? '')
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
  return { byMe: mine.length, reporters: new Set(about.map((row) => row.reporter_id)) }
}

async function reported(ctx: CommandCtx, member: Member, reporters: number, reason: string): Promise<Verdict<Store>> {
  const row: ReportRow = {
    id: ctx.event.id,
    group_id: ctx.group.id,
    member_id: member.id,
    reporter_id: ctx.member.id,
    message: ctx.event.replyTo ?? '',
    at: ctx.now,
  }
  const reply = sayTo(ctx, ctx.member)('answer.reported', { name: member.name })
  const why = { decided: 'reported', checks: [{ name: 'reporters', found: String(reporters) }] }
  if (reporters < ctx.config.reports.reporters) return { save: (store) => store.reports.insert(row), reply, why }
  const { change, actions } = await alarm(ctx, member, reporters, reason)
  return {
    actions,
    save: (store) => {
      store.reports.insert(row)
      change(store)
    },
    reply,
    why,
  }
}

/** Staff is asked with the report that makes them enough; later ones join the case that is open. */
async function alarm(ctx: CommandCtx, member: Member, reporters: number, reason: string) {
  const message = ctx.event.replyTo
  const open = await openCase(ctx, member)
  if (open) {
    const row = message ? withMessage(open, message, open.score) : open
    return { actions: [], change: (store: Store) => store.cases.put(row) }
  }
  const fresh = await newCase(ctx, {
    member,
    origin: 'report',
    rule: 'report',
    score: ctx.config.ask,
    findings: [{ name: 'report', score: ctx.config.ask, found: String(reporters) }],
    evidence: reason,
    messages: message ? [message] : [],
  })
  const { row, actions } = await askStaff(ctx, ctx.event.id, fresh, 'reported')
  return { actions, change: (store: Store) => saveNew(store, row) }
}
