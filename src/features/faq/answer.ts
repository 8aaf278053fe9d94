/** What is said once it is known which entry was asked for: the answer, its askers named, or a pointer to it. */
import { createHash } from 'node:crypto'
import type { Draft } from '../../core/action.ts'
import type { Verdict, Why } from '../../core/feature.ts'
import type { Member } from '../../core/people.ts'
import { type Locale, pick } from '../../core/words.ts'
import { dayNumberAt } from '../../time/days.ts'
import type { FaqCtx } from './base.ts'
import { alsoAsked, crowdMs, pointer } from './crowd.ts'
import type { Entry } from './entry.ts'
import { isAlone, saidAt } from './spot.ts'
import type { FaqStore } from './store.ts'
import type { Noted } from './unanswered.ts'
import { answerText, ratings, say } from './wording.ts'

const minuteMs = 60_000

/** What an answer is known by, in its buttons and in the table of what was said. */
export const saidOf = (source: string) => createHash('sha256').update(source).digest('base64url').slice(0, 10)
/** An id for an `ask`, unique per event and short enough for any platform. */
export const askId = (kind: 'rate' | 'offer', subject: string, event: string) =>
  `faq:${kind}:${subject}:${saidOf(event)}`

export interface Asked {
  readonly entry: Entry
  readonly language: Locale
  readonly member: Member
  /** The message to answer to. */
  readonly message: string
  /** Where it was asked, as `spotOf` says. */
  readonly spot: string
  readonly noted: Noted
  /** Id of the event or occurrence this is handled in: the action's id begins with it. */
  readonly source: string
  readonly why: Why
  /** Innkeeper was called by name, or an entry was chosen: no allowance holds. */
  readonly wanted?: boolean
}

/** The verdict for a question that has an entry. Reads the durable row, so that a kill in between repeats nothing. */
export async function answer(ctx: FaqCtx, asked: Asked): Promise<Verdict<FaqStore>> {
  if (asked.entry.command !== undefined) return runs(ctx, asked, asked.entry.command)
  if (isAlone(asked.spot, asked.member)) return afresh(ctx, asked) // no answer of ours is further up than they look
  const key = keyOf(ctx, asked)
  const row = await ctx.store.answers.get(key)
  const since = ctx.now - row.at
  if (row.at === 0 || since >= ctx.config.repeatMinutes * minuteMs) return afresh(ctx, asked)
  const why = { ...asked.why, decided: 'repeated' }
  // later than the answer even in the same millisecond: that is how the first asker is told from the others
  const turn = { ...key, member_id: asked.member.id, at: Math.max(ctx.now, row.at + 1) }
  const before = await ctx.store.turns.get(turn)
  const pointed = before.at > row.at && !asked.wanted
  if (before.at >= row.at && (since < crowdMs || pointed)) return { why }
  const save = (store: FaqStore) => {
    store.turns.put(turn)
    countDay(ctx, store, { answered: 1 })
  }
  if (since < crowdMs) return { ...(await alsoAsked(ctx, asked, row)), save, why }
  if (ctx.now - row.pointed_at < crowdMs) return { why, save }
  return {
    actions: [await pointer(ctx, row, { ...asked, askers: [asked.member] })],
    save: (store) => {
      save(store)
      store.answers.put({ ...row, pointed_at: ctx.now })
    },
    why,
  }
}

const keyOf = (ctx: FaqCtx, { spot, entry }: Asked) => ({ group_id: ctx.group.id, spot, entry: entry.id })

/** Sums of the day, in the group's zone. In `save` only. */
export const countDay = (ctx: FaqCtx, store: FaqStore, by: Parameters<FaqStore['days']['add']>[1]) =>
  store.days.add({ community: ctx.community.id, day: dayNumberAt(ctx.now, ctx.group.timezone) }, by)

/** What is about the asker alone is nobody else's answer: it stands by itself, once a minute. */
async function runs(ctx: FaqCtx, asked: Asked, command: string): Promise<Verdict<FaqStore>> {
  const { entry, language, member, message, spot, why } = asked
  const turn = { ...keyOf(ctx, asked), member_id: member.id }
  const before = await ctx.store.turns.get(turn)
  if (ctx.now - before.at < crowdMs) return { why: { ...why, decided: 'repeated' } }
  const text = pick(entry.answer, language) && answerText(ctx, entry, language, member.name)
  return {
    ...(text && {
      actions: [saidAt(spot, member, { type: 'send', group: ctx.group.ref, text, replyTo: message, key: 'answer' })],
    }),
    command,
    save: (store) => {
      store.turns.put({ ...turn, at: ctx.now })
      store.uses.add({ community: ctx.community.id, entry: entry.id }, { answered: 1 })
      countDay(ctx, store, { answered: 1 })
    },
    why,
  }
}

async function afresh(ctx: FaqCtx, asked: Asked): Promise<Verdict<FaqStore>> {
  const { entry, language, member, source, spot, wanted } = asked
  const key = keyOf(ctx, asked)
  const minute = Math.floor(ctx.now / minuteMs)
  // what is answered to somebody alone is nothing to the group's allowance
  const counted = { group_id: ctx.group.id, spot: isAlone(spot, member) ? spot : '' }
  const counts = await ctx.store.rooms.get(counted)
  const answers = counts.minute === minute ? counts.answers : 0
  if (!wanted && answers >= ctx.config.answersPerMinute) return { why: { ...asked.why, decided: 'too many' } }
  const action = `${source}/faq.answer`
  return {
    actions: [answerDraft(ctx, asked)],
    save: async (store) => {
      store.answers.put({ ...key, at: ctx.now, action, language, pointed_at: 0 })
      store.turns.put({ ...key, member_id: member.id, at: ctx.now })
      store.rooms.put({ ...counts, minute, answers: answers + 1 })
      const room = await store.rooms.get({ group_id: ctx.group.id, spot })
      store.rooms.put({ ...room, entry: entry.id, action, language, at: ctx.now, asked_at: 0 })
      store.said.put(saidRow(ctx, asked, action))
      store.uses.add({ community: ctx.community.id, entry: entry.id }, { answered: 1 })
      countDay(ctx, store, { answered: 1 })
    },
    why: asked.why,
  }
}
const saidRow = (ctx: FaqCtx, { entry, language, member, message, noted, source }: Asked, action: string) => ({
  said: saidOf(source),
  community: ctx.community.id,
  group_id: ctx.group.id,
  entry: entry.id,
  member_id: member.id,
  message,
  ...noted,
  language,
  action,
  at: ctx.now,
  told: 0,
})

/** The answer in the language of the question, with a question of our own under it where that is wanted. */
function answerDraft(ctx: FaqCtx, { entry, language, member, message, source, spot }: Asked): Draft {
  const byWord = ctx.config.feedback && ctx.asks !== 'buttons'
  const hint = byWord ? `\n${say(language, 'rate.hint')}` : ''
  const text = answerText(ctx, entry, language, member.name) + hint
  const said = { group: ctx.group.ref, text, replyTo: message, key: 'answer' }
  const { picture } = entry
  const image = picture && { image: { png: picture.png, alt: pick(picture.alt, language) } }
  if (image || !ctx.config.feedback || ctx.asks !== 'buttons')
    return saidAt(spot, member, { type: 'send', ...said, ...image })
  const ask = askId('rate', entry.id, source)
  return saidAt(spot, member, { type: 'ask', ...said, ask, options: ratings(language) })
}
