/** Which group an event is in and which rulebook serves it; a group that is new to its rulebook is told to the features. */
import type { Clock } from '../clock.ts'
import type { Event, EventOf } from '../event.ts'
import type { AnyFeature } from '../feature.ts'
import type { Rulebook } from '../rulebook.ts'
import type { Agenda } from './agenda.ts'
import type { Asking, Handler, Turn } from './asking.ts'
import type { UnitOfWork } from './engine.ts'
import type { Source } from './filing.ts'
import type { Boxes, OutboxRow } from './outbox.ts'
import type { GroupRow, People, Place } from './people.ts'

interface Parts {
  readonly unit: UnitOfWork
  readonly features: readonly AnyFeature[]
  readonly clock: Clock
  readonly people: People
  readonly agenda: Agenda
  readonly boxes: Boxes
  readonly asking: Asking
}

export class Arrivals {
  readonly #parts: Parts
  #rulebooks: readonly Rulebook[]
  constructor(parts: Parts, rulebooks: readonly Rulebook[]) {
    this.#parts = parts
    this.#rulebooks = rulebooks
  }
  get rulebooks() {
    return this.#rulebooks
  }
  use(rulebooks: readonly Rulebook[]) {
    this.#rulebooks = rulebooks
    this.#parts.people.forgetPlaces()
  }

  /** Undefined where no rulebook lists the group. */
  async placeOf(event: Event, now: number, filed: OutboxRow[]): Promise<Place | undefined> {
    const { people, unit } = this.#parts
    const rulebook = this.#rulebookOf(event.group)
    if (!rulebook) return undefined
    const found = people.groups.find({ ref: event.group })
    const known = found instanceof Promise ? await found : found
    const row = known ?? people.newGroup(event.group, rulebook.id, event.at)
    const named = event.type === 'group' ? renamed(row, event) : row
    if (!known || named.name !== row.name || named.gone !== row.gone) await unit.writing(() => people.groups.put(named))
    if (named.gone === 0 && named.rules_hash !== rulebook.hash) return this.#greet(named, rulebook, now, filed)
    return this.#place(named, rulebook)
  }
  /** By our id; undefined where the group is gone or no longer listed. */
  async placeById(id: string): Promise<Place | undefined> {
    const known = this.#parts.people.known(id)
    if (known && known.row.gone === 0) return known
    const open = await this.#parts.unit.sql(['groups'])
    const row = (await open.selectFrom('groups').selectAll().where('id', '=', id).executeTakeFirst()) as
      | GroupRow
      | undefined
    const rulebook = row && row.gone === 0 ? this.#rulebookOf(row.ref) : undefined
    return row && rulebook ? this.#place(row, rulebook) : undefined
  }
  /** Groups that have not seen their rulebook yet, so many at once; true where there are more. */
  async greetSome(filed: OutboxRow[]): Promise<boolean> {
    const open = await this.#parts.unit.sql(['groups'])
    const rows = (await open.selectFrom('groups').selectAll().where('gone', '=', 0).execute()) as GroupRow[]
    let greeted = 0
    for (const row of rows) {
      const rulebook = this.#rulebookOf(row.ref)
      if (!rulebook || rulebook.hash === row.rules_hash) continue
      if (greeted++ === greetedAtOnce) return true
      await this.#greet(row, rulebook, this.#parts.clock.now(), filed)
    }
    return false
  }

  #rulebookOf(ref: string): Rulebook | undefined {
    return this.#rulebooks.find((rulebook) => rulebook.group(ref) !== undefined)
  }
  #place(row: GroupRow, rulebook: Rulebook): Place | undefined {
    const rules = rulebook.group(row.ref)
    return rules && this.#parts.people.place(row, rulebook, rules)
  }

  /** Tells the features that a group is here under this rulebook, and plans its recurring work. */
  async #greet(row: GroupRow, rulebook: Rulebook, now: number, filed: OutboxRow[]): Promise<Place | undefined> {
    const { unit, people, agenda, features, asking, boxes } = this.#parts
    const greeted = { ...row, community: rulebook.id, rules_hash: rulebook.hash }
    await unit.writing(() => people.groups.put(greeted))
    const place = this.#place(greeted, rulebook)
    if (!place) return undefined
    await unit.writing(() => agenda.align(place, features, now))
    const event = await this.#groupEvent(place, rulebook, now)
    const turn: Turn = { place, now, whys: {}, filed }
    for (const lodger of asking.lodgers) {
      const handler = lodger.feature.on?.group as Handler | undefined
      if (!handler) continue
      const again = `group ${row.id} ${rulebook.hash}`
      const source: Source = { id: event.id, feature: lodger.feature.name, by: undefined, now, again }
      const verdict = await asking.ask(turn, lodger, source, { event }, handler)
      if (verdict) await asking.carryOut(turn, lodger, source, verdict)
    }
    await unit.writing(() => boxes.note(place.group.id, event, '', turn.whys))
    return place
  }
  /** A rulebook may come, go and come again within one moment of the events' clock. */
  async #groupEvent({ group }: Place, { hash }: Rulebook, now: number): Promise<EventOf<'group'>> {
    const first = `group:${group.ref}:${hash}:${now}`
    let id = first
    for (let n = 2; (await this.#parts.boxes.seen([id])).size > 0; n++) id = `${first}:${n}`
    return { type: 'group', id, at: now, group: group.ref, name: group.name }
  }
}
/** In one transaction: few enough that those who talk meanwhile do not wait long. */
const greetedAtOnce = 100
/** When it is gone its rulebook is forgotten, so that it is greeted when it comes back. */
const renamed = (row: GroupRow, event: EventOf<'group'>): GroupRow => ({
  ...row,
  name: event.name ?? row.name,
  gone: event.gone ? 1 : 0,
  rules_hash: event.gone ? '' : row.rules_hash,
})
