/** Somebody came in: welcome now, welcome with others in a moment, or keep quiet, and say why. */
import type { EventCtx, Verdict } from '../../core/feature.ts'
import { welcome } from './base.ts'
import type { WelcomeConfig } from './config.ts'
import { isAtGate, isRaid, joined, posted } from './door.ts'
import { followUps, greeting } from './greeting.ts'
import { type DoorRow, type NewcomerRow, type State, silent, type WelcomeStore } from './store.ts'
import { opened } from './window.ts'

type JoinCtx = EventCtx<WelcomeConfig, WelcomeStore, 'member.join'>
const dayMs = 86_400_000

export const onJoin = welcome.on('member.join', async (ctx) => {
  const { store, group, member } = ctx
  const before = await store.newcomers.get({ group_id: group.id, member_id: member.id })
  // Platforms tell joins of members who are here already; the engine does not count those, so neither do we.
  if (member.joins <= before.joins) return { why: silent('known', `#${before.joins}`) }
  const door = joined(await store.doors.get({ group_id: group.id }), ctx.now, ctx.config.raid.joinsPerMinute)
  const inviter = ctx.event.invitedBy === undefined ? undefined : await ctx.find(ctx.event.invitedBy)
  const row: NewcomerRow = {
    ...before,
    joins: member.joins,
    joined_at: ctx.now,
    inviter_id: inviter && inviter.id !== member.id ? inviter.id : before.inviter_id,
  }
  return decide(ctx, row, door)
})

async function decide(ctx: JoinCtx, row: NewcomerRow, door: DoorRow): Promise<Verdict<WelcomeStore>> {
  const { config, now } = ctx
  if (!config.enabled) return quiet(row, door, 'off')
  if (await isAtGate(ctx, ctx.member)) return quiet(row, door, 'gate')
  if (await isRaid(ctx, door)) {
    const ours = door.raid_at === now
    return quiet(row, door, 'raid', ours ? `> ${config.raid.joinsPerMinute}/min` : undefined)
  }
  if (isKnown(row, config, now)) return quiet(row, door, 'known')
  return config.windowSeconds > 0 ? wait(ctx, row, door) : greetNow(ctx, row, door)
}

/** By the owner's policy on those who come back. */
export function isKnown({ welcomed_at }: NewcomerRow, { rejoin }: WelcomeConfig, now: number): boolean {
  if (welcomed_at === 0 || rejoin === 'again') return false
  return rejoin === 'never' || now - welcomed_at < rejoin.afterDays * dayMs
}

const quiet = (row: NewcomerRow, door: DoorRow, state: State, found?: string): Verdict<WelcomeStore> => ({
  why: silent(state, found),
  save: (store) => keep(store, { ...row, state }, door),
})
function keep(store: WelcomeStore, row: NewcomerRow, door: DoorRow): void {
  store.newcomers.put(row)
  store.doors.put(door)
}

/** The first one opens a window; those who come while it is open are welcomed with them. */
function wait(ctx: JoinCtx, row: NewcomerRow, door: DoorRow): Verdict<WelcomeStore> {
  const { now, config } = ctx
  const { due, later } = opened(ctx, door)
  const is = door.due > now ? 'merged' : 'waiting'
  return {
    why: { decided: is, checks: [{ name: 'window', found: `${config.windowSeconds} s` }] },
    later,
    save: (store) => keep(store, { ...row, state: 'waiting' }, { ...door, due }),
  }
}

async function greetNow(ctx: JoinCtx, row: NewcomerRow, door: DoorRow): Promise<Verdict<WelcomeStore>> {
  const after = posted(door, ctx.now, ctx.config.perHour)
  if (!after) return quiet(row, door, 'cap', `${ctx.config.perHour}/h`)
  const newcomers = [{ member: ctx.member, inviter: row.inviter_id ? await ctx.find(row.inviter_id) : undefined }]
  return {
    why: { decided: 'welcomed' },
    actions: greeting(ctx, newcomers),
    later: followUps(ctx, newcomers),
    save: (store) => keep(store, { ...row, state: 'welcomed', welcomed_at: ctx.now }, after),
  }
}
