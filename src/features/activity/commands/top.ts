import { z } from 'zod'
import { dayNumberAt } from '../../../time/days.ts'
import { activity } from '../base.ts'
import { leaders } from '../reports.ts'
import { pointsText, toGroup } from '../say.ts'

const periods = ['week', 'month', 'all'] as const
const lengths = { week: 7, month: 30, all: undefined } as const

export const top = activity.command({
  name: 'top',
  aliases: ['排行', '排行榜'],
  role: 'member',
  input: z.strictObject({ period: z.enum(periods).default('week') }),
  run: async (ctx, { period }) => {
    const today = dayNumberAt(ctx.now, ctx.group.timezone)
    const length = lengths[period]
    const days = length ? { from: today - length + 1, to: today } : undefined
    const leading = await leaders(await ctx.sql(), ctx.group.id, ctx.config.topSize, days)
    const rows = leading.map(
      (leader, n) => `${n + 1}. ${leader.name}  ⭐ ${pointsText(leader.points)}  💬 ${leader.messages}`,
    )
    const reply = toGroup(ctx, (say) =>
      [say(`top.${period}`), ...(rows.length ? [...rows, say('top.note')] : [say('top.none')])].join('\n'),
    )
    return { reply }
  },
})
