/** One event, occurrence or outcome at a time, inside the batch's transaction. */
import type { Action, ActionType, Outcome } from '../action.ts'
import type { Adapter, FieldError, Receipt } from '../adapter.ts'
import type { Clock, EventsClock } from '../clock.ts'
import type { Event, EventOf, MemberEvent } from '../event.ts'
import type { Answer, AnyFeature, Log, Verdict, Why } from '../feature.ts'
import type { Member } from '../people.ts'
import type { Rulebook } from '../rulebook.ts'

import { Agenda, type Due, occurrenceId } from './agenda.ts'
import type { Breaker } from './breaker.ts'
import { type Commands, type Registered, say } from './commands.ts'
import { Context, inLanguages, type Lodger, localeOf, type Room } from './context.ts'
import type { Settled } from './dispatch.ts'
import type { UnitOfWork } from './engine.ts'
import { substitutes } from './fallback.ts'
import { Filing, type Source } from './filing.ts'
import type { Notices } from './notices.ts'
import { actionOf, Boxes, type OutboxRow } from './outbox.ts'
import { type GroupRow, People, type Place } from './people.ts'

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
}
/** A `save` threw: the batch is rolled back and run again without this feature. */
class SaveFailed extends Error {
  readonly feature: string
  constructor(feature: string, cause: unknown) {
    super(`save of ${feature} failed`, { cause })
    this.feature = feature
  }
}
type Whys = Record<string, Why>
const nothing: Why = { decided: 'nothing' }
const ok: Receipt = { ok: true, seen: 'first' }

export class Handling {
  readonly agenda: Agenda
  readonly people: People
  readonly #options: Options
  readonly #boxes: Boxes
  readonly #filing: Filing
  readonly #lodgers: readonly Lodger[]
  readonly #room: Room
  readonly #does: ReadonlyMap<string, ReadonlySet<ActionType>>
  readonly #leftOut = new Set<string>()
  #rulebooks: readonly Rulebook[]

  constructor(options: Options) {
    const { unit } = options
    this.#options = options
    this.#rulebooks = options.rulebooks
    this.#does = new Map(options.adapters.map((adapter) => [adapter.name, new Set(adapter.does)]))
    this.people = new People(unit)
    this.agenda = new Agenda(unit)
    this.#boxes = new Boxes(unit)
    this.#filing = new Filing(unit, this.people, options.notices, (platform, action) => this.can(platform, action))
    this.#lodgers = options.features.map((feature) => ({ feature, store: feature.store(unit) }))
    this.#room = {
      people: this.people,
      tables: unit,
      log: options.log,
      can: (platform, action) => this.can(platform, action),
    }
  }
  get rulebooks() {
    return this.#rulebooks
  }
  use(rulebooks: readonly Rulebook[]) {
    this.#rulebooks = rulebooks
    this.people.forgetPlaces()
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
  culprit(error: unknown): string | undefined {
    return error instanceof SaveFailed && !this.#leftOut.has(error.feature) ? error.feature : undefined
  }
  leaveOut(feature: string) {
    this.#leftOut.add(feature)
  }
  leaveNoneOut() {
    this.#leftOut.clear()
  }

  /** At start: the outbox's numbering, and sends that were cut short. */
  async takeUp(): Promise<void> {
    const { unit, clock } = this.#options
    const open = await unit.sql()
    const last = await open
      .selectFrom('outbox')
      .select((make) => make.fn.max('seq').as('seq'))
      .executeTakeFirst()
    this.#filing.startAfter(Number(last?.seq ?? 0))
    if (clock.kind === 'events') {
      const seen = await open
        .selectFrom('inbox')
        .select((make) => make.fn.max('at').as('at'))
        .executeTakeFirst()
      ;(clock as EventsClock).advance(Number(seen?.at ?? 0)) // else what was filed last would seem to lie in the future
    }
    await open
      .updateTable('outbox')
      .set({ state: 'failed', detail: 'cut short: whether it was sent is not known, so it is not sent again' })
      .where('state', '=', 'sending')
      .execute()
  }

  async event(event: Event, filed: OutboxRow[]): Promise<Receipt> {
    const place = await this.#placeOf(event, filed)
    if (!place)
      return { ok: false, errors: [{ code: 'group/unlisted', message: `The rulebook does not list ${event.group}.` }] }
    const now = this.#now(event.at)
    const member = 'role' in event || 'user' in event ? await this.#meet(place, event) : undefined
    const whys: Whys = {}
    const receipt = await this.#decide(place, event, member, now, whys, filed)
    await this.#note(place, event, member, whys)
    return receipt
  }
  #now(at: number): number {
    return this.#options.clock.kind === 'events' ? Math.max(at, this.#options.clock.now()) : this.#options.clock.now()
  }

  async #decide(
    place: Place,
    event: Event,
    member: Member | undefined,
    now: number,
    whys: Whys,
    filed: OutboxRow[],
  ): Promise<Receipt> {
    if (event.type === 'group') return ok // told to the features when its rulebook is new to it
    if ('bot' in event && event.bot) return ok // seen, never answered
    if (event.type === 'command') return this.#command(place, event, member as Member, now, whys, filed)
    if (event.type === 'message') {
      const typed = this.#options.commands.lines.parse(event.text, event.mentionsBot)
      if (typed) {
        const { text: _text, message, mentions: _m, mentionsBot: _b, attachments: _a, replyTo, ...rest } = event
        const origin = message ?? event.id
        const command: EventOf<'command'> = {
          ...rest,
          type: 'command',
          name: typed.card.name,
          input: { ...typed.input },
          ...(replyTo && { replyTo }),
        }
        return this.#command(place, command, member as Member, now, whys, filed, origin)
      }
    }
    const only = event.type === 'choice' ? event.ask.slice(0, event.ask.indexOf(':')) : undefined
    let receipt: Receipt = ok
    for (const lodger of this.#lodgers) {
      const { feature } = lodger
      const handler = feature.on?.[event.type] as ((ctx: unknown) => Answer<unknown>) | undefined
      if (!handler || (only !== undefined && only !== feature.name)) continue
      const source: Source = { id: event.id, feature: feature.name, by: actor(event, member), now }
      const verdict = await this.#ask(place, lodger, source, { event, member }, handler, whys)
      if (!verdict) continue
      if (verdict.errors?.length) {
        receipt = { ok: false, errors: verdict.errors }
        continue
      }
      await this.#carryOut(place, lodger, source, verdict, filed)
      if (verdict.reply && member)
        await this.#reply(place, source, member, verdict.reply, only !== undefined, undefined, filed)
      if (verdict.stop) break
    }
    return receipt
  }

  /** Asks one feature; what it throws is noted against it and stops nobody else. */
  async #ask(
    place: Place,
    lodger: Lodger,
    source: Source,
    more: object,
    handler: (ctx: unknown) => Answer<unknown>,
    whys: Whys,
  ): Promise<Verdict<unknown> | undefined> {
    const { name } = lodger.feature
    if (this.#leftOut.has(name) || this.#options.breaker.paused(name, place.group.id)) {
      whys[name] = { decided: this.#leftOut.has(name) ? 'failed' : 'paused' }
      return undefined
    }
    try {
      const asked = handler(new Context(this.#room, lodger, place, source.now, more))
      const verdict = asked instanceof Promise ? await asked : asked
      whys[name] = verdict?.why ?? nothing
      this.#options.breaker.worked(name, place.group.id)
      return verdict
    } catch (error) {
      whys[name] = { decided: 'failed' }
      this.#failed(place, name, source, error)
      return undefined
    }
  }

  async #carryOut(
    place: Place,
    lodger: Lodger,
    source: Source,
    verdict: Verdict<unknown>,
    filed: OutboxRow[],
  ): Promise<void> {
    const { unit } = this.#options
    const { save, later, actions } = verdict
    if (save) {
      try {
        const saved = unit.writing(() => save(lodger.store))
        await saved
      } catch (error) {
        this.#failed(place, lodger.feature.name, source, error)
        throw new SaveFailed(lodger.feature.name, error)
      }
    }
    if (later?.length) await unit.writing(() => this.agenda.plan(lodger.feature.name, place, later))
    if (actions?.length) await this.#file(place, source, actions, filed)
  }
  async #file(place: Place, source: Source, actions: NonNullable<Verdict<unknown>['actions']>, filed: OutboxRow[]) {
    await this.#options.unit.writing(async () => {
      const rows = await this.#filing.file(place, source, actions)
      for (const row of rows) this.#boxes.outbox.put(row)
      filed.push(...rows)
    })
  }

  async #command(
    place: Place,
    event: EventOf<'command'>,
    member: Member,
    now: number,
    whys: Whys,
    filed: OutboxRow[],
    typedAs?: string,
  ): Promise<Receipt> {
    const { commands } = this.#options
    const locale = localeOf(member, place.group.languages)
    const resolved = await commands.resolve(event, member, locale, (typed) => this.#named(place, typed))
    if (!resolved.ok) return this.#refuse(place, event, member, resolved.errors, now, whys, filed, typedAs)
    const { registered, input } = resolved
    const lodger = this.#lodgers.find((one) => one.feature === registered.feature) as Lodger
    const source: Source = { id: event.id, feature: registered.feature.name, by: member, now }
    const given = { ...event, name: registered.command.name, input }
    const verdict = await this.#ask(
      place,
      lodger,
      source,
      { event: given, member },
      (ctx) => registered.command.run(ctx as never, input),
      whys,
    )
    const why = whys[registered.feature.name] ?? nothing
    if (!verdict && (why.decided === 'failed' || why.decided === 'paused'))
      return this.#refuse(
        place,
        event,
        member,
        [{ code: 'command/failed', message: say(locale, why.decided === 'paused' ? 'error.paused' : 'error.failed') }],
        now,
        whys,
        filed,
        typedAs,
      )
    whys[registered.feature.name] = { ...why, decided: why === nothing ? `/${registered.command.name}` : why.decided }
    if (verdict?.errors?.length) return this.#refuse(place, event, member, verdict.errors, now, whys, filed, typedAs)
    if (!verdict) return ok
    await this.#carryOut(place, lodger, source, verdict, filed)
    if (verdict.reply) await this.#reply(place, source, member, verdict.reply, isPrivate(registered), typedAs, filed)
    return ok
  }
  /** Where it was typed as a message, nobody reads the receipt: the errors are told in private. */
  async #refuse(
    place: Place,
    event: EventOf<'command'>,
    member: Member,
    errors: readonly FieldError[],
    now: number,
    whys: Whys,
    filed: OutboxRow[],
    typedAs: string | undefined,
  ): Promise<Receipt> {
    whys.commands = {
      decided: 'refused',
      checks: errors.map((error) => ({ name: error.code, ...(error.field && { found: error.field }) })),
    }
    if (typedAs !== undefined) {
      const source: Source = { id: event.id, feature: 'commands', by: member, now }
      await this.#reply(place, source, member, errors.map((error) => error.message).join('\n'), true, undefined, filed)
    }
    return { ok: false, errors }
  }
  async #reply(
    place: Place,
    source: Source,
    member: Member,
    text: string,
    inPrivate: boolean,
    replyTo: string | undefined,
    filed: OutboxRow[],
  ) {
    const group = place.group.ref
    const action = inPrivate
      ? ({ type: 'whisper', group, user: member.user, text, key: 'reply' } as const)
      : ({ type: 'send', group, text, key: 'reply', ...(replyTo !== undefined && { replyTo }) } as const)
    await this.#file(place, { ...source, by: member }, [action], filed)
  }
  /** "@name", an account, our id, or a name as shown. */
  async #named(place: Place, typed: string): Promise<Member | undefined> {
    const name = typed.trim().replace(/^[@＠]/u, '')
    const account = name.includes(':') ? name : `${place.group.platform}:${name}`
    return (
      (await this.people.findByName(place, name)) ??
      (await this.people.find(place, account)) ??
      (name.includes(':') ? undefined : await this.people.find(place, name))
    )
  }

  /** Runs a planned occurrence, or notes why not. */
  async occurrence(due: Due, now: number, filed: OutboxRow[]): Promise<void> {
    const { row } = due
    const finish = (state: 'done' | 'skipped' | 'failed', note: string) =>
      this.#options.unit.writing(() => this.agenda.done(due, state, note, now))
    if (due.skip !== undefined) return finish('skipped', due.skip)
    const place = await this.#placeById(row.group_id)
    const lodger = this.#lodgers.find((one) => one.feature.name === row.feature)
    const job = lodger?.feature.jobs?.find((one) => one.name === row.job)
    if (!place || !lodger || !job) return finish('skipped', 'the group or the job is no longer there')
    const source: Source = { id: occurrenceId(row), feature: row.feature, by: undefined, now }
    const more = { due: row.due, key: row.key, payload: JSON.parse(row.payload) as object }
    const whys: Whys = {}
    const verdict = await this.#ask(place, lodger, source, more, (ctx) => job.run(ctx as never), whys)
    const decided = whys[row.feature]?.decided ?? 'nothing'
    if (decided === 'failed' || decided === 'paused')
      return finish(decided === 'failed' ? 'failed' : 'skipped', decided)
    await finish('done', decided === 'nothing' ? '' : decided) // before the verdict, which may plan the same key anew
    if (verdict) await this.#carryOut(place, lodger, source, verdict, filed)
  }

  /** Writes what became of an action; where the platform refused, its substitute is filed. */
  async settled({ row, refused }: Settled, filed: OutboxRow[]): Promise<void> {
    await this.#options.unit.writing(() => this.#boxes.outbox.put(row))
    const place = refused ? await this.#placeById(row.group_id) : undefined
    if (!place) return
    const action: Action = actionOf(row)
    const target = row.member_id ? await this.people.find(place, row.member_id) : undefined
    const instead = substitutes(action, { place, target, staff: await this.people.staff(place), reason: row.detail })
    const rows = this.#filing.substitute(place, row, instead, this.#options.clock.now())
    await this.#options.unit.writing(() => {
      for (const other of rows) this.#boxes.outbox.put(other)
    })
    filed.push(...rows)
  }
  async outcome(id: string, outcome: Outcome, filed: OutboxRow[]): Promise<void> {
    const found = this.#boxes.outbox.find({ id })
    const row = found instanceof Promise ? await found : found
    if (!row) return
    const attempts = row.attempts + (row.state === 'done' ? 0 : 1)
    if (outcome.ok)
      return this.settled(
        { row: { ...row, attempts, state: 'done', message: outcome.message ?? row.message }, refused: false },
        filed,
      )
    const refused = outcome.kind === 'unsupported' || outcome.kind === 'denied'
    await this.settled(
      { row: { ...row, attempts, state: 'failed', detail: `${outcome.kind}: ${outcome.detail}` }, refused },
      filed,
    )
  }

  /** A `group` event for every group that has not seen its rulebook yet. */
  async greetAll(filed: OutboxRow[]): Promise<void> {
    const open = await this.#options.unit.sql()
    const rows = (await open.selectFrom('groups').selectAll().where('gone', '=', 0).execute()) as GroupRow[]
    for (const row of rows) {
      const rulebook = this.#rulebookOf(row.ref)
      if (rulebook && rulebook.hash !== row.rules_hash)
        await this.#greet(row, rulebook, this.#options.clock.now(), filed)
    }
  }
  #rulebookOf(ref: string): Rulebook | undefined {
    return this.#rulebooks.find((rulebook) => rulebook.group(ref) !== undefined)
  }

  async #placeOf(event: Event, filed: OutboxRow[]): Promise<Place | undefined> {
    const rulebook = this.#rulebookOf(event.group)
    if (!rulebook) return undefined
    const found = this.people.groups.find({ ref: event.group })
    const known = found instanceof Promise ? await found : found
    const row = known ?? this.people.newGroup(event.group, rulebook.id, event.at)
    const named = event.type === 'group' ? { ...row, name: event.name ?? row.name, gone: event.gone ? 1 : 0 } : row
    if (!known || named.name !== row.name || named.gone !== row.gone)
      await this.#options.unit.writing(() => this.people.groups.put(named))
    if (named.rules_hash !== rulebook.hash) return this.#greet(named, rulebook, this.#now(event.at), filed)
    return this.#place(named, rulebook)
  }
  #place(row: GroupRow, rulebook: Rulebook): Place | undefined {
    const rules = rulebook.group(row.ref)
    return rules && this.people.place(row, rulebook, rules)
  }
  async #placeById(id: string): Promise<Place | undefined> {
    const open = await this.#options.unit.sql()
    const row = (await open.selectFrom('groups').selectAll().where('id', '=', id).executeTakeFirst()) as
      | GroupRow
      | undefined
    const rulebook = row && row.gone === 0 ? this.#rulebookOf(row.ref) : undefined
    return row && rulebook ? this.#place(row, rulebook) : undefined
  }

  /** Tells the features that a group is here under this rulebook, and plans its recurring work. */
  async #greet(row: GroupRow, rulebook: Rulebook, now: number, filed: OutboxRow[]): Promise<Place | undefined> {
    const greeted = { ...row, community: rulebook.id, rules_hash: rulebook.hash }
    await this.#options.unit.writing(() => this.people.groups.put(greeted))
    const place = this.#place(greeted, rulebook)
    if (!place) return undefined
    await this.#options.unit.writing(() => this.agenda.align(place, this.#options.features, now))
    const event: EventOf<'group'> = {
      type: 'group',
      id: `group:${row.ref}:${rulebook.hash}:${now}`,
      at: now,
      group: row.ref,
      name: place.group.name,
    }
    const whys: Whys = {}
    for (const lodger of this.#lodgers) {
      const handler = lodger.feature.on?.group as ((ctx: unknown) => Answer<unknown>) | undefined
      if (!handler) continue
      const source: Source = { id: event.id, feature: lodger.feature.name, by: undefined, now }
      const verdict = await this.#ask(place, lodger, source, { event }, handler, whys)
      if (verdict) await this.#carryOut(place, lodger, source, verdict, filed)
    }
    await this.#note(place, event, undefined, whys)
    return place
  }

  async #meet(place: Place, event: Event): Promise<Member> {
    return this.#options.unit.writing(() => this.people.meet(place, event as MemberEvent))
  }
  async #note(place: Place, event: Event, member: Member | undefined, whys: Whys): Promise<void> {
    const message = 'message' in event && event.message ? event.message : event.type === 'message' ? event.id : ''
    await this.#options.unit.writing(() =>
      this.#boxes.inbox.insert({
        id: event.id,
        at: event.at,
        group_id: place.group.id,
        type: event.type,
        member_id: member?.id ?? '',
        message,
        why: JSON.stringify(whys),
      }),
    )
  }
  #failed(place: Place, feature: string, source: Source, error: unknown) {
    const { log, breaker, notices } = this.#options
    log.error({ feature, event: source.id, group: place.group.ref, error }, 'a feature failed')
    const n = breaker.failed(feature, place.group.id)
    if (n === undefined) return
    const text = inLanguages(place.group.languages, (locale) =>
      say(locale, 'notice.paused', { feature, group: place.group.name, n }),
    )
    notices.add({ at: source.now, kind: 'feature', text, over: false })
  }
}

/** Whose word an action is: a command's or a button's giver; what anyone merely says is not. */
const actor = (event: Event, member: Member | undefined) => (event.type === 'choice' ? member : undefined)
const isPrivate = (registered: Registered) => registered.card.private
