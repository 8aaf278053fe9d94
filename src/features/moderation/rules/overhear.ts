/** Where moderation did something by other ways than a rule, rules hear of it. */
import { both } from '../both.ts'
import { onModerated } from '../by-hand.ts'
import { report } from '../commands/report.ts'
import { authorOf } from '../commands/targets.ts'
import { moderation } from '../kit.ts'
import { raidOver } from '../raid/over.ts'
import { type Told, telling } from './tell.ts'

export const onModeratedHeard = moderation.on('moderated', async (ctx) => {
  const verdict = await onModerated(ctx)
  const { event, member } = ctx
  const target = verdict?.why?.decided === 'by hand' ? await ctx.find(event.target) : undefined
  if (!target) return verdict
  const told: Told = { heard: 'case', member: target.id, case: 0, deeds: [event.act], by: member.id }
  return both(verdict, { later: telling(ctx, event.id, told) })
})

export const raidOverHeard = moderation.job({
  ...raidOver,
  run: async (ctx) => {
    const verdict = await raidOver.run(ctx)
    return verdict ? both(verdict, { later: telling(ctx, ctx.key, { heard: 'raid', is: 'ends' }) }) : undefined
  },
})

export const reportHeard: typeof report = {
  ...report,
  run: async (ctx, input) => {
    const verdict = await report.run(ctx, input)
    if (verdict?.why?.decided !== 'reported') return verdict
    const typed = typeof input.member === 'string' ? input.member : await authorOf(ctx)
    const target = typed === undefined ? undefined : await ctx.find(typed)
    return target
      ? both(verdict, { later: telling(ctx, ctx.event.id, { heard: 'report', member: target.id }) })
      : verdict
  },
}
