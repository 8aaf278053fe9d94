/** How many came through the door lately, and how many posts that made. */
import type { Ctx } from '../../core/feature.ts'
import type { Member } from '../../core/people.ts'
import type { MaybePromise } from '../../core/words.ts'
import type { WelcomeConfig } from './config.ts'
import type { DoorRow, WelcomeStore } from './store.ts'

const minuteMs = 60_000
const hourMs = 3_600_000

/** The row after one more join; at most `most + 1` instants are kept, so that a raid costs no memory. */
export function joined(row: DoorRow, now: number, most: number): DoorRow {
  const before = (JSON.parse(row.recent) as number[]).filter((at) => at > now - minuteMs)
  const recent = [...before, now].slice(-(most + 1))
  return { ...row, recent: JSON.stringify(recent), raid_at: recent.length > most ? now : row.raid_at }
}

/**
 * A raid by moderation's reckoning, where it keeps order here, or by our own: from the join that was too many until a
 * minute has gone by without another.
 */
export function isRaid({ store, group, now, configOf }: AtDoor, row: DoorRow): MaybePromise<boolean> {
  if (row.raid_at > 0 && now - row.raid_at < minuteMs) return true
  return configOf('moderation') !== undefined && store.raids.on(group.id, now)
}
/**
 * The gate is asked first: whoever has to be verified is welcomed once they are, and nobody who fails. Where a group only
 * watches nobody is asked, and so nobody can pass.
 */
export const isAtGate = async ({ store, group, configOf }: AtDoor, { id }: Pick<Member, 'id'>): Promise<boolean> =>
  !group.observe && configOf('gate') !== undefined && (await store.gates.of(group.id, id)) === 'open'
export const hasPassed = async ({ store, group, configOf }: AtDoor, { id }: Pick<Member, 'id'>): Promise<boolean> =>
  configOf('gate') !== undefined && (await store.gates.of(group.id, id)) === 'passed'
type AtDoor = Pick<Ctx<WelcomeConfig, WelcomeStore>, 'store' | 'group' | 'now' | 'configOf'>

/** The row after one more post, or undefined where the hour has had its number. Clock hours, as budgets. */
export function posted(row: DoorRow, now: number, perHour: number): DoorRow | undefined {
  const hour = Math.floor(now / hourMs)
  const used = row.hour === hour ? row.used : 0
  return used < perHour ? { ...row, hour, used: used + 1 } : undefined
}
