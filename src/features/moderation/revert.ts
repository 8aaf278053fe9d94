/** Takes back what a case did, as far as it can be, and says what cannot. */
import type { Draft } from '../../core/action.ts'
import type { Later } from '../../core/feature.ts'
import { keyed } from './became.ts'
import { stepsOf, withSteps } from './cases.ts'
import { auditReason } from './enforce.ts'
import type { ModerationCtx } from './kit.ts'
import { endOf, inForce, type Sanction, type Step, without, withSanctions } from './sanctions.ts'
import type { CaseRow, StandingRow } from './store.ts'
import { sayTo } from './wording.ts'

export interface Reverted {
  readonly row: CaseRow
  readonly standing: StandingRow
  readonly actions: readonly Draft[]
  readonly later: readonly Later[]
  /** What was taken back, and what cannot be. */
  readonly back: readonly Step['does'][]
  readonly lost: readonly Step['does'][]
}
export const never: readonly Step['does'][] = ['delete', 'kick']

export async function revert(ctx: ModerationCtx, row: CaseRow, by: string): Promise<Reverted> {
  const standing = await ctx.store.standing.get({ community: row.community, member_id: row.member_id })
  const before = inForce(standing, ctx.now)
  const after = without(before, row.number)
  const lifted = before.filter((sanction) => sanction.case === row.number)
  const done = [...new Set(stepsOf(row).flatMap(({ does, observed }) => (observed ? [] : [does])))]
  const actions = lift(ctx, row, lifted, after)
  const back = [...new Set(lifted.map(({ kind }) => kind))]
  return {
    row: withSteps(row, [{ does: 'undo', at: ctx.now, by, via: ctx.source }]),
    standing: withSanctions(standing, after),
    actions: keyed(row, done.length > 0 ? [...actions, ...(await tell(ctx, row))] : actions),
    later: lifted.some(({ kind }) => kind === 'ban') ? [{ job: 'unban', key: String(row.number), at: null }] : [],
    back,
    lost: done.filter((does) => never.includes(does)),
  }
}

/** Mutes and bans of other cases stay in force: the longer of two is not cut short by taking back the other. */
function lift(ctx: ModerationCtx, row: CaseRow, lifted: readonly Sanction[], left: readonly Sanction[]): Draft[] {
  const about = { group: row.group_ref, user: row.user, reason: auditReason(ctx, row), priority: 'moderation' } as const
  const has = (kind: Sanction['kind']) => lifted.some((sanction) => sanction.kind === kind)
  const actions: Draft[] = []
  if (has('ban') && endOf(left, 'ban', row.group_id, ctx.now) === undefined) actions.push({ type: 'unban', ...about })
  if (!has('mute')) return actions
  const end = endOf(left, 'mute', row.group_id, ctx.now)
  if (end === undefined) actions.push({ type: 'unmute', ...about })
  else if (end !== null) actions.push({ type: 'mute', forMs: Math.max(1000, end - ctx.now), ...about })
  return actions
}

async function tell(ctx: ModerationCtx, row: CaseRow): Promise<Draft[]> {
  const member = await ctx.find(row.user)
  if (!member) return []
  const about = { group: ctx.group.name, case: row.number }
  const say = sayTo(ctx, member)
  const aloud = say('told.undone.aloud', about)
  return [{ type: 'whisper', group: row.group_ref, user: row.user, text: say('told.undone', about), aloud }]
}
