/** Times for people: relative for reading, exact for checking, in the group's zone where that is what matters. */
import { useSyncExternalStore } from 'react'
import { locale } from '../texts.ts'

const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const

/** "4 minutes ago", "in 2 hours", "now". */
export function ago(at: number, now: number): string {
  const gap = at - now
  for (const [unit, ms] of units)
    if (Math.abs(gap) >= ms * 0.95) return relative.format(Math.round(gap / ms) || Math.sign(gap), unit)
  return relative.format(0, 'second')
}

const zoned = new Map<string, Intl.DateTimeFormat>()
function formatted(at: number, timezone: string, options: Intl.DateTimeFormatOptions): string {
  const key = `${timezone} ${JSON.stringify(options)}`
  let format = zoned.get(key)
  if (!format) {
    format = new Intl.DateTimeFormat(locale, { ...options, timeZone: timezone, hourCycle: 'h23' })
    zoned.set(key, format)
  }
  return format.format(at)
}
/** "20:00", by the clock on that group's wall. */
export const clockIn = (at: number, timezone: string) => formatted(at, timezone, { hour: '2-digit', minute: '2-digit' })
/** "Tue, 10 March" */
export const dayIn = (at: number, timezone: string) =>
  formatted(at, timezone, { weekday: 'short', day: 'numeric', month: 'long' })
/** To the second, with the zone's name. */
export const exactIn = (at: number, timezone: string) =>
  `${formatted(at, timezone, { dateStyle: 'full', timeStyle: 'medium' })} ${timezone}`
/** A calendar day "2026-03-10" as "Tue 10". */
export const shortDay = (day: string) =>
  formatted(Date.parse(`${day}T00:00:00Z`), 'UTC', { weekday: 'short', day: 'numeric' })
export const longDay = (day: string) => dayIn(Date.parse(`${day}T00:00:00Z`), 'UTC')

/** Which calendar day an instant is in a zone, counted from the reader's present: -1, 0, 1. */
export function dayAway(at: number, now: number, timezone: string): number {
  const dayNumber = (time: number) => {
    const [year, month, day] = new Intl.DateTimeFormat('sv-SE', { timeZone: timezone })
      .format(time)
      .split('-')
      .map(Number)
    return Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1) / 86_400_000
  }
  return dayNumber(at) - dayNumber(now)
}

/** The reader's present, moving on every half minute so that "4 minutes ago" stays true. */
let present = Date.now()
const told = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined
function watch(tell: () => void) {
  told.add(tell)
  timer ??= setInterval(() => {
    present = Date.now()
    for (const one of told) one()
  }, 30_000)
  return () => {
    told.delete(tell)
    if (told.size === 0) {
      clearInterval(timer)
      timer = undefined
    }
  }
}
export const useNow = () => useSyncExternalStore(watch, () => present)

const numbers = new Intl.NumberFormat(locale)
export const count = (value: number) => numbers.format(value)
const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
export const percent = (value: number) => percents.format(value)
/** A score from 0 to 1 with two digits. */
export const score = (value: number) => value.toFixed(2)
