/** Instants and wall clocks of IANA zones. Wall times are epoch milliseconds read as if the zone were UTC. */

const hour = 3_600_000

/** A stretch of time in which the zone's offset does not change: [from, until). */
interface Span {
  readonly from: number
  readonly until: number
  readonly offset: number
}
interface Zone {
  current: Span
  readonly spans: Span[]
}

/** Spans kept per zone; a zone has about two a year, so this is more than any chat group's history. */
const maxSpans = 400
const zones = new Map<string, Zone>()

/** Whether the name is an IANA zone or an alias of one ("Asia/Shanghai", "UTC"). */
export function isTimezone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name)
    return !/^[+-]/.test(name)
  } catch {
    return false
  }
}

/**
 * Milliseconds that the zone is ahead of UTC at an instant. Runs per message, so the stretch between two transitions
 * is looked up once; a call then costs two comparisons.
 * @throws RangeError where the zone is not known.
 */
export function offsetAt(instant: number, timezone: string): number {
  const zone = zones.get(timezone)
  if (zone === undefined) return learn(instant, timezone, undefined).offset
  const { current } = zone
  if (instant >= current.from && instant < current.until) return current.offset
  const known = zone.spans.find((span) => instant >= span.from && instant < span.until)
  if (known === undefined) return learn(instant, timezone, zone).offset
  zone.current = known
  return known.offset
}

function learn(instant: number, timezone: string, zone: Zone | undefined): Span {
  const local = Temporal.Instant.fromEpochMilliseconds(Math.floor(instant)).toZonedDateTimeISO(timezone)
  const next = local.getTimeZoneTransition('next')
  // 'previous' is strictly before, so ask from a moment later: the instant may be the transition itself.
  const last = local.add({ milliseconds: 1 }).getTimeZoneTransition('previous')
  const span = {
    from: last?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
    until: next?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offset: local.offsetNanoseconds / 1_000_000,
  }
  if (zone === undefined) zones.set(timezone, { current: span, spans: [span] })
  else {
    if (zone.spans.length >= maxSpans) zone.spans.shift()
    zone.spans.push(span)
    zone.current = span
  }
  return span
}

/** The wall clock at an instant. */
export const wallAt = (instant: number, timezone: string): number => instant + offsetAt(instant, timezone)

/**
 * The instant at which the wall clock shows a time. In the hour that autumn repeats, the first or the second of the
 * two; for a time that spring skips, the first instant after the gap.
 */
export function instantOf(wall: number, timezone: string, inRepeated: 'first' | 'second' = 'first'): number {
  // Offsets never reach a day, so these two lie on either side of any transition near the wall time.
  const early = wall - offsetAt(wall - 26 * hour, timezone)
  const late = wall - offsetAt(wall + 26 * hour, timezone)
  if (early === late && wallAt(early, timezone) === wall) return early
  const plain = Temporal.Instant.fromEpochMilliseconds(wall).toZonedDateTimeISO('UTC').toPlainDateTime()
  const shown = plain.toZonedDateTime(timezone, { disambiguation: inRepeated === 'first' ? 'earlier' : 'later' })
  if (shown.toPlainDateTime().equals(plain)) return shown.epochMilliseconds
  const before = plain.toZonedDateTime(timezone, { disambiguation: 'earlier' })
  return before.getTimeZoneTransition('next')?.epochMilliseconds ?? shown.epochMilliseconds
}
