/** What is looked after from time to time while WeChat is up: lists of members, what the owner has settled, rooms to be left. */
import type { Ground } from './ground.ts'
import type { Place } from './place.ts'
import type { Rest } from './rest.ts'
import type { Rooms } from './rooms.ts'

const minuteMs = 60_000

export class Looking {
  readonly #ground: Ground
  readonly #rooms: Rooms
  readonly #rest: Rest
  /** When each room's list is compared next; at a moment of chance, so that not all are asked for at once. */
  readonly #next = new WeakMap<Place, number>()
  #timer: NodeJS.Timeout | undefined
  #looking = false
  constructor(ground: Ground, rooms: Rooms, rest: Rest) {
    this.#ground = ground
    this.#rooms = rooms
    this.#rest = rest
  }
  start(): void {
    this.#timer ??= setInterval(() => void this.look(), this.#ground.patience.lookMs)
  }
  stop(): void {
    clearInterval(this.#timer)
    this.#timer = undefined
  }
  /** One look at a time; one that fails is logged, and the next comes. */
  async look(): Promise<void> {
    if (this.#looking || !this.#ground.line()) return
    this.#looking = true
    try {
      await this.#rooms.matches.look()
      if (this.#rest.leftMs === 0) await this.#rooms.unlisted.look(this.#rooms.wanting)
      await this.#compare()
    } catch (error) {
      this.#ground.log.warn({ error: String(error) }, 'a look at WeChat failed')
    }
    this.#looking = false
  }
  async #compare(): Promise<void> {
    const now = this.#ground.now()
    for (const place of this.#rooms.all()) {
      const puppet = this.#ground.line()?.puppet
      const next = this.#next.get(place)
      if (next === undefined || !puppet) this.#next.set(place, now + this.#pauseMs())
      else if (now >= next) {
        this.#next.set(place, now + this.#pauseMs())
        await this.#rooms.compare(puppet, place)
      }
    }
  }
  #pauseMs(): number {
    const { least, most } = this.#ground.settings().rest.members.compareMinutes
    return (least + (most - least) * this.#ground.random()) * minuteMs
  }
}
