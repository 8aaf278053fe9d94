/** Takes back what a case did, as far as it can be, and says what cannot. */
import type { Draft } from '../../core/action.ts'
import type { Later } from '../../core/feature.ts'
import { keyed } from './became.ts'
import { stepsOf, withSteps } from './cases.ts'
import { auditReason, lookAfter } from './enforce.ts'
import type { ModerationCtx } from './kit.ts'
import { bansByKick, isAsked } from './means.ts'
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
  const done = [...new Set(stepsOf(row).flatMap(({ does, observed, asked }) => (observed || asked ? [] : [does])))]
  const actions = lift(ctx, row, lifted, after)
  const back = [...new Set(lifted.map(({ kind }) => kind))]
  const told = done.length > 0 || back.length > 0 ? await tell(ctx, row, back, done.includes('kick')) : []
  return {
    row: withSteps(row, [{ does: 'undo', at: ctx.now, by, via: ctx.source }]),
    standing: withSanctions(standing, after),
    actions: keyed(row, told.length > 0 ? [...actions, ...told] : actions),
    later: [
      ...(lifted.some(({ kind }) => kind === 'ban') ? [{ job: 'unban', key: String(row.number), at: null }] : []),
      ...lookAfter(ctx, row, told),
    ],
    back,
    lost: done.filter((does) => never.includes(does)),
  }
}

/** Mutes and bans of other cases stay in force: the longer of two is not cut short by taking back the other. */
function lift(ctx: ModerationCtx, row: CaseRow, lifted: readonly Sanction[], left: readonly Sanction[]): Draft[] {
  const about = { group: row.group_ref, user: row.user, reason: auditReason(ctx, row), priority: 'moderation' } as const
  const has = (kind: Sanction['kind']) => lifted.some((sanction) => sanction.kind === kind)
  const actions: Draft[] = []
  if (has('ban') && !bansByKick(ctx) && endOf(left, 'ban', row.group_id, ctx.now) === undefined)
    actions.push({ type: 'unban', ...about })
  if (!has('mute') || isAsked(ctx, 'mute')) return actions
  const end = endOf(left, 'mute', row.group_id, ctx.now)
  if (end === undefined) actions.push({ type: 'unmute', ...about })
  else if (end !== null) actions.push({ type: 'mute', forMs: Math.max(1000, end - ctx.now), ...about })
  return actions
}

/** Who is out is not called in front of those who are in. */
async function tell(
  ctx: ModerationCtx,
  row: CaseRow,
  back: readonly Sanction['kind'][],
  removed: boolean,
): Promise<Draft[]> {
  const member = await ctx.find(row.user)
  if (!member) return []
  const about = { group: ctx.group.name, case: row.number }
  const say = sayTo(ctx, member)
  const may = [
    ...(back.includes('mute') ? [say('told.undone.mute')] : []),
    ...(back.includes('ban') || removed ? [say('told.undone.out')] : []),
  ]
  const text = [say('told.undone', about), ...may].join('\n')
  const aloud = member.present ? say('told.undone.aloud', about) : ''
  return [{ type: 'whisper', group: row.group_ref, user: row.user, text, aloud }]
}
