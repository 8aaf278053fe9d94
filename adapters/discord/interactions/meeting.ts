/**
 * People of whom the engine may never have heard: on Discord many give a command, or are the subject of one, before
 * they ever write. They are told to it first, by name and role.
 */
import type { Ground } from '../ground.ts'
import { mint } from '../ids.ts'
import { by } from '../people.ts'
import { Recent } from '../recent.ts'
import type { Given } from './given.ts'
import type { Met } from './orders.ts'

const most = 20_000

export class Meeting {
  readonly #ground: Ground
  /** Name and role as last told, by guild and account. */
  readonly #told = new Recent<string>(most)
  constructor(ground: Ground) {
    this.#ground = ground
  }

  /** In the order of telling; the engine hears them before what is emitted next. */
  async meet(given: Given, guild: string, people: readonly Met[]): Promise<void> {
    const { user, nick, roles } = given
    this.#tell(given, guild, { user, member: roles && { nick, roles } })
    for (const one of people) this.#tell(given, guild, one.member ? one : await this.#asMember(guild, one))
  }
  #tell(given: Given, guild: string, { user, member }: Met): void {
    if (!member) return
    const who = by(this.#ground, guild, { ...user, global_name: user.global_name ?? null }, member)
    const key = `${guild} ${user.id}`
    const now = `${who.role} ${who.name}`
    if (this.#told.get(key) === now) return
    this.#told.set(key, now)
    const { emit, log } = this.#ground
    const event = {
      type: 'member.update',
      id: `met:${given.id}:${user.id}`,
      at: given.at,
      group: mint(guild),
      ...who,
    } as const
    emit(event).catch((error: unknown) => {
      this.#told.delete(key)
      log.warn({ error, event: event.id }, 'a member could not be told of')
    })
  }
  /** The author of a message is sent along without their membership. */
  async #asMember(guild: string, one: Met): Promise<Met> {
    if (this.#told.get(`${guild} ${one.user.id}`) !== undefined) return { ...one, member: undefined }
    try {
      const member = await this.#ground.client.guilds.cache.get(guild)?.members.fetch(one.user.id)
      return { ...one, member: member && { nick: member.nickname, roles: [...member.roles.cache.keys()] } }
    } catch (error) {
      this.#ground.log.info({ error: String(error) }, 'whom a command is about is no member')
      return one
    }
  }
}
