/** What somebody who teaches means: words for a question, an answer, or an entry that the question asks for too. */
import type { EventCtx } from '../../core/feature.ts'
import { askedAs, clusterBy } from './clusters.ts'
import type { FaqConfig } from './config.ts'
import type { FaqStore } from './store.ts'
import { signatureOf } from './unanswered.ts'

type Ctx = EventCtx<FaqConfig, FaqStore, 'command'>
export interface Lesson {
  readonly question: string
  readonly answer: string
  readonly entry: string
  /** The unanswered question it settles. */
  readonly signature: string
}
interface Words {
  readonly question?: string
  readonly answer?: string
}
export type Told = Lesson | { readonly field: string; readonly key: string }

/** "问：… 答：…" in one breath, as people write it. */
export function spoken(asked = '', answer = ''): Words {
  const question = unquoted(asked)
  const said = /^(?:问|q)[:：]\s*([\s\S]+?)\s+(?:答|a)[:：]\s*([\s\S]+)$/iu.exec(`${question} ${answer}`.trim())
  const words = said ? { question: said[1] ?? '', answer: said[2] ?? '' } : { question, answer }
  return { ...(words.question && { question: words.question }), ...(words.answer && { answer: words.answer }) }
}

/** Quotes are for those who type; in a form they are no part of the question. */
const unquoted = (text: string) => /^(?:"([^"]+)"|“([^”]+)”)$/u.exec(text.trim())?.slice(1).join('') ?? text

/** By the code of a question nobody answered, on a message that asked or replied, or in so many words. */
export async function lessonOf(ctx: Ctx, words: Words): Promise<Told> {
  const code = /^[#＃]([0-9a-z]{1,4})$/iu.exec(words.question ?? '')?.[1]
  if (code !== undefined) return byCode(ctx, code.toLowerCase(), words.answer)
  const message = ctx.event.replyTo
  if (message === undefined) return inWords(words)
  return (await onDraft(ctx, message, words)) ?? onQuestion(ctx, message, words)
}

/** With nothing said, the most trusted reply is the answer. */
async function byCode(ctx: Ctx, code: string, answer: string | undefined): Promise<Told> {
  const cluster = await clusterBy(await ctx.sql(), ctx.community.id, { code })
  if (!cluster) return { field: 'question', key: 'teach.noCode' }
  const { head, drafts } = cluster
  return lesson(askedAs(head), answer ?? drafts[0]?.text, head.signature)
}

/** On a member's reply: it is the answer, unless something else is said. */
async function onDraft(ctx: Ctx, message: string, { question, answer }: Words): Promise<Told | undefined> {
  const draft = await ctx.store.drafts.find({ message })
  if (!draft || draft.community !== ctx.community.id) return undefined
  const cluster = await clusterBy(await ctx.sql(), ctx.community.id, { signature: draft.signature })
  const typed = [question, answer].filter(Boolean).join(' ')
  if (!cluster || (question && answer)) return undefined
  return lesson(askedAs(cluster.head), typed || draft.text, draft.signature)
}

/** On the question itself, all that was typed is the answer, unless question and answer are clearly both there. */
async function onQuestion(ctx: Ctx, message: string, { question, answer }: Words): Promise<Told> {
  const asked = await ctx.store.asks.find({ message })
  const ours = asked?.community === ctx.community.id ? asked : undefined
  const signature = ours?.signature ?? signatureOf(question ?? '')
  const text = ours?.text
  const typed = [question, answer].filter(Boolean).join(' ')
  if (text && answer && question === text) return lesson(question, answer, signature)
  if (text && (!answer || !isQuestion(question))) return lesson(text, typed, signature)
  if (!answer) return { field: 'question', key: 'teach.noQuestion' }
  return lesson(question, answer, signature)
}
const inWords = ({ question, answer }: Words) => lesson(question, answer, signatureOf(question ?? ''))

/** "=" and an id in the place of the answer: another wording of that entry. */
function lesson(question: string | undefined, answer: string | undefined, signature: string): Told {
  if (!question) return { field: 'question', key: 'teach.noQuestion' }
  if (!answer) return { field: 'answer', key: 'teach.noAnswer' }
  const entry = /^[=＝]\s*(\S+)$/u.exec(answer)?.[1] ?? ''
  return { question, answer: entry ? '' : answer, entry, signature }
}
/** Of words typed after one another, the first is a question of its own only when it has several or asks. */
const isQuestion = (text = '') => /[\s?？]|吗|怎么|什么|如何|哪|几|多少|为什么/.test(text)
