/**
 * Takes filed actions to the adapters: in order within a group, paced and by priority, retried only where that is
 * safe. What became of each goes back to the engine's loop, which alone writes.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { type Outcome, priorities } from '../action.ts'
import type { Adapter, Filed } from '../adapter.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../feature.ts'
import { Backlog } from './backlog.ts'
import { filedOf, type OutboxRow } from './outbox.ts'
import { dayMs, Pace } from './pace.ts'

/** What became of an action, to be written. `row` is as it should stand. */
export interface Settled {
  readonly row: OutboxRow
  /** The platform will not; the fallback table is asked. */
  readonly refused: boolean
}
export interface Writer {
  /** Writes rows in the next batch; resolves when committed. */
  settle(settled: readonly Settled[]): Promise<void>
  /** The platform's id of the message that an action sent, and what it asked. */
  said(actionId: string): Promise<Pick<Filed, 'message' | 'ask'>>
  /** Waiting rows of a platform and priority, in order of filing, after a number. */
  load(platform: string, priority: number, afterSeq: number, limit: number): Promise<readonly OutboxRow[]>
  /** What a platform was sent since then, in order of filing. */
  sent(platform: string, since: number): Promise<readonly OutboxRow[]>
}

const minuteMs = 60_000
/** 2 s, 4 s, 8 s … ten minutes. */
const backoffMs = (tries: number) => Math.min(1000 * 2 ** Math.min(tries, 20), 10 * minuteMs)
/** With the times between them, an hour. */
const maxFailures = 12
/** So often a failure holds up what is behind it in its group, half a minute in all; then the rest goes ahead. */
const failuresThatHold = 4
/** A platform may be away for this long; what is older by then is of no use any more. */
const giveUpAfterMs = 48 * 60 * minuteMs
/** As late as jobs themselves may be: see `agenda.ts`. */
const postLateMs = 60 * minuteMs
const postPriority = priorities.indexOf('post')
/** Actions under way at once, each in a group of its own. */
const maxRunning = 256
const rereadMs = 1000
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
  /** By priority, the most urgent first. */
  readonly #backlogs: readonly Backlog[] = priorities.map(() => new Backlog())
  readonly #pace: Pace
  /** Groups with an action under way, by its id. */
  readonly #busy = new Map<string, string>()
  /** How often rows that wait have failed, in this run. */
  readonly #failures = new Map<string, number>()
  /** Actions under way whose outcome was told by another way meanwhile. */
  readonly #told = new Set<string>()
  readonly #rereading = new Set<Backlog>()
  /** When posts were left out as too late, in this run. */
  readonly #skipped: number[] = []
  /** When rows that wait for another try were due at first. */
  readonly #firstDue = new Map<string, number>()
  #timer: NodeJS.Timeout | undefined
  #running = 0
  #open = false
  readonly #closing = new AbortController()
  #idle: (() => void)[] = []

  constructor(adapter: Adapter, clock: Clock, writer: Writer, log: Log) {
    this.#adapter = adapter
    this.#clock = clock
    this.#writer = writer
    this.#log = log
    this.#pace = new Pace(() => adapter.limits)
  }

  /** Begins with what an earlier run left. */
  async start(): Promise<void> {
    await this.#remember()
    this.#open = true
    for (const backlog of this.#backlogs) backlog.leaveAll()
    await Promise.all(this.#backlogs.map((backlog, priority) => this.#reread(backlog, priority)))
  }
  /** A restart does not begin the day anew. */
  async #remember(): Promise<void> {
    const { limits, name } = this.#adapter
    if (!limits.sendsPerDay && !limits.caps?.length) return
    const rows = await this.#writer.sent(name, this.#clock.now() - dayMs)
    for (const row of rows) this.#pace.sent(row, row.at)
  }
  /** Rows just committed. Before the start they are left: it reads them. */
  push(rows: readonly OutboxRow[]): void {
    if (!this.#open) return
    for (const row of rows) this.#backlogs[row.priority]?.push(row)
    this.pump()
  }
  /** What became of it was told by another way: it is not tried again. */
  told(row: OutboxRow): void {
    if (this.#busy.get(row.group_id) === row.id) this.#told.add(row.id)
    else this.#remove(row)
  }
  /** Resolves when nothing is on its way and nothing is due. */
  async drained(): Promise<void> {
    this.pump()
    if (this.#running > 0) await new Promise<void>((resolve) => this.#idle.push(resolve))
  }
  /** How many posts have been left out as too late since then, or will be when their turn comes. */
  skippedSince(at: number): number {
    const waiting = [...(this.#backlogs[postPriority]?.groups.values() ?? [])].flat()
    return this.#skipped.filter((one) => one >= at).length + waiting.filter((row) => this.#isTooLate(row)).length
  }
  /** Nothing new goes out; resolves when what is on its way has come to its end. */
  async stop(): Promise<void> {
    this.#open = false
    this.#closing.abort()
    clearTimeout(this.#timer)
    if (this.#running > 0) await new Promise<void>((resolve) => this.#idle.push(resolve))
  }

  /** Starts everything that may go now, the most urgent first. */
  pump(): void {
    if (!this.#open) return
    clearTimeout(this.#timer)
    const now = this.#clock.now()
    for (const [priority, backlog] of this.#backlogs.entries())
      if (backlog.wantsReading && !this.#rereading.has(backlog)) void this.#reread(backlog, priority)
    const { ready, waits } = this.#ready(now)
    let wake = waits
    for (const row of ready) {
      if (this.#busy.size >= maxRunning) break
      const wait = this.#pace.wait(row, now)
      if (wait > 0) wake = Math.min(wake, now + wait)
      else this.#begin(row, now)
    }
    if (this.#clock.kind === 'live' && wake < Number.POSITIVE_INFINITY)
      this.#timer = setTimeout(() => this.pump(), Math.max(1, Math.min(wake - now, minuteMs)))
  }
  #reread(backlog: Backlog, priority: number): Promise<void> {
    this.#rereading.add(backlog)
    return this.#runs(this.#read(backlog, priority), () => this.#rereading.delete(backlog))
  }
  #begin(row: OutboxRow, now: number): void {
    this.#pace.sent(row, now)
    this.#busy.set(row.group_id, row.id)
    void this.#runs(this.#perform(row, now), () => this.#busy.delete(row.group_id))
  }
  async #runs(work: Promise<void>, after: () => void): Promise<void> {
    this.#running++
    try {
      await work
    } catch (error) {
      this.#log.error({ adapter: this.#adapter.name, error }, 'the outbox met a bug')
    }
    after()
    this.#running--
    this.pump()
    if (this.#running === 0) for (const resolve of this.#idle.splice(0)) resolve()
  }

  /** One row a group, the most urgent first, and when the first of those that wait will be due. */
  #ready(now: number): { ready: OutboxRow[]; waits: number } {
    const ready: OutboxRow[] = []
    const decided = new Set<string>()
    let waits = Number.POSITIVE_INFINITY
    for (const backlog of this.#backlogs) {
      const some: OutboxRow[] = []
      for (const [group, queue] of backlog.groups) {
        if (this.#busy.has(group) || decided.has(group)) continue
        for (const row of queue) {
          if (row.due <= now) some.push(row)
          else waits = Math.min(waits, row.due)
          if (row.due > now && !this.#holds(row)) continue
          decided.add(group)
          break
        }
      }
      if (some.length > 1) some.sort((a, b) => a.seq - b.seq)
      ready.push(...some)
    }
    return { ready, waits }
  }
  /** Whether what is behind a row that will be tried again waits for it, so that the order is kept. */
  #holds(row: OutboxRow): boolean {
    return row.attempts > 0 && (this.#failures.get(row.id) ?? 0) < failuresThatHold
  }

  async #perform(row: OutboxRow, began: number): Promise<void> {
    if (this.#isTooLate(row)) return this.#skip(row)
    const risky = !this.#adapter.idempotent && !repeatable.has(row.type)
    if (risky && !(await this.#note({ row: { ...row, state: 'sending' }, refused: false }))) return
    const outcome = await this.#try(row)
    if (!outcome.ok && outcome.kind !== 'failed') this.#pace.takeBack(row, began)
    if (this.#told.delete(row.id)) return this.#remove(row)
    const settled = this.#judge(row, outcome, risky)
    if (settled.row.state === 'waiting') this.#backlogs[row.priority]?.replace(settled.row)
    else this.#remove(row)
    await this.#note(settled)
  }
  /** Nobody wants this morning's post in the evening. The events' clock leaps: there nothing is late. */
  #isTooLate(row: OutboxRow): boolean {
    if (this.#clock.kind !== 'live') return false
    const due = this.#firstDue.get(row.id) ?? row.due
    return row.priority === postPriority && this.#clock.now() - due > postLateMs
  }
  async #skip(row: OutboxRow): Promise<void> {
    this.#skipped.push(this.#clock.now())
    this.#remove(row)
    const detail = 'skipped: the platform was away for so long that it was of no use any more'
    await this.#note({ row: { ...row, state: 'failed', detail }, refused: false })
  }
  async #try(row: OutboxRow): Promise<Outcome> {
    try {
      const filed = filedOf(row)
      const said = filed.action.type === 'edit' ? await this.#writer.said(filed.action.of) : {}
      return await this.#adapter.perform({ ...filed, ...said })
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
    const wait = this.#waitFor(row, outcome, risky)
    if (wait !== undefined) {
      if (!this.#firstDue.has(row.id)) this.#firstDue.set(row.id, row.due)
      return {
        row: { ...row, attempts, state: 'waiting', due: this.#clock.now() + wait, detail },
        refused: false,
      }
    }
    const refused = outcome.kind === 'unsupported' || outcome.kind === 'denied'
    return { row: { ...row, attempts, state: 'failed', detail }, refused }
  }
  /** How long until the next try; undefined for none. */
  #waitFor(row: OutboxRow, outcome: Outcome & { ok: false }, risky: boolean): number | undefined {
    if (outcome.kind === 'busy') {
      if (outcome.all) this.#pace.leaveAlone(this.#clock.now() + (outcome.retryAfterMs ?? minuteMs))
      if (this.#clock.now() - row.at > giveUpAfterMs) return undefined
      return outcome.retryAfterMs ?? Math.min(backoffMs(row.attempts + 1), minuteMs)
    }
    if (outcome.kind !== 'failed' || risky) return undefined
    const failures = (this.#failures.get(row.id) ?? 0) + 1
    this.#failures.set(row.id, failures)
    return failures < maxFailures ? (outcome.retryAfterMs ?? backoffMs(failures)) : undefined
  }

  /** What became of an action must be written: while the database is away its group waits. False when closing meanwhile. */
  async #note(settled: Settled): Promise<boolean> {
    for (let tries = 1; ; tries++) {
      try {
        await this.#writer.settle([settled])
        return true
      } catch (error) {
        this.#log.error({ action: settled.row.id, error }, 'what became of an action could not be written')
        if (!(await this.#rest(backoffMs(tries)))) return false
      }
    }
  }
  async #read(backlog: Backlog, priority: number): Promise<void> {
    try {
      await backlog.read(this.#load(priority))
    } catch (error) {
      this.#log.error({ adapter: this.#adapter.name, error }, 'the outbox could not be read')
      await this.#rest(rereadMs)
    }
  }
  #load(priority: number) {
    return (afterSeq: number, limit: number) => this.#writer.load(this.#adapter.name, priority, afterSeq, limit)
  }
  /** False when closing. */
  #rest(ms: number): Promise<boolean> {
    return sleep(ms, true, { signal: this.#closing.signal }).catch(() => false)
  }
  #remove(row: OutboxRow): void {
    this.#failures.delete(row.id)
    this.#firstDue.delete(row.id)
    this.#backlogs[row.priority]?.remove(row)
  }
}
