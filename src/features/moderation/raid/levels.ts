/** Which level a group is at, and what is done there. */
import type { GroupRow } from '../store.ts'
import { type Level, levels, type RaidConfig, type RaidDeed, raidDeeds } from './config.ts'

/** 0 where there is no raid. */
export const rank = (level: Level | undefined): number => (level === undefined ? 0 : levels.indexOf(level) + 1)
export const levelAt = (at: number): Level | undefined => levels[at - 1]
export const higher = (a: Level | undefined, b: Level | undefined): Level | undefined => (rank(a) >= rank(b) ? a : b)

/** By how many came at once. A later level never needs fewer than an earlier one. */
export function levelByRate({ joins, guarded, locked }: RaidConfig, count: number): Level | undefined {
  const second = Math.max(joins, guarded.joins)
  if (count >= Math.max(second, locked.joins)) return 'locked'
  if (count >= second) return 'guarded'
  return count >= joins ? 'watch' : undefined
}

/** What a level does includes what the milder ones do. */
export function deedsAt({ does, guarded, locked }: RaidConfig, level: Level): ReadonlySet<RaidDeed> {
  const own: readonly RaidDeed[] = does === 'watch' ? [] : [does]
  const more: readonly RaidDeed[] =
    level === 'watch' ? [] : level === 'guarded' ? guarded.does : [...guarded.does, ...locked.does]
  return new Set(raidDeeds.filter((deed) => own.includes(deed) || more.includes(deed)))
}

/** Of the raid that is on, or of the last. */
export const joinedInRaid = (group: Pick<GroupRow, 'raid_until' | 'raid_since'>, joinedAt: number): boolean =>
  group.raid_until > 0 && joinedAt >= group.raid_since && joinedAt <= group.raid_until
