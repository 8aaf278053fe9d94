import { z } from 'zod'
import { dayNumberAt } from '../../../time/days.ts'
import { activity } from '../base.ts'
import { busyDaysOf, placeOf } from '../reports.ts'
import { pointsText } from '../say.ts'
import { segmentOf } from '../segments.ts'
import { streakOn } from '../tally.ts'

export const me = activity.command({
  name: 'me',
  aliases: ['我', '我的'],
  role: 'member',
  private: true,
  input: z.strictObject({}),
  run: async (ctx) => {
    const { member, group, config, store, now } = ctx
    const key = { group_id: group.id, member_id: member.id }
    const row = await store.members.get(key)
    const say = (name: string, vars = {}) =>
      ctx.tFor(member, name, { name: member.name, number: member.number, ...vars })
    if (row.messages === 0) return { reply: say('me.none') }
    const regard = await store.regard.get(key)
    const today = dayNumberAt(now, group.timezone)
    const db = await ctx.sql()
    const { points, place } = await placeOf(db, group.id, member.id, { from: today - 29, to: today })
    const busyDays = await busyDaysOf(db, group.id, member.id, config.segments.core, today)
    const firstAt = Math.min(row.first_at, member.joinedAt)
    const segment = segmentOf({ present: true, firstAt, lastAt: row.last_at, busyDays }, config.segments, now)
    const lines = [
      say('me.title', { segment: say(`segment.${segment}`) }),
      say('me.messages', { messages: row.messages, days: row.days }),
      say('me.streak', { streak: streakOn(row, today), best: row.best_streak }),
      say('me.replies', { given: row.replies_given, received: regard.replies_received }),
      say('me.reactions', { given: regard.reactions_given, received: regard.reactions_received }),
      place === undefined ? say('me.noPlace') : say('me.points', { points: pointsText(points), place }),
    ]
    return { reply: lines.join('\n') }
  },
})
