/** Who and where: from the platform's ids to members and groups of our own. */
import type { MemberEvent } from '../event.ts'
import type { Group, Member } from '../people.ts'
import type { GroupRules, Rulebook } from '../rulebook.ts'
import type { Records, Tables } from '../tables.ts'
import { andThen, type Locale, type MaybePromise, type Role, roles } from '../words.ts'
import { groupId, isOurs, memberId, nameKey } from './names.ts'

export type GroupRow = {
  ref: string
  id: string
  community: string
  platform: string
  name: string
  rules_hash: string
  since: number
  gone: number
}
export type MemberRow = {
  id: string
  community: string
  name: string
  number: number
  role: string
  locale: string
  since: number
}
type AccountRow = { community: string; user: string; member_id: string }
export type MembershipRow = {
  group_id: string
  member_id: string
  user: string
  name: string
  name_key: string
  role: string
  joined_at: number
  joins: number
  present: number
}
type CounterRow = { name: string; value: number }

/** A group with what its rulebook says of it. */
export interface Place {
  readonly group: Group
  readonly rules: GroupRules
  readonly rulebook: Rulebook
  readonly row: GroupRow
}

const highest = (...some: (string | undefined)[]): Role =>
  roles[Math.max(0, ...some.map((role) => roles.indexOf(role as Role)))] as Role

export const groupOf = (row: GroupRow, rulebook: Rulebook, rules: GroupRules): Group => ({
  id: row.id,
  community: rulebook.id,
  ref: row.ref,
  platform: row.platform,
  name: rules.name ?? (row.name || shownFrom(row.ref)),
  languages: rules.languages,
  timezone: rules.timezone,
  observe: rules.observe,
})

export class People {
  readonly #tables: Tables
  readonly groups: Records<GroupRow, 'ref'>
  readonly #members: Records<MemberRow, 'id'>
  readonly #accounts: Records<AccountRow, 'community' | 'user'>
  readonly #memberships: Records<MembershipRow, 'group_id' | 'member_id'>
  readonly #counters: Records<CounterRow, 'name'>
  /** Group rows by our id, for planned work; derived, dropped on reload. */
  readonly #places = new Map<string, Place>()

  constructor(tables: Tables) {
    this.#tables = tables
    this.groups = tables.records({
      table: 'groups',
      key: ['ref'],
      empty: { id: '', community: '', platform: '', name: '', rules_hash: '', since: 0, gone: 0 },
    })
    this.#members = tables.records({
      table: 'members',
      key: ['id'],
      empty: { community: '', name: '', number: 0, role: 'member', locale: '', since: 0 },
    })
    this.#accounts = tables.records({ table: 'accounts', key: ['community', 'user'], empty: { member_id: '' } })
    this.#memberships = tables.records({
      table: 'memberships',
      key: ['group_id', 'member_id'],
      empty: { user: '', name: '', name_key: '', role: 'member', joined_at: 0, joins: 0, present: 0 },
    })
    this.#counters = tables.records({ table: 'counters', key: ['name'], empty: { value: 0 } })
  }

  forgetPlaces() {
    this.#places.clear()
  }

  /** The place of a group row under the rulebook in force. The same object until something about it changes. */
  place(row: GroupRow, rulebook: Rulebook, rules: GroupRules): Place {
    const known = this.#places.get(row.id)
    if (known && known.rulebook === rulebook && known.row === row) return known
    const group = groupOf(row, rulebook, rules)
    const place = { group, rules, rulebook, row }
    this.#places.set(row.id, place)
    return place
  }

  /** By our id, if it has been here since the last reload or rollback. */
  known(id: string): Place | undefined {
    return this.#places.get(id)
  }

  newGroup(ref: string, community: string, at: number, name = ''): GroupRow {
    const platform = ref.slice(0, ref.indexOf(':'))
    return { ref, id: groupId(ref), community, platform, name, rules_hash: '', since: at, gone: 0 }
  }

  /** The member an event is by, made where it is new. Writes: call within a save. */
  async meet(place: Place, event: MemberEvent): Promise<Member> {
    const community = place.rulebook.id
    const account = await this.#accounts.find({ community, user: event.user })
    const person = account
      ? await this.#members.get({ id: account.member_id })
      : await this.#newMember(community, event)
    const key = { group_id: place.group.id, member_id: person.id }
    const found = await this.#memberships.find(key)
    const membership = this.#membershipAfter(found, key, event, person)
    if (membership !== found) this.#memberships.put(membership)
    return this.#view(place, this.#keepLanguage(person, event), membership)
  }

  /** Somebody who was never here: banned beforehand, or long ago. Writes: call within a save. */
  introduce(place: Place, user: string, at: number): Promise<Member> {
    const outside = { type: 'request', id: '', request: '', kind: 'join', text: '' } as const
    return this.meet(place, { ...outside, at, group: place.group.ref, user })
  }

  async #newMember(community: string, event: MemberEvent): Promise<MemberRow> {
    const id = memberId(community, event.user)
    const count = await this.#counters.get({ name: `members of ${community}` })
    const row = {
      id,
      community,
      name: shownName(event) ?? shownFrom(event.user),
      number: count.value + 1,
      role: 'member',
      locale: event.locale ?? '',
      since: event.at,
    }
    this.#counters.put({ ...count, value: row.number })
    this.#tables.born(id)
    this.#members.put(row)
    this.#accounts.put({ community, user: event.user, member_id: id })
    return row
  }
  #keepLanguage(person: MemberRow, event: MemberEvent): MemberRow {
    if (!event.locale || event.locale === person.locale) return person
    const row = { ...person, locale: event.locale }
    this.#members.put(row)
    return row
  }

  #membershipAfter(
    found: MembershipRow | undefined,
    key: { group_id: string; member_id: string },
    event: MemberEvent,
    person: MemberRow,
  ): MembershipRow {
    const name = shownName(event) ?? found?.name ?? person.name
    const role = event.role ?? found?.role ?? 'member'
    const was = found ?? {
      ...key,
      user: event.user,
      name,
      name_key: nameKey(name),
      role,
      joined_at: event.at,
      joins: 0,
      present: 0,
    }
    const joins = joinsAfter(was, event)
    const present = presentAfter(was, event)
    const joined_at = joins === was.joins ? was.joined_at : event.at
    if (found && found.name === name && found.role === role && found.present === present && joins === found.joins)
      return found
    return { ...was, user: event.user, name, name_key: nameKey(name), role, joins, joined_at, present }
  }

  #view(place: Place, person: MemberRow, membership: MembershipRow): Member {
    return {
      id: person.id,
      user: membership.user,
      name: membership.name,
      number: person.number,
      role: highest(membership.role, person.role, place.rulebook.roleOf(membership.user)),
      locale: (person.locale || undefined) as Locale | undefined,
      joinedAt: membership.joined_at,
      joins: membership.joins,
      present: membership.present === 1,
    }
  }

  /** By our id or the platform's; undefined where this group has never seen them. */
  find(place: Place, idOrUser: string): MaybePromise<Member | undefined> {
    if (isOurs(idOrUser)) return this.#byId(place, idOrUser)
    return andThen(this.#accounts.find({ community: place.rulebook.id, user: idOrUser }), (account) =>
      account ? this.#byId(place, account.member_id) : undefined,
    )
  }
  #byId(place: Place, id: string): MaybePromise<Member | undefined> {
    return andThen(this.#memberships.find({ group_id: place.group.id, member_id: id }), (membership) =>
      membership ? andThen(this.#members.get({ id }), (person) => this.#view(place, person, membership)) : undefined,
    )
  }

  /** By the name shown in the group. The one present goes before the one who left; undefined where none or several fit. */
  async findByName(place: Place, name: string): Promise<Member | undefined> {
    const open = await this.#tables.sql(['memberships'])
    const rows = await open
      .selectFrom('memberships')
      .select(['member_id', 'present'])
      .where('group_id', '=', place.group.id)
      .where('name_key', '=', nameKey(name))
      .orderBy('present', 'desc')
      .limit(3)
      .execute()
    const present = rows.filter((row) => row.present === 1)
    const fits = present.length ? present : rows
    return fits.length === 1 ? this.#byId(place, String(fits[0]?.member_id)) : undefined
  }

  /** Those whom the platform or the rulebook makes staff, the longest here first. */
  async staff(place: Place): Promise<Member[]> {
    const open = await this.#tables.sql(['memberships'])
    const rows = await open
      .selectFrom('memberships')
      .select('member_id')
      .where('group_id', '=', place.group.id)
      .where('present', '=', 1)
      .where((or) => or.or([or('role', '!=', 'member'), or('user', 'in', ['', ...place.rulebook.staff])]))
      .orderBy('joined_at')
      .limit(50)
      .execute()
    const found = await Promise.all(rows.map((row) => this.#byId(place, String(row.member_id))))
    return found.filter((member) => member !== undefined)
  }
}

/** Who asks to come in, or writes to Innkeeper alone, is not in the group by that. */
function presentAfter(was: MembershipRow, event: MemberEvent): number {
  if (event.type === 'member.leave') return 0
  const outside = event.type === 'request' || (event.type === 'message' && event.private === true)
  return outside ? was.present : 1
}
function joinsAfter(was: MembershipRow, event: MemberEvent): number {
  if (event.type !== 'member.join') return was.joins
  return was.present === 1 && was.joins > 0 ? was.joins : was.joins + 1 // platforms tell joins of old members again
}
/** A command's `name` is the command's. */
const shownName = (event: MemberEvent) => (event.type === 'command' ? undefined : event.name)
const shownFrom = (user: string) => user.slice(user.indexOf(':') + 1)
