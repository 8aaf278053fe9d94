/** What members press: one of the entries offered, or whether an answer helped. */
import type { EventCtx, Verdict } from '../../core/feature.ts'
import { answer } from './answer.ts'
import { faq } from './base.ts'
import type { FaqConfig } from './config.ts'
import { deskOf } from './desk.ts'
import type { FaqStore, OfferRow } from './store.ts'
import { noteUnanswered } from './unanswered.ts'

type Ctx = EventCtx<FaqConfig, FaqStore, 'choice'>

export const onChoice = faq.on('choice', (ctx) => {
  const [, kind, entry = ''] = ctx.event.ask.split(':')
  return kind === 'rate' ? rated(ctx, entry) : chosen(ctx)
})

/** One vote per member and entry; a second one replaces it. */
async function rated(ctx: Ctx, entry: string): Promise<Verdict<FaqStore> | undefined> {
  const { community, event, member } = ctx
  if (event.option !== 'yes' && event.option !== 'no') return undefined
  const vote = event.option === 'yes' ? 1 : -1
  const key = { community: community.id, entry }
  const row = await ctx.store.votes.get({ ...key, member_id: member.id })
  const reply = ctx.tFor(member, vote === 1 ? 'rate.thanks' : 'rate.sorry')
  if (row.vote === vote) return { reply, why: { decided: 'rated' } }
  return {
    save: (store) => {
      store.votes.put({ ...row, vote })
      store.uses.add(key, {
        helpful: (vote === 1 ? 1 : 0) - (row.vote === 1 ? 1 : 0),
        unhelpful: (vote === -1 ? 1 : 0) - (row.vote === -1 ? 1 : 0),
      })
    },
    reply,
    why: { decided: 'rated', checks: [{ name: entry, found: event.option }] },
  }
}

/** The first choice counts: later ones come from a message that was answered already. */
async function chosen(ctx: Ctx): Promise<Verdict<FaqStore> | undefined> {
  const { event, member } = ctx
  const row = await ctx.store.offers.find({ ask: event.ask })
  if (row?.chosen !== '') return undefined
  if (event.option === 'none') return noneOfThem(ctx, row)
  const entry = (await deskOf(ctx)).find(event.option)
  if (!entry) return { reply: ctx.tFor(member, 'offer.gone') }
  const { language, message } = row
  const why = { decided: 'answered', checks: [{ name: entry.id }] }
  const verdict = await answer(ctx, { entry, language, member, message, source: event.id, why })
  return {
    ...verdict,
    save: async (store) => {
      store.offers.put({ ...row, chosen: entry.id })
      store.uses.add({ community: ctx.community.id, entry: entry.id }, { chosen: 1 })
      await verdict.save?.(store)
    },
  }
}
function noneOfThem(ctx: Ctx, row: OfferRow): Verdict<FaqStore> {
  const { signature, words, language, message, member_id: member } = row
  return {
    save: async (store) => {
      store.offers.put({ ...row, chosen: 'none' })
      if (signature) await noteUnanswered(ctx, store, { signature, words, language, message, member, text: '' })
    },
    reply: ctx.tFor(ctx.member, 'offer.noted'),
    why: { decided: 'silent', checks: [{ name: 'none' }] },
  }
}
