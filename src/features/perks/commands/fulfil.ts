import { z } from 'zod'
import type { Draft } from '../../../core/action.ts'
import { pick } from '../../../core/words.ts'
import { refuse } from '../answers.ts'
import { type CommandCtx, perks } from '../base.ts'
import { perkAccount } from '../ledger.ts'
import { redemption } from '../redemptions.ts'
import type { MemberRow, PerksStore, RedemptionRow } from '../store.ts'

/** Staff notes that a perk was handed over, or takes the redemption back: points and stock return. */
export const fulfil = perks.command({
  name: 'fulfil',
  aliases: ['发放', '核销'],
  role: 'moderator',
  private: true,
  input: z.strictObject({ code: z.string().min(1).max(20), outcome: z.enum(['done', 'refund']).default('done') }),
  async run(ctx, input) {
    const code = input.code.normalize('NFKC').trim().toUpperCase()
    const row = await redemption(await ctx.sql(), ctx.community.id, code)
    if (row === undefined) return refuse(ctx, 'code', 'code', { code })
    if (row.state === 'refunded' || row.state === input.outcome)
      return refuse(ctx, 'code', `already.${row.state}`, { code })
    return input.outcome === 'done' ? handOver(ctx, row) : refund(ctx, row)
  },
})

async function handOver(ctx: CommandCtx, row: RedemptionRow) {
  return {
    actions: await tellMember(ctx, row, 'fulfil.told'),
    save: (store: PerksStore) => settle(ctx, store, row, 'done'),
    reply: ctx.tFor(ctx.member, 'fulfil.done', { code: row.code }),
    why: { decided: 'fulfilled' },
  }
}

async function refund(ctx: CommandCtx, row: RedemptionRow) {
  const owner = await accountBehind(ctx, row)
  if (owner === undefined) return refuse(ctx, 'code', 'forgotten', { code: row.code })
  return {
    actions: await tellMember(ctx, row, 'fulfil.refunded'),
    save: async (store: PerksStore) => {
      await settle(ctx, store, row, 'refunded')
      await store.ledger.move({
        ...{ id: `${ctx.event.id}:refund`, at: ctx.now, community: row.community, group_id: ctx.group.id },
        ...{ from_account: perkAccount(row.perk), to_account: owner.account, points: row.cost, kind: 'refund' },
        ref: row.code,
      })
    },
    reply: ctx.tFor(ctx.member, 'fulfil.refund', { code: row.code, cost: row.cost }),
    why: { decided: 'refunded' },
  }
}

/** Undefined where the member has been forgotten since. */
async function accountBehind({ store }: CommandCtx, row: RedemptionRow): Promise<MemberRow | undefined> {
  if (row.member_id === '') return undefined
  const found = await store.members.find({ community: row.community, member_id: row.member_id })
  return found?.account ? found : undefined
}

async function settle(ctx: CommandCtx, store: PerksStore, row: RedemptionRow, state: RedemptionRow['state']) {
  const db = await store.sql()
  await db
    .updateTable('perks_redemptions')
    .set({ state, done_at: ctx.now, by_member: ctx.member.id })
    .where('code', '=', row.code)
    .execute()
}

async function tellMember(ctx: CommandCtx, row: RedemptionRow, key: string): Promise<Draft[]> {
  const member = row.member_id === '' ? undefined : await ctx.find(row.member_id)
  if (!member?.present) return []
  const known = ctx.config.catalogue.find(({ id }) => id === row.perk)
  const name = known ? pick(known.name, member.locale ?? ctx.group.languages[0] ?? 'zh') : row.perk
  const text = ctx.tFor(member, key, { name, code: row.code, cost: row.cost })
  return [{ type: 'whisper', group: ctx.group.ref, user: member.user, text, key: 'told' }]
}
