/** Check-ins in a row. */
import type { PerksConfig } from './config.ts'
import type { MemberRow } from './store.ts'

type Streaks = PerksConfig['checkin']['streaks']

/** The row after a check-in on a local day; undefined where that day, or a later one in another zone, has had its own. */
export function checkedIn(row: MemberRow, day: number): MemberRow | undefined {
  if (day <= row.checkin_day) return undefined
  const streak = day === row.checkin_day + 1 ? row.streak + 1 : 1
  return {
    ...row,
    checkin_day: day,
    streak,
    best_streak: Math.max(row.best_streak, streak),
    checkins: row.checkins + 1,
  }
}

/** The streak that can still go on: broken once a whole day has gone by without. */
export const streakOn = (row: MemberRow, day: number): number => (day <= row.checkin_day + 1 ? row.streak : 0)

/** The largest bonus that falls on this day of the streak, or 0. */
export const bonusOn = (streak: number, streaks: Streaks): number =>
  Math.max(0, ...streaks.filter(({ every }) => streak % every === 0).map(({ bonus }) => bonus))

/** How many days until the next bonus; undefined where there is none to be had. */
export const daysToBonus = (streak: number, streaks: Streaks): number | undefined =>
  streaks.length === 0 ? undefined : Math.min(...streaks.map(({ every }) => every - (streak % every)))
