/** Whether an answer helped, by button or by a thumb on the message; what did not help goes to staff, with the question. */
import type { Draft } from '../../core/action.ts'
import type { Ctx, Verdict } from '../../core/feature.ts'
import type { Member } from '../../core/people.ts'
import { andThen, isStaff, type MaybePromise } from '../../core/words.ts'
import { countDay } from './answer.ts'
import { type FaqCtx, faq } from './base.ts'
import { deskOf } from './desk.ts'
import { titleOf } from './entry.ts'
import type { MarkRow, SaidRow } from './memory.ts'
import type { FaqStore } from './store.ts'
import { signatureOf } from './unanswered.ts'
import { say } from './wording.ts'

export type Vote = 1 | -1
const mostTold = 10
/** So many more said no than yes: two members, or one of the staff. */
const enoughAgainst = 2

/** Whether members said that this entry does not answer these words. */
export function isWrongFor(ctx: FaqCtx, entry: string, text: string): MaybePromise<boolean> {
  const signature = signatureOf(text)
  if (!signature) return false
  const mark = ctx.store.marks.find({ community: ctx.community.id, signature, entry })
  return andThen(mark, (row) => row !== undefined && row.no - row.yes >= enoughAgainst)
}

/**
 * One vote per member and entry; a second one replaces it. Staff hears of each answer once, also from a member who has
 * said no to the entry before. `said` is undefined where the answer is long past.
 */
export async function voted(
  ctx: FaqCtx,
  member: Member,
  vote: Vote,
  entry: string,
  said: SaidRow | undefined,
): Promise<Verdict<FaqStore> | undefined> {
  const key = { community: ctx.community.id, entry }
  const row = await ctx.store.votes.get({ ...key, member_id: member.id })
  const why = { decided: 'rated', checks: [{ name: entry, found: vote === 1 ? 'yes' : 'no' }] }
  const telling = vote === -1 && said?.told === 0
  if (row.vote === vote && !telling) return { why }
  return {
    ...(telling && { actions: await tellStaff(ctx, said) }),
    save: async (store) => {
      if (row.vote !== vote) {
        store.votes.put({ ...row, vote })
        store.uses.add(key, changed(row.vote, vote))
        countDay(ctx, store, changed(row.vote, vote))
      }
      if (said?.signature) await mark(store, { ...said, member_id: member.id }, { vote: vote * weight(member) })
      if (telling) store.said.put({ ...said, told: 1 })
    },
    why,
  }
}
const changed = (before: number, vote: Vote) => ({
  helpful: (vote === 1 ? 1 : 0) - (before === 1 ? 1 : 0),
  unhelpful: (vote === -1 ? 1 : 0) - (before === -1 ? 1 : 0),
})
const weight = ({ role }: Member) => (isStaff(role) ? 2 : 1)

type Pair = Pick<MarkRow, 'community' | 'signature' | 'entry'> & { readonly member_id: string }
/** Puts a member's word on words and entry in the place of an earlier one; the sums are returned. In `save` only. */
export async function mark(
  store: FaqStore,
  { community, signature, entry, member_id }: Pair,
  now: { readonly vote?: number; readonly chosen?: number },
): Promise<MarkRow> {
  const pair = { community, signature, entry }
  const before = await store.marked.get({ ...pair, member_id })
  const after = { ...before, ...now }
  const sums = await store.marks.get(pair)
  const row = {
    ...sums,
    yes: sums.yes + Math.max(0, after.vote) - Math.max(0, before.vote),
    no: sums.no + Math.max(0, -after.vote) - Math.max(0, -before.vote),
    chosen: sums.chosen + after.chosen - before.chosen,
  }
  store.marked.put(after)
  store.marks.put(row)
  return row
}

/** In their room, or each by themselves where they can be written to alone. */
async function tellStaff(ctx: FaqCtx, said: SaidRow): Promise<Draft[]> {
  const entry = (await deskOf(ctx)).find(said.entry)
  const asker = said.member_id && (await ctx.find(said.member_id))
  const text = (locale: 'zh' | 'en') =>
    say(locale, 'rate.staff', {
      group: ctx.group.name,
      name: asker ? asker.name : '–',
      question: said.text || said.words,
      entry: entry ? titleOf(entry, locale) : said.entry,
    })
  const group = ctx.group.ref
  return toStaff(ctx, (locale) => ({ group, text: text(locale) }))
}
/** The same word to all of the staff. */
export async function toStaff(
  ctx: Ctx<unknown, unknown>,
  word: (locale: 'zh' | 'en') => { readonly group: string; readonly text: string },
): Promise<Draft[]> {
  const own = ctx.group.languages[0] ?? 'zh'
  if (ctx.staffRoom) return [{ type: 'send', to: 'staff', ...word(own) }]
  if (!ctx.can('whisper')) return []
  const staff = (await ctx.staff()).slice(0, mostTold)
  return staff.map(({ user, locale = own }, n) => ({ type: 'whisper', user, ...word(locale), key: `staff-${n}` }))
}

const thumbs: Readonly<Record<string, Vote>> = { '👍': 1, '❤': 1, '✅': 1, '👎': -1, '❌': -1 }
/** Skin tones and the sign that asks for a picture rather than a letter. */
const variants = /[\u{1f3fb}-\u{1f3ff}\ufe0f]/gu
const hourMs = 3_600_000
/** Answers looked through: a thumb is put on what was said lately. */
const lately = 48 * hourMs
const mostLately = 40

/** A thumb on one of our answers is a vote. */
export const onReaction = faq.on('reaction', async (ctx) => {
  const vote = ctx.event.added ? thumbs[ctx.event.emoji.replace(variants, '')] : undefined
  if (vote === undefined || !ctx.config.feedback) return undefined
  const db = await ctx.sql(['faq_said'])
  const rows = await db
    .selectFrom('faq_said')
    .selectAll()
    .where('group_id', '=', ctx.group.id)
    .where('at', '>=', ctx.now - lately)
    .orderBy('at', 'desc')
    .limit(mostLately)
    .$castTo<SaidRow>()
    .execute()
  const messages = await ctx.sentAs(rows.map(({ action }) => action))
  const said = rows.find(({ action }) => messages.get(action) === ctx.event.message)
  return said && voted(ctx, ctx.member, vote, said.entry, said)
})
