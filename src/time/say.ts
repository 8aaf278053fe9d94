/** An instant as people say it, in a zone's wall clock. */
import type { Locale } from '../core/words.ts'

const tags = { zh: 'zh-CN', en: 'en-GB' } as const
const maxKept = 200
const kept = new Map<string, Intl.DateTimeFormat>()

/** "2月17日周二 09:00", "Tue 17 Feb, 09:00"; with the year where it is not that of `now`. */
export function sayWhen(at: number, timezone: string, locale: Locale, now: number): string {
  const thisYear = yearOf(at, timezone) === yearOf(now, timezone)
  return formatter(timezone, locale, thisYear).format(at)
}

const yearOf = (at: number, timezone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timezone).year

function formatter(timezone: string, locale: Locale, thisYear: boolean): Intl.DateTimeFormat {
  const key = `${timezone} ${locale} ${thisYear}`
  const known = kept.get(key)
  if (known !== undefined) return known
  if (kept.size >= maxKept) kept.clear()
  const made = new Intl.DateTimeFormat(tags[locale], {
    timeZone: timezone,
    ...(!thisYear && { year: 'numeric' }),
    month: 'short',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  kept.set(key, made)
  return made
}
