/** What one more newcomer tells of a raid: how many came at once, and how many of one making. */
import type { ModerationCtx } from '../kit.ts'
import type { GroupRow } from '../store.ts'
import { countSince, joinWindow } from '../window.ts'
import type { Signal } from './course.ts'
import { levelByRate, rank } from './levels.ts'
import { type Arrival, likenessOf } from './likeness.ts'
import { type ArrivalRow, mostCompared } from './store.ts'

const hourMs = 3_600_000
/** Those who came lately, the last first. */
export async function lately(ctx: ModerationCtx, but: string): Promise<readonly ArrivalRow[]> {
  const { drip, alike } = ctx.config.raid
  const since = ctx.now - Math.max(drip.hours * hourMs, alike.minutes * 60_000)
  const latest = await ctx.store.latest.of(ctx.group.id)
  return latest
    .filter(({ at, member_id }) => at > since && member_id !== but)
    .sort((a, b) => b.at - a.at)
    .slice(0, mostCompared)
}
export const arrivalOf = ({ name, at, account_at, avatar }: ArrivalRow): Arrival => ({
  name,
  at,
  accountAt: account_at,
  avatar: avatar === 0 ? undefined : avatar === 2,
})

export interface Seen {
  readonly signal: Signal | undefined
  /** Whether the newcomer is one of several of one making. */
  readonly alike: boolean
  /** Those who belong to it beside the newcomer, should it be a raid. */
  readonly others: readonly ArrivalRow[]
}

/** `group` with the newcomer counted in already; `vouched` for those whom a member of some standing brought along. */
export function seen(
  ctx: ModerationCtx,
  group: GroupRow,
  own: ArrivalRow,
  others: readonly ArrivalRow[],
  vouched: boolean,
): Seen {
  const byRate = rateSignal(ctx, group, own, others, vouched)
  const byLikeness = likeSignal(ctx, own, others)
  const strongest = rank(byLikeness.signal?.level) > rank(byRate?.level) ? byLikeness.signal : byRate
  if (strongest === undefined || strongest === byLikeness.signal) return { ...byLikeness, signal: strongest }
  return { ...byLikeness, signal: strongest, others: others.filter(({ at }) => at > strongest.since) }
}

function rateSignal(
  ctx: ModerationCtx,
  { joins }: GroupRow,
  own: ArrivalRow,
  others: readonly ArrivalRow[],
  vouched: boolean,
): Signal | undefined {
  const { raid } = ctx.config
  const since = own.at - raid.seconds * 1000
  const strangers = countSince(joinWindow, joins, since)
  const all = others.filter(({ at }) => at > since).length + 1
  const level = (vouched ? undefined : levelByRate(raid, strangers)) ?? (all >= raid.joins ? 'watch' : undefined)
  if (level === undefined) return undefined
  return { level, cause: 'joins', since, until: ctx.now + raid.calm, count: Math.max(strangers, all) }
}

function likeSignal(ctx: ModerationCtx, own: ArrivalRow, others: readonly ArrivalRow[]): Seen {
  const { raid } = ctx.config
  const newcomer = arrivalOf(own)
  const like = others.filter((other) => likenessOf(newcomer, [arrivalOf(other)]) > 0)
  const count = (since: number) =>
    1 +
    Math.floor(
      likenessOf(
        newcomer,
        like.flatMap((other) => (other.at > since ? [arrivalOf(other)] : [])),
      ),
    )
  const soon = own.at - raid.alike.minutes * 60_000
  const inTime = count(soon)
  const inDays = count(own.at - raid.drip.hours * hourMs)
  const about = { alike: inDays > 2, others: like }
  if (inTime >= raid.alike.joins) {
    const level = inTime >= Math.max(raid.alike.joins, raid.alike.locked) ? 'locked' : 'guarded'
    const near = like.filter(({ at }) => at > soon)
    return {
      ...about,
      others: near,
      signal: { level, cause: 'alike', since: before(own, near), until: ctx.now + raid.calm, count: inTime },
    }
  }
  if (inDays < raid.drip.joins) return { ...about, signal: undefined }
  const since = before(own, like)
  return { ...about, signal: { level: 'guarded', cause: 'drip', since, until: ctx.now + raid.longest, count: inDays } }
}
/** The moment before the first of them came. */
const before = (own: ArrivalRow, others: readonly ArrivalRow[]) => Math.min(own.at, ...others.map(({ at }) => at)) - 1
