/** One event, occurrence or outcome at a time, inside the batch's transaction. */
import type { ActionType, Outcome } from '../action.ts'
import type { Adapter, Receipt } from '../adapter.ts'
import type { Clock, EventsClock } from '../clock.ts'
import type { Event, EventOf, MemberEvent } from '../event.ts'
import type { AnyFeature, Log } from '../feature.ts'
import type { Group, Member } from '../people.ts'
import type { Rulebook } from '../rulebook.ts'
import { Agenda, type Due, occurrenceId, originOf } from './agenda.ts'
import { Alerts } from './alerts.ts'
import { Arrivals } from './arrivals.ts'
import { Asking, type Handler, type Turn } from './asking.ts'
import type { Breaker } from './breaker.ts'
import type { Commands } from './commands.ts'
import type { Consultations, Heard, Opinion } from './consultations.ts'
import type { Lodger } from './context.ts'
import type { Settled } from './dispatch.ts'
import type { UnitOfWork } from './engine.ts'
import { Filing, type Source } from './filing.ts'
import type { Notices } from './notices.ts'
import { type Chosen, Numbered } from './numbered.ts'
import { type Order, Orders, orderIn } from './orders.ts'
import { Boxes, type OutboxRow } from './outbox.ts'
import { People, type Place } from './people.ts'

interface Options {
  readonly unit: UnitOfWork
  readonly features: readonly AnyFeature[]
  readonly rulebooks: readonly Rulebook[]
  readonly adapters: readonly Adapter[]
  readonly clock: Clock
  readonly log: Log
  readonly commands: Commands
  readonly notices: Notices
  readonly breaker: Breaker
  readonly consultations: Consultations
}
const ok: Receipt = { ok: true, seen: 'first' }
const said: ReadonlySet<string> = new Set(['send', 'whisper', 'ask'])
const owed = (receipt: Receipt, { type }: Event, rows: readonly OutboxRow[]): Receipt =>
  receipt.ok && (type === 'command' || type === 'choice')
    ? { ...receipt, answer: rows.some((row) => row.state === 'waiting' && said.has(row.type)) }
    : receipt
const isPrivate = (event: Event) => event.type === 'message' && event.private === true

export class Handling {
  readonly agenda: Agenda
  readonly people: People
  readonly alerts: Alerts
  readonly arrivals: Arrivals
  readonly asking: Asking
  readonly #options: Options
  readonly #boxes: Boxes
  readonly #filing: Filing
  readonly #numbered: Numbered
  readonly #orders: Orders
  readonly #does: ReadonlyMap<string, ReadonlySet<ActionType>>

  constructor(options: Options) {
    const { unit, log, commands } = options
    const can = (platform: string, action: ActionType) => this.can(platform, action)
    this.#options = options
    this.#does = new Map(options.adapters.map((adapter) => [adapter.name, new Set(adapter.does)]))
    this.people = new People(unit)
    this.agenda = new Agenda(unit)
    this.#boxes = new Boxes(unit)
    this.#numbered = new Numbered(unit)
    this.#filing = new Filing(unit, this.people, options.notices, this.#numbered, can)
    const staffRoom = ({ platform, ref }: Group) =>
      options.adapters.some((adapter) => adapter.name === platform && (adapter.staffRoom?.(ref) ?? false))
    const room = { people: this.people, tables: unit, log, can, staffRoom, canConsult: options.consultations.open }
    const parts = { ...options, agenda: this.agenda, boxes: this.#boxes, people: this.people }
    this.asking = new Asking({ ...parts, room, filing: this.#filing })
    this.#orders = new Orders(commands, this.people, this.asking, (place, typed, at) =>
      this.#stranger(place, typed, at),
    )
    this.arrivals = new Arrivals({ ...parts, asking: this.asking }, options.rulebooks)
    this.alerts = new Alerts({ ...parts, arrivals: this.arrivals, asking: this.asking, staffRoom })
  }
  can(platform: string, action: ActionType): boolean {
    return this.#does.get(platform)?.has(action) ?? false
  }
  seen(ids: readonly string[]) {
    return ids.length ? this.#boxes.seen(ids) : Promise.resolve(new Set<string>())
  }
  rolledBack() {
    this.agenda.forget()
    this.people.forgetPlaces()
  }

  /** At start: the outbox's numbering, the events' clock, and sends that were cut short. */
  async takeUp(): Promise<void> {
    const { clock } = this.#options
    const left = await this.#boxes.takeUp()
    this.#filing.startAfter(left.seq)
    if (clock.kind === 'events') (clock as EventsClock).advance(left.at) // else what was filed last would lie in the future
  }

  async event(event: Event, filed: OutboxRow[]): Promise<Receipt> {
    const { clock, unit } = this.#options
    const now = clock.kind === 'events' ? Math.max(event.at, clock.now()) : clock.now()
    const place = await this.arrivals.placeOf(event, now, filed)
    if (!place)
      return { ok: false, errors: [{ code: 'group/unlisted', message: `The rulebook does not list ${event.group}.` }] }
    const isPerson = 'user' in event && !('bot' in event && event.bot)
    const member = isPerson ? await unit.writing(() => this.people.meet(place, event as MemberEvent)) : undefined
    const turn: Turn = { place, now, whys: {}, filed }
    const before = filed.length
    const receipt = await this.#decide(turn, event, member)
    await unit.writing(() => this.#boxes.note(place.group.id, event, member?.id ?? '', turn.whys))
    return owed(receipt, event, filed.slice(before))
  }

  async #decide(turn: Turn, event: Event, member: Member | undefined): Promise<Receipt> {
    if (event.type === 'group') return ok // told to the features when its rulebook is new to it
    if ('bot' in event && event.bot) return ok // seen, never answered
    if (member && event.type === 'command') return this.#order(turn, event, { event, member })
    if (member && event.type === 'message') {
      const order = orderIn(event, member, this.#options.commands)
      if (order) return this.#order(turn, event, order)
      const chosen = await this.#chosen(turn, event)
      if (chosen) return this.#choose(turn, chosen, member)
    }
    const { lodgers } = this.asking
    const hearing = isPrivate(event) ? lodgers.filter(({ feature }) => feature.hearsPrivate) : lodgers
    return (await this.#round(turn, event, member, hearing)).receipt
  }
  /** Where there are no buttons, a message may be the answer to a question. */
  #chosen({ place, now }: Turn, event: EventOf<'message'>): Promise<Chosen | undefined> {
    if (this.can(place.group.platform, 'ask')) return Promise.resolve(undefined)
    return this.#numbered.chosen(event, now, (action) => this.#boxes.sent(action, event.replyTo ?? ''))
  }
  async #stranger(place: Place, typed: string, at: number): Promise<Member | undefined> {
    const { adapters, unit } = this.#options
    const user = adapters.find(({ name }) => name === place.group.platform)?.accountOf?.(typed)
    return user === undefined ? undefined : unit.writing(() => this.people.introduce(place, user, at))
  }
  /** Nobody reads the receipt of a message: what is wrong is told in private. */
  async #choose(turn: Turn, { event, groupId }: Chosen, member: Member): Promise<Receipt> {
    const place = turn.place.group.id === groupId ? turn.place : await this.arrivals.placeById(groupId)
    if (!place) return ok
    const there: Turn = { ...turn, place }
    const { receipt } = await this.#round(there, event, member, this.asking.lodgers)
    if (receipt.ok) return receipt
    const source: Source = { id: event.id, feature: 'commands', by: member, now: turn.now }
    const text = receipt.errors.map((error) => error.message).join('\n')
    await this.asking.reply(there, source, member, text, { inPrivate: true })
    return receipt
  }
  /** What is typed as a command stands in the group like any message, so it is screened like one first. */
  async #order(turn: Turn, event: Event, order: Order): Promise<Receipt> {
    if (order.typedAs !== undefined && !order.alone) {
      const screens = this.asking.lodgers.filter((lodger) => lodger.feature.screens)
      const { receipt, stopped } = await this.#round(turn, event, order.member, screens)
      if (stopped) return receipt
    }
    return this.#orders.carryOut(turn, order)
  }

  /** Asks features in order; a choice only the one whose question it answers. */
  async #round(turn: Turn, event: Event, member: Member | undefined, lodgers: readonly Lodger[]) {
    const only = event.type === 'choice' ? event.ask.slice(0, event.ask.indexOf(':')) : undefined
    let receipt = ok
    for (const lodger of lodgers) {
      const { name, on } = lodger.feature
      const handler = on?.[event.type] as Handler | undefined
      if (!handler || (only !== undefined && only !== name)) continue
      const by = only === undefined ? undefined : member // what anyone merely says is nobody's order
      const alone = isPrivate(event) ? member : undefined
      const source: Source = { id: event.id, feature: name, by, now: turn.now, where: event.where, alone }
      const asked = this.asking.ask(turn, lodger, source, { event, member }, handler)
      const verdict = asked instanceof Promise ? await asked : asked
      if (!verdict) continue
      if (verdict.errors?.length) {
        receipt = { ok: false, errors: verdict.errors }
        continue
      }
      const done = this.asking.carryOut(turn, lodger, source, verdict)
      if (done instanceof Promise) await done
      if (verdict.reply && member)
        await this.asking.reply(turn, source, member, verdict.reply, { inPrivate: only !== undefined })
      if (verdict.command && member) await this.#orders.onBehalf(turn, event as MemberEvent, member, verdict.command)
      if (verdict.stop) return { receipt, stopped: true }
    }
    return { receipt, stopped: false }
  }

  /** Runs a planned occurrence, or notes why not. */
  async occurrence(due: Due, now: number, filed: OutboxRow[], opinion?: Heard): Promise<void> {
    const { row } = due
    const finish = (state: 'done' | 'skipped' | 'failed', note: string) =>
      this.#options.unit.writing(() => this.agenda.done(due, state, note, now))
    if (due.skip !== undefined) return finish('skipped', due.skip)
    const place = await this.arrivals.placeById(row.group_id)
    const lodger = this.asking.lodgers.find((one) => one.feature.name === row.feature)
    const job = lodger?.feature.jobs?.find((one) => one.name === row.job)
    if (!place || !lodger || !job) return finish('skipped', 'the group or the job is no longer there')
    const origin = originOf(row)
    const alone = origin?.alone === undefined ? undefined : await this.people.find(place, origin.alone)
    if (origin?.alone !== undefined && !alone) return finish('skipped', 'the member is no longer known')
    const about = { id: occurrenceId(row), feature: row.feature, by: undefined, now }
    const source: Source = { ...about, of: origin?.event, where: origin?.where, alone }
    const planned = { due: row.due, key: row.key, payload: JSON.parse(row.payload) as object }
    const { choice, heard = false } = opinion ?? {}
    const more = { ...planned, heard, ...(choice !== undefined && { choice }) }
    const turn: Turn = { place, now, whys: {}, filed }
    const verdict = await this.asking.ask(turn, lodger, source, more, (ctx) => job.run(ctx as never))
    const decided = turn.whys[row.feature]?.decided ?? 'nothing'
    if (decided === 'failed' || decided === 'paused')
      return finish(decided === 'failed' ? 'failed' : 'skipped', decided)
    await finish('done', decided === 'nothing' ? '' : decided) // before the verdict, which may plan the same key anew
    if (verdict) await this.asking.carryOut(turn, lodger, source, verdict)
    if (origin) await this.#options.unit.writing(() => this.#boxes.noteMore(origin.event, turn.whys))
  }
  /** Brings forward what was planned for when patience ends. */
  async opinion({ planned, ...heard }: Opinion, filed: OutboxRow[]): Promise<void> {
    const due = await this.agenda.take(planned)
    if (due) await this.occurrence(due, this.#options.clock.now(), filed, heard)
  }

  /** Writes what became of an action; where the platform refused, its substitute is filed. */
  async settled({ row, refused }: Settled, filed: OutboxRow[]): Promise<void> {
    await this.#options.unit.writing(() => this.#boxes.outbox.put(row))
    const place = refused ? await this.arrivals.placeById(row.group_id) : undefined
    if (place) await this.#substitute(place, row, filed)
  }
  async #substitute(place: Place, row: OutboxRow, filed: OutboxRow[]): Promise<void> {
    for (const other of await this.#filing.substitute(place, row, this.#options.clock.now())) {
      if (await this.#boxes.outbox.find({ id: other.id })) continue // said already
      await this.#options.unit.writing(() => this.#boxes.outbox.put(other))
      filed.push(other)
    }
  }
  /** An outcome told later than `perform` returned; the first refusal stands. */
  async outcome(id: string, outcome: Outcome, filed: OutboxRow[]): Promise<void> {
    const row = await this.#boxes.outbox.find({ id })
    if (!row || (row.state === 'failed' && !outcome.ok)) return
    const attempts = row.attempts + (row.state === 'done' ? 0 : 1)
    const settled: Settled = outcome.ok
      ? {
          row: { ...row, attempts, state: 'done', message: outcome.message ?? row.message, detail: '' },
          refused: false,
        }
      : {
          row: { ...row, attempts, state: 'failed', detail: `${outcome.kind}: ${outcome.detail}`.slice(0, 500) },
          refused: outcome.kind === 'unsupported' || outcome.kind === 'denied',
        }
    await this.settled(settled, filed)
    filed.push(settled.row) // so that what waits in a queue is not sent any more
  }
}
