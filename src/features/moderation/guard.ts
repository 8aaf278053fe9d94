/**
 * Watches over moderators: who removes, mutes or deletes more than a person of good will does in an hour has their
 * rights in Innkeeper paused, and the owner is told. Owners are not watched.
 */
import type { Draft } from '../../core/action.ts'
import type { Verdict } from '../../core/feature.ts'
import type { Member } from '../../core/people.ts'
import type { GuardRow } from './case-store.ts'
import type { ModerationCtx } from './kit.ts'
import { refuse } from './refuse.ts'
import { tellStaff } from './staff.ts'
import type { Store } from './store.ts'
import { type Say, sayTo } from './wording.ts'

export type Watched = 'removals' | 'mutes' | 'deletions'
/** What of a moderator's deeds is watched, by the deed's name. */
export const watchedOf: Readonly<Record<string, Watched>> = {
  kick: 'removals',
  ban: 'removals',
  mute: 'mutes',
  delete: 'deletions',
}
interface Act {
  readonly at: number
  readonly of: Watched
  readonly n: number
}
const hourMs = 3_600_000

export interface Guarded {
  /** Beyond the budget, now or since before. */
  readonly paused: boolean
  /** For the owner. */
  readonly actions: readonly Draft[]
  readonly save: (store: Store) => void
  readonly why: string
}
/** One more deed of a moderator's. `n`: how many messages or members it is about. */
export async function guarded(ctx: ModerationCtx, by: Member, of: Watched, n = 1): Promise<Guarded> {
  if (by.role === 'owner') return { paused: false, actions: [], save: () => undefined, why: '' }
  const row = await ctx.store.guards.get({ community: ctx.community.id, member_id: by.id })
  const lately = (JSON.parse(row.acts) as Act[]).filter(({ at }) => at > ctx.now - hourMs)
  const acts = [...lately, { at: ctx.now, of, n }]
  const sum = acts.reduce((total, act) => total + (act.of === of ? act.n : 0), 0)
  const most = ctx.config.guard[of]
  const breaks = row.paused_at === 0 && sum > most
  const after: GuardRow = { ...row, name: by.name, acts: JSON.stringify(acts.slice(-200)) }
  const paused: GuardRow = breaks ? { ...after, paused_at: ctx.now, paused_for: of } : after
  return {
    paused: paused.paused_at > 0,
    actions: breaks ? await alarm(ctx, by, of, sum, most) : [],
    save: (store) => store.guards.put(paused),
    why: breaks ? `${of} ${sum}/h` : '',
  }
}

/** How much of a kind somebody did within the hour. */
export const actsIn = ({ acts }: GuardRow, of: Watched, now: number): number =>
  (JSON.parse(acts) as Act[]).reduce((sum, act) => sum + (act.of === of && act.at > now - hourMs ? act.n : 0), 0)

/** Owners in private; the rest of the staff where there is no owner here. */
async function alarm(ctx: ModerationCtx, by: Member, of: Watched, sum: number, most: number): Promise<Draft[]> {
  const text = (say: Say) =>
    say('guard.alarm', { who: by.name, group: ctx.group.name, what: say(`guard.${of}`), count: sum, most })
  const owners = (await ctx.staff()).filter(({ role, id }) => role === 'owner' && id !== by.id)
  if (owners.length === 0) return tellStaff(ctx, text)
  return owners.map((owner) => ({
    type: 'whisper',
    group: ctx.group.ref,
    user: owner.user,
    text: text(sayTo(ctx, owner)),
    priority: 'moderation',
  }))
}

export const isPaused = async (ctx: ModerationCtx, { id, role }: Member): Promise<boolean> =>
  role !== 'owner' &&
  ((await ctx.store.guards.find({ community: ctx.community.id, member_id: id }))?.paused_at ?? 0) > 0

const pausedError = (ctx: ModerationCtx, member: Member): Verdict<Store> =>
  refuse('rights-paused', sayTo(ctx, member)('error.paused'))

/** Before any command of staff. */
export const gate = async (ctx: ModerationCtx & { readonly member: Member }): Promise<Verdict<Store> | undefined> =>
  (await isPaused(ctx, ctx.member)) ? pausedError(ctx, ctx.member) : undefined

export const isStopped = ({ why }: Verdict<Store>): boolean => why?.decided === 'rights paused'
/** Instead of the deed that was too many. */
export const stopped = (ctx: ModerationCtx, by: Member, { actions, save, why }: Guarded): Verdict<Store> => ({
  actions: [...actions, { type: 'whisper', group: ctx.group.ref, user: by.user, text: sayTo(ctx, by)('guard.paused') }],
  save,
  why: { decided: 'rights paused', checks: [{ name: 'guard', found: why }] },
})
