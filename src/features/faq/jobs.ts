/** Later: the answer that waited whether a member would give it. */
import { pick } from '../../core/words.ts'
import { answer } from './answer.ts'
import { faq } from './base.ts'
import { deskOf } from './desk.ts'
import { spotOf } from './spot.ts'
import type { Noted } from './unanswered.ts'

/** Planned by `listen.ts` under the question's message, called off when somebody replies to it. */
export const held = faq.job({
  name: 'answer',
  run: async (ctx) => {
    const { payload, key, due, group } = ctx
    const member = await ctx.find(String(payload.member))
    const entry = (await deskOf(ctx)).find(String(payload.entry))
    const language = payload.language === 'zh' ? 'zh' : 'en'
    if (!member || !entry || pick(entry.answer, language) === '') return undefined
    const source = `job:faq:answer:${key}:${group.id}:${due}`
    const why = { decided: 'answered', checks: [{ name: entry.id }] }
    const noted = (payload.noted as Noted | undefined) ?? { signature: '', words: '', text: '' }
    const message = String(payload.message)
    return answer(ctx, { entry, language, member, message, spot: spotOf(ctx), noted, source, why })
  },
})
