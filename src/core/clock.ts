/** What time it is. The events' clock only moves when an event or a `clock` line moves it. */
export interface Clock {
  readonly kind: 'live' | 'events'
  /** Epoch milliseconds. */
  now(): number
}
export const liveClock: Clock = { kind: 'live', now: () => Date.now() }

export class EventsClock implements Clock {
  readonly kind = 'events'
  #now: number
  constructor(start = 0) {
    this.#now = start
  }
  now() {
    return this.#now
  }
  /** Never goes back: an event that is late happens now. */
  advance(to: number) {
    if (to > this.#now) this.#now = to
  }
}
