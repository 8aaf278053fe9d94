/**
 * Every message on its way out, parts of long texts and pictures too. The engine paces actions, and one action may be
 * several messages: here each waits for its turn, by the same figures.
 */
import type { Ground } from './ground.ts'

const minuteMs = 60_000
const dayMs = 86_400_000

export class Outgoing {
  readonly #ground: Ground
  /** Messages of the last day, those that are still to go too. */
  #messages: { at: number }[] = []
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
  /** Resolves when one more message may go there; it is taken to go then. */
  async turn(to: string): Promise<void> {
    const { now, pause } = this.#ground
    this.#forget(now())
    const at = Math.max(now(), this.#next.get(to) ?? 0, this.#freeAt(1, this.#pacing.perMinute, minuteMs))
    const message = { at }
    this.#messages.push(message)
    this.#next.set(to, at + this.#gapMs())
    if (at > now()) await pause(at - now())
    const late = Math.max(0, now() - at)
    message.at += late
    this.#next.set(to, Math.max(this.#next.get(to) ?? 0, at + late + this.#gapMs()))
  }

  get #pacing() {
    return this.#ground.settings().rest.pacing
  }
  #gapMs(): number {
    const { roomGapSeconds, jitter } = this.#pacing
    return roomGapSeconds * 1000 * (1 + jitter * (2 * this.#ground.random() - 1))
  }
  /** When a window has room for `count` more; for those that are more than it ever holds, when it is empty. */
  #freeAt(count: number, most: number, perMs: number): number {
    const times = this.#messages.map(({ at }) => at).sort((a, b) => a - b)
    const last = times.at(-1 - Math.max(0, most - count))
    return last === undefined ? 0 : last + perMs
  }
  #forget(now: number): void {
    this.#messages = this.#messages.filter(({ at }) => at > now - dayMs)
    for (const [to, free] of this.#next) if (free <= now) this.#next.delete(to)
  }
}
