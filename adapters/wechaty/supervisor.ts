/** Keeps one connection to WeChat open: a fresh one for each attempt, with pauses that grow. */
import type { Health } from '../../src/core/adapter.ts'
import type { Log } from '../../src/core/feature.ts'
import { inBoth } from '../../src/core/texts.ts'
import { pick } from '../../src/core/words.ts'
import type { Line } from './line.ts'
import type { Login } from './login.ts'
import type { Patience } from './patience.ts'
import { type End, type Ended, type Hearing, Session } from './session.ts'
import { wechatTexts } from './texts.ts'

interface Parts {
  /** A new line; `ended` is called when its far end hangs up. */
  open(ended: () => void): Promise<Line>
  readonly hearing: Hearing
  readonly patience: Patience
  readonly log: Log
  readonly now: () => number
  /** An attempt is over. */
  ended?(end: Ended): void
}

export class Supervisor {
  readonly #parts: Parts
  #state: Health['state'] = 'starting'
  #since: number
  #why: Exclude<End, 'stopped'> | undefined
  #login: Login | undefined
  #session: Session | undefined
  #running: Promise<void> | undefined
  #wake: (() => void) | undefined
  #closed = false

  constructor(parts: Parts) {
    this.#parts = parts
    this.#since = parts.now()
  }
  /** The line that is up; undefined while there is none. */
  get line(): Line | undefined {
    return this.#state === 'up' ? this.#session?.line : undefined
  }
  health(): Health {
    const detail = this.#why && pickBoth(`down.${this.#why}`)
    return {
      state: this.#state,
      since: this.#since,
      ...(detail && { detail }),
      ...(this.#login && { login: this.#login }),
    }
  }
  start(): void {
    this.#running ??= this.#keep()
  }
  async stop(): Promise<void> {
    this.#closed = true
    this.#wake?.()
    this.#session?.end('stopped')
    await this.#running
    this.#turn('down')
  }
  /** This connection is no use any more; another is tried. */
  restart(why: End, detail = ''): void {
    this.#session?.end(why, detail)
  }
  entered(): void {
    this.#why = undefined
    this.#login = undefined
    this.#turn('up')
  }
  /** A person is waited for. */
  waits(login: Login | undefined): void {
    this.#login = login
    if (this.#state === 'up') this.#turn('down')
  }

  async #keep(): Promise<void> {
    for (let failures = 0; !this.#closed; ) {
      const end = await this.#attempt()
      if (this.#closed) break
      failures = end.wasIn ? 1 : failures + 1
      const pauseMs = this.#pauseAfter(end.why, failures)
      const { why, detail } = end
      this.#parts.log.warn({ why, detail: detail.slice(0, 200), failures, pauseMs }, 'WeChat is away')
      this.#parts.ended?.(end)
      await this.#pause(pauseMs)
    }
  }
  async #attempt(): Promise<Ended> {
    const { open, hearing, patience, log } = this.#parts
    try {
      const line = await open(() => this.#session?.end('lost', 'the far end hung up'))
      const session = new Session(line, hearing, patience, log)
      this.#session = session
      if (this.#closed) session.end('stopped')
      const end = await session.run()
      this.#fell(end.why)
      return end
    } catch (error) {
      log.error({ error }, 'no connection to WeChat could be begun')
      this.#fell('broken')
      return { why: 'broken', detail: String(error), wasIn: false }
    }
  }
  #fell(why: End): void {
    this.#session = undefined
    this.#login = undefined
    if (why !== 'stopped') this.#why = why
    this.#turn('down')
  }
  #turn(state: Health['state']): void {
    if (this.#state === state) return
    this.#state = state
    this.#since = this.#parts.now()
  }
  #pauseAfter(why: End, failures: number): number {
    const { pauseMs, longestPauseMs, hopelessPauseMs } = this.#parts.patience
    const most = why === 'token' || why === 'taken' || why === 'broken' ? hopelessPauseMs : longestPauseMs
    return Math.min(pauseMs * 2 ** Math.min(failures - 1, 16), most)
  }
  async #pause(ms: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    const timer = setTimeout(resolve, ms)
    this.#wake = resolve
    await promise
    clearTimeout(timer)
  }
}

/** Both languages in one line: it is not known who reads it. */
function pickBoth(key: string): string {
  const both = inBoth(wechatTexts, key)
  return `${pick(both, 'zh')} · ${pick(both, 'en')}`
}
