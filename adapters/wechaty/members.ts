/** Who is in a room: heard from WeChat's news, and found by comparing lists where the news was lost. */
import type { payloads } from 'wechaty-puppet'
import type { Role } from '../../src/core/words.ts'
import { type Ground, tellNews } from './ground.ts'
import { inTurns } from './lanes.ts'
import type { Puppet } from './line.ts'
import type { Matches } from './matches.ts'
import type { Place } from './place.ts'
import { type Face, rematch } from './rematch.ts'
import type { MemberRow } from './tables.ts'

const minuteMs = 60_000
/** A name is asked for again after so long. */
const freshMs = 60 * minuteMs
const lanes = 12

export interface Known {
  readonly user: string
  /** As shown in the room. */
  readonly name: string
  readonly role: Role
}
interface Coming {
  readonly invitedBy?: string | undefined
  readonly at: number
}

export class Members {
  readonly #ground: Ground
  readonly #matches: Matches
  /** When the names of somebody in a room were last asked for. */
  #askedAt = new WeakMap<Place, Map<string, number>>()
  readonly #learntAt = new WeakMap<Place, number>()
  constructor(ground: Ground, matches: Matches) {
    this.#ground = ground
    this.#matches = matches
  }

  async load(place: Place): Promise<void> {
    const rows = await this.#ground.db.selectFrom('wechat_members').selectAll().where('ref', '=', place.ref).execute()
    for (const row of rows)
      place.members.set(row.user, { ...row, present: Number(row.present), joins: Number(row.joins) })
  }
  async namesKnown(ref: string): Promise<readonly string[]> {
    const rows = await this.#ground.db
      .selectFrom('wechat_members')
      .select('name')
      .where('ref', '=', ref)
      .where('present', '=', 1)
      .execute()
    return rows.map((row) => row.name).filter(Boolean)
  }
  async namesNow(puppet: Puppet, room: string): Promise<readonly string[]> {
    const faces = await this.#faces(puppet, room, await puppet.roomMemberList(room))
    return faces.map(({ name }) => name)
  }

  /** Somebody as this room knows them; who is not known yet is from now on. */
  async know(place: Place, contact: string): Promise<Known> {
    const { people } = this.#ground
    const user = people.userOf(contact)
    const row = user ? place.members.get(user) : undefined
    const asked = (user && this.#askedAt.get(place)?.get(user)) || 0
    if (user && row?.name && this.#ground.now() - asked < freshMs)
      return { user, name: row.alias || row.name, role: place.roleOf(contact) }
    return this.#ask(place, contact)
  }
  async #ask(place: Place, contact: string): Promise<Known> {
    const puppet = this.#ground.line()?.puppet
    const [person, member] = await Promise.all([
      puppet?.contactPayload(contact).catch(() => undefined),
      puppet?.roomMemberPayload(place.room, contact).catch(() => undefined),
    ])
    const name =
      member?.name || person?.name || this.#ground.people.find(this.#ground.people.userOf(contact) ?? '')?.name || ''
    const user = await this.#ground.people.meet(contact, { ...person, name })
    const alias = member?.roomAlias ?? ''
    const before = place.members.get(user)
    if (before && (before.name !== name || before.alias !== alias)) await this.#keep(place, { ...before, name, alias })
    const asked = this.#askedAt.get(place) ?? new Map<string, number>()
    this.#askedAt.set(place, asked.set(user, this.#ground.now()))
    return { user, name: alias || name, role: place.roleOf(contact) }
  }

  /** The rulebook has changed: it may name people anew. */
  askAnew(): void {
    this.#askedAt = new WeakMap()
  }
  /** Somebody goes by another id of ours: they were here under the old one, so they do not join now. */
  async rename(places: readonly Place[], from: string, to: string): Promise<void> {
    for (const place of places) {
      const row = place.members.get(from)
      if (!row) continue
      place.members.delete(from)
      await this.#keep(place, { ...row, user: to })
    }
    await this.#ground.db.deleteFrom('wechat_members').where('user', '=', from).execute()
  }

  /** Learns what everybody is called, where names are needed and not known; at most once an hour. */
  async learn(place: Place): Promise<void> {
    const puppet = this.#ground.line()?.puppet
    if (!puppet || this.#ground.now() - (this.#learntAt.get(place) ?? 0) < freshMs) return
    this.#learntAt.set(place, this.#ground.now())
    const contacts = (await puppet.roomMemberList(place.room)).filter((contact) => contact !== puppet.currentUserId)
    await inTurns(contacts, lanes, async (contact) => void (await this.#ask(place, contact)))
  }

  /** Somebody is there who was not: the engine hears of it once, by whichever way it was found. */
  async joined(place: Place, contact: string, { invitedBy, at }: Coming): Promise<void> {
    const { user, name, role } = await this.know(place, contact)
    const pictured = await this.#hasPicture(contact)
    if (place.present(user)) return // looked at last: it may have been found in another way meanwhile
    const joins = (place.members.get(user)?.joins ?? 0) + 1
    const row: MemberRow = { ref: place.ref, user, name, alias: '', present: 1, joins }
    place.members.set(user, row)
    await this.#ground.emit({
      type: 'member.join',
      id: `wechat:join:${place.ref}:${user}:${joins}`,
      at,
      group: place.ref,
      user,
      ...(name && { name: name.slice(0, 100) }),
      role,
      ...(invitedBy && { invitedBy }),
      ...(pictured && { avatar: true }),
    })
    await this.#keep(place, row)
  }
  /** Puppets leave it empty where they do not know, so that none at all is never said. */
  async #hasPicture(contact: string): Promise<boolean> {
    const person = await this.#ground
      .line()
      ?.puppet.contactPayload(contact)
      .catch(() => undefined)
    return Boolean(person?.avatar)
  }
  async left(place: Place, user: string, how: 'left' | 'kicked', at: number): Promise<void> {
    const row = place.members.get(user)
    if (row?.present !== 1) return
    const gone: MemberRow = { ...row, present: 0 }
    place.parted(user, at)
    place.members.set(user, gone)
    const id = `wechat:leave:${place.ref}:${user}:${row.joins}`
    await this.#ground.emit({ type: 'member.leave', id, at, group: place.ref, user, how })
    await this.#keep(place, gone)
  }

  /**
   * Holds the list of members against the one known. At a login with new ids everybody is recognised first. The first
   * time ever, whoever is there was there before us.
   */
  async compare(puppet: Puppet, place: Place, when: 'login' | 'later'): Promise<void> {
    if (when === 'later') {
      await puppet.roomPayloadDirty(place.room)
      place.take(await puppet.roomPayload(place.room))
    }
    const self = puppet.currentUserId
    const listed = await puppet.roomMemberList(place.room)
    if (!listed.includes(self)) return // half a list: nobody is said to have left by it
    const here = listed.filter((contact) => contact !== self)
    place.ownAlias = (await puppet.roomMemberPayload(place.room, self).catch(() => undefined))?.roomAlias ?? ''
    const newIds = when === 'login' && !this.#ground.stableIds()
    const asked = newIds ? await this.#recognise(puppet, place, here) : new Set<string>()
    await this.#takeIn(puppet, place, here, asked)
    await this.#letGo(place, new Set(here))
    place.comparedAt = this.#ground.now()
  }
  #strangers(place: Place, here: readonly string[]): string[] {
    const { people } = this.#ground
    return here.filter((contact) => !place.present(people.userOf(contact) ?? ''))
  }
  #absent(place: Place, here: ReadonlySet<string>): MemberRow[] {
    const { people } = this.#ground
    return [...place.members.values()].filter((row) => row.present === 1 && !here.has(people.contactOf(row.user) ?? ''))
  }
  /** Returns the contacts about whom the owner is asked. */
  async #recognise(puppet: Puppet, place: Place, here: readonly string[]): Promise<Set<string>> {
    const absent = this.#absent(place, new Set(here))
    const strangers = this.#strangers(place, here)
    if (absent.length === 0 || strangers.length === 0) return new Set()
    const { people } = this.#ground
    const known = absent.map(
      ({ user, name, alias }): Face => ({ id: user, name, alias, remark: people.find(user)?.remark ?? '' }),
    )
    const found = await this.#faces(puppet, place.room, strangers)
    const { sure, unsure } = rematch(known, found)
    for (const pair of sure) await people.become(pair.known, pair.found)
    for (const pair of unsure) {
      const meanwhile = await people.meet(pair.found, { name: found.find(({ id }) => id === pair.found)?.name ?? '' })
      const called = (faces: readonly Face[], id: string) => faces.find((face) => face.id === id)?.name ?? ''
      await this.#matches.askPerson(
        place.ref,
        pair,
        { found: called(found, pair.found), known: called(known, pair.known) },
        meanwhile,
      )
    }
    return new Set(unsure.map((pair) => pair.found))
  }
  /** Those who are new: told, counted, or taken as always having been there. */
  async #takeIn(puppet: Puppet, place: Place, here: readonly string[], asked: ReadonlySet<string>): Promise<void> {
    const { stableIds, now, settings } = this.#ground
    const strangers = this.#strangers(place, here)
    const first = place.comparedAt === 0
    const late = now() - place.comparedAt > settings().rest.members.lateMinutes * minuteMs
    const quiet = strangers.filter((contact) => first || late || asked.has(contact))
    const told = strangers.filter((contact) => !quiet.includes(contact))
    const faces = first && stableIds() ? nameless(quiet) : await this.#faces(puppet, place.room, quiet)
    const rows: MemberRow[] = []
    for (const { id, name, alias, remark } of faces) {
      const { people } = this.#ground
      const user = (name ? undefined : people.userOf(id)) ?? (await people.meet(id, { name, alias: remark }))
      const joins = place.members.get(user)?.joins ?? 0
      rows.push({ ref: place.ref, user, name, alias, present: 1, joins })
    }
    await this.#keepAll(place, rows)
    for (const contact of told) await this.joined(place, contact, { at: now() })
    const missed = quiet.filter((contact) => !asked.has(contact)).length
    if (!first && missed > 0)
      tellNews(this.#ground, `late:${place.ref}`, 'tell.late', { group: place.topic, count: missed })
  }
  async #letGo(place: Place, here: ReadonlySet<string>): Promise<void> {
    const absent = this.#absent(place, here)
    if (absent.length === 0) return
    const asked = await this.#matches.askedAbout(place.ref)
    for (const { user } of absent) if (!asked.has(user)) await this.left(place, user, 'left', this.#ground.now())
  }

  async #faces(puppet: Puppet, room: string, contacts: readonly string[]): Promise<Face[]> {
    const faces: Face[] = []
    await inTurns(contacts, lanes, async (id) => {
      const [member, person] = await Promise.all([
        puppet.roomMemberPayload(room, id).catch((): payloads.RoomMember | undefined => undefined),
        puppet.contactPayload(id).catch((): payloads.Contact | undefined => undefined),
      ])
      faces.push({
        id,
        name: member?.name || person?.name || '',
        alias: member?.roomAlias ?? '',
        remark: person?.alias ?? '',
      })
    })
    return faces
  }
  async #keep(place: Place, row: MemberRow): Promise<void> {
    await this.#keepAll(place, [row])
  }
  async #keepAll(place: Place, rows: readonly MemberRow[]): Promise<void> {
    for (const row of rows) place.members.set(row.user, row)
    for (let n = 0; n < rows.length; n += rowsAtOnce)
      await this.#ground.db
        .insertInto('wechat_members')
        .values(rows.slice(n, n + rowsAtOnce))
        .onConflict((conflict) =>
          conflict.columns(['ref', 'user']).doUpdateSet((update) => ({
            name: update.ref('excluded.name'),
            alias: update.ref('excluded.alias'),
            present: update.ref('excluded.present'),
            joins: update.ref('excluded.joins'),
          })),
        )
        .execute()
  }
}
const rowsAtOnce = 100
/** Where ids are stable nobody has to be known by name before they speak. */
const nameless = (contacts: readonly string[]): Face[] =>
  contacts.map((id) => ({ id, name: '', alias: '', remark: '' }))
