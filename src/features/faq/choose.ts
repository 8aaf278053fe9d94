/** What members press: one of the entries offered, or whether an answer helped. */
import type { EventCtx, Verdict } from '../../core/feature.ts'
import { answer } from './answer.ts'
import { faq } from './base.ts'
import type { FaqConfig } from './config.ts'
import { confirmed } from './confirm.ts'
import { deskOf } from './desk.ts'
import type { FaqStore, OfferRow } from './store.ts'
import { noteUnanswered } from './unanswered.ts'
import { voted } from './votes.ts'

type Ctx = EventCtx<FaqConfig, FaqStore, 'choice'>

export const onChoice = faq.on('choice', (ctx) => {
  const [, kind, entry = '', said = ''] = ctx.event.ask.split(':')
  return kind === 'rate' ? rated(ctx, entry, said) : chosen(ctx)
})

async function rated(ctx: Ctx, entry: string, said: string): Promise<Verdict<FaqStore> | undefined> {
  const { option } = ctx.event
  if (option !== 'yes' && option !== 'no') return undefined
  const vote = option === 'yes' ? 1 : -1
  const verdict = await voted(ctx, ctx.member, vote, entry, await ctx.store.said.find({ said }))
  return { ...verdict, reply: ctx.tFor(ctx.member, vote === 1 ? 'rate.thanks' : 'rate.sorry') }
}

/** The first choice counts: later ones come from a message that was answered already. */
async function chosen(ctx: Ctx): Promise<Verdict<FaqStore> | undefined> {
  const { event, member } = ctx
  const row = await ctx.store.offers.find({ ask: event.ask })
  if (row?.chosen !== '') return undefined
  if (event.option === 'none') return noneOfThem(ctx, row)
  const entry = (await deskOf(ctx)).find(event.option)
  if (!entry) return { reply: ctx.tFor(member, 'offer.gone') }
  const { language, message, spot, signature, words, text } = row
  const why = { decided: 'answered', checks: [{ name: entry.id }] }
  const noted = { signature, words, text }
  const asked = { entry, language, member, message, spot, noted, source: event.id, why, wanted: true }
  const verdict = await answer(ctx, asked)
  return {
    ...verdict,
    save: async (store) => {
      store.offers.put({ ...row, chosen: entry.id })
      store.uses.add({ community: ctx.community.id, entry: entry.id }, { chosen: 1 })
      await verdict.save?.(store)
      await confirmed(ctx, store, entry, { ...noted, member: member.id, source: event.id })
    },
  }
}
function noneOfThem(ctx: Ctx, row: OfferRow): Verdict<FaqStore> {
  const { signature, words, language, message, spot, member_id: member, text } = row
  return {
    save: async (store) => {
      store.offers.put({ ...row, chosen: 'none' })
      if (signature) await noteUnanswered(ctx, store, { signature, words, language, message, spot, member, text })
    },
    reply: ctx.tFor(ctx.member, 'offer.noted'),
    why: { decided: 'silent', checks: [{ name: 'none' }] },
  }
}
