/** Time that runs as it does, and leaps when the story does: a week is over in a moment, and a second still takes one. */
export class Leaping {
  #ahead: number
  /** An ISO 8601 instant at which it begins. */
  constructor(start: string) {
    this.#ahead = Temporal.Instant.from(start).epochMilliseconds - Date.now()
  }
  readonly now = (): number => Date.now() + this.#ahead
  leap(ms: number): void {
    this.#ahead += ms
  }
  /** To an ISO 8601 instant that is still to come. */
  leapTo(instant: string): void {
    const ms = Temporal.Instant.from(instant).epochMilliseconds - this.now()
    if (ms < 0) throw new Error(`${instant} is over`)
    this.leap(ms)
  }
}
export const minute = 60_000
export const hour = 60 * minute
