/** A whole Innkeeper over a real database, with a recording adapter and a clock that the test moves. */
import type { ActionType } from '../../src/core/action.ts'
import type { Receipt } from '../../src/core/adapter.ts'
import { type Clock, EventsClock } from '../../src/core/clock.ts'
import { EngineDesk } from '../../src/core/engine/desk.ts'
import { Engine } from '../../src/core/engine/engine.ts'
import { type Event, eventSchema } from '../../src/core/event.ts'
import type { AnyFeature, Log } from '../../src/core/feature.ts'
import type { Oracle } from '../../src/core/oracle.ts'
import type { Rulebook } from '../../src/core/rulebook.ts'
import type { Role } from '../../src/core/words.ts'
import { defaultRulebook, type InMemory } from '../../src/rulebook/memory.ts'
import type { Store } from '../../src/store/driver.ts'
import type { Migrations } from '../../src/store/migrate.ts'
import { openStore } from '../../src/store/open.ts'
import { Unit } from '../../src/store/unit.ts'
import { parseDuration } from '../../src/time/duration.ts'
import { TestClock } from './clock.ts'
import { Recorder } from './recorder.ts'

export interface InnOptions extends Omit<InMemory, 'features'> {
  readonly features: readonly AnyFeature[]
  /** A file or postgres:// address; in memory where left out. */
  readonly place?: string
  /** Epoch milliseconds the clock begins at: a Monday, 2026-03-02 10:00 UTC, where left out. */
  readonly start?: number
  readonly does?: readonly ActionType[]
  readonly adapter?: Recorder
  /** The events' clock where left out. */
  readonly clock?: Clock
  /** Whom features may consult; nobody under the events' clock. */
  readonly oracle?: Oracle
  /** Beside those of the features. */
  readonly migrations?: readonly Migrations[]
}
interface By {
  readonly group?: string
  readonly name?: string
  readonly role?: Role
  readonly locale?: 'zh' | 'en'
  readonly bot?: boolean
}
export const monday = Date.UTC(2026, 2, 2, 10)

/** Collects what is logged; `errors` is for tests that expect none. */
export class Logbook implements Log {
  readonly warnings: { data: object; message: string }[] = []
  readonly errors: { data: object; message: string }[] = []
  info() {}
  warn(data: object, message: string) {
    this.warnings.push({ data, message })
  }
  error(data: object, message: string) {
    this.errors.push({ data, message })
  }
}

export async function openInn(options: InnOptions) {
  const {
    features,
    place = ':memory:',
    start = monday,
    does,
    adapter,
    clock,
    oracle,
    migrations = [],
    ...community
  } = options
  const store = await openStore(place, [...features.map((feature) => feature.migrations), ...migrations])
  return new Inn(store, { ...options, features, start }, { features, languages: ['zh', 'en'], ...community })
}

export class Inn {
  readonly store: Store
  readonly adapter: Recorder
  readonly clock: Clock
  readonly engine: Engine
  readonly desk: EngineDesk
  readonly log = new Logbook()
  readonly #rulebook: InMemory
  #count = 0
  #looked = 0

  constructor(store: Store, options: InnOptions, rulebook: InMemory) {
    this.store = store
    this.adapter = options.adapter ?? new Recorder(options.does ? { does: options.does } : {})
    this.clock = options.clock ?? new EventsClock(options.start ?? monday)
    this.#rulebook = rulebook
    this.engine = new Engine({
      unit: new Unit(store),
      reader: store.reader,
      features: options.features,
      rulebooks: [defaultRulebook(rulebook)],
      adapters: [this.adapter],
      clock: this.clock,
      log: this.log,
      oracle: options.oracle,
    })
    this.desk = new EngineDesk(this.engine)
  }

  get now() {
    return this.clock.now()
  }
  /** Puts a changed rulebook into force. */
  async rules(change: Partial<InMemory>): Promise<Rulebook> {
    const rulebook = defaultRulebook({ ...this.#rulebook, ...change })
    await this.engine.reload([rulebook])
    await this.engine.idle()
    return rulebook
  }

  /** Any event; time goes on by a second unless `at` is given. */
  async happens(event: Record<string, unknown>): Promise<Receipt> {
    if (!this.adapter.door) await this.engine.start()
    const at = typeof event.at === 'number' ? event.at : this.clock.now() + 1000
    const parsed: Event = eventSchema.parse({ id: `e${++this.#count}`, group: 'test:main', ...event, at })
    const receipt = await this.engine.emit(parsed)
    await this.engine.idle()
    return receipt
  }
  /** "tom" writes in the group; the id of the message is returned. */
  async says(user: string, text: string, more: By & Record<string, unknown> = {}): Promise<string> {
    const id = String(more.id ?? `m${++this.#count}`)
    await this.happens({ ...by(user, more), type: 'message', text, ...place(more), id })
    return id
  }
  join(user: string, more: By & Record<string, unknown> = {}) {
    return this.happens({ ...by(user, more), type: 'member.join', ...place(more) })
  }
  leave(user: string, more: By & Record<string, unknown> = {}) {
    return this.happens({ ...by(user, more), type: 'member.leave', ...place(more) })
  }
  edits(user: string, message: string, text: string, more: By & Record<string, unknown> = {}) {
    return this.happens({ ...by(user, more), type: 'edit', message, text, ...place(more) })
  }
  reacts(user: string, message: string, emoji: string, more: By & Record<string, unknown> = {}) {
    return this.happens({ ...by(user, more), type: 'reaction', message, emoji, ...place(more) })
  }
  /** Gives a command; a user called "mod" or "owner" has that role. */
  gives(user: string, name: string, input: Record<string, unknown> = {}, more: By & Record<string, unknown> = {}) {
    return this.happens({ ...by(user, more), type: 'command', name, input, ...place(more) })
  }
  chooses(user: string, ask: string, option: string, more: By & Record<string, unknown> = {}) {
    return this.happens({ ...by(user, more), type: 'choice', ask, option, ...place(more) })
  }
  /** Lets time go by ("2h", "3d", or milliseconds); what falls due is run. */
  async passes(time: string | number): Promise<void> {
    if (!this.adapter.door) await this.engine.start()
    const ms = typeof time === 'number' ? time : parseDuration(time)
    if (ms === undefined) throw new Error(`no duration: ${time}`)
    if (this.clock instanceof TestClock) this.clock.pass(ms)
    await this.engine.tick(this.clock instanceof TestClock ? undefined : this.clock.now() + ms)
    await this.engine.idle()
  }

  /** What was delivered since the last look. */
  took() {
    const some = this.adapter.all.slice(this.#looked)
    this.#looked = this.adapter.all.length
    return some
  }
  /** The texts of it. */
  sent(): string[] {
    return this.took().flatMap(({ action }) => ('text' in action ? [action.text] : []))
  }
  /** Runs `work` in the engine's transaction: for looking at tables. */
  rows(table: string): Promise<Record<string, unknown>[]> {
    return this.store.db.selectFrom(table).selectAll().execute()
  }
  /** The kept reasons of one event. */
  async why(
    event: string,
  ): Promise<
    Record<string, { decided: string; score?: number; checks?: { name: string; score?: number; found?: string }[] }>
  > {
    const row = await this.store.db.selectFrom('inbox').select('why').where('id', '=', event).executeTakeFirst()
    return JSON.parse(String(row?.why ?? '{}'))
  }
  /** Closes; with a file as `place`, `openInn` with the same place goes on where this one ended. */
  async close(): Promise<void> {
    await this.engine.stop()
    await this.store.close()
  }
}

const staffRole = (user: string): Role | undefined =>
  user.startsWith('owner') ? 'owner' : user.startsWith('mod') ? 'moderator' : undefined
const by = (user: string, { name, role, locale, bot }: By) => {
  const known = role ?? staffRole(user)
  return {
    user: `test:${user}`,
    name: name ?? user,
    ...(known && { role: known }),
    ...(locale && { locale }),
    ...(bot && { bot }),
  }
}
const place = ({ group, name: _n, role: _r, locale: _l, bot: _b, ...more }: By & Record<string, unknown>) => ({
  ...(group && { group: `test:${group}` }),
  ...more,
})
