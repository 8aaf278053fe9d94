/** A raid ends by itself, or because staff says so: what was set is given back, and staff reads what it was. */
import type { Verdict } from '../../../core/feature.ts'
import { type ModerationCtx, moderation } from '../kit.ts'
import type { GroupRow, Store } from '../store.ts'
import { arrivalsOfRaid } from './acts.ts'
import { givenBack, measuresOf } from './measures.ts'
import type { RaidRow } from './store.ts'
import { summaryIn, summed } from './summary.ts'
import { toStaff } from './tell.ts'
import { undoQuestion } from './undo.ts'

/** Planned anew with every burst, so that it runs once, when it is calm. */
export const raidOver = moderation.job({
  name: 'raid-over',
  run: async (ctx) => {
    const group = await ctx.store.groups.get({ group_id: ctx.group.id })
    if (group.raid_until === 0 || group.raid_until > ctx.due) return undefined
    return ended(ctx, group)
  },
})

/** `rests`: until when none begins by itself. */
export async function ended(ctx: ModerationCtx, group: GroupRow, rests = 0): Promise<Verdict<Store> | undefined> {
  const raid = await ctx.store.raidLog.get({ group_id: ctx.group.id, number: group.raid })
  if (raid.state !== 'on') return undefined
  const over: RaidRow = { ...raid, state: 'over', ended_at: ctx.now }
  const sum = await summed(ctx, await arrivalsOfRaid(ctx, raid.number))
  const back = await givenBack(ctx, measuresOf(raid))
  const question = sum.cases.length > 0 ? undoQuestion(over, sum.cases.length) : undefined
  const told = await toStaff(ctx, `raid-${raid.number}-over`, (say) => summaryIn(ctx, say, over, sum), question)
  return {
    actions: [...back, ...told.actions],
    later: [{ job: 'raid-over', key: 'raid', at: null }],
    save: async (store) => {
      const now = await store.groups.get({ group_id: ctx.group.id })
      const until = Math.min(now.raid_until, ctx.now)
      store.groups.put({ ...now, raid_until: until, raid_level: 0, raid_does: '', raid_rest: rests })
      store.raidLog.put({ ...over, asked: JSON.stringify(told.asked) })
    },
    why: { decided: 'raid over', checks: [{ name: 'raid', found: `R${raid.number}` }] },
  }
}
