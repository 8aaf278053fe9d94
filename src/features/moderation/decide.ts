/** What a moderator decides about a case: once, by one of them, with the trail kept. */
import type { Verdict } from '../../core/feature.ts'
import type { Member } from '../../core/people.ts'
import { aftermath } from './aftermath.ts'
import { stepsOf } from './cases.ts'
import { type Enforced, enforce } from './enforce.ts'
import { guarded, stopped, watchedOf } from './guard.ts'
import type { ModerationCtx } from './kit.ts'
import { lesson } from './learning.ts'
import { refuse } from './refuse.ts'
import { type Reverted, revert } from './revert.ts'
import { type Unmarked, unmark } from './rules/marks.ts'
import type { Order, Step } from './sanctions.ts'
import { settleAsks } from './staff.ts'
import type { CaseRow, CaseState, PaceRow, Store } from './store.ts'
import { askedIn, deedsIn, ownPrefix, type Say, sayTo } from './wording.ts'

export { refuse }
/** With an open appeal, this is its end. */
export const decided = (row: CaseRow, by: Member, state: CaseState, now: number): CaseRow => ({
  ...row,
  state,
  by_id: by.id,
  by_name: by.name,
  decided_at: now,
  ...(row.appeal_state === 'open' && { appeal_state: state === 'done' ? 'upheld' : 'granted' }),
})

/** Refuses where somebody was quicker. A case that Innkeeper settled by itself may still be decided once. */
export function taken(say: Say, row: CaseRow): Verdict<Store> | undefined {
  if (row.by_id === '' && (row.state === 'open' || row.state === 'done')) return undefined
  const what = row.state === 'done' ? deedsIn(say, stepsOf(row).filter(isDeed)) : say(`state.${row.state}`)
  return refuse(
    'case-decided',
    say('error.decided', { case: row.number, who: row.by_name || say('innkeeper'), what }),
    'case',
  )
}
const isDeed = ({ does }: Step) => does !== 'undo' && does !== 'uphold' && does !== 'reopen'

export async function punish(ctx: ModerationCtx, row: CaseRow, order: Order, by: Member): Promise<Verdict<Store>> {
  const say = sayTo(ctx, by)
  const refused = taken(say, row)
  if (refused) return refused
  const watched = watchedOf[order.does]
  const guard = watched && (await guarded(ctx, by, watched))
  if (guard?.paused) return stopped(ctx, by, guard)
  const enforced = await enforce(ctx, row, order, by.id)
  const settled = decided(enforced.row, by, 'done', ctx.now)
  const steps = newSteps(row, settled)
  const answer = (words: Say) => {
    const about = { case: row.number, who: by.name, name: row.name, done: deedsIn(words, steps) }
    return [words('answer.decided', about), ...askedIn(words, steps)].join('\n')
  }
  return verdictOf(ctx, enforced, row, settled, by, answer, {
    learn: await lesson(ctx, row, true),
    guard: guard?.save,
  })
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
  const own = await unmark(ctx, row)
  const after = await aftermath(ctx, row, settled)
  const answer = (say: Say) => say('answer.dismissed', { case: row.number, who: by.name, name: row.name })
  return {
    actions: [...own.actions, ...(await settleAsks(ctx, row, answer)), ...after.actions],
    later: own.later,
    save: async (store) => {
      store.cases.put(settled)
      if (trusted) store.pace.put(trusted)
      learn?.(store)
      await own.save(store)
      await after.save(store)
    },
    why: { decided: 'dismissed', checks: [{ name: 'case', found: `#${row.number}` }] },
    reply: answer(sayTo(ctx, by)),
  }
}

/**
 * As if it had never been, as far as that can be. Where a check of ours was wrong, the member is trusted from now
 * on, too: else the next message like it would be held against them again.
 */
export async function undo(ctx: ModerationCtx, row: CaseRow, by: Member): Promise<Verdict<Store>> {
  const say = sayTo(ctx, by)
  if (row.state === 'open') return refuse('case-open', say('error.open', { case: row.number }), 'case')
  if (row.state !== 'done') {
    const what = say(`state.${row.state}`)
    return refuse('case-decided', say('error.decided', { case: row.number, who: row.by_name, what }), 'case')
  }
  const reverted = await revert(ctx, row, by.id)
  const trusted = judgedHere(row) ? await trust(ctx, row) : undefined
  const settled = decided(reverted.row, by, 'undone', ctx.now)
  const own = await unmark(ctx, row)
  const actions = [...reverted.actions, ...own.actions]
  const later = [...reverted.later, ...own.later]
  return verdictOf(
    ctx,
    { ...reverted, actions, later },
    row,
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
  const list = (key: 'back' | 'lost', deeds: readonly string[]) =>
    deeds.map((deed) => say(`${key}.${deed}`)).join(say('and'))
  const lines = [say('answer.undone', about)]
  if (back.length > 0) lines.push(say('answer.back', { what: list('back', back) }))
  if (lost.length > 0) lines.push(say('answer.lost', { what: list('lost', lost) }))
  return lines.join('\n')
}

async function verdictOf(
  ctx: ModerationCtx,
  { standing, actions, later }: Enforced | Reverted,
  before: CaseRow,
  row: CaseRow,
  by: Member,
  answer: (say: Say) => string,
  { trusted, learn, guard, unmark: without }: Aside,
): Promise<Verdict<Store>> {
  const after = await aftermath(ctx, before, row)
  return {
    actions: [...actions, ...(await settleAsks(ctx, row, answer)), ...after.actions],
    later,
    save: async (store) => {
      store.cases.put(row)
      store.standing.put(standing)
      if (trusted) store.pace.put(trusted)
      learn?.(store)
      guard?.(store)
      await without?.(store)
      await after.save(store)
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
  /** One more on the account of who did it. */
  readonly guard?: ((store: Store) => void) | undefined
  /** Takes back what rules counted and changed. */
  readonly unmark?: Unmarked['save']
}

/** By a check of ours, and not by a rule of the owner's, which may hold for anybody. */
const judgedHere = ({ origin, rule }: CaseRow) => origin === 'auto' && !rule.startsWith(ownPrefix)

/** The member's row, with all the trust there is to earn. */
async function trust(ctx: ModerationCtx, row: CaseRow): Promise<PaceRow | undefined> {
  const pace = await ctx.store.pace.get({ group_id: row.group_id, member_id: row.member_id })
  const { messages } = ctx.config.newcomers
  return pace.meaningful < messages ? { ...pace, meaningful: messages } : undefined
}
