/** The door for programs: one JSON event a line in, one JSON action a line out. See docs/stdio.md. */
import type { Outcome } from '../../src/core/action.ts'
import { actionTypes } from '../../src/core/action.ts'
import type { Adapter, Door, Filed } from '../../src/core/adapter.ts'
import { catalogue, type ErrorCode, InnkeeperError } from '../../src/core/errors.ts'
import { eventTypes } from '../../src/core/event.ts'
import { actionOutward, eventInward } from './ids.ts'
import { type Line, linesOf } from './lines.ts'
import { type LineIn, lineIn } from './wire.ts'

export interface StdioOptions {
  readonly input: AsyncIterable<Buffer | string>
  readonly output: NodeJS.WritableStream
  /** The input has ended and every line of it is served. */
  readonly onEnd?: (summary: StdioSummary) => void
  readonly now: () => number
}
export interface StdioSummary {
  lines: number
  events: number
  again: number
  errors: number
  actions: number
}
/** Events under way at once: as many as make good batches, few enough to bound the memory. */
const maxUnderWay = 1024
const later = { ok: false, kind: 'busy', retryAfterMs: 60_000, detail: 'the input has ended' } as const

export function stdioAdapter(options: StdioOptions): Adapter {
  return new StdioAdapter(options)
}

class StdioAdapter implements Adapter {
  readonly name = 'stdio'
  readonly does = actionTypes
  readonly emits = eventTypes
  /** The id on the line is the same on every try, so that the program can do it once. */
  readonly idempotent = true
  readonly limits = { text: 0, sendsPerMinute: 0, groupGapMs: 0 }
  readonly #options: StdioOptions
  readonly #summary: StdioSummary = { lines: 0, events: 0, again: 0, errors: 0, actions: 0 }
  readonly #underWay = new Set<Promise<void>>()
  readonly #unanswered = new Map<string, (outcome: Outcome) => void>()
  #since: number
  #started = false
  #outcomes = false
  #ended = false

  constructor(options: StdioOptions) {
    this.#options = options
    this.#since = options.now()
  }
  async start(door: Door): Promise<void> {
    this.#started = true
    this.#since = this.#options.now()
    this.#options.output.on('error', () => this.#close()) // nobody listens any more
    void this.#read(door).catch((error: unknown) => this.#lost(error))
  }
  health() {
    const open = this.#started ? 'up' : 'starting'
    return { state: this.#ended ? 'down' : open, since: this.#since } as const
  }
  async stop(): Promise<void> {
    this.#close()
  }
  #close(): void {
    this.#ended = true
    for (const answer of this.#unanswered.values()) answer(later)
  }
  /** The input cannot be read any further: as if it had ended here. */
  #lost(error: unknown): void {
    this.#wrong(this.#summary.lines + 1, 'stdio/not-json', String(error))
    this.#close()
    this.#options.onEnd?.(this.#summary)
  }

  async perform(filed: Filed): Promise<Outcome> {
    if (this.#outcomes && this.#ended) return later
    const answer = this.#outcomes
      ? new Promise<Outcome>((resolve) => this.#unanswered.set(filed.id, resolve))
      : undefined
    const { id, action, attempt, message } = filed
    const line = { ...actionOutward(action), id, ...(message && { message }), ...(attempt > 1 && { again: true }) }
    try {
      await this.#write(line)
      this.#summary.actions++
      return (await answer) ?? { ok: true }
    } finally {
      this.#unanswered.delete(id)
    }
  }

  async #read(door: Door): Promise<void> {
    for await (const line of linesOf(this.#options.input)) {
      if (this.#ended) break // stopped: what is not acknowledged will be sent again
      this.#summary.lines++
      const parsed = this.#parse(line)
      if (!parsed) continue
      const serving: Promise<void> = this.#serveOrTell(door, parsed, line.n).finally(() =>
        this.#underWay.delete(serving),
      )
      this.#underWay.add(serving)
      if (this.#underWay.size >= maxUnderWay) await Promise.race(this.#underWay)
    }
    await Promise.all(this.#underWay)
    this.#close()
    this.#options.onEnd?.(this.#summary)
  }

  #parse(line: Line): LineIn | undefined {
    if ('tooLong' in line) return this.#wrong(line.n, 'stdio/too-long')
    if (line.text.trim() === '') return undefined
    let raw: unknown
    try {
      raw = JSON.parse(line.text)
    } catch (error) {
      return this.#wrong(line.n, 'stdio/not-json', String(error))
    }
    const parsed = lineIn.safeParse(raw)
    if (parsed.success) return parsed.data
    const [issue] = parsed.error.issues
    return this.#wrong(
      line.n,
      'stdio/invalid',
      issue && [issue.path.join('.'), issue.message].filter(Boolean).join(': '),
    )
  }
  #wrong(line: number, code: ErrorCode, detail?: string): undefined {
    const { about, remedy } = catalogue[code]
    this.#summary.errors++
    const message = detail ? `${about} ${detail}` : about
    void this.#write({ type: 'error', line, code, message, remedy }).catch(() => this.#close())
    return undefined
  }

  /** A line that Innkeeper is too late to serve is neither acknowledged nor an error: it is for the next start. */
  async #serveOrTell(door: Door, line: LineIn, n: number): Promise<void> {
    try {
      await this.#serve(door, line)
    } catch (error) {
      if (error instanceof InnkeeperError && error.code === 'engine/stopping') return
      const what = 'id' in line && line.id !== undefined ? line.id : line.type
      this.#wrong(n, 'command/failed', `${what}: ${error}`)
    }
  }
  async #serve(door: Door, line: LineIn): Promise<void> {
    switch (line.type) {
      case 'hello':
        this.#outcomes = line.outcomes
        return
      case 'outcome': {
        const waiting = this.#unanswered.get(line.action)
        if (waiting) waiting(line.outcome)
        else await door.settle(line.action, line.outcome)
        return
      }
      case 'clock':
        await door.tick(line.at)
        if (line.id !== undefined) await this.#write({ type: 'ack', event: line.id })
        return
      default:
        await this.#emit(door, line)
    }
  }
  async #emit(door: Door, line: Exclude<LineIn, { type: 'hello' | 'outcome' | 'clock' }>): Promise<void> {
    const receipt = await door.emit(eventInward(line))
    this.#summary.events++
    if (receipt.ok && receipt.seen === 'again') this.#summary.again++
    await this.#write({
      type: 'ack',
      event: line.id,
      ...(receipt.ok ? { seen: receipt.seen } : { errors: receipt.errors }),
    })
  }
  #write(line: object): Promise<void> {
    return new Promise((resolve, reject) =>
      this.#options.output.write(`${JSON.stringify(line)}\n`, (error) => (error ? reject(error) : resolve())),
    )
  }
}
