/** What a moderator decides about a case: once, by one of them, with the trail kept. */
import type { FieldError } from '../../core/adapter.ts'
import type { Verdict } from '../../core/feature.ts'
import type { Member } from '../../core/people.ts'
import { stepsOf } from './cases.ts'
import { type Enforced, enforce } from './enforce.ts'
import type { ModerationCtx } from './kit.ts'
import { lesson } from './learning.ts'
import { type Reverted, revert } from './revert.ts'
import { type Unmarked, unmark } from './rules/marks.ts'
import type { Order, Step } from './sanctions.ts'
import { settleAsks } from './staff.ts'
import type { CaseRow, CaseState, PaceRow, Store } from './store.ts'
import { deedsIn, type Say, sayTo } from './wording.ts'

export const refuse = (code: string, message: string, field?: string): Verdict<Store> => ({
  errors: [{ code: `moderation/${code}`, message, ...(field && { field }) } satisfies FieldError],
})
const decided = (row: CaseRow, by: Member, state: CaseState, now: number): CaseRow => ({
  ...row,
  state,
  by_id: by.id,
  by_name: by.name,
  decided_at: now,
})

/** Refuses where somebody was quicker. A case that Innkeeper settled by itself may still be decided once. */
export function taken(say: Say, row: CaseRow): Verdict<Store> | undefined {
  if (row.by_id === '' && (row.state === 'open' || row.state === 'done')) return undefined
  const what = say(`state.${row.state}`)
  return refuse(
    'case-decided',
    say('error.decided', { case: row.number, who: row.by_name || say('innkeeper'), what }),
    'case',
  )
}

export async function punish(ctx: ModerationCtx, row: CaseRow, order: Order, by: Member): Promise<Verdict<Store>> {
  const say = sayTo(ctx, by)
  const refused = taken(say, row)
  if (refused) return refused
  const enforced = await enforce(ctx, row, order, by.id)
  const settled = decided(enforced.row, by, 'done', ctx.now)
  const answer = (words: Say) =>
    words('answer.decided', {
      case: row.number,
      who: by.name,
      name: row.name,
      done: deedsIn(words, newSteps(row, settled)),
    })
  return verdictOf(ctx, enforced, settled, by, answer, { learn: await lesson(ctx, row, true) })
}
const newSteps = (before: CaseRow, after: CaseRow): readonly Step[] => stepsOf(after).slice(stepsOf(before).length)

/** "Not spam": nothing was done yet, or what Innkeeper did is taken back; and the member is trusted from now on. */
export async function dismiss(ctx: ModerationCtx, row: CaseRow, by: Member): Promise<Verdict<Store>> {
  const refused = taken(sayTo(ctx, by), row)
  if (refused) return refused
  if (row.state === 'done') return undo(ctx, row, by)
  const settled = decided(row, by, 'dismissed', ctx.now)
  const trusted = await trust(ctx, row)
  const learn = await lesson(ctx, row, false)
  const answer = (say: Say) => say('answer.dismissed', { case: row.number, who: by.name, name: row.name })
  return {
    actions: await settleAsks(ctx, row, answer),
    save: (store) => {
      store.cases.put(settled)
      if (trusted) store.pace.put(trusted)
      learn?.(store)
    },
    why: { decided: 'dismissed' },
    reply: answer(sayTo(ctx, by)),
  }
}

export async function undo(ctx: ModerationCtx, row: CaseRow, by: Member): Promise<Verdict<Store>> {
  const say = sayTo(ctx, by)
  if (row.state === 'open') return refuse('case-open', say('error.open', { case: row.number }), 'case')
  if (row.state !== 'done') {
    const what = say(`state.${row.state}`)
    return refuse('case-decided', say('error.decided', { case: row.number, who: row.by_name, what }), 'case')
  }
  const reverted = await revert(ctx, row, by.id)
  const trusted = row.origin === 'auto' ? await trust(ctx, row) : undefined
  const back = decided(reverted.row, by, 'undone', ctx.now)
  const settled = row.appeal_state === 'open' ? { ...back, appeal_state: 'granted' } : back
  const own = await unmark(ctx, row)
  const actions = [...reverted.actions, ...own.actions]
  const later = [...reverted.later, ...own.later]
  return verdictOf(
    ctx,
    { ...reverted, actions, later },
    settled,
    by,
    (say) => undone(say, settled, by, reverted, own),
    {
      trusted,
      learn: await lesson(ctx, row, false),
      unmark: own.save,
    },
  )
}
function undone(say: Say, row: CaseRow, by: Member, reverted: Reverted, own: Unmarked): string {
  const about = { case: row.number, who: by.name, name: row.name }
  const back = [...reverted.back, ...own.back]
  const lost = [...reverted.lost, ...own.lost]
  const list = (deeds: readonly string[]) => deeds.map((deed) => say(`deed.${deed}`)).join(say('and'))
  const lines = [say('answer.undone', about)]
  if (back.length > 0) lines.push(say('answer.back', { what: list(back) }))
  if (lost.length > 0) lines.push(say('answer.lost', { what: list(lost) }))
  return lines.join('\n')
}

async function verdictOf(
  ctx: ModerationCtx,
  { standing, actions, later }: Enforced | Reverted,
  row: CaseRow,
  by: Member,
  answer: (say: Say) => string,
  { trusted, learn, unmark: without }: Aside,
): Promise<Verdict<Store>> {
  return {
    actions: [...actions, ...(await settleAsks(ctx, row, answer))],
    later,
    save: async (store) => {
      store.cases.put(row)
      store.standing.put(standing)
      if (trusted) store.pace.put(trusted)
      learn?.(store)
      await without?.(store)
    },
    why: {
      decided: row.state,
      checks: [
        { name: 'case', found: `#${row.number}` },
        { name: 'by', found: by.id },
      ],
    },
    reply: answer(sayTo(ctx, by)),
  }
}

type Lesson = (store: Store) => void
/** What a decision changes beside the case and what is in force. */
interface Aside {
  readonly trusted?: PaceRow | undefined
  readonly learn: Lesson | undefined
  /** Takes back what rules counted and changed. */
  readonly unmark?: Unmarked['save']
}

/** The member's row, with all the trust there is to earn. */
async function trust(ctx: ModerationCtx, row: CaseRow): Promise<PaceRow | undefined> {
  const pace = await ctx.store.pace.get({ group_id: row.group_id, member_id: row.member_id })
  const { messages } = ctx.config.newcomers
  return pace.meaningful < messages ? { ...pace, meaningful: messages } : undefined
}
