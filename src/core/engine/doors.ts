/** Opens the adapters and keeps them open: one that cannot start is tried again, and the owner is told meanwhile. */
import { sayWhen } from '../../time/say.ts'
import type { Adapter, Door } from '../adapter.ts'
import { InnkeeperError } from '../errors.ts'
import type { Log } from '../feature.ts'
import { type Locale, locales } from '../words.ts'
import { say } from './commands.ts'
import type { Dispatch } from './dispatch.ts'
import type { Notices } from './notices.ts'

const backoffMs = (tries: number) => Math.min(500 * 2 ** Math.min(tries, 20), 300_000)
/** Platforms close connections now and then as a matter of course; this long is worth a notice. */
const downForMs = 60_000

/** With what to do about it, where that is known. */
function saidOf(error: unknown): string {
  if (error instanceof InnkeeperError) return `${error.message} ${error.remedy}`
  return error instanceof Error ? error.message : String(error)
}

interface Trouble {
  /** Epoch milliseconds. */
  readonly since: number
  /** Takes its notice back. */
  readonly over: () => void
}
interface Parts {
  readonly adapters: readonly Adapter[]
  readonly dispatches: ReadonlyMap<string, Dispatch>
  readonly notices: Notices
  readonly log: Log
  /** Epoch milliseconds. */
  readonly now: () => number
  /** IANA: the owner's. */
  readonly timezone: () => string
}

export class Doors {
  readonly #parts: Parts
  /** By the adapter's name. */
  readonly #troubles = new Map<string, Trouble>()
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
      const said = saidOf(error)
      // What the owner can mend needs no trace; nor does the same again.
      const traced = !(error instanceof InnkeeperError) && tries === 1
      const { log } = this.#parts
      log.error({ adapter: adapter.name, tries, ...(traced && { error }) }, `the adapter could not start: ${said}`)
      this.#inTrouble(adapter, this.#parts.now(), said)
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
      else if (state === 'down' && this.#parts.now() - since >= (adapter.patienceMs ?? downForMs))
        this.#inTrouble(adapter, since, detail)
    }
  }
  #inTrouble({ name }: Adapter, since: number, said: string): void {
    if (this.#troubles.has(name)) return
    const detail = said.replace(/[.。]$/u, '')
    const over = this.#tell(name, 'platform', (locale) => say(locale, 'notice.platform', { platform: name, detail }))
    this.#troubles.set(name, { since, over })
  }
  /** Says honestly how long it was away and what of it will never be sent. */
  #well({ name }: Adapter): void {
    const trouble = this.#troubles.get(name)
    if (!trouble) return
    this.#troubles.delete(name)
    trouble.over()
    const { dispatches, timezone, now } = this.#parts
    const until = now()
    if (until - trouble.since < downForMs) return
    const skipped = dispatches.get(name)?.skippedSince(trouble.since) ?? 0
    const when = (at: number, locale: Locale) => sayWhen(at, timezone(), locale, until)
    this.#tell(name, 'gap', (locale) =>
      say(locale, 'notice.away', {
        platform: name,
        from: when(trouble.since, locale),
        until: when(until, locale),
        skipped,
      }),
    )
  }
  #tell(platform: string, kind: 'platform' | 'gap', one: (locale: Locale) => string): () => void {
    const { notices, now } = this.#parts
    const says = Object.fromEntries(locales.map((locale) => [locale, one(locale)]))
    const text = locales.map((locale) => says[locale]).join('\n')
    return notices.add({ at: now(), kind, platform, text, says, over: kind === 'gap' })
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
