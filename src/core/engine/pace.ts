/** How fast an adapter may be asked to act, as its limits say. What is more urgent keeps a part of the day for itself. */
import type { ActionType } from '../action.ts'
import type { Limits } from '../adapter.ts'

/** What of an action its pace depends on. */
export interface Step {
  readonly group_id: string
  readonly type: string
  /** Index in `priorities`. */
  readonly priority: number
}
const minuteMs = 60_000
export const dayMs = 86_400_000
/** Of the day's actions, by priority: a day full of posts must not leave a spammer unanswered. */
const shareOfDay = [1, 0.95, 0.9, 0.8]
const postPriority = 3

export class Pace {
  readonly #limits: () => Limits
  readonly #chance: () => number
  /** Times of the last day's actions where the day is limited, else of the last minute's; oldest first. */
  readonly #sentAt: number[] = []
  readonly #capped = new Map<ActionType, number[]>()
  /** When the next may go, by group; the oldest entries first. */
  readonly #nextInGroup = new Map<string, number>()
  #nextPost = Number.NEGATIVE_INFINITY
  #leftAlone = Number.NEGATIVE_INFINITY

  /** `chance` gives numbers from 0 to 1. */
  constructor(limits: () => Limits, chance: () => number = Math.random) {
    this.#limits = limits
    this.#chance = chance
  }

  /** Milliseconds until this may go; 0 for now. */
  wait(step: Step, now: number): number {
    const { sendsPerMinute, sendsPerDay = 0 } = this.#limits()
    let at = Math.max(now, this.#leftAlone, this.#nextInGroup.get(step.group_id) ?? now)
    if (step.priority === postPriority) at = Math.max(at, this.#nextPost)
    at = Math.max(at, full(this.#sentAt, sendsPerMinute, minuteMs, now))
    if (sendsPerDay) {
      const share = Math.max(1, Math.floor(sendsPerDay * (shareOfDay[step.priority] ?? 1)))
      at = Math.max(at, full(this.#sentAt, share, dayMs, now))
    }
    for (const { action, count, perMs } of this.#limits().caps ?? [])
      if (action === step.type) at = Math.max(at, full(this.#capped.get(action) ?? [], count, perMs, now))
    return at - now
  }

  sent(step: Step, now: number): void {
    const { sendsPerMinute, sendsPerDay, groupGapMs, postGapMs = 0, caps = [] } = this.#limits()
    if (sendsPerMinute || sendsPerDay) keep(this.#sentAt, now, sendsPerDay ? dayMs : minuteMs)
    for (const { action, perMs } of caps) {
      if (action !== step.type) continue
      const times = this.#capped.get(action) ?? []
      this.#capped.set(action, times)
      keep(times, now, perMs)
    }
    if (postGapMs && step.priority === postPriority) this.#nextPost = now + this.#about(postGapMs)
    if (groupGapMs) this.#rest(step.group_id, now, groupGapMs)
  }
  /** What was counted at that moment did not go out after all: a platform that is away must not use up the day. */
  takeBack(step: Step, at: number): void {
    drop(this.#sentAt, at)
    for (const { action } of this.#limits().caps ?? [])
      if (action === step.type) drop(this.#capped.get(action) ?? [], at)
  }
  /** Nothing goes out until then. */
  leaveAlone(until: number): void {
    this.#leftAlone = Math.max(this.#leftAlone, until)
  }

  #rest(group: string, now: number, gapMs: number): void {
    this.#nextInGroup.delete(group) // to the end: the oldest are first
    this.#nextInGroup.set(group, now + this.#about(gapMs))
    for (const [other, at] of this.#nextInGroup) {
      if (at > now) break
      this.#nextInGroup.delete(other)
    }
  }
  #about(ms: number): number {
    const { jitter = 0 } = this.#limits()
    return jitter ? Math.round(ms * (1 + jitter * (2 * this.#chance() - 1))) : ms
  }
}

/** When a window of `perMs` has room again after `count` within it; 0 is without limit. */
function full(times: readonly number[], count: number, perMs: number, now: number): number {
  const oldest = count ? times[times.length - count] : undefined
  return oldest === undefined ? now : oldest + perMs
}
function keep(times: number[], now: number, perMs: number): void {
  times.push(now)
  while ((times[0] as number) <= now - perMs) times.shift()
}
function drop(times: number[], at: number): void {
  const place = times.lastIndexOf(at)
  if (place >= 0) times.splice(place, 1)
}
