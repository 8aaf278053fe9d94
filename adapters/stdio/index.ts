/** The door for programs: one JSON event a line in, one JSON action a line out. See docs/stdio.md. */
import type { Outcome } from '../../src/core/action.ts'
import { actionTypes } from '../../src/core/action.ts'
import type { Adapter, Door, Filed } from '../../src/core/adapter.ts'
import { catalogue, type ErrorCode } from '../../src/core/errors.ts'
import { eventTypes } from '../../src/core/event.ts'
import { actionOutward, eventInward, outward } from './ids.ts'
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
  readonly #since: number
  #outcomes = false
  #ended = false

  constructor(options: StdioOptions) {
    this.#options = options
    this.#since = options.now()
  }
  async start(door: Door): Promise<void> {
    void this.#read(door)
  }
  health() {
    return { state: this.#ended ? 'down' : 'up', since: this.#since } as const
  }
  async stop(): Promise<void> {
    this.#ended = true
    for (const answer of this.#unanswered.values()) answer(later)
  }

  async perform(filed: Filed): Promise<Outcome> {
    if (this.#outcomes && this.#ended) return later
    const answer = this.#outcomes
      ? new Promise<Outcome>((resolve) => this.#unanswered.set(filed.id, resolve))
      : undefined
    const { id, action, attempt, message } = filed
    await this.#write({
      ...actionOutward(action),
      id,
      ...(message && { message }),
      ...(attempt > 1 && { again: true }),
    })
    this.#summary.actions++
    return answer ? answer.finally(() => this.#unanswered.delete(id)) : { ok: true }
  }

  async #read(door: Door): Promise<void> {
    for await (const line of linesOf(this.#options.input)) {
      this.#summary.lines++
      const parsed = this.#parse(line)
      if (!parsed) continue
      const serving: Promise<void> = this.#serve(door, parsed, line.n).finally(() => this.#underWay.delete(serving))
      this.#underWay.add(serving)
      if (this.#underWay.size >= maxUnderWay) await Promise.race(this.#underWay)
    }
    await Promise.all(this.#underWay)
    this.#ended = true
    for (const answer of this.#unanswered.values()) answer(later)
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
    void this.#write({ type: 'error', line, code, message: detail ? `${about} ${detail}` : about, remedy })
    return undefined
  }

  async #serve(door: Door, line: LineIn, n: number): Promise<void> {
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
        await this.#emit(door, line, n)
    }
  }
  async #emit(door: Door, line: Exclude<LineIn, { type: 'hello' | 'outcome' | 'clock' }>, n: number): Promise<void> {
    try {
      const receipt = await door.emit(eventInward(line))
      this.#summary.events++
      if (receipt.ok && receipt.seen === 'again') this.#summary.again++
      await this.#write({
        type: 'ack',
        event: line.id,
        ...(receipt.ok ? { seen: receipt.seen } : { errors: receipt.errors }),
      })
    } catch (error) {
      this.#summary.errors++
      const { remedy } = catalogue['command/failed']
      await this.#write({
        type: 'error',
        line: n,
        code: 'command/failed',
        message: `${outward(line.id)}: ${error}`,
        remedy,
      })
    }
  }
  #write(line: object): Promise<void> {
    return new Promise((resolve) => this.#options.output.write(`${JSON.stringify(line)}\n`, () => resolve()))
  }
}
