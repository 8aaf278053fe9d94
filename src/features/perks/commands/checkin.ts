import { z } from 'zod'
import { dayNumberAt } from '../../../time/days.ts'
import { accountOf } from '../accounts.ts'
import { perks } from '../base.ts'
import { mint } from '../ledger.ts'
import { bonusOn, checkedIn, daysToBonus } from '../streak.ts'

/** Once a local day; a streak of days in a row earns a bonus. */
export const checkin = perks.command({
  name: 'checkin',
  aliases: ['签到', '打卡'],
  role: 'member',
  private: true,
  input: z.strictObject({}),
  async run(ctx) {
    const { member, group, now, config } = ctx
    const before = await accountOf(ctx, member)
    const balance = await ctx.store.ledger.balance(before.community, before.account)
    const row = checkedIn(before, dayNumberAt(now, group.timezone))
    if (row === undefined) return { reply: ctx.tFor(member, 'checkin.again', { streak: before.streak, balance }) }
    const bonus = bonusOn(row.streak, config.checkin.streaks)
    const points = config.checkin.points + bonus
    const days = daysToBonus(row.streak, config.checkin.streaks)
    const lines = [
      ctx.tFor(member, 'checkin.done', { points, balance: balance + points, streak: row.streak }),
      ...(bonus > 0 ? [ctx.tFor(member, 'checkin.bonus', { streak: row.streak, bonus })] : []),
      ...(bonus === 0 && days !== undefined ? [ctx.tFor(member, 'checkin.next', { days })] : []),
    ]
    const entry = {
      ...{ id: `${ctx.event.id}:checkin`, at: now, community: row.community, group_id: group.id },
      ...{ from_account: mint, to_account: row.account, points, kind: 'checkin' as const, ref: '' },
    }
    return {
      save: (store) => {
        store.members.put(row)
        return points > 0 ? store.ledger.move(entry) : undefined
      },
      reply: lines.join('\n'),
      why: { decided: 'checked-in' },
    }
  },
})
