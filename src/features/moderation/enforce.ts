/** From an order about a member to actions, sanctions and what the member is told. */
import type { Draft } from '../../core/action.ts'
import type { Later } from '../../core/feature.ts'
import { type Locale, pick } from '../../core/words.ts'
import { keyed } from './became.ts'
import { messagesOf, stepsOf, withSteps } from './cases.ts'
import type { ModerationCtx } from './kit.ts'
import { asFarAsCan, bansByKick, isAsked } from './means.ts'
import { telling } from './rules/tell.ts'
import { inForce, type Order, planAll, type Step, withSanctions } from './sanctions.ts'
import type { CaseRow, StandingRow } from './store.ts'
import { deedsIn, isOut, lasting, ruleIn, type Say, sayIn, sayTo } from './wording.ts'

export interface Enforced {
  readonly row: CaseRow
  readonly standing: StandingRow
  readonly actions: readonly Draft[]
  readonly later: readonly Later[]
}

export interface How {
  /** Messages that are to be deleted; those of the case where left out, if that was not done yet. */
  readonly deletes?: readonly string[]
  /** Only what would be done is noted, whether the group watches or not. */
  readonly watches?: boolean
}
/** Deletes messages, tells the member, then does what was ordered. */
export async function enforce(
  ctx: ModerationCtx,
  row: CaseRow,
  order: Order | readonly Order[],
  by = '',
  how: How = {},
): Promise<Enforced> {
  const { community, member_id, number, group_id } = row
  const standing = await ctx.store.standing.get({ community, member_id })
  const place = { case: number, group: group_id, by, now: ctx.now }
  const orders = 'does' in order ? [order] : order
  const planned = planAll(ctx.config.warnings, orders, inForce(standing, ctx.now), place)
  const deletes = how.deletes ?? undeleted(row)
  const watched = (ctx.group.observe && by === '') || how.watches === true
  const steps = sensible(ctx, ordered(planned.steps, deletes.length > 0, place)).map(
    (step): Step => ({ ...step, via: ctx.source, ...(watched && { observed: true }) }),
  )
  const told = await tell(ctx, row, steps, planned.warnings)
  return {
    row: withSteps(row, steps),
    standing: watched ? standing : withSanctions(standing, planned.sanctions),
    actions: keyed(row, [...deletions(ctx, row, deletes), ...told, ...sanctioning(ctx, row, steps)]),
    later: watched
      ? []
      : [
          ...steps.flatMap((step) => unbanLater(row, step)),
          ...lookAfter(ctx, row, told),
          ...rulesHear(ctx, row, steps, by),
        ],
  }
}
const undeleted = (row: CaseRow) =>
  stepsOf(row).some(({ does, observed }) => does === 'delete' && !observed) ? [] : messagesOf(row)
/** The owner's rules hear of it. */
function rulesHear(
  ctx: ModerationCtx,
  { number, member_id: member }: CaseRow,
  steps: readonly Step[],
  by: string,
): Later[] {
  const deeds = steps.map(({ does }) => does)
  return telling(ctx, `${number}.${ctx.now}`, { heard: 'case', member, case: number, deeds, by })
}

/** As far as the platform can; who is shown out cannot take anything back any more. */
const sensible = (ctx: ModerationCtx, steps: readonly Step[]): readonly Step[] =>
  steps.map((step) => asFarAsCan(ctx, step)).filter(({ does, asked }) => does !== 'delete' || !asked || !isOut(steps))

/** The deletion is a step of its own, before whatever else is done. */
function ordered(steps: readonly Step[], deletes: boolean, { by, now }: { by: string; now: number }): readonly Step[] {
  const rest = steps.filter(({ does }) => does !== 'delete')
  return deletes ? [{ does: 'delete', at: now, by }, ...rest] : rest
}

export const auditReason = (ctx: ModerationCtx, row: CaseRow) => {
  const say = sayIn(ctx)
  return say('audit', { case: row.number, rule: ruleIn(say, row) })
    .slice(0, 500)
    .toWellFormed()
}
/** None where the platform cannot: staff could not either, and need not hear of each. */
export function deletions(ctx: ModerationCtx, row: CaseRow, messages: readonly string[]): Draft[] {
  if (isAsked(ctx, 'delete')) return []
  const about = { group: row.group_ref, user: row.user, reason: auditReason(ctx, row), priority: 'moderation' } as const
  return messages.map((message) => ({ type: 'delete', message, ...about }))
}

function sanctioning(ctx: ModerationCtx, row: CaseRow, steps: readonly Step[]): Draft[] {
  const about = { group: row.group_ref, user: row.user, reason: auditReason(ctx, row), priority: 'moderation' } as const
  return steps.flatMap(({ does, forMs, deleteMs, asked }): Draft[] => {
    if (asked) return []
    if (does === 'mute') return [{ type: 'mute', forMs: Math.max(1000, forMs ?? 0), ...about }]
    if (does === 'ban' && bansByKick(ctx)) return [{ type: 'kick', ...about }]
    if (does === 'ban') return [{ type: 'ban', ...about, ...(deleteMs !== undefined && { deleteMs }) }]
    return does === 'kick' ? [{ type: 'kick', ...about }] : []
  })
}
const unbanLater = (row: CaseRow, { does, at, forMs }: Step): Later[] =>
  does === 'ban' && forMs !== undefined
    ? [{ job: 'unban', key: String(row.number), at: at + forMs, payload: { case: row.number } }]
    : []

/** Before a removal, while the member can still be reached. */
async function tell(ctx: ModerationCtx, row: CaseRow, steps: readonly Step[], warnings: number): Promise<Draft[]> {
  const member = await ctx.find(row.user)
  if (!member) return []
  const say = sayTo(ctx, member)
  const some = worthTelling(steps)
  const lines = some.map((step) => told(ctx, say, row, step, warnings))
  const text = [...lines, ...appealing(ctx, say, row, some)].join('\n')
  const aloud = say('told.aloud', { case: row.number, done: deedsIn(say, some) })
  return [{ type: 'whisper', group: row.group_ref, user: row.user, text, aloud, priority: 'moderation' }]
}
/** That a message went is said where nothing else is, or where the member has to take it back. */
function worthTelling(steps: readonly Step[]): readonly Step[] {
  const rest = steps.filter(({ does, asked }) => does !== 'delete' || asked)
  return rest.length > 0 ? rest : steps
}
/** Who is out may not reach us any more: on Discord nobody can write to a bot they share no server with. */
function appealing(ctx: ModerationCtx, say: Say, row: CaseRow, steps: readonly Step[]): string[] {
  const { elsewhere } = ctx.config.appeals
  const more =
    isOut(steps) && elsewhere ? [say('told.elsewhere', { where: pick(elsewhere, say('language') as Locale) })] : []
  return [say('told.appeal', { case: row.number }), ...more]
}
/** By then it is known whether the member was reached; staff hears of it where not. */
export const lookAfter = (ctx: ModerationCtx, row: CaseRow, told: readonly Draft[]): Later[] =>
  told.length === 0
    ? []
    : [{ job: 'told', key: String(row.number), at: ctx.now + toldMs, payload: { case: row.number } }]
const toldMs = 10 * 60_000
function told(ctx: ModerationCtx, say: Say, row: CaseRow, step: Step, warnings: number): string {
  const { does, forMs, asked } = step
  const key = does === 'ban' && forMs === undefined ? 'told.ban.forever' : `told.${does}${asked ? '.asked' : ''}`
  return say(key, {
    group: ctx.group.name,
    rule: ruleIn(say, row),
    for: lasting(say, forMs ?? 0),
    count: warnings,
    days: ctx.config.warnings.days,
  })
}
