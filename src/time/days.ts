/** The local day, weekday, hour and week of an instant. Fast enough to be asked for every message. */
import { wallAt } from './zone.ts'

const dayMs = 86_400_000
const maxKept = 1000
const dayKeys = new Map<number, string>()
const weekKeys = new Map<number, string>()

/** Days since 1970-01-01 of the local day: the next day is one more, which is what streaks compare. */
export const dayNumberAt = (instant: number, timezone: string): number => Math.floor(wallAt(instant, timezone) / dayMs)

/** The local day, `YYYY-MM-DD`. */
export const dayAt = (instant: number, timezone: string): string => dayKey(dayNumberAt(instant, timezone))

/** 1 for Monday to 7 for Sunday, as in ISO 8601. */
export const weekdayAt = (instant: number, timezone: string): number => weekdayOf(dayNumberAt(instant, timezone))

/** 0 to 23. */
export const hourAt = (instant: number, timezone: string): number =>
  Math.floor(wallAt(instant, timezone) / 3_600_000) - dayNumberAt(instant, timezone) * 24

/** The ISO week of the local day, `YYYY-Www`: weeks begin on Monday, and the first holds 4 January. */
export function weekAt(instant: number, timezone: string): string {
  const day = dayNumberAt(instant, timezone)
  const thursday = day - weekdayOf(day) + 4
  return keep(weekKeys, thursday, () => {
    const year = new Date(thursday * dayMs).getUTCFullYear()
    const week = Math.floor((thursday - Date.UTC(year, 0, 1) / dayMs) / 7) + 1
    return `${year}-W${String(week).padStart(2, '0')}`
  })
}

/** `YYYY-MM-DD` of a day number. */
export const dayKey = (dayNumber: number): string =>
  keep(dayKeys, dayNumber, () => new Date(dayNumber * dayMs).toISOString().slice(0, 10))

/** The day number of a key made by `dayKey`. */
export const dayNumberOf = (key: string): number => Date.parse(`${key}T00:00:00Z`) / dayMs

/** 1 January 1970 was a Thursday. */
const weekdayOf = (dayNumber: number): number => ((((dayNumber + 3) % 7) + 7) % 7) + 1

function keep(kept: Map<number, string>, number: number, make: () => string): string {
  const known = kept.get(number)
  if (known !== undefined) return known
  if (kept.size >= maxKept) kept.clear()
  const made = make()
  kept.set(number, made)
  return made
}
