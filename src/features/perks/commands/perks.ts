import { z } from 'zod'
import { pick } from '../../../core/words.ts'
import { localeOf } from '../answers.ts'
import { type CommandCtx, perks } from '../base.ts'
import type { Perk } from '../config.ts'
import { leftOf, type Taken, takenOf } from '../redemptions.ts'

/** The catalogue, with what is left. */
export const catalogue = perks.command({
  name: 'perks',
  aliases: ['福利', '福利社'],
  role: 'member',
  private: true,
  input: z.strictObject({}),
  run: async (ctx) => ({ reply: await catalogueText(ctx) }),
})

export async function catalogueText(ctx: CommandCtx): Promise<string> {
  const { member, store, community, config } = ctx
  if (config.catalogue.length === 0) return ctx.tFor(member, 'catalogue.none')
  const row = await store.members.get({ community: community.id, member_id: member.id })
  const balance = row.account === '' ? 0 : await store.ledger.balance(community.id, row.account)
  const taken = await takenOf(await ctx.sql(), community.id, member.id)
  const lines = config.catalogue.flatMap((perk, index) => describe(ctx, perk, index + 1, taken.get(perk.id)))
  const head = ctx.tFor(member, 'catalogue.head', { balance })
  return [head, ...lines, ctx.tFor(member, 'catalogue.how')].join('\n')
}

function describe(ctx: CommandCtx, perk: Perk, n: number, taken: Taken | undefined): string[] {
  const locale = localeOf(ctx)
  const left = leftOf(perk, taken)
  const notes = [
    ...(left === undefined ? [] : [ctx.tFor(ctx.member, left === 0 ? 'catalogue.gone' : 'catalogue.left', { left })]),
    ...(perk.perMember === undefined
      ? []
      : [ctx.tFor(ctx.member, 'catalogue.limit', { limit: perk.perMember, own: taken?.own ?? 0 })]),
  ]
  const vars = { n, name: pick(perk.name, locale), cost: perk.cost, notes: notes.join('') }
  return [ctx.tFor(ctx.member, 'catalogue.line', vars), ...(perk.about ? [`    ${pick(perk.about, locale)}`] : [])]
}
