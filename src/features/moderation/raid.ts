/** Many strangers at once: raid mode comes by itself and goes by itself. */
import type { Draft } from '../../core/action.ts'
import type { EventCtx, Later, Verdict } from '../../core/feature.ts'
import { isStaff, type MaybePromise } from '../../core/words.ts'
import type { Config } from './config.ts'
import { moderation } from './kit.ts'
import { endOf, sanctionsOf } from './sanctions.ts'
import { tellStaff } from './staff.ts'
import type { GroupRow, StandingRow, Store } from './store.ts'
import { countSince, joinWindow, push } from './window.ts'
import { lasting, sayIn } from './wording.ts'

type JoinCtx = EventCtx<Config, Store, 'member.join'>

export const onJoin = moderation.on('member.join', async (ctx) => {
  if (ctx.event.bot || isStaff(ctx.member.role)) return undefined
  const standing = await ctx.store.standing.find({ community: ctx.community.id, member_id: ctx.member.id })
  const again = standing ? muteAgain(ctx, standing) : []
  if (ctx.member.joins > 1) return again.length > 0 ? { actions: again, why: { decided: 'muted again' } } : undefined
  const group = await ctx.store.groups.get({ group_id: ctx.group.id })
  const verdict = await counted(ctx, group)
  return { ...verdict, actions: [...again, ...(verdict.actions ?? [])] }
})

/** A mute is not shaken off by leaving and coming back. */
function muteAgain(ctx: JoinCtx, standing: StandingRow): Draft[] {
  const end = endOf(sanctionsOf(standing), 'mute', ctx.group.id, ctx.now)
  if (typeof end !== 'number') return []
  return [muting(ctx, end - ctx.now, 'audit.again')]
}
const muting = (ctx: JoinCtx, forMs: number, reason: string): Draft => ({
  type: 'mute',
  group: ctx.group.ref,
  user: ctx.event.user,
  forMs: Math.max(1000, forMs),
  reason: sayIn(ctx)(reason),
  priority: 'moderation',
})

/** One more first join. Members who come back do not count: a network that hiccups is no raid. */
function counted(ctx: JoinCtx, group: GroupRow): MaybePromise<Verdict<Store>> {
  const { raid } = ctx.config
  const at = ctx.event.at
  const since = at - raid.seconds * 1000
  const joins = push(joinWindow, group.joins, at, '', since)
  const burst = countSince(joinWindow, joins, since) >= raid.joins
  const on = group.raid_until > at
  if (on) return during(ctx, { ...group, joins }, burst)
  if (burst) return begins(ctx, { ...group, joins }, since)
  return { save: (store) => store.groups.put({ ...group, joins }) }
}

async function begins(ctx: JoinCtx, group: GroupRow, since: number): Promise<Verdict<Store>> {
  const { raid } = ctx.config
  const count = countSince(joinWindow, group.joins, since)
  const row = { ...group, raid_since: since, raid_until: ctx.event.at + raid.calm, raid_joins: count }
  const told = await tellStaff(ctx, (say) =>
    say('raid.begins', {
      group: ctx.group.name,
      count,
      seconds: raid.seconds,
      calm: lasting(say, raid.calm),
      does: say(`raid.${raid.does}`),
    }),
  )
  return settled(ctx, row, told, 'raid begins')
}

function during(ctx: JoinCtx, group: GroupRow, burst: boolean): Verdict<Store> {
  const { raid } = ctx.config
  const end = Math.min(ctx.event.at + raid.calm, group.raid_since + raid.longest)
  const raid_until = burst ? Math.max(group.raid_until, end) : group.raid_until
  return settled(ctx, { ...group, raid_joins: group.raid_joins + 1, raid_until }, [], 'raid')
}

function settled(ctx: JoinCtx, row: GroupRow, told: readonly Draft[], decided: string): Verdict<Store> {
  const ends: Later = { job: 'raid-over', key: 'raid', at: row.raid_until }
  const found = `${row.raid_joins}/${ctx.config.raid.seconds}s`
  return {
    actions: [...told, ...against(ctx)],
    later: [ends],
    save: (store) => store.groups.put(row),
    why: { decided, checks: [{ name: 'raid', found }] },
  }
}
function against(ctx: JoinCtx): Draft[] {
  const { raid } = ctx.config
  if (raid.does === 'mute') return [muting(ctx, raid.for, 'audit.raid')]
  if (raid.does === 'watch') return []
  const reason = sayIn(ctx)('audit.raid')
  return [{ type: 'kick', group: ctx.group.ref, user: ctx.event.user, reason, priority: 'moderation' }]
}

/** Planned anew with every burst, so that it runs once, when it is calm. */
export const raidOver = moderation.job({
  name: 'raid-over',
  run: async (ctx) => {
    const row = await ctx.store.groups.get({ group_id: ctx.group.id })
    if (row.raid_until === 0 || row.raid_until > ctx.due) return undefined
    const count = row.raid_joins
    const lasted = row.raid_until - row.raid_since
    return {
      actions: await tellStaff(ctx, (say) =>
        say('raid.over', { group: ctx.group.name, count, lasted: lasting(say, lasted) }),
      ),
      why: { decided: 'raid over' },
    }
  },
})
