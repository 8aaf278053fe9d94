/** Whether the far end is alive: it is dinged and has to answer. Some puppets never answer a ding; they are asked something. */
import type { Line } from './line.ts'
import { type Patience, within } from './patience.ts'

/** So that a silence is noticed soon after it has become too long. */
const looksPerDing = 4

export class Pulse {
  readonly #line: Line
  readonly #patience: Patience
  readonly #dead: () => void
  #timer: NodeJS.Timeout | undefined
  /** By the monotonic clock. */
  #lastAt = 0
  #dingedAt = 0
  #dongs = false
  #asking = false

  constructor(line: Line, patience: Patience, dead: () => void) {
    this.#line = line
    this.#patience = patience
    this.#dead = dead
  }
  start(): void {
    this.alive()
    this.#ding()
    this.#timer = setInterval(() => this.#look(), this.#patience.dingMs / looksPerDing)
  }
  stop(): void {
    clearInterval(this.#timer)
  }
  /** Whatever is heard is a sign of life. */
  alive(): void {
    this.#lastAt = performance.now()
  }
  /** A dong. It also feeds wechaty's own watchdog, which nobody else feeds where the puppet runs in this process. */
  beat(): void {
    this.#dongs = true
    this.alive()
    this.#line.puppet.emit('heartbeat', { data: 'dong' })
  }

  #ding(): void {
    this.#dingedAt = performance.now()
    this.#line.bot.ding('innkeeper')
  }
  #look(): void {
    const now = performance.now()
    const silentMs = now - this.#lastAt
    if (silentMs < this.#patience.dongMs) {
      if (now - this.#dingedAt >= this.#patience.dingMs) this.#ding()
    } else if (this.#dongs) this.#dead()
    else if (!this.#asking) void this.#ask()
  }
  /** Asks for something that no cache answers. Before the login there is nothing to ask for. */
  async #ask(): Promise<void> {
    const { puppet } = this.#line
    if (!puppet.isLoggedIn) return
    this.#asking = true
    const answer = puppet.roomList().then(
      () => true,
      () => true, // a refusal is an answer; a broken connection is told by wechaty's errors
    )
    const alive = await within(this.#patience.dongMs, answer, false)
    this.#asking = false
    if (!alive) return this.#dead()
    this.alive()
    puppet.emit('heartbeat', { data: 'answered' })
  }
}
