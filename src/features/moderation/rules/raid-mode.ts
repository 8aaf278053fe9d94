/** How a rule turns raid mode on: the one place where rules and raids meet. */
import type { ModerationCtx } from '../kit.ts'
import { course, isOn, keepCourse, type Signal } from '../raid/course.ts'
import { rank } from '../raid/levels.ts'
import type { Done } from './soft.ts'

/**
 * On from now for `forMs`, or as long as the rulebook lets a raid last without a burst. It is never cut short, and does
 * not begin while staff wants none to begin by itself.
 */
export async function raidMode(ctx: ModerationCtx, forMs: number | undefined): Promise<Done> {
  const { raid } = ctx.config
  const until = ctx.now + Math.min(forMs ?? raid.calm, raid.longest)
  const group = await ctx.store.groups.get({ group_id: ctx.group.id })
  const longer = isOn(group, ctx.now) && group.raid_until >= until && group.raid_level >= rank('guarded')
  if (longer || group.raid_rest > ctx.now) return { actions: [], later: [] }
  const signal: Signal = { level: 'guarded', cause: 'rule', since: ctx.now, until, count: 0 }
  const goes = await course(ctx, group, signal, 0)
  return { actions: goes.actions, later: goes.later, save: (store) => keepCourse(store, goes) }
}
