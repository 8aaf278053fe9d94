/**
 * Takes filed actions to the adapters: in order within a group, paced and by priority, retried only where that is
 * safe. What became of each goes back to the engine's loop, which alone writes.
 */
import type { Outcome } from '../action.ts'
import type { Adapter } from '../adapter.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../feature.ts'
import { filedOf, type OutboxRow } from './outbox.ts'

/** What became of an action, to be written. `row` is as it should stand. */
export interface Settled {
  readonly row: OutboxRow
  /** The platform will not; the fallback table is asked. */
  readonly refused: boolean
}
export interface Writer {
  /** Writes rows in the next batch; resolves when committed. */
  settle(settled: readonly Settled[]): Promise<void>
  /** The platform's id of the message that an action sent. */
  messageOf(actionId: string): Promise<string | undefined>
  /** More waiting rows of a platform, in order of filing, after a number. */
  load(platform: string, afterSeq: number, limit: number): Promise<OutboxRow[]>
}

const keptInMemory = 5000
const minuteMs = 60_000
const backoffMs = (attempt: number) => Math.min(1000 * 2 ** attempt, 10 * minuteMs)
const maxAttempts = 12
/** Doing these twice is doing them once, on every platform. */
const repeatable: ReadonlySet<string> = new Set([
  'delete',
  'pin',
  'mute',
  'unmute',
  'kick',
  'ban',
  'unban',
  'role',
  'edit',
])

/** The queue of one adapter. */
export class Dispatch {
  readonly #adapter: Adapter
  readonly #clock: Clock
  readonly #writer: Writer
  readonly #log: Log
  /** Waiting rows by group, each in order of filing. */
  readonly #groups = new Map<string, OutboxRow[]>()
  readonly #busy = new Set<string>()
  readonly #sentAt: number[] = []
  readonly #lastInGroup = new Map<string, number>()
  #count = 0
  /** Rows from this number on are left in the database until there is room. */
  #left: number | undefined
  #highestLeft = 0
  #reading = false
  #timer: NodeJS.Timeout | undefined
  #running = 0
  #open = false
  #idle: (() => void)[] = []

  constructor(adapter: Adapter, clock: Clock, writer: Writer, log: Log) {
    this.#adapter = adapter
    this.#clock = clock
    this.#writer = writer
    this.#log = log
  }

  /** Begins with what an earlier run left. */
  async start(): Promise<void> {
    this.#open = true
    await this.#reload(0)
    this.pump()
  }
  push(rows: readonly OutboxRow[]): void {
    for (const row of rows) this.#take(row)
    this.pump()
  }
  /** Resolves when nothing is on its way and nothing is due. */
  async drained(): Promise<void> {
    this.pump()
    if (this.#running > 0) await new Promise<void>((resolve) => this.#idle.push(resolve))
  }
  async stop(): Promise<void> {
    this.#open = false
    clearTimeout(this.#timer)
    if (this.#running > 0) await new Promise<void>((resolve) => this.#idle.push(resolve))
  }

  #take(row: OutboxRow): void {
    if (this.#left !== undefined || this.#count >= keptInMemory) {
      this.#left ??= row.seq
      this.#highestLeft = Math.max(this.#highestLeft, row.seq)
      return
    }
    this.#keep(row)
  }
  #keep(row: OutboxRow): void {
    const queue = this.#groups.get(row.group_id)
    if (queue) queue.push(row)
    else this.#groups.set(row.group_id, [row])
    this.#count++
  }
  /** While it reads, what is pushed is left: it will be among what is read, or be read next. */
  async #reload(from: number): Promise<void> {
    this.#reading = true
    this.#left ??= from
    try {
      const rows = await this.#writer.load(this.#adapter.name, from - 1, keptInMemory)
      for (const row of rows) this.#keep(row)
      const last = rows.at(-1)?.seq ?? from
      this.#left = rows.length === keptInMemory || this.#highestLeft > last ? last + 1 : undefined
    } finally {
      this.#reading = false
    }
  }

  /** Starts everything that may go now, the most urgent first. */
  pump(): void {
    if (!this.#open) return
    const now = this.#clock.now()
    for (const row of this.#ready(now)) {
      if (!this.#mayPass(row, now)) continue
      this.#busy.add(row.group_id)
      this.#running++
      void this.#perform(row).finally(() => this.#after(row.group_id))
    }
    this.#wakeLater(now)
  }
  #ready(now: number): OutboxRow[] {
    const ready: OutboxRow[] = []
    for (const [group, queue] of this.#groups) {
      if (this.#busy.has(group)) continue
      const next = queue.find((row) => row.due <= now)
      if (next) ready.push(urgent(queue, next, now))
    }
    return ready.length > 1 ? ready.sort((a, b) => a.priority - b.priority || a.seq - b.seq) : ready
  }
  #mayPass(row: OutboxRow, now: number): boolean {
    const { sendsPerMinute, groupGapMs } = this.#adapter.limits
    if (groupGapMs && now - (this.#lastInGroup.get(row.group_id) ?? Number.NEGATIVE_INFINITY) < groupGapMs) return false
    if (sendsPerMinute) {
      while (this.#sentAt.length && (this.#sentAt[0] as number) <= now - minuteMs) this.#sentAt.shift()
      if (this.#sentAt.length >= sendsPerMinute) return false
      this.#sentAt.push(now)
    }
    if (groupGapMs) this.#lastInGroup.set(row.group_id, now)
    return true
  }
  #wakeLater(now: number): void {
    clearTimeout(this.#timer)
    if (this.#clock.kind === 'events' || this.#count === 0) return
    let due = Number.POSITIVE_INFINITY
    for (const [group, queue] of this.#groups)
      if (!this.#busy.has(group)) for (const row of queue) due = Math.min(due, row.due)
    const { sendsPerMinute, groupGapMs } = this.#adapter.limits
    const pace = sendsPerMinute || groupGapMs ? Math.max(250, groupGapMs) : 0
    if (due < Number.POSITIVE_INFINITY)
      this.#timer = setTimeout(() => this.pump(), Math.min(Math.max(due - now, pace), minuteMs))
  }

  async #perform(row: OutboxRow): Promise<void> {
    const risky = !this.#adapter.idempotent && !repeatable.has(row.type)
    if (risky) await this.#writer.settle([{ row: { ...row, state: 'sending' }, refused: false }])
    const outcome = await this.#try(row)
    const settled = this.#judge(row, outcome, risky)
    if (settled.row.state === 'waiting') this.#replace(settled.row)
    else this.#remove(row)
    await this.#writer.settle([settled])
  }
  async #try(row: OutboxRow): Promise<Outcome> {
    try {
      const filed = filedOf(row)
      const message = filed.action.type === 'edit' ? await this.#writer.messageOf(filed.action.of) : undefined
      return await this.#adapter.perform(message ? { ...filed, message } : filed)
    } catch (error) {
      this.#log.error({ action: row.id, adapter: this.#adapter.name, error }, 'the adapter threw')
      return { ok: false, kind: 'failed', detail: String(error) }
    }
  }
  #judge(row: OutboxRow, outcome: Outcome, risky: boolean): Settled {
    const attempts = row.attempts + 1
    if (outcome.ok)
      return { row: { ...row, attempts, state: 'done', message: outcome.message ?? '', detail: '' }, refused: false }
    const detail = `${outcome.kind}: ${outcome.detail}`.slice(0, 500)
    const again = outcome.kind === 'busy' || (outcome.kind === 'failed' && !risky)
    if (again && attempts < maxAttempts) {
      const due = this.#clock.now() + (outcome.retryAfterMs ?? backoffMs(attempts))
      return { row: { ...row, attempts, state: 'waiting', due, detail }, refused: false }
    }
    const refused = outcome.kind === 'unsupported' || outcome.kind === 'denied'
    return { row: { ...row, attempts, state: 'failed', detail }, refused }
  }

  #replace(row: OutboxRow): void {
    const queue = this.#groups.get(row.group_id)
    const at = queue?.findIndex((one) => one.id === row.id) ?? -1
    if (queue && at >= 0) queue[at] = row
  }
  #remove(row: OutboxRow): void {
    const queue = this.#groups.get(row.group_id)
    const at = queue?.findIndex((one) => one.id === row.id) ?? -1
    if (!queue || at < 0) return
    queue.splice(at, 1)
    this.#count--
    if (queue.length === 0) this.#groups.delete(row.group_id)
  }
  #after(group: string): void {
    this.#busy.delete(group)
    this.#running--
    if (this.#left !== undefined && !this.#reading && this.#count < keptInMemory / 2) {
      this.#running++
      void this.#reload(this.#left)
        .catch((error) => this.#log.error({ error }, 'the outbox could not be read'))
        .finally(() => this.#after(''))
    }
    this.pump()
    if (this.#running === 0) for (const resolve of this.#idle.splice(0)) resolve()
  }
}

/** The most urgent due row of a queue: order of filing holds within a priority. */
function urgent(queue: readonly OutboxRow[], first: OutboxRow, now: number): OutboxRow {
  let best = first
  for (const row of queue) if (row.due <= now && row.priority < best.priority) best = row
  return best
}
