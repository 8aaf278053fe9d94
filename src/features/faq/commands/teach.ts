import { z } from 'zod'
import type { Draft } from '../../../core/action.ts'
import type { EventCtx, Verdict } from '../../../core/feature.ts'
import { normalise } from '../../../text/normalise.ts'
import { segment } from '../../../text/segment.ts'
import { faq } from '../base.ts'
import type { FaqConfig } from '../config.ts'
import { lessonId } from '../confirm.ts'
import { deskOf } from '../desk.ts'
import { titleOf } from '../entry.ts'
import type { FaqStore, TaughtRow, UnansweredRow } from '../store.ts'
import { settle, signatureOf } from '../unanswered.ts'

type Ctx = EventCtx<FaqConfig, FaqStore, 'command'>
interface Lesson {
  readonly question: string
  readonly answer: string
  readonly entry: string
  /** The unanswered question it settles. */
  readonly signature: string
}

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
    if (told.entry === '') return learn(ctx, told, ctx.tFor(ctx.member, 'teach.done', labels(ctx, told)))
    const entry = (await deskOf(ctx)).find(told.entry)
    if (!entry) return refuse(ctx, 'answer', 'teach.noEntry', { entry: told.entry })
    const title = titleOf(entry, ctx.member.locale ?? 'zh')
    return learn(ctx, told, ctx.tFor(ctx.member, 'teach.wording', { ...labels(ctx, told), title }))
  },
})

interface Words {
  readonly question?: string
  readonly answer?: string
}
/** "问：… 答：…" in one breath, as people write it. */
function spoken(question = '', answer = ''): Words {
  const said = /^(?:问|q)[:：]\s*([\s\S]+?)\s+(?:答|a)[:：]\s*([\s\S]+)$/iu.exec(`${question} ${answer}`.trim())
  const words = said ? { question: said[1] ?? '', answer: said[2] ?? '' } : { question, answer }
  return { ...(words.question && { question: words.question }), ...(words.answer && { answer: words.answer }) }
}

type Told = Lesson | { readonly field: string; readonly key: string }
/** Given on a question, all that was typed is the answer, unless question and answer are clearly both there. */
async function lessonOf(ctx: Ctx, { question, answer }: Words): Promise<Told> {
  const asked = ctx.event.replyTo === undefined ? undefined : await askedIn(ctx, ctx.event.replyTo)
  const signature = asked?.signature ?? signatureOf(question ?? '')
  if (asked?.text && answer && question === asked.text) return lesson(question, answer, '', signature)
  const typed = [question, answer].filter(Boolean).join(' ')
  const entry = /^[=＝]\s*(\S+)$/u.exec(answer ?? (asked?.text ? typed : ''))?.[1]
  if (entry) return lesson(answer ? question : asked?.text, '', entry, signature)
  if (asked?.text && (!answer || !isQuestion(question))) return lesson(asked.text, typed, '', signature)
  if (ctx.event.replyTo !== undefined && !answer) return { field: 'question', key: 'teach.noQuestion' }
  return lesson(question, answer, '', signature)
}
function lesson(question: string | undefined, answer: string | undefined, entry: string, signature: string): Told {
  if (!question) return { field: 'question', key: 'teach.noQuestion' }
  if (!answer && !entry) return { field: 'answer', key: 'teach.noAnswer' }
  return { question, answer: answer ?? '', entry, signature }
}
/** Of words typed after one another, the first is a question of its own only when it has several or asks. */
const isQuestion = (text = '') => /[\s?？]|吗|怎么|什么|如何|哪|几|多少|为什么/.test(text)

async function askedIn(ctx: Ctx, message: string): Promise<UnansweredRow | undefined> {
  const db = await ctx.sql()
  const [row] = await db
    .selectFrom('faq_unanswered')
    .selectAll()
    .where('community', '=', ctx.community.id)
    .where('message', '=', message)
    .limit(1)
    .$castTo<UnansweredRow>()
    .execute()
  return row
}

const idOf = (ctx: Ctx) => lessonId(ctx.event.id)
const labels = (ctx: Ctx, { question }: Lesson) => ({ question, id: idOf(ctx) })

/** Kept with who and when; where it was given on a question, that question is answered at once. */
function learn(ctx: Ctx, told: Lesson, reply: string): Verdict<FaqStore> {
  const { question, answer, entry, signature } = told
  const { community, event, member, now } = ctx
  const row: TaughtRow = {
    id: idOf(ctx),
    community: community.id,
    entry,
    question,
    answer,
    by_id: member.id,
    by_name: member.name,
    at: now,
  }
  const atOnce: Draft[] =
    event.replyTo !== undefined && answer
      ? [{ type: 'send', group: ctx.group.ref, text: answer, replyTo: event.replyTo }]
      : []
  return {
    actions: atOnce,
    save: async (store) => {
      store.taught.put(row)
      store.desks.put({ community: community.id, revision: event.id })
      await settle(ctx, store, signature)
    },
    reply,
    why: { decided: 'taught', checks: [{ name: entry || row.id }] },
  }
}
const refuse = (ctx: Ctx, field: string, key: string, vars = {}): Verdict<FaqStore> => ({
  errors: [{ field, code: `faq/${key.slice(key.indexOf('.') + 1)}`, message: ctx.tFor(ctx.member, key, vars) }],
})
