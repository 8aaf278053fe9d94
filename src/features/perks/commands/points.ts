import { z } from 'zod'
import { isStaff } from '../../../core/words.ts'
import { dayNumberAt } from '../../../time/days.ts'
import { refuse } from '../answers.ts'
import { perks } from '../base.ts'
import { streakOn } from '../streak.ts'

/** One's own points; staff may ask for another's. */
export const points = perks.command({
  name: 'points',
  aliases: ['积分', '我的积分'],
  role: 'member',
  private: true,
  input: z.strictObject({ member: z.string().meta({ ref: 'member' }).optional() }),
  async run(ctx, input) {
    const { store, community, group } = ctx
    if (input.member !== undefined && input.member !== ctx.member.id && !isStaff(ctx.member.role))
      return refuse(ctx, 'member', 'others')
    const about = input.member === undefined ? ctx.member : await ctx.find(input.member)
    if (about === undefined) return refuse(ctx, 'member', 'nobody')
    const row = await store.members.get({ community: community.id, member_id: about.id })
    const balance = row.account === '' ? 0 : await store.ledger.balance(community.id, row.account)
    const today = dayNumberAt(ctx.now, group.timezone)
    const vars = {
      name: about.name,
      balance,
      streak: streakOn(row, today),
      best: row.best_streak,
      earned: row.earn_day === today ? row.earned_today : 0,
      most: ctx.config.points.perDay,
    }
    const open = row.checkin_day < today && about.id === ctx.member.id ? [ctx.tFor(ctx.member, 'points.open')] : []
    return { reply: [ctx.tFor(ctx.member, 'points.line', vars), ...open].join('\n') }
  },
})
