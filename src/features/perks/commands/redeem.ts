import { z } from 'zod'
import type { Draft } from '../../../core/action.ts'
import { pick } from '../../../core/words.ts'
import { accountOf } from '../accounts.ts'
import { localeOf, refuse } from '../answers.ts'
import { type CommandCtx, perks } from '../base.ts'
import type { Perk } from '../config.ts'
import { perkAccount } from '../ledger.ts'
import { refusal } from '../redemptions.ts'
import { codeOf } from '../secret.ts'
import type { MemberRow, RedemptionRow } from '../store.ts'
import { catalogueText } from './perks.ts'

/** Points for a perk: the member gets a code, the staff is told to hand it over. Without a perk it shows what there is. */
export const redeem = perks.command({
  name: 'redeem',
  aliases: ['兑换'],
  role: 'member',
  private: true,
  input: z.strictObject({ perk: z.string().max(60).optional().meta({ ref: 'perk' }) }),
  async run(ctx, input) {
    if (!input.perk?.trim()) return { reply: await catalogueText(ctx) }
    const perk = findPerk(ctx, input.perk)
    if (perk === undefined) return refuse(ctx, 'perk', 'perk', { perk: input.perk })
    const row = await accountOf(ctx, ctx.member)
    const balance = await ctx.store.ledger.balance(row.community, row.account)
    const against = await refusal(ctx, perk, ctx.member.id, balance)
    const name = pick(perk.name, localeOf(ctx))
    if (against) return refuse(ctx, 'perk', against, { name, missing: perk.cost - balance, limit: perk.perMember ?? 0 })
    const code = codeOf(ctx.event.id)
    return {
      actions: await tellStaff(ctx, perk, code),
      save: save(ctx, perk, row, code),
      reply: ctx.tFor(ctx.member, 'redeem.done', { name, code, cost: perk.cost, balance: balance - perk.cost }),
      why: { decided: 'redeemed', checks: [{ name: 'perk', found: perk.id }] },
    }
  },
})

/** By its number in the list, its id, or its name in either language. */
function findPerk({ config: { catalogue } }: CommandCtx, typed: string): Perk | undefined {
  const wanted = typed.normalize('NFKC').trim().toLowerCase()
  const named = (perk: Perk) => [perk.id, perk.name.zh, perk.name.en].some((name) => name?.toLowerCase() === wanted)
  return catalogue.find(named) ?? (/^\d{1,3}$/.test(wanted) ? catalogue[Number(wanted) - 1] : undefined)
}

const save = (ctx: CommandCtx, perk: Perk, row: MemberRow, code: string) => async (store: CommandCtx['store']) => {
  const { id: ref } = ctx.event
  const kept: RedemptionRow = {
    ...{ code, at: ctx.now, community: row.community, group_id: ctx.group.id, member_id: row.member_id },
    ...{ perk: perk.id, cost: perk.cost, price: perk.price, state: 'open', done_at: 0, by_member: '' },
  }
  store.redemptions.insert(kept)
  await store.ledger.move({
    ...{ id: `${ref}:redeem`, at: ctx.now, community: row.community, group_id: ctx.group.id },
    ...{ from_account: row.account, to_account: perkAccount(perk.id), points: perk.cost, kind: 'redeem', ref: code },
  })
}

/** More than these need not know; the office shows it to all. */
const mostTold = 5

async function tellStaff(ctx: CommandCtx, perk: Perk, code: string): Promise<Draft[]> {
  const staff = await ctx.staff()
  return staff.slice(0, mostTold).map((one) => {
    const name = pick(perk.name, one.locale ?? ctx.group.languages[0] ?? 'zh')
    const text = ctx.tFor(one, 'redeem.staff', { member: ctx.member.name, name, code, cost: perk.cost })
    return { type: 'whisper', group: ctx.group.ref, user: one.user, text, key: `staff-${one.id}` }
  })
}
