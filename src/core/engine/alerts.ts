/** Takes notices to where the owner reads them beside the office. */
import type { Draft } from '../action.ts'
import type { Clock } from '../clock.ts'
import type { Notice } from '../desk.ts'
import type { Group } from '../people.ts'
import type { Rulebook } from '../rulebook.ts'
import { pick } from '../words.ts'
import type { Arrivals } from './arrivals.ts'
import type { Asking, Turn } from './asking.ts'
import { inLanguages } from './context.ts'
import type { UnitOfWork } from './engine.ts'
import type { Source } from './filing.ts'
import type { OutboxRow } from './outbox.ts'
import type { People, Place } from './people.ts'

interface Parts {
  readonly unit: UnitOfWork
  readonly clock: Clock
  readonly people: People
  readonly arrivals: Arrivals
  readonly asking: Asking
  readonly staffRoom: (group: Group) => boolean
}
/** An owner of more groups reads it in the office. */
const mostRooms = 20

export class Alerts {
  readonly #parts: Parts
  /** Of this run, so that two notices of one moment are two. */
  #count = 0
  constructor(parts: Parts) {
    this.#parts = parts
  }

  async tell(notice: Notice, filed: OutboxRow[]): Promise<void> {
    for (const rulebook of this.#parts.arrivals.rulebooks) {
      const named = await this.#named(rulebook, notice)
      if (named) await this.#say(notice, named, undefined, filed)
      else for (const place of await this.#rooms(rulebook, notice)) await this.#say(notice, place, 'staff', filed)
    }
  }
  /** The group that the rulebook names for notices, on a platform that is not the one in trouble. */
  async #named(rulebook: Rulebook, { platform }: Notice): Promise<Place | undefined> {
    const { people, arrivals } = this.#parts
    const ref = rulebook.alerts.find((one) => !one.startsWith(`${platform}:`))
    const row = ref === undefined ? undefined : await people.groups.find({ ref })
    return row && arrivals.placeById(row.id)
  }
  /** Where it names none: what is past is told in the rooms that staff has on the platform itself, which is back. */
  async #rooms(rulebook: Rulebook, { platform, group, over }: Notice): Promise<Place[]> {
    const { unit, arrivals, staffRoom } = this.#parts
    if (platform === undefined || !(over || group)) return []
    const open = await unit.sql(['groups'])
    const all = open.selectFrom('groups').select('id').where('platform', '=', platform).where('gone', '=', 0)
    const rows = await (group === undefined ? all : all.where('ref', '=', group)).orderBy('since').execute()
    const places: Place[] = []
    for (const { id } of rows) {
      const place = await arrivals.placeById(String(id))
      if (place?.rulebook === rulebook && staffRoom(place.group)) places.push(place)
      if (places.length === mostRooms) break
    }
    return places
  }
  async #say(notice: Notice, place: Place, to: 'staff' | undefined, filed: OutboxRow[]): Promise<void> {
    const id = `notice:${notice.at}:${notice.kind}:${++this.#count}`
    const turn: Turn = { place, now: notice.at, whys: {}, filed }
    const source: Source = { id, feature: 'notices', by: undefined, now: this.#parts.clock.now() }
    const { says, over, group } = notice
    const words = says ? inLanguages(place.group.languages, (locale) => pick(says, locale)) : notice.text
    const text = `${over || group ? 'ℹ️' : '⚠️'} ${words}`
    const draft: Draft = { type: 'send', group: place.group.ref, text, priority: 'moderation', ...(to && { to }) }
    await this.#parts.asking.file(turn, source, [draft])
  }
}
