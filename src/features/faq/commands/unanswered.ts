import { z } from 'zod'
import { faq } from '../base.ts'
import { type UnansweredRow, unansweredIn } from '../store.ts'

export const unanswered = faq.command({
  name: 'unanswered',
  aliases: ['未答', '未答问题'],
  role: 'moderator',
  private: true,
  input: z.strictObject({ count: z.int().min(1).max(50).default(10) }),
  run: async (ctx, { count }) => {
    const rows = await unansweredIn(await ctx.sql(), ctx.community.id, count)
    if (rows.length === 0) return { reply: ctx.tFor(ctx.member, 'unanswered.none') }
    const day = (at: number) =>
      Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(ctx.group.timezone).toPlainDate().toString()
    const lines = rows.map((row, at) =>
      ctx.tFor(ctx.member, 'unanswered.line', {
        n: at + 1,
        question: shownAs(row),
        askers: row.askers,
        count: row.count,
        day: day(row.last_at),
      }),
    )
    return { reply: [ctx.tFor(ctx.member, 'unanswered.title'), ...lines].join('\n') }
  },
})

/** The question where its text is kept, else the words it is known by. */
export const shownAs = ({ text, words, signature }: Pick<UnansweredRow, 'text' | 'words' | 'signature'>) =>
  text || words || signature.replaceAll(' ', ' · ')
