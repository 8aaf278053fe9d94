import { z } from 'zod'
import type { Database } from '../../../core/tables.ts'
import { dayNumberAt } from '../../../time/days.ts'
import { activity } from '../base.ts'
import type { ActivityConfig } from '../config.ts'
import { membersIn, numbersOf } from '../reports.ts'
import { changeText, type Say, toGroup } from '../say.ts'
import { sparkline } from '../sparkline.ts'
import { type Week, weekBefore } from '../week.ts'

const everyone = 100_000

export const stats = activity.command({
  name: 'stats',
  aliases: ['统计', '数据'],
  role: 'member',
  input: z.strictObject({}),
  run: async (ctx) => {
    const { group, now, config } = ctx
    const today = dayNumberAt(now, group.timezone)
    const db = await ctx.sql()
    const week = await weekBefore(db, group.id, today)
    const [sofar] = await numbersOf(db, [group.id], { from: today, to: today })
    const kinds = await segmentCounts(db, group.id, config, { now, today })
    const reply = toGroup(ctx, (say) =>
      [
        say('stats.title', { group: group.name }),
        ...weekLines(say, week),
        say('stats.today', { messages: sofar?.messages ?? 0, active: sofar?.active ?? 0 }),
        say('stats.segments', kinds),
      ].join('\n'),
    )
    return { reply }
  },
})

function weekLines(say: Say, { days, before, active, activeBefore, busiest, totals, totalsBefore }: Week): string[] {
  const spark = sparkline(
    days.map((day) => day.messages),
    Math.max(...days.map((day) => day.messages), ...before.map((day) => day.messages)),
  )
  const change = changeText(say, totals.messages, totalsBefore.messages)
  const lines = [
    say('stats.messages', { messages: totals.messages, change, spark }),
    say('stats.active', { active, change: changeText(say, active, activeBefore) }),
    say('stats.moves', {
      joins: totals.joins,
      leaves: totals.leaves,
      joinsBefore: totalsBefore.joins,
      leavesBefore: totalsBefore.leaves,
    }),
  ]
  if (busiest !== undefined) lines.push(say('stats.busiest', { from: busiest, to: busiest + 1 }))
  return lines
}

async function segmentCounts(
  db: Database,
  group: string,
  config: ActivityConfig,
  when: { readonly now: number; readonly today: number },
) {
  const counts = { core: 0, active: 0, fresh: 0, dormant: 0, gone: 0 }
  for (const { segment } of await membersIn(db, group, config.segments, when, everyone))
    counts[segment === 'new' ? 'fresh' : segment]++
  return counts
}
