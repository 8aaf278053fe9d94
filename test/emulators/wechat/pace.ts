/** How fast the bot was, to be held against what WeChat forgives. */
import type { Message } from './model.ts'
import type { Person } from './person.ts'
import type { Room } from './room.ts'

export interface Pace {
  /** The most within any minute, and within any 24 hours. */
  readonly aMinute: number
  readonly aDay: number
  /** The shortest time between two messages to the same room or person; infinite if there never were two. */
  readonly gapMs: number
}
/** The most of these times, ascending, that fall into one window of this length. */
export function mostWithin(times: readonly number[], ms: number): number {
  let first = 0
  let most = 0
  for (const [index, at] of times.entries()) {
    while (at - times[first]! >= ms) first += 1
    most = Math.max(most, index - first + 1)
  }
  return most
}
export function paceOf(sent: readonly Message[]): Pace {
  const times = sent.map(({ at }) => at)
  const last = new Map<Room | Person, number>()
  let gapMs = Number.POSITIVE_INFINITY
  for (const { to, at } of sent) {
    gapMs = Math.min(gapMs, at - (last.get(to) ?? Number.NEGATIVE_INFINITY))
    last.set(to, at)
  }
  return { aMinute: mostWithin(times, 60_000), aDay: mostWithin(times, 86_400_000), gapMs }
}
