import { z } from 'zod'
import { normalise } from '../../../text/normalise.ts'
import { faq } from '../base.ts'
import { unlearn } from '../confirm.ts'
import { taughtIn } from '../store.ts'

/** Takes back what was taught; entries of the rulebook are not touched from chat. */
export const unteach = faq.command({
  name: 'unteach',
  aliases: ['撤下问答', '忘掉'],
  role: 'moderator',
  input: z.strictObject({ id: z.string().trim().min(1).max(300) }),
  run: async (ctx, { id }) => {
    const { community, event, member } = ctx
    const wanted = normalise(id).text
    const rows = await taughtIn(await ctx.sql(), community.id)
    const row = rows.find((one) => one.id === wanted) ?? rows.findLast((one) => normalise(one.question).text === wanted)
    if (!row) {
      return { errors: [{ field: 'id', code: 'faq/not-taught', message: ctx.tFor(member, 'unteach.none', { id }) }] }
    }
    return {
      save: async (store) => {
        for (const one of rows) if (one === row || one.entry === row.id) store.taught.drop({ id: one.id })
        store.desks.put({ community: community.id, revision: event.id })
        if (row.by_id === '' && row.entry !== '') await unlearn(store, row)
      },
      reply: ctx.tFor(member, 'unteach.done', { question: row.question }),
      why: { decided: 'withdrawn', checks: [{ name: row.id }] },
    }
  },
})
