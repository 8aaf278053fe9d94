/**
 * Who runs a room, and whom the rulebook knows by more than a name: the engine hears of them before they write a word,
 * or nobody could be asked anything.
 */
import type { Role } from '../../src/core/words.ts'
import type { Ground } from './ground.ts'
import { inTurns } from './lanes.ts'
import type { Puppet } from './line.ts'
import type { Members } from './members.ts'
import type { Place } from './place.ts'

const lanes = 6

export class Staff {
  readonly #ground: Ground
  readonly #members: Members
  constructor(ground: Ground, members: Members) {
    this.#ground = ground
    this.#members = members
  }
  /** At a login, and when the rulebook has changed: finds whom it names among the bot's contacts. */
  async meet(puppet: Puppet): Promise<void> {
    const { people } = this.#ground
    if (!people.anyNamed) return
    await inTurns(await puppet.contactList(), lanes, async (contact) => {
      const payload = await puppet.contactPayload(contact).catch(() => undefined)
      if (payload && people.isNamed(contact, payload)) await people.meet(contact, payload)
    })
  }
  /** Tells what has changed since it was last told. */
  async tell(puppet: Puppet, place: Place): Promise<void> {
    const told = await this.#toldIn(place.ref)
    const now = new Map<string, { role: Role; name: string }>()
    for (const contact of this.#in(place)) {
      if (contact === puppet.currentUserId) continue
      const { user, name, role } = await this.#members.know(place, contact)
      if (place.present(user)) now.set(user, { role, name })
    }
    for (const [user, { role, name }] of now) if (told.get(user) !== role) await this.#say(place, user, role, name)
    for (const user of told.keys()) if (!now.has(user)) await this.#unsay(place, user)
  }
  #in({ owner, admins, members }: Place): Set<string> {
    const { people } = this.#ground
    const named = [...members.keys()].filter((user) => people.namesUser(user))
    return new Set(
      [owner, ...admins, ...named.map((user) => people.contactOf(user))].filter((one) => one !== undefined),
    )
  }
  async #toldIn(ref: string): Promise<Map<string, string>> {
    const rows = await this.#ground.db.selectFrom('wechat_staff').selectAll().where('ref', '=', ref).execute()
    return new Map(rows.map(({ user, role }) => [user, role]))
  }
  async #say(place: Place, user: string, role: Role, name: string): Promise<void> {
    await this.#emit(place, user, role, name)
    const row = { ref: place.ref, user, role }
    await this.#ground.db
      .insertInto('wechat_staff')
      .values(row)
      .onConflict((conflict) => conflict.columns(['ref', 'user']).doUpdateSet(row))
      .execute()
  }
  /** Whoever has left is told of as having left. */
  async #unsay(place: Place, user: string): Promise<void> {
    if (place.present(user)) await this.#emit(place, user, 'member', place.members.get(user)?.name ?? '')
    const { db } = this.#ground
    await db.deleteFrom('wechat_staff').where('ref', '=', place.ref).where('user', '=', user).execute()
  }
  async #emit({ ref }: Place, user: string, role: Role, name: string): Promise<void> {
    const at = this.#ground.now()
    const id = `wechat:staff:${ref}:${user}:${role}:${at}`
    const who = { user, role, ...(name && { name: name.slice(0, 100) }) }
    await this.#ground.emit({ type: 'member.update', id, at, group: ref, ...who })
  }
}
