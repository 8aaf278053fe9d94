/** What is said once it is known which entry was asked for: the answer, its askers named, or a pointer to it. */
import { createHash } from 'node:crypto'
import type { Draft } from '../../core/action.ts'
import type { Verdict, Why } from '../../core/feature.ts'
import type { Member } from '../../core/people.ts'
import { fill } from '../../core/texts.ts'
import { type Locale, pick } from '../../core/words.ts'
import type { FaqCtx } from './base.ts'
import { type Entry, titleOf } from './desk.ts'
import type { AnswerRow, FaqStore } from './store.ts'
import { faqTexts } from './texts.ts'

/** Those who ask within so long of the answer are named under it; later ones get a pointer. */
const crowdMs = 60_000
const minuteMs = 60_000

/** An id for an `ask`, unique per event and short enough for any platform. */
export const askId = (kind: 'rate' | 'offer', subject: string, event: string) =>
  `faq:${kind}:${subject}:${createHash('sha256').update(event).digest('base64url').slice(0, 10)}`

export interface Asked {
  readonly entry: Entry
  readonly language: Locale
  readonly member: Member
  /** The message to answer to. */
  readonly message: string
  /** Id of the event or occurrence this is handled in: the action's id begins with it. */
  readonly source: string
  readonly why: Why
}

/** The verdict for a question that has an entry. Reads the durable row, so that a kill in between repeats nothing. */
export async function answer(ctx: FaqCtx, asked: Asked): Promise<Verdict<FaqStore>> {
  const key = { group_id: ctx.group.id, entry: asked.entry.id }
  const row = await ctx.store.answers.get(key)
  const since = ctx.now - row.at
  if (row.at === 0 || since >= ctx.config.repeatMinutes * minuteMs) return afresh(ctx, asked)
  const why = { ...asked.why, decided: 'repeated' }
  // later than the answer even in the same millisecond: that is how the first asker is told from the others
  const turn = { ...key, member_id: asked.member.id, at: Math.max(ctx.now, row.at + 1) }
  const before = await ctx.store.turns.get(turn)
  if (before.at >= row.at) return { why }
  const save = (store: FaqStore) => store.turns.put(turn)
  if (since < crowdMs) return { actions: await alsoAsked(ctx, asked, row), save, why }
  if (ctx.now - row.pointed_at < crowdMs) return { why, save }
  return {
    actions: [pointer(ctx, asked)],
    save: (store) => {
      save(store)
      store.answers.put({ ...row, pointed_at: ctx.now })
    },
    why,
  }
}

function afresh(ctx: FaqCtx, asked: Asked): Verdict<FaqStore> {
  const { entry, language, member, source } = asked
  const key = { group_id: ctx.group.id, entry: entry.id }
  return {
    actions: [answerDraft(ctx, asked)],
    save: (store) => {
      store.answers.put({ ...key, at: ctx.now, action: `${source}/faq.answer`, language, pointed_at: 0 })
      store.turns.put({ ...key, member_id: member.id, at: ctx.now })
      store.uses.add({ community: ctx.community.id, entry: entry.id }, { answered: 1 })
    },
    why: asked.why,
  }
}

/** The answer in the language of the question, with a question of our own under it where that is wanted. */
function answerDraft(ctx: FaqCtx, { entry, language, message, source }: Asked): Draft {
  const said = { group: ctx.group.ref, text: pick(entry.answer, language), replyTo: message, key: 'answer' }
  if (!ctx.config.feedback || !ctx.can('ask')) return { type: 'send', ...said }
  return { type: 'ask', ...said, ask: askId('rate', entry.id, source), options: ratings(language) }
}
const ratings = (language: Locale) => [
  { id: 'yes', label: faqTexts[language]['rate.yes'] ?? '👍' },
  { id: 'no', label: faqTexts[language]['rate.no'] ?? '👎' },
]

/** Names all who asked under the answer that stands; where nothing can be edited, silence is better than an echo. */
async function alsoAsked(ctx: FaqCtx, asked: Asked, row: AnswerRow): Promise<Draft[]> {
  if (!ctx.can('edit')) return []
  const db = await ctx.sql()
  const turns = await db
    .selectFrom('faq_turns')
    .select('member_id')
    .where('group_id', '=', ctx.group.id)
    .where('entry', '=', row.entry)
    .where('at', '>', row.at)
    .orderBy('at')
    .execute()
  const others = await Promise.all(turns.map(({ member_id }) => ctx.find(String(member_id))))
  const names = [...others, asked.member].flatMap((member) => (member ? [member.name] : []))
  const also = fill(faqTexts[row.language]['answer.also'] ?? '', {
    names: names.join(row.language === 'zh' ? '、' : ', '),
  })
  const text = `${pick(asked.entry.answer, row.language)}\n\n${also}`
  const options = ctx.config.feedback && ctx.can('ask') ? { options: ratings(row.language) } : {}
  return [{ type: 'edit', group: ctx.group.ref, of: row.action, text, ...options }]
}
const pointer = (ctx: FaqCtx, { entry, language, message }: Asked): Draft => ({
  type: 'send',
  group: ctx.group.ref,
  replyTo: message,
  text: fill(faqTexts[language]['answer.pointer'] ?? '', { question: titleOf(entry, language) }),
})
