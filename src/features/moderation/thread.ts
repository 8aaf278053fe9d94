/** The talk about an appeal: what the member writes reaches moderators through Innkeeper, what they answer the member. */
import type { Draft } from '../../core/action.ts'
import type { EventCtx, Verdict } from '../../core/feature.ts'
import type { Member } from '../../core/people.ts'
import type { ThreadRow } from './case-store.ts'
import { cardsOf } from './cases.ts'
import type { Config } from './config.ts'
import type { ModerationCtx } from './kit.ts'
import { askStaff, second } from './staff.ts'
import type { CaseRow, Store } from './store.ts'
import { type Say, sayIn, sayTo } from './wording.ts'

export type SaidCtx = EventCtx<Config, Store, 'message' | 'command'>

/** A member's lines in one thread: more is not a talk any more. */
const mostSaid = 30
const mostAsked = 10
export const lineLength = 1000

/** The member's first words open it; staff is asked to look again. */
export async function openAppeal(ctx: SaidCtx, row: CaseRow, words: string): Promise<Verdict<Store>> {
  const marked: CaseRow = { ...row, appeal: words, appealed_at: ctx.now, appeal_state: 'open' }
  const { row: asked, actions } = await askStaff(ctx, ctx.source, marked, 'appealed')
  const { community, number, group_id, member_id } = row
  const thread: ThreadRow = {
    ...{ community, number, group_id, member_id, state: 'open', opened_at: ctx.now },
    ...{ last_from: 'member', last_at: ctx.now, said: 1 },
  }
  const who = await second(ctx, row)
  return {
    actions,
    save: async (store) => {
      store.cases.put(asked)
      store.threads.put(thread)
      addLine(ctx, store, row, 'member', words)
      const open = await store.openThreads.get({ group_id })
      store.openThreads.put({ ...open, numbers: [...numbersIn(open.numbers), number].join(',') })
    },
    reply: sayTo(ctx, ctx.member)(`answer.appealed.${who}`, { case: number }),
    why: { decided: 'appealed', checks: [{ name: 'case', found: `#${number}` }] },
    stop: true,
  }
}
export const numbersIn = (kept: string): number[] => (kept === '' ? [] : kept.split(',').map(Number))

function addLine(ctx: SaidCtx, store: Store, { community, number }: CaseRow, side: string, line: string) {
  const { id: member_id, name } = ctx.member
  store.lines.insert({ id: ctx.source, community, number, side, member_id, name, line, at: ctx.now })
}

/** One more word of the member's. */
export async function carryOn(ctx: SaidCtx, row: CaseRow, words: string): Promise<Verdict<Store>> {
  const say = sayTo(ctx, ctx.member)
  const thread = await ctx.store.threads.get({ community: row.community, number: row.number })
  if (thread.said >= mostSaid) return { reply: say('answer.thread.full', { case: row.number }), stop: true }
  const after: ThreadRow = { ...thread, last_from: 'member', last_at: ctx.now, said: thread.said + 1 }
  return {
    actions: await toStaff(ctx, row, words),
    save: (store) => {
      store.threads.put(after)
      addLine(ctx, store, row, 'member', words)
    },
    reply: say('answer.thread.passed', { case: row.number }),
    why: { decided: 'passed on', checks: [{ name: 'case', found: `#${row.number}` }] },
    stop: true,
  }
}
/** To the room of the staff, or to each who was asked about it. */
async function toStaff(ctx: ModerationCtx, row: CaseRow, words: string): Promise<Draft[]> {
  const about = { case: row.number, name: row.name, text: words }
  const key = (n: number) => `thread-${row.number}-${n}`
  const group = ctx.group.ref
  if (ctx.staffRoom)
    return [{ type: 'send', group, to: 'staff', text: sayIn(ctx)('thread.to-staff', about), key: key(0) }]
  const asked = new Set(cardsOf(row).map(({ member }) => member))
  const staff = (await ctx.staff()).filter(({ id }) => id !== row.member_id)
  const some = staff.filter(({ id }) => asked.has(id))
  return (some.length > 0 ? some : staff).slice(0, mostAsked).map((member, n) => {
    const text = sayTo(ctx, member)('thread.to-staff', about)
    return { type: 'whisper', group, user: member.user, text, key: key(n) }
  })
}

/** A moderator's answer to the member. Who of them wrote it is not said. */
export async function answerMember(ctx: SaidCtx, row: CaseRow, words: string): Promise<Verdict<Store>> {
  const thread = await ctx.store.threads.get({ community: row.community, number: row.number })
  const say = sayTo(ctx, ctx.member)
  const reader = await ctx.find(row.user)
  const about = { case: row.number, group: ctx.group.name, name: row.name, text: words }
  const told: Say = reader ? sayTo(ctx, reader) : sayIn(ctx)
  const after: ThreadRow = { ...thread, last_from: 'staff', last_at: ctx.now }
  return {
    actions: [
      {
        type: 'whisper',
        group: row.group_ref,
        user: row.user,
        text: told('thread.to-member', about),
        aloud: told('thread.to-member.aloud', about),
        key: `thread-${row.number}-0`,
        priority: 'moderation',
      },
    ],
    save: (store) => {
      store.threads.put(after)
      addLine(ctx, store, row, 'staff', words)
    },
    reply: say('answer.answered', about),
    why: { decided: 'answered', checks: [{ name: 'case', found: `#${row.number}` }] },
    stop: true,
  }
}

/** Once it is decided nothing more is passed on. In `save` only. */
export async function closeThread(store: Store, { community, number }: CaseRow): Promise<void> {
  const thread = await store.threads.find({ community, number })
  if (thread?.state !== 'open') return
  store.threads.put({ ...thread, state: 'closed' })
  const open = await store.openThreads.get({ group_id: thread.group_id })
  store.openThreads.put({
    ...open,
    numbers: numbersIn(open.numbers)
      .filter((one) => one !== number)
      .join(','),
  })
}

/** The lines of a case's thread, oldest first, as staff reads them. */
export async function threadLines(ctx: ModerationCtx, say: Say, row: CaseRow): Promise<string[]> {
  const db = await ctx.sql(['moderation_lines'])
  const rows = await db
    .selectFrom('moderation_lines')
    .select(['side', 'name', 'line'])
    .where('community', '=', row.community)
    .where('number', '=', row.number)
    .orderBy('at')
    .limit(2 * mostSaid)
    .$castTo<{ side: string; name: string; line: string }>()
    .execute()
  return rows.map(({ side, name, line }) => say(`thread.${side}`, { name, text: line }))
}
export const isAbout = (row: CaseRow, { id }: Member) => row.member_id === id
