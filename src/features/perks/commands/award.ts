import { z } from 'zod'
import { accountOf } from '../accounts.ts'
import { refuse } from '../answers.ts'
import { type CommandCtx, perks } from '../base.ts'
import { mint } from '../ledger.ts'
import type { MemberRow } from '../store.ts'

/** Points by a moderator's word, with the reason said aloud; below zero they are taken. */
export const award = perks.command({
  name: 'award',
  aliases: ['奖励', '加分'],
  role: 'moderator',
  input: z.strictObject({
    member: z.string().meta({ ref: 'member' }),
    points: z.int().min(-1_000_000).max(1_000_000),
    reason: z.string().min(1).max(200).meta({ ref: 'longtext' }),
  }),
  async run(ctx, { member: id, points, reason }) {
    const { awardMax: max } = ctx.config
    const member = await ctx.find(id)
    if (member === undefined) return refuse(ctx, 'member', 'nobody')
    if (member.id === ctx.member.id) return refuse(ctx, 'member', 'self')
    if (points === 0 || Math.abs(points) > max) return refuse(ctx, 'points', 'amount', { max })
    const row = await accountOf(ctx, member)
    const balance = await ctx.store.ledger.balance(row.community, row.account)
    if (balance + points < 0) return refuse(ctx, 'points', 'debt', { name: member.name, balance })
    const vars = { name: member.name, points: Math.abs(points), reason, balance: balance + points }
    return {
      save: save(ctx, row, points, reason),
      reply: ctx.t(points > 0 ? 'award.given' : 'award.taken', vars),
      why: { decided: 'awarded' },
    }
  },
})

const save = (ctx: CommandCtx, row: MemberRow, points: number, reason: string) => (store: CommandCtx['store']) => {
  const about = { at: ctx.now, community: row.community, group_id: ctx.group.id }
  store.members.put(row)
  store.awards.insert({
    ...{ ...about, id: ctx.event.id, member_id: row.member_id, by_member: ctx.member.id },
    ...{ points, reason },
  })
  const [from_account, to_account] = points > 0 ? [mint, row.account] : [row.account, mint]
  const entry = { ...about, id: `${ctx.event.id}:award`, from_account, to_account, points: Math.abs(points) }
  return store.ledger.move({ ...entry, kind: 'award', ref: ctx.event.id })
}
