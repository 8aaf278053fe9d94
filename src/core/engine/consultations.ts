/**
 * Questions to the oracle, beside the loop. Each has its row in the agenda, due when patience ends: an answer brings
 * the row forward, and whatever happens here or to the process, it is run once.
 */
import type { Clock } from '../clock.ts'
import type { Log } from '../feature.ts'
import type { Asked, Oracle } from '../oracle.ts'
import { locales } from '../words.ts'
import { say } from './commands.ts'
import type { Notices } from './notices.ts'

export interface Consultation {
  /** Id and due time of the agenda's row. */
  readonly row: string
  readonly due: number
  readonly asked: Asked
}
/** What came of a question. */
export interface Heard {
  /** One of the candidates' ids; undefined where it is none of them, or nothing was heard. */
  readonly choice: string | undefined
  /** Whether anything was: false where it failed, was late, or nobody was asked. */
  readonly heard: boolean
}
export interface Opinion extends Heard {
  readonly planned: Consultation
}
const nothing: Heard = { choice: undefined, heard: false }
interface Parts {
  readonly oracle: Oracle | undefined
  readonly clock: Clock
  readonly notices: Notices
  readonly log: Log
  /** Takes an opinion into the loop. */
  readonly tell: (opinion: Opinion) => void
}

/** More at once get no opinion instead of waiting for one. */
const mostAtOnce = 8
/** After so many failures in a row the owner is told, and nobody is asked for a while. */
const patience = 3
const restMs = 5 * 60_000
const tellAgainMs = 24 * 3_600_000

export class Consultations {
  readonly #parts: Parts
  readonly #underWay = new Set<Promise<void>>()
  readonly #closing = new AbortController()
  /** By place: failures in a row. */
  readonly #trouble = new Map<string, { failed: number; restUntil: number; toldAt: number; over: () => void }>()
  #held: Consultation[] = []

  constructor(parts: Parts) {
    this.#parts = parts
  }
  /** Under the events' clock there is nobody: what came of a run is to come of it again. */
  get open(): boolean {
    return this.#parts.oracle !== undefined && this.#parts.clock.kind === 'live'
  }

  /** Within a batch: asked once it is committed. */
  hold(consultation: Consultation): void {
    this.#held.push(consultation)
  }
  /** The batch is run again, or anew. */
  forget(): void {
    this.#held = []
  }
  /** The batch is committed. */
  send(): void {
    for (const planned of this.#held.splice(0)) {
      const asking = this.#opinion(planned.asked).then((heard) => {
        this.#underWay.delete(asking)
        if (!this.#closing.signal.aborted) this.#parts.tell({ planned, ...heard })
      })
      this.#underWay.add(asking)
    }
  }
  /** Resolves when nothing is being asked; each has its time-out. */
  async idle(): Promise<void> {
    await Promise.all(this.#underWay)
  }
  /** What is under way is left to its row in the agenda. */
  close(): void {
    this.#closing.abort()
  }

  /** Never throws. */
  async #opinion(asked: Asked): Promise<Heard> {
    const { oracle, clock } = this.#parts
    const { host } = new URL(asked.settings.url)
    const resting = (this.#trouble.get(host)?.restUntil ?? 0) > clock.now()
    if (!this.open || !oracle || resting || this.#underWay.size >= mostAtOnce) return nothing
    const signal = AbortSignal.any([AbortSignal.timeout(asked.settings.timeoutMs), this.#closing.signal])
    try {
      const choice = await withinTime(oracle.rank(asked, signal), signal)
      this.#worked(host)
      return { choice: asked.candidates.some(({ id }) => id === choice) ? choice : undefined, heard: true }
    } catch (error) {
      if (!this.#closing.signal.aborted) this.#failed(host, signal.aborted ? 'timed out' : reasonOf(error))
      return nothing
    }
  }

  #worked(host: string): void {
    const trouble = this.#trouble.get(host)
    if (!trouble) return
    trouble.over()
    this.#trouble.set(host, { ...trouble, failed: 0, restUntil: 0 })
  }
  #failed(host: string, reason: string): void {
    const { clock, log } = this.#parts
    const before = this.#trouble.get(host) ?? { failed: 0, restUntil: 0, toldAt: 0, over: () => undefined }
    const failed = before.failed + 1
    log.warn({ host, reason, failed }, 'no second opinion')
    const now = clock.now()
    const due = failed >= patience
    const telling = due && (before.toldAt === 0 || now - before.toldAt >= tellAgainMs)
    this.#trouble.set(host, {
      failed,
      restUntil: due ? now + restMs : 0,
      toldAt: telling ? now : before.toldAt,
      over: telling ? this.#say(host, failed, reason) : before.over,
    })
  }
  #say(host: string, n: number, reason: string): () => void {
    const one = (locale: (typeof locales)[number]) => say(locale, 'notice.oracle', { host, n, reason })
    const says = Object.fromEntries(locales.map((locale) => [locale, one(locale)]))
    const text = locales.map(one).join('\n')
    return this.#parts.notices.add({ at: this.#parts.clock.now(), kind: 'feature', text, says, over: false })
  }
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : 'unknown')

/** Rejects when the signal does, whether or not the work heeds it. */
async function withinTime<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const late = Promise.withResolvers<never>()
  const end = () => late.reject(new Error('timed out'))
  signal.addEventListener('abort', end, { once: true })
  try {
    return await Promise.race([work, late.promise])
  } finally {
    signal.removeEventListener('abort', end)
  }
}
