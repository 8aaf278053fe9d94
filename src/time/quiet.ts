/** Quiet hours: a stretch of the wall clock in which posts wait. */
import { instantOf, wallAt } from './zone.ts'

const minuteMs = 60_000
const dayMs = 86_400_000

/** Wall-clock "HH:MM"; from 23:00 to 08:00 spans midnight; `from` equal to `to` is no quiet at all. */
export interface QuietHours {
  readonly from: string
  readonly to: string
}

/** When the quiet ends, epoch milliseconds and always later than `now`; null where it is not quiet. */
export function quietUntil(now: number, { from, to }: QuietHours, timezone: string): number | null {
  const [start, end] = [minutesOf(from), minutesOf(to)]
  const wall = wallAt(now, timezone)
  const midnight = Math.floor(wall / dayMs) * dayMs
  const minute = (wall - midnight) / minuteMs
  const spansMidnight = start > end
  const quiet = spansMidnight ? minute >= start || minute < end : minute >= start && minute < end
  if (!quiet) return null
  const endWall = midnight + (spansMidnight && minute >= start ? dayMs : 0) + end * minuteMs
  const first = instantOf(endWall, timezone)
  // In the second pass through a repeated hour the first end is already over.
  return first > now ? first : instantOf(endWall, timezone, 'second')
}

function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return hours * 60 + minutes
}
