/** How fast an adapter may be asked to act: so many a minute in all, with a gap between two in one group. */
import type { Adapter } from '../adapter.ts'

const minuteMs = 60_000

export class Pace {
  readonly #limits: Adapter['limits']
  /** Times of the last minute's actions, oldest first. */
  readonly #sentAt: number[] = []
  readonly #lastInGroup = new Map<string, number>()
  constructor(limits: Adapter['limits']) {
    this.#limits = limits
  }

  /** Milliseconds to wait before the next one in this group; 0 for none. */
  wait(group: string, now: number): number {
    const { sendsPerMinute, groupGapMs } = this.#limits
    const sinceLast = now - (this.#lastInGroup.get(group) ?? Number.NEGATIVE_INFINITY)
    const gap = groupGapMs > sinceLast ? groupGapMs - sinceLast : 0
    if (!sendsPerMinute) return gap
    while (this.#sentAt.length && (this.#sentAt[0] as number) <= now - minuteMs) this.#sentAt.shift()
    const full = this.#sentAt.length >= sendsPerMinute ? (this.#sentAt[0] as number) + minuteMs - now : 0
    return Math.max(gap, full)
  }
  sent(group: string, now: number): void {
    const { sendsPerMinute, groupGapMs } = this.#limits
    if (sendsPerMinute) this.#sentAt.push(now)
    if (!groupGapMs) return
    this.#lastInGroup.delete(group) // to the end: the oldest are first
    this.#lastInGroup.set(group, now)
    for (const [other, at] of this.#lastInGroup) {
      if (at > now - groupGapMs) break
      this.#lastInGroup.delete(other)
    }
  }
}
