/** The window has closed: everybody who came in and is still here is welcomed in one post. */
import type { JobCtx, Later, Verdict } from '../../core/feature.ts'
import type { Member } from '../../core/people.ts'
import { welcome } from './base.ts'
import type { WelcomeConfig } from './config.ts'
import { hasPassed, isAtGate, isRaid, posted } from './door.ts'
import { followUps, greeting, type Newcomer } from './greeting.ts'
import type { DoorRow, NewcomerRow, State, WelcomeStore } from './store.ts'

type WindowCtx = JobCtx<WelcomeConfig, WelcomeStore>
type Waiting = Newcomer & {
  readonly row: NewcomerRow
  /** Why they are not to be welcomed any more. */
  readonly kept: 'left' | 'trouble' | 'gate' | undefined
}

/** When the next welcome goes out, and the job for it where there is none yet. */
export function opened({ now, config }: Pick<WindowCtx, 'now' | 'config'>, door: DoorRow) {
  if (door.due > now) return { due: door.due, later: [] }
  const due = now + config.windowSeconds * 1000
  return { due, later: [again(due)] }
}
const again = (at: number): Later => ({ job: 'welcome', key: 'window', at })
/** Who has shown that they are a person is welcomed when the raid is over, unless that takes longer than this. */
const patienceMs = 3_600_000
const lookAgainMs = 60_000

export const windowJob = welcome.job({
  name: 'welcome',
  run: async (ctx): Promise<Verdict<WelcomeStore>> => {
    const door = { ...(await ctx.store.doors.get({ group_id: ctx.group.id })), due: 0 }
    const all = await waitingIn(ctx)
    const here = all.filter((one) => one.kept === undefined)
    const kept = all.filter((one) => one.kept !== undefined)
    const close = (state: State, after: DoorRow, decided: string): Verdict<WelcomeStore> => ({
      why: { decided, checks: [{ name: state, found: String(here.length) }] },
      save: (store) => {
        for (const { row, kept: why } of kept) store.newcomers.put({ ...row, state: why ?? 'left' })
        for (const { row } of here) store.newcomers.put(settled(row, state, ctx.now))
        store.doors.put(after)
      },
    })
    if (here.length === 0) return close(kept.at(-1)?.kept ?? 'left', door, 'silent')
    if (!ctx.config.enabled) return close('off', door, 'silent')
    if (await isRaid(ctx, door)) return stormed(ctx, door, here, close)
    const after = posted(door, ctx.now, ctx.config.perHour)
    if (!after) return close('cap', door, 'silent')
    const state = here.length > 1 ? 'merged' : 'welcomed'
    return { ...close(state, after, state), actions: greeting(ctx, here), later: followUps(ctx, here) }
  },
})

async function stormed(
  ctx: WindowCtx,
  door: DoorRow,
  here: readonly Waiting[],
  close: (state: State, after: DoorRow, decided: string) => Verdict<WelcomeStore>,
): Promise<Verdict<WelcomeStore>> {
  const stay: NewcomerRow[] = []
  for (const { member, row } of here)
    if (ctx.now - row.joined_at < patienceMs && (await hasPassed(ctx, member))) stay.push(row)
  if (stay.length === 0) return close('raid', door, 'silent')
  const due = ctx.now + lookAgainMs
  const closed = close('raid', { ...door, due }, 'silent')
  return {
    ...closed,
    later: [again(due)],
    save: async (store) => {
      await closed.save?.(store)
      for (const row of stay) store.newcomers.put({ ...row, state: 'waiting' })
    },
  }
}

const settled = (row: NewcomerRow, state: State, now: number): NewcomerRow =>
  state === 'merged' || state === 'welcomed' ? { ...row, state, welcomed_at: now } : { ...row, state }

/** Those who wait, in the order in which they came. */
async function waitingIn(ctx: WindowCtx): Promise<Waiting[]> {
  const rows = await ctx.store.waiting.of(ctx.group.id)
  const found: Waiting[] = []
  for (const row of [...rows].sort(earlier)) {
    const member = await ctx.find(row.member_id)
    if (!member) continue
    const inviter = row.inviter_id ? await ctx.find(row.inviter_id) : undefined
    found.push({ member, inviter, row, kept: await keptFrom(ctx, member, row) })
  }
  return found
}

const earlier = (a: NewcomerRow, b: NewcomerRow) => a.joined_at - b.joined_at || (a.member_id < b.member_id ? -1 : 1)

/** Gone again, at the gate, or in trouble with moderation meanwhile: a spammer is not greeted before everybody. */
async function keptFrom(ctx: WindowCtx, { id, present }: Member, row: NewcomerRow): Promise<Waiting['kept']> {
  if (!present) return 'left'
  if (await isAtGate(ctx, { id })) return 'gate'
  const { community, group, store, now } = ctx
  if (ctx.configOf('moderation') === undefined) return undefined
  const stay = { community: community.id, group: group.id, member: id, since: row.joined_at, now }
  return (await store.troubles.of(stay)) ? 'trouble' : undefined
}
