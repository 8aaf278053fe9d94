import { z } from 'zod'
import { faq } from '../base.ts'
import { taughtIn } from '../store.ts'

/** Changes what was taught: its question, its answer or both. Entries of the rulebook are changed in the rulebook. */
export const edit = faq.command({
  name: 'faq-edit',
  aliases: ['改问答'],
  role: 'moderator',
  input: z.strictObject({
    id: z.string().trim().min(1).max(60),
    question: z.string().trim().max(300).optional(),
    answer: z.string().trim().max(4000).optional().meta({ ref: 'longtext' }),
  }),
  run: async (ctx, { id, question, answer }) => {
    const { community, event, member, now } = ctx
    const row = (await taughtIn(await ctx.sql(), community.id)).find((one) => one.id === id)
    const refuse = (field: string, code: string, key: string) => ({
      errors: [{ field, code: `faq/${code}`, message: ctx.tFor(member, key, { id }) }],
    })
    if (!row) return refuse('id', 'not-taught', 'unteach.none')
    if (!question && !answer) return refuse('answer', 'noAnswer', 'teach.noAnswer')
    const changed = {
      ...row,
      question: question || row.question,
      answer: row.entry === '' ? answer || row.answer : '',
      by_id: member.id,
      by_name: member.name,
      at: now,
    }
    return {
      save: (store) => {
        store.taught.put(changed)
        store.desks.put({ community: community.id, revision: event.id })
      },
      reply: ctx.tFor(member, 'faq-edit.done', { question: changed.question, id }),
      why: { decided: 'taught', checks: [{ name: id }] },
    }
  },
})
