/** A wall clock that only the test moves: what is due is late or not, as it is for people. */
import type { Clock } from '../../src/core/clock.ts'

export class TestClock implements Clock {
  readonly kind = 'live'
  #now: number
  /** Epoch milliseconds, or an ISO 8601 instant. */
  constructor(start: number | string) {
    this.#now = instant(start)
  }
  now() {
    return this.#now
  }
  pass(ms: number) {
    this.#now += ms
  }
  /** Both ways: machines are set back, too. */
  set(to: number | string) {
    this.#now = instant(to)
  }
}
const instant = (at: number | string) => (typeof at === 'number' ? at : Temporal.Instant.from(at).epochMilliseconds)
