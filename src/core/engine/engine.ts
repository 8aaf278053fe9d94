/** Events in, verdicts, one transaction, actions out. */

import type { Outcome } from '../action.ts'
import type { Adapter, Receipt } from '../adapter.ts'
import type { Clock, EventsClock } from '../clock.ts'
import { InnkeeperError } from '../errors.ts'
import type { Event } from '../event.ts'
import type { AnyFeature, Log } from '../feature.ts'
import type { Oracle } from '../oracle.ts'
import type { Rulebook } from '../rulebook.ts'
import type { Database, Tables } from '../tables.ts'
import { Breaker } from './breaker.ts'
import { Commands } from './commands.ts'
import { Consultations } from './consultations.ts'
import { Dispatch, type Settled } from './dispatch.ts'
import { Doors } from './doors.ts'
import { doorway } from './doorway.ts'
import { Handling } from './handling.ts'
import { type Loop, makeLoop } from './loop.ts'
import { Notices } from './notices.ts'
import { type OutboxRow, saidBy } from './outbox.ts'
import { openEvents, settleAll, type Task } from './tasks.ts'

/** The unit of work that `src/store` gives. */
export interface UnitOfWork extends Tables {
  run<T>(work: () => Promise<T>): Promise<T>
  writing<T>(save: () => T): T
}
export interface EngineOptions {
  readonly unit: UnitOfWork
  /** For reading beside the loop. */
  readonly reader: Database
  readonly features: readonly AnyFeature[]
  readonly rulebooks: readonly Rulebook[]
  readonly adapters: readonly Adapter[]
  readonly clock: Clock
  readonly log: Log
  /** For second opinions; nobody is asked under the events' clock. */
  readonly oracle?: Oracle | undefined
}

/** Occurrences in one transaction: ten thousand groups have their nightly work at the same minute. */
const duePerTurn = 25

export class Engine {
  readonly commands: Commands
  readonly notices: Notices
  readonly options: EngineOptions
  readonly #handling: Handling
  readonly #dispatches = new Map<string, Dispatch>()
  readonly #loop: Loop<Task>
  readonly #breaker = new Breaker()
  readonly #doors: Doors
  readonly #consultations: Consultations
  #stopping = false

  constructor(options: EngineOptions) {
    this.options = options
    this.commands = new Commands(options.features)
    this.notices = new Notices(options.log)
    this.#consultations = new Consultations({
      oracle: options.oracle,
      clock: options.clock,
      notices: this.notices,
      log: options.log,
      tell: (opinion) => this.#loop.push({ kind: 'opinion', opinion }),
    })
    this.#handling = new Handling({
      ...options,
      consultations: this.#consultations,
      commands: this.commands,
      notices: this.notices,
      breaker: this.#breaker,
    })
    this.#loop = makeLoop(
      (batch) => this.#commit(batch),
      (error) => options.log.error({ error }, 'the loop met a bug'),
    )
    for (const adapter of options.adapters)
      this.#dispatches.set(adapter.name, new Dispatch(adapter, options.clock, this.#writer(), options.log))
    const { adapters, log, clock } = options
    const now = () => clock.now()
    const timezone = () => this.rulebooks()[0]?.defaults.timezone ?? 'UTC'
    this.#doors = new Doors({ adapters, dispatches: this.#dispatches, notices: this.notices, log, now, timezone })
    this.notices.told = (notice) => this.#loop.push({ kind: 'alert', notice })
  }

  /** Takes up what an earlier run left, then opens the doors. */
  async start(): Promise<void> {
    await this.options.unit.run(() => this.#handling.takeUp())
    await this.#doors.open((adapter) => doorway(this, adapter.name))
  }
  /**
   * Takes nothing new, finishes what is on its way, closes the doors. What is filed and not sent waits for the next
   * start; so does what a platform does not answer within `graceMs`.
   */
  async stop(graceMs = 10_000): Promise<void> {
    this.#stopping = true
    await within(graceMs, this.idle())
    this.#consultations.close()
    await within(graceMs, this.#doors.close())
    await within(graceMs, Promise.all([...this.#dispatches.values()].map((dispatch) => dispatch.stop())))
    await this.#loop.idle()
  }
  /** Resolves when every event is handled, every opinion given and everything due is sent. */
  async idle(): Promise<void> {
    await this.#loop.idle()
    await this.#consultations.idle()
    await this.#loop.idle()
    await Promise.all([...this.#dispatches.values()].map((dispatch) => dispatch.drained()))
    await this.#loop.idle()
  }

  /** Resolves once the event and all that came of it is committed. */
  emit(event: Event): Promise<Receipt> {
    return this.#push((resolve, reject) => ({ kind: 'event', event, resolve, reject }))
  }
  /** Runs what is due. Under the events' clock this is what moves time between events. */
  tick(to: number = this.options.clock.now()): Promise<void> {
    return this.#push((resolve, reject) => ({ kind: 'tick', to, resolve, reject }))
  }
  /** An outcome told later than `perform` returned. */
  settle(action: string, outcome: Outcome): Promise<void> {
    return this.#push((resolve, reject) => ({ kind: 'outcome', action, outcome, resolve, reject }))
  }
  /** Puts other rulebooks into force for what comes next, and lets every group know. */
  async reload(rulebooks: readonly Rulebook[]): Promise<void> {
    await this.#push<void>((resolve, reject) => ({ kind: 'reload', rulebooks, resolve, reject }))
    for (const adapter of this.options.adapters) adapter.rulesChanged?.()
    await this.greetGroups()
  }
  /** A `group` event for every known group whose rulebook is new to it. */
  async greetGroups(): Promise<void> {
    await this.#push<void>((resolve, reject) => ({ kind: 'greet', resolve, reject }))
  }
  /** House-keeping in the loop's own transaction. */
  work(work: () => Promise<unknown>): Promise<void> {
    return this.#push((resolve, reject) => ({ kind: 'work', work, resolve, reject }))
  }
  rulebooks(): readonly Rulebook[] {
    return this.#handling.arrivals.rulebooks
  }

  #push<T>(make: (resolve: (value: T) => void, reject: (error: unknown) => void) => Task): Promise<T> {
    return this.#stopping ? Promise.reject(new InnkeeperError('engine/stopping')) : this.#pushAlways(make)
  }

  /** A batch, or where it fails its tasks one by one, so that one bad event costs only itself. */
  async #commit(batch: readonly Task[]): Promise<void> {
    try {
      await this.#transact(batch)
    } catch (error) {
      this.#handling.rolledBack()
      if (batch.length > 1) for (const task of batch) await this.#commit([task])
      else await this.#alone(batch[0] as Task, error)
    }
  }
  /** Run again without what failed, as often as something else of it fails. */
  async #alone(task: Task, first: unknown): Promise<void> {
    const { asking } = this.#handling
    let error = first
    try {
      for (let part = asking.culprit(error); part !== undefined; part = asking.culprit(error)) {
        asking.leaveOut(part)
        try {
          return await this.#transact([task])
        } catch (again) {
          this.#handling.rolledBack()
          error = again
        }
      }
    } finally {
      asking.leaveNoneOut()
    }
    this.options.log.error({ error, task: task.kind }, 'a batch could not be committed')
    if ('reject' in task) task.reject(error)
  }

  async #transact(batch: readonly Task[]): Promise<void> {
    const results: (() => void)[] = []
    const filed: OutboxRow[] = []
    await this.options.unit.run(async () => {
      results.length = 0
      filed.length = 0
      this.#consultations.forget()
      const again = await this.#handling.seen(openEvents(batch))
      for (const task of batch) results.push(await this.#one(task, again, filed))
      await settleAll(this.#handling, batch, filed)
    })
    for (const tell of results) tell()
    this.#dispatch(filed)
    this.#consultations.send()
    if (this.options.clock.kind === 'events' || batch.some((task) => task.kind === 'tick')) this.#lookAround()
  }

  async #one(task: Task, again: Set<string>, filed: OutboxRow[]): Promise<() => void> {
    const asTime = this.options.clock.kind === 'events'
    switch (task.kind) {
      case 'event': {
        if (again.has(task.event.id)) return () => task.resolve({ ok: true, seen: 'again' })
        again.add(task.event.id)
        if (asTime) await this.#runDue(task.event.at, filed)
        const receipt = await this.#handling.event(task.event, filed)
        return () => task.resolve(receipt)
      }
      case 'tick':
        return this.#ifMore(await this.#runDue(task.to, filed), task)
      case 'reload':
        this.#breaker.reset()
        this.#handling.arrivals.use(task.rulebooks)
        return () => task.resolve()
      case 'greet':
        return this.#ifMore(await this.#handling.arrivals.greetSome(filed), task)
      case 'alert':
        await this.#handling.alerts.tell(task.notice, filed)
        return () => undefined
      case 'opinion':
        await this.#handling.opinion(task.opinion, filed)
        return () => undefined
      case 'work':
        await task.work()
        this.#handling.agenda.forget() // it may have been at the agenda
        return () => task.resolve()
      default:
        return () => task.resolve()
    }
  }
  /** The rest in a transaction of its own, behind those who have waited meanwhile. */
  #ifMore(more: boolean, task: Extract<Task, { kind: 'tick' | 'greet' }>): () => void {
    return more && !this.#stopping ? () => this.#loop.push(task) : () => task.resolve()
  }
  /** Returns whether more is due: under the wall clock so much is run at once, under the events' all of it. */
  async #runDue(to: number, filed: OutboxRow[]): Promise<boolean> {
    const { clock } = this.options
    const { agenda } = this.#handling
    const asTime = clock.kind === 'events'
    for (let n = 0; asTime || n < duePerTurn; n++) {
      const due = await agenda.due(to, asTime)
      if (!due) {
        if (asTime) (clock as EventsClock).advance(to)
        return false
      }
      if (asTime) (clock as EventsClock).advance(due.row.due)
      await this.#handling.occurrence(due, asTime ? due.row.due : clock.now(), filed)
    }
    return true
  }

  #dispatch(rows: readonly OutboxRow[]): void {
    if (rows.length === 0) return
    for (const [platform, some] of Map.groupBy(rows, (row) => row.platform)) {
      const dispatch = this.#dispatches.get(platform)
      for (const row of some) if (row.state === 'done' || row.state === 'failed') dispatch?.told(row)
      dispatch?.push(some.filter((row) => row.state === 'waiting'))
    }
  }
  /** Time has moved on: what waited for it may go, and a platform may have been away for too long. */
  #lookAround(): void {
    for (const dispatch of this.#dispatches.values()) dispatch.pump()
    if (this.options.clock.kind === 'live') this.#doors.look()
  }
  #writer() {
    return {
      settle: (settled: readonly Settled[]) =>
        this.#pushAlways<void>((resolve, reject) => ({ kind: 'settled', settled, resolve, reject })),
      said: async (id: string) => {
        const row = await this.options.reader
          .selectFrom('outbox')
          .select(['message', 'action'])
          .where('id', '=', id)
          .executeTakeFirst()
        return row?.message ? saidBy(row as Pick<OutboxRow, 'message' | 'action'>) : {}
      },
      load: async (platform: string, priority: number, afterSeq: number, limit: number) =>
        (await this.options.reader
          .selectFrom('outbox')
          .selectAll()
          .where('state', '=', 'waiting')
          .where('platform', '=', platform)
          .where('priority', '=', priority)
          .where('seq', '>', afterSeq)
          .orderBy('seq')
          .limit(limit)
          .execute()) as OutboxRow[],
      sent: async (platform: string, since: number) =>
        (await this.options.reader
          .selectFrom('outbox')
          .selectAll()
          .where('platform', '=', platform)
          .where('state', '=', 'done')
          .where('at', '>=', since)
          .orderBy('seq')
          .execute()) as OutboxRow[],
    }
  }
  #pushAlways<T>(make: (resolve: (value: T) => void, reject: (error: unknown) => void) => Task): Promise<T> {
    return new Promise<T>((resolve, reject) => this.#loop.push(make(resolve, reject)))
  }
}

/** Resolves when the work is done, or so much later: what hangs must not keep the house from closing. */
async function within(ms: number, work: Promise<unknown>): Promise<void> {
  const patience = Promise.withResolvers<void>()
  const timer = setTimeout(patience.resolve, ms)
  await Promise.race([work, patience.promise])
  clearTimeout(timer)
}
