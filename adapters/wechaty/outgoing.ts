/**
 * Every message on its way out, parts of long texts and pictures too. The engine paces actions, and one action may be
 * several messages: here each waits for its turn, by the same figures.
 */
import type { Ground } from './ground.ts'

const minuteMs = 60_000
const dayMs = 86_400_000

export class Outgoing {
  readonly #ground: Ground
  /** When messages went out, or will, in the last day; ascending. */
  #times: number[] = []
  /** When the next may go, by room or person. */
  readonly #next = new Map<string, number>()
  constructor(ground: Ground) {
    this.#ground = ground
  }

  /** Milliseconds until so many messages in a row may be begun with. */
  waitMs(count: number): number {
    const { perMinute, perDay } = this.#pacing
    const now = this.#ground.now()
    return Math.max(0, this.#freeAt(count, perMinute, minuteMs) - now, this.#freeAt(count, perDay, dayMs) - now)
  }
  /** Resolves when one more message may go there; it is taken to have gone. */
  async turn(to: string): Promise<void> {
    const { now, pause, random } = this.#ground
    const { perMinute, roomGapSeconds, jitter } = this.#pacing
    const at = Math.max(now(), this.#next.get(to) ?? 0, this.#freeAt(1, perMinute, minuteMs))
    this.#keep(at)
    this.#next.set(to, at + roomGapSeconds * 1000 * (1 + jitter * (2 * random() - 1)))
    if (at > now()) await pause(at - now())
  }

  get #pacing() {
    return this.#ground.settings().rest.pacing
  }
  /** When a window has room for `count` more; for those that are more than it ever holds, when it is empty. */
  #freeAt(count: number, most: number, perMs: number): number {
    const last = this.#times.at(-1 - Math.max(0, most - count))
    return last === undefined ? 0 : last + perMs
  }
  #keep(at: number): void {
    const now = this.#ground.now()
    this.#times = this.#times.filter((time) => time > now - dayMs)
    const place = this.#times.findLastIndex((time) => time <= at)
    this.#times.splice(place + 1, 0, at)
    for (const [to, free] of this.#next) if (free <= now) this.#next.delete(to)
  }
}
