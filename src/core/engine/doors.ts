/** Opens the adapters and keeps them open: one that cannot start is tried again, and the owner is told meanwhile. */
import type { Adapter, Door } from '../adapter.ts'
import type { Log } from '../feature.ts'
import { locales } from '../words.ts'
import { say } from './commands.ts'
import type { Dispatch } from './dispatch.ts'
import type { Notices } from './notices.ts'

const backoffMs = (tries: number) => Math.min(500 * 2 ** Math.min(tries, 20), 300_000)
/** Platforms close connections now and then as a matter of course; this long is worth a notice. */
const downForMs = 60_000

interface Parts {
  readonly adapters: readonly Adapter[]
  readonly dispatches: ReadonlyMap<string, Dispatch>
  readonly notices: Notices
  readonly log: Log
  /** Epoch milliseconds. */
  readonly now: () => number
}

export class Doors {
  readonly #parts: Parts
  /** What takes the notice of an adapter's trouble back, by its name. */
  readonly #troubles = new Map<string, () => void>()
  readonly #started = new Set<Adapter>()
  readonly #retries = new Set<NodeJS.Timeout>()
  #closed = false
  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Resolves when each has been tried once. */
  async open(doorOf: (adapter: Adapter) => Door): Promise<void> {
    await Promise.all(this.#parts.adapters.map((adapter) => this.#open(adapter, doorOf(adapter), 1)))
  }
  async #open(adapter: Adapter, door: Door, tries: number): Promise<void> {
    try {
      await adapter.start(door)
    } catch (error) {
      this.#parts.log.error({ adapter: adapter.name, tries, error }, 'the adapter could not start')
      this.#inTrouble(adapter, error instanceof Error ? error.message : String(error))
      if (this.#closed) return
      const retry = setTimeout(() => {
        this.#retries.delete(retry)
        void this.#open(adapter, door, tries + 1)
      }, backoffMs(tries))
      this.#retries.add(retry)
      return
    }
    this.#well(adapter)
    this.#started.add(adapter)
    if (this.#closed) await this.#stop(adapter)
    else await this.#parts.dispatches.get(adapter.name)?.start()
  }

  /** Tells the owner of a platform that is away, and that it is back. */
  look(): void {
    for (const adapter of this.#started) {
      const { state, since, detail = '' } = adapter.health()
      if (state === 'up') this.#well(adapter)
      else if (state === 'down' && this.#parts.now() - since >= downForMs) this.#inTrouble(adapter, detail)
    }
  }
  #inTrouble(adapter: Adapter, detail: string): void {
    if (this.#troubles.has(adapter.name)) return
    const { notices, now } = this.#parts
    const told = locales.map((locale) => say(locale, 'notice.platform', { platform: adapter.name, detail }))
    this.#troubles.set(adapter.name, notices.add({ at: now(), kind: 'platform', text: told.join('\n'), over: false }))
  }
  #well(adapter: Adapter): void {
    this.#troubles.get(adapter.name)?.()
    this.#troubles.delete(adapter.name)
  }

  /** Stops every adapter that was started; one that cannot is logged and holds up nobody. */
  async close(): Promise<void> {
    this.#closed = true
    for (const retry of this.#retries) clearTimeout(retry)
    await Promise.all([...this.#started].map((adapter) => this.#stop(adapter)))
  }
  async #stop(adapter: Adapter): Promise<void> {
    this.#started.delete(adapter)
    try {
      await adapter.stop()
    } catch (error) {
      this.#parts.log.error({ adapter: adapter.name, error }, 'the adapter could not stop')
    }
  }
}
