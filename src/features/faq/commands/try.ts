import { z } from 'zod'
import { faq } from '../base.ts'
import { deskOf } from '../desk.ts'
import { titleOf } from '../entry.ts'
import { explain, percentOf } from '../explain.ts'

/** What would become of a question, and why: for whoever writes the entries. Nothing is answered or counted. */
export const tryOut = faq.command({
  name: 'faq-try',
  aliases: ['试问'],
  role: 'moderator',
  private: true,
  input: z.strictObject({ question: z.string().trim().min(1).max(300).meta({ ref: 'entry' }) }),
  run: async (ctx, { question }) => {
    const locale = ctx.member.locale ?? ctx.group.languages[0] ?? 'zh'
    const { verdict, words, ranked } = explain(await deskOf(ctx), question, ctx.config.dial, locale)
    const say = (key: string, vars: Record<string, string>) => ctx.tFor(ctx.member, key, vars)
    const lines = ranked.map(({ entry, score, phrasing, shared }) =>
      say('try.line', {
        entry: titleOf(entry, locale),
        score: percentOf(score),
        phrasing,
        shared: shared.join(' · ') || '–',
      }),
    )
    return { reply: [verdict, say('try.words', { words: words.join(' · ') || '–' }), ...lines].join('\n') }
  },
})
