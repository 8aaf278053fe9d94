/**
 * People of whom the engine may never have heard: on Discord many give a command, or are the subject of one, before
 * they ever write. They are told to it first, by name and role.
 */
import type { Ground } from '../ground.ts'
import { mint } from '../ids.ts'
import { by } from '../people.ts'
import { Recent } from '../recent.ts'
import type { Given } from './given.ts'

type Account = Parameters<typeof by>[2]
type Membership = NonNullable<Parameters<typeof by>[3]>
/** Someone a command is about. */
export interface Met {
  /** Discord's. */
  readonly id: string
  /** As Discord sends them along; asked for where it does not. */
  readonly known?: { readonly user: Account; readonly member: Membership }
}
const most = 20_000

export class Meeting {
  readonly #ground: Ground
  /** Name and role as last told, by guild and account. */
  readonly #told = new Recent<string>(most)
  constructor(ground: Ground) {
    this.#ground = ground
  }

  /** The giver alone. Resolves once the engine knows them, for what reads beside it. */
  async giver(given: Given, guild: string): Promise<void> {
    const { user, nick, roles } = given
    const account = { ...user, global_name: user.global_name ?? null }
    await this.#tell(given, guild, account, { nick: nick ?? null, ...(roles && { roles }) })
  }
  /** The giver first. The engine hears of them all before what is emitted next. */
  async meet(given: Given, guild: string, people: readonly Met[]): Promise<void> {
    void this.giver(given, guild)
    for (const { id, known } of people) {
      if (!known && this.#told.get(`${guild} ${id}`) !== undefined) continue
      const one = known ?? (await this.#ask(guild, id))
      if (one) void this.#tell(given, guild, one.user, one.member)
    }
  }
  async #tell(given: Given, guild: string, user: Account, member: Membership): Promise<void> {
    const who = by(this.#ground, guild, user, member)
    const key = `${guild} ${user.id}`
    const now = `${who.role} ${who.name}`
    if (this.#told.get(key) === now) return
    this.#told.set(key, now)
    const id = `met:${given.id}:${user.id}`
    try {
      const receipt = await this.#ground.emit({ type: 'member.update', id, at: given.at, group: mint(guild), ...who })
      if (!receipt.ok) this.#told.delete(key) // no rulebook lists the guild yet
    } catch (error) {
      this.#told.delete(key)
      this.#ground.log.warn({ error, event: id }, 'the engine could not be told of a member')
    }
  }
  /** Undefined where they are no member: what is said about them is for the engine to judge. */
  async #ask(guild: string, id: string): Promise<Met['known']> {
    try {
      const member = await this.#ground.client.guilds.cache.get(guild)?.members.fetch(id)
      if (!member) return undefined
      const { username, globalName, bot } = member.user
      return {
        user: { id, username, global_name: globalName, bot },
        member: { nick: member.nickname, roles: [...member.roles.cache.keys()] },
      }
    } catch (error) {
      this.#ground.log.info({ guild, error: String(error) }, 'whom a command is about is no member')
      return undefined
    }
  }
}
