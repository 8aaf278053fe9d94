/** How a rule turns raid mode on: the one place where rules and raids meet. */
import type { ModerationCtx } from '../kit.ts'
import { tellStaff } from '../staff.ts'
import { lasting } from '../wording.ts'
import type { Done } from './soft.ts'

/** On from now for `forMs`, or as long as the rulebook lets a raid last without a burst. It is never cut short. */
export async function raidMode(ctx: ModerationCtx, forMs: number | undefined): Promise<Done> {
  const { raid } = ctx.config
  const until = ctx.now + Math.min(forMs ?? raid.calm, raid.longest)
  const before = await ctx.store.groups.get({ group_id: ctx.group.id })
  const on = before.raid_until > ctx.now
  if (before.raid_until >= until) return { actions: [], later: [] }
  const told = await tellStaff(ctx, (say) =>
    say('raid.by-rule', { group: ctx.group.name, for: lasting(say, until - ctx.now), does: say(`raid.${raid.does}`) }),
  )
  return {
    actions: on ? [] : told,
    later: [{ job: 'raid-over', key: 'raid', at: until }],
    // Read again: the join that set the rule off is counted in the same row.
    save: async (store) => {
      const row = await store.groups.get({ group_id: ctx.group.id })
      const began = on ? { raid_since: row.raid_since } : { raid_since: ctx.now, raid_joins: 0 }
      store.groups.put({ ...row, ...began, raid_until: Math.max(row.raid_until, until) })
    },
  }
}
