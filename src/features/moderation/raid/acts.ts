/** What a stricter level means for those of the raid who came before it; and what is forgotten of those who came long ago. */
import type { Member } from '../../../core/people.ts'
import { type ModerationCtx, moderation } from '../kit.ts'
import type { GroupRow } from '../store.ts'
import { against } from './against.ts'
import type { RaidDeed } from './config.ts'
import { isOn } from './course.ts'
import { type ArrivalRow, arrivalsTable } from './store.ts'

/** Planned anew with each that comes: it runs once for all of them. */
export const raidActs = moderation.job({
  name: 'raid-acts',
  run: async (ctx) => {
    const group = await ctx.store.groups.get({ group_id: ctx.group.id })
    if (!isOn(group, ctx.now) || ctx.group.observe) return undefined
    const raid = await ctx.store.raidLog.get({ group_id: ctx.group.id, number: group.raid })
    const deeds = new Set(group.raid_does.split(',')) as ReadonlySet<RaidDeed>
    const dealt = await against(ctx, raid, deeds, await ofRaid(ctx, group))
    if (dealt.actions.length === 0) return undefined
    return {
      actions: dealt.actions,
      later: dealt.later,
      save: async (store) => {
        await dealt.save(store)
        store.raidLog.put({ ...raid, acted: raid.acted + dealt.cases.length })
      },
      why: { decided: 'raid', checks: [{ name: 'cases', found: String(dealt.cases.length) }] },
    }
  },
})
async function ofRaid(ctx: ModerationCtx, { raid }: GroupRow) {
  const found: { readonly member: Member; readonly arrival: ArrivalRow }[] = []
  for (const arrival of await arrivalsOfRaid(ctx, raid)) {
    const member = arrival.number === 0 ? await ctx.find(arrival.member_id) : undefined
    if (member) found.push({ member, arrival })
  }
  return found
}
/** In the order in which they came. */
export async function arrivalsOfRaid(ctx: ModerationCtx, raid: number): Promise<readonly ArrivalRow[]> {
  const db = await ctx.sql([arrivalsTable])
  return db
    .selectFrom(arrivalsTable)
    .selectAll()
    .$castTo<ArrivalRow>()
    .where('group_id', '=', ctx.group.id)
    .where('raid', '=', raid)
    .orderBy('at')
    .limit(mostOfRaid)
    .execute()
}
const mostOfRaid = 1000

const keptMs = 30 * 86_400_000
export const tidyArrivals = moderation.job({
  name: 'tidy-arrivals',
  recurs: () => [{ key: 'daily', cron: '40 4 * * *', late: 'once' }],
  run: async (ctx) => {
    const db = await ctx.sql([arrivalsTable])
    return {
      save: () =>
        db
          .deleteFrom(arrivalsTable)
          .where('group_id', '=', ctx.group.id)
          .where('at', '<', ctx.now - keptMs)
          .execute(),
    }
  },
})
