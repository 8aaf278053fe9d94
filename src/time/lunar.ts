/** Dates of the Chinese calendar (农历), by Temporal's `chinese` calendar. */
import type { Vars } from '../core/texts.ts'
import { CronError, say } from './cronFields.ts'

/** A date that comes once in every Chinese year. Months count from 1; leap months are not counted. */
export interface LunarDay {
  readonly month: number
  readonly day: number
}
/** `lunar: M-D HH:MM` */
export interface LunarTime extends LunarDay {
  readonly hour: number
  readonly minute: number
}

/** When no time is given: in the morning, since nobody reads a greeting at midnight. */
const defaultTime = { hour: 9, minute: 0 }
const shape = /^\s*lunar:\s*(\d{1,2})-(\d{1,2})(?:\s+(\d{1,2}):(\d{2}))?\s*$/i

export const isLunar = (expression: string): boolean => /^\s*lunar\s*:/i.test(expression)

const wrong = (at: number, key: string, vars: Vars) => new CronError(at, say(`lunar.${key}`, vars), say('lunar.mend'))

/** @throws CronError */
export function parseLunar(expression: string): LunarTime {
  const match = shape.exec(expression)
  const at = expression.indexOf(':') + 2
  if (match === null) throw wrong(at, 'shape', { text: expression.trim() })
  const [month, day] = [Number(match[1]), Number(match[2])]
  if (month < 1 || month > 12) throw wrong(at, 'month', { month })
  if (day < 1 || day > 30) throw wrong(at, 'day', { day })
  if (match[3] === undefined) return { month, day, ...defaultTime }
  const [hour, minute] = [Number(match[3]), Number(match[4])]
  if (hour > 23 || minute > 59) throw wrong(at, 'clock', { time: `${match[3]}:${match[4]}` })
  return { month, day, hour, minute }
}

/**
 * The day of the Gregorian calendar on which a lunar date falls, as midnight wall time. `year` is the Gregorian year in
 * which the Chinese year begins. The 30th of a month of 29 days is its last day, so that 12-30 is always New Year's Eve.
 */
export function wallOfLunar(year: number, date: LunarDay): number {
  const monthCode = `M${String(date.month).padStart(2, '0')}`
  const found = Temporal.PlainDate.from(
    { calendar: 'chinese', year, monthCode, day: date.day },
    { overflow: 'constrain' },
  )
  return found.toZonedDateTime('UTC').epochMilliseconds
}

/** The Chinese date of a wall-clock day; `leap` in a leap month (闰月). */
export function lunarOf(wall: number): LunarDay & { readonly year: number; readonly leap: boolean } {
  const date = Temporal.Instant.fromEpochMilliseconds(wall)
    .toZonedDateTimeISO('UTC')
    .toPlainDate()
    .withCalendar('chinese')
  return {
    year: date.year,
    month: Number(date.monthCode.slice(1, 3)),
    day: date.day,
    leap: date.monthCode.endsWith('L'),
  }
}
