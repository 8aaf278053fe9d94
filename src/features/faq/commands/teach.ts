import { z } from 'zod'
import type { Draft } from '../../../core/action.ts'
import type { EventCtx, Verdict } from '../../../core/feature.ts'
import { normalise } from '../../../text/normalise.ts'
import { segment } from '../../../text/segment.ts'
import { faq } from '../base.ts'
import type { FaqConfig } from '../config.ts'
import { lessonId } from '../confirm.ts'
import { deskOf } from '../desk.ts'
import { type Entry, languageOf, titleOf } from '../entry.ts'
import { type Lesson, lessonOf, spoken } from '../lesson.ts'
import { settled } from '../settle.ts'
import type { FaqStore, TaughtRow } from '../store.ts'
import { answerText } from '../wording.ts'

type Ctx = EventCtx<FaqConfig, FaqStore, 'command'>

/**
 * Teaches an answer: question and answer, or just the answer when given on a question whose text is kept. "=" and the
 * id of an entry in the place of the answer makes the question another wording of that entry.
 */
export const teach = faq.command({
  name: 'teach',
  aliases: ['教', '教答案'],
  role: 'moderator',
  menus: ['message'],
  input: z.strictObject({
    question: z.string().trim().max(300).optional().meta({ unlessReply: true }),
    answer: z.string().trim().max(4000).optional().meta({ ref: 'longtext', unlessReply: true }),
  }),
  run: async (ctx, input) => {
    const told = await lessonOf(ctx, spoken(input.question, input.answer))
    if ('field' in told) return refuse(ctx, told.field, told.key)
    if (segment(normalise(told.question).text).grams.length === 0) return refuse(ctx, 'question', 'teach.noWords')
    if (told.entry === '') return learn(ctx, told)
    const entry = (await deskOf(ctx)).find(told.entry)
    return entry ? learn(ctx, told, entry) : refuse(ctx, 'answer', 'teach.noEntry', { entry: told.entry })
  },
})

/** Kept with who and when; whoever asked is told. `entry` is what the question asks for too. */
async function learn(ctx: Ctx, told: Lesson, entry?: Entry): Promise<Verdict<FaqStore>> {
  const { community, event, member, now, group } = ctx
  const { question, signature } = told
  const id = lessonId(event.id)
  const row: TaughtRow = {
    id,
    community: community.id,
    entry: told.entry,
    question,
    answer: told.answer,
    by_id: member.id,
    by_name: member.name,
    at: now,
  }
  const answer = entry ? answerText(ctx, entry, languageOf(question), '') : told.answer
  const { actions, save } = await settled(ctx, signature, answer)
  const atOnce: Draft[] =
    event.replyTo !== undefined && answer
      ? [{ type: 'send', group: group.ref, text: answer, replyTo: event.replyTo, key: 'answer' }]
      : []
  return {
    actions: [...atOnce, ...actions],
    save: (store) => {
      store.taught.put(row)
      store.desks.put({ community: community.id, revision: event.id })
      save(store)
    },
    reply: ctx.tFor(member, entry ? 'teach.wording' : 'teach.done', {
      question,
      id,
      title: entry ? titleOf(entry, member.locale ?? languageOf(question)) : '',
    }),
    why: { decided: 'taught', checks: [{ name: told.entry || id }] },
  }
}
const refuse = (ctx: Ctx, field: string, key: string, vars = {}): Verdict<FaqStore> => ({
  errors: [{ field, code: `faq/${key.slice(key.indexOf('.') + 1)}`, message: ctx.tFor(ctx.member, key, vars) }],
})
