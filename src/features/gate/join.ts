/** Somebody comes in: whether they have to be verified, and that they are asked soon. */
import type { EventCtx, Later, Verdict } from '../../core/feature.ts'
import { isStaff } from '../../core/words.ts'
import { type GateCtx, gate } from './base.ts'
import type { GateConfig } from './config.ts'
import { inquiry } from './staff.ts'
import { type DoorRow, type GateStore, isOpen, type NewcomerRow } from './store.ts'

type JoinCtx = EventCtx<GateConfig, GateStore, 'member.join'>
/** Those who come within so long are asked in one post, */
const gatherMs = 10_000
/** and there are so long between two of them. */
const apartMs = 60_000
const dayMs = 86_400_000

export const onJoin = gate.on('member.join', async (ctx) => {
  const { event, member, group, store, config } = ctx
  if (config.mode === 'off' || ctx.asks === 'nothing') return undefined
  if (member.joinedAt < event.at) return undefined // told again of one who is here
  const before = await store.newcomers.get({ group_id: group.id, member_id: member.id })
  const raid = config.mode === 'raid' ? await store.raids.verifying(group.id, ctx.now) : 0
  // Who has begun to be verified goes on with it when they come back.
  const cause = raid > 0 ? 'raid' : config.mode === 'always' || isUnfinished(before) ? 'always' : undefined
  if (cause === undefined) return undefined
  const exempt = await exemptBy(ctx, before)
  if (exempt) return { why: { decided: 'exempt', checks: [{ name: exempt }] } }
  return admitted(ctx, atTheGate(ctx, before, cause))
})
const isUnfinished = ({ state }: NewcomerRow) => state === 'left' || state === 'refused' || state === 'removed'

export const atTheGate = ({ now }: Pick<GateCtx, 'now'>, before: NewcomerRow, cause: string): NewcomerRow => ({
  ...before,
  state: 'waiting',
  cause,
  came_at: now,
  called_at: 0,
  due_at: 0,
  hints: 0,
  unseen: 0,
})

/** Who failed as often as may be is not asked again: staff decides. */
async function admitted(ctx: JoinCtx, row: NewcomerRow): Promise<Verdict<GateStore>> {
  if (row.failures < ctx.config.tries) return waits(ctx, row)
  const asked = await inquiry(ctx, 'failed', [ctx.member])
  if (!asked) return waits(ctx, { ...row, failures: 0 })
  return {
    actions: asked.actions,
    save: async (store) => {
      await store.keep({ ...row, state: 'staff', question: asked.row.id })
      store.questions.put(asked.row)
    },
    why: { decided: 'asked staff', checks: [{ name: 'failures', found: String(row.failures) }] },
  }
}
async function waits(ctx: JoinCtx, row: NewcomerRow): Promise<Verdict<GateStore>> {
  const { due, later } = callSoon(ctx, await ctx.store.doors.get({ group_id: ctx.group.id }))
  return {
    later,
    save: async (store) => {
      await store.keep(row)
      const door = await store.doors.get({ group_id: row.group_id })
      store.doors.put({ ...door, due })
    },
    why: { decided: 'to be verified', checks: [{ name: row.cause }] },
  }
}
/** The next post that asks newcomers, unless one is due already. */
export function callSoon({ now }: Pick<GateCtx, 'now'>, door: DoorRow): { due: number; later: readonly Later[] } {
  if (door.due > now) return { due: door.due, later: [] }
  const due = Math.max(now + gatherMs, door.called_at + apartMs)
  return { due, later: [{ job: 'call', key: 'door', at: due }] }
}

/** Why somebody need not be verified; undefined where they have to. */
async function exemptBy(ctx: JoinCtx, before: NewcomerRow): Promise<string | undefined> {
  const { event, member, config, now } = ctx
  const { invited, roles, passedDays } = config.exempt
  if (isStaff(member.role)) return 'staff'
  if (event.roles?.some((role) => roles.includes(role))) return 'role'
  if (before.passed_at > 0 && now - before.passed_at < passedDays * dayMs) return 'passed before'
  // They were here before there was a gate.
  if (before.state === '' && member.joins > 1) return 'was here before'
  // A link is everybody's, whoever made it: where the inviter has to be guessed, nobody vouches for the newcomer.
  if (!invited || event.invitedBy === undefined || event.inviteSure !== undefined) return undefined
  const inviter = await ctx.find(event.invitedBy)
  return inviter && isStaff(inviter.role) ? 'invited by staff' : undefined
}

export const onLeave = gate.on('member.leave', async ({ store, group, member }) => {
  const row = await store.newcomers.find({ group_id: group.id, member_id: member.id })
  if (!row || !isOpen(row)) return undefined
  return {
    save: (tables) => tables.keep({ ...row, state: 'left', due_at: 0 }),
    why: { decided: row.state === 'removed' ? 'gone' : 'left unverified' },
  }
})
