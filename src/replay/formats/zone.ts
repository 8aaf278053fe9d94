/** Wall-clock times of a zone as epoch milliseconds. */

const minuteMs = 60_000

/**
 * From milliseconds after a day's midnight to epoch milliseconds; days may overrun into those that follow. A time that
 * the clocks leap over is read as the one an hour later, one that comes twice as the first of the two.
 */
export function midnight(date: string, timezone: string): (ms: number) => number {
  const day = Temporal.PlainDateTime.from(date)
  const epoch = (dateTime: Temporal.PlainDateTime) => dateTime.toZonedDateTime(timezone).epochMilliseconds
  const start = epoch(day)
  const plain = timezone === 'UTC'
  let minute = -1
  let at = 0
  return (ms) => {
    if (plain) return start + ms
    const whole = Math.floor(ms / minuteMs)
    if (whole !== minute) {
      minute = whole
      at = epoch(day.add({ minutes: whole }))
    }
    return at + (ms % minuteMs)
  }
}

const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/
/** An ISO time, in the zone where it names no offset of its own. Undefined where it is none. */
export function instant(written: string, timezone: string): number | undefined {
  if (zoned.test(written)) {
    const at = Date.parse(written)
    return Number.isNaN(at) || at < 0 ? undefined : at
  }
  if (!/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/.test(written) || Number.isNaN(Date.parse(`${written}Z`))) return undefined
  const at = Temporal.PlainDateTime.from(written).toZonedDateTime(timezone).epochMilliseconds
  return at < 0 ? undefined : at
}
