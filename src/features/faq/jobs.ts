/** Later: the answer that waited whether a member would give it, and forgetting what is no longer needed. */
import { pick } from '../../core/words.ts'
import { answer } from './answer.ts'
import { faq } from './base.ts'
import { deskOf } from './desk.ts'

const dayMs = 86_400_000

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
    return answer(ctx, { entry, language, member, message: String(payload.message), source, why })
  },
})

/** At night in the group's zone: offers nobody pressed, answers long past, questions older than the owner keeps. */
export const tidy = faq.job({
  name: 'tidy',
  recurs: () => [{ key: 'night', cron: '20 4 * * *', late: 'once' }],
  run: async (ctx) => {
    const { config, group, community, now } = ctx
    const db = await ctx.sql()
    await db
      .deleteFrom('faq_offers')
      .where('group_id', '=', group.id)
      .where('at', '<', now - 7 * dayMs)
      .execute()
    await db
      .deleteFrom('faq_turns')
      .where('group_id', '=', group.id)
      .where('at', '<', now - 2 * dayMs)
      .execute()
    const old = now - config.keepDays * dayMs
    const past = db
      .selectFrom('faq_unanswered')
      .select('signature')
      .where('community', '=', community.id)
      .where('last_at', '<', old)
    await db.deleteFrom('faq_askers').where('community', '=', community.id).where('signature', 'in', past).execute()
    await db.deleteFrom('faq_unanswered').where('community', '=', community.id).where('last_at', '<', old).execute()
    return undefined
  },
})
