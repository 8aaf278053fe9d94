/**
 * Who is staff is told to the engine before they write or press anything, so that cases reach them: when the bot comes
 * to a server, when it is back, and when what roles mean has changed. What single members are given or lose is told by
 * `members.ts` as it happens.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { Events, type Guild } from 'discord.js'
import { type APIGuildMember, Routes } from 'discord-api-types/v10'
import { isStaff, type Role } from '../../../src/core/words.ts'
import type { Ground } from '../ground.ts'
import { mint } from '../ids.ts'
import { by, roleIn } from '../people.ts'
import { doorDb } from '../tables.ts'

/** One request brings a thousand members. In larger servers only the owner is asked for; the others are known once they write. */
const page = 1000
const mostPages = 10
/** One server at a time, so that what members wait for is never behind this. */
const paceMs = 200

export interface Staff {
  /** Looks where another rulebook means other roles. */
  again(): void
}

export function hearStaff(ground: Ground): Staff {
  const waiting = new Set<string>()
  /** What the roles meant when a server was last looked at. */
  const looked = new Map<string, string>()
  let looking = false
  const work = async () => {
    if (looking) return
    looking = true
    for (const id of waiting) {
      waiting.delete(id)
      await look(ground, id).catch((error: unknown) =>
        ground.log.warn({ guild: id, error }, 'the staff of a server could not be read'),
      )
      await sleep(paceMs, undefined, { ref: false, signal: ground.stopped }).catch(() => waiting.clear())
    }
    looking = false
  }
  const soon = ({ id, client }: Pick<Guild, 'id' | 'client'>) => {
    if (!client.isReady()) return // those here at the start are looked at together then
    looked.set(id, meaning(ground, id))
    waiting.add(id)
    void work()
  }
  ground.on(Events.ClientReady, (client) => client.guilds.cache.forEach(soon))
  ground.on(Events.GuildCreate, soon)
  ground.on(Events.GuildAvailable, soon)
  ground.on(Events.GuildUpdate, (before, after) => before.ownerId !== after.ownerId && soon(after))
  ground.on(Events.GuildRoleDelete, ({ guild }) => soon(guild))
  ground.on(Events.GuildRoleUpdate, (before, after) => {
    const same = before.permissions.equals(after.permissions) && before.name === after.name
    if (!same) soon(after.guild)
  })
  return {
    again: () => {
      for (const guild of ground.client.guilds.cache.values())
        if (looked.get(guild.id) !== meaning(ground, guild.id)) soon(guild)
    },
  }
}
/** A server that no rulebook lists has no staff of ours. */
const meaning = (ground: Ground, id: string) =>
  ground.rules(id) ? JSON.stringify(ground.section(id).roles) : 'unlisted'

interface Found {
  readonly role: Role
  readonly who: ReturnType<typeof by>
}

async function look(ground: Ground, id: string): Promise<void> {
  const guild = ground.client.guilds.cache.get(id)
  if (!guild?.available || !ground.rules(id)) return
  const whole = ground.intents.members && guild.memberCount <= page * mostPages
  const members = whole ? await everybody(ground, id) : [await ownerOf(ground, guild)]
  const staff = new Map<string, Found>()
  for (const { user, nick, roles } of members) {
    const role = roleIn(guild, user.id, roles, ground.section(id))
    const account = { ...user, global_name: user.global_name ?? null }
    if (isStaff(role) && !user.bot)
      staff.set(mint(user.id), { role, who: by(ground, id, account, { nick: nick ?? null, roles }) })
  }
  await tell(ground, id, staff)
  if (whole) await forget(ground, id, staff, new Map(members.map((member) => [mint(member.user.id), member])))
}
async function everybody({ client, stopped }: Ground, id: string): Promise<APIGuildMember[]> {
  const all: APIGuildMember[] = []
  for (let n = 0; n < mostPages && !stopped.aborted; n++) {
    const after = all.at(-1)?.user.id
    const query = new URLSearchParams({ limit: String(page), ...(after && { after }) })
    const some = (await client.rest.get(Routes.guildMembers(id), { query })) as APIGuildMember[]
    all.push(...some)
    if (some.length < page) break
  }
  return all
}
const ownerOf = ({ client }: Ground, { id, ownerId }: Guild) =>
  client.rest.get(Routes.guildMember(id, ownerId)) as Promise<APIGuildMember>

/** Whom is kept, so that it can be taken back. */
async function tell(ground: Ground, guild: string, staff: ReadonlyMap<string, Found>): Promise<void> {
  const db = doorDb(ground.db)
  for (const [user_id, { role, who }] of staff) {
    const at = ground.now()
    const id = `discord:staff:${guild}:${user_id}:${role}:${at}`
    const receipt = await ground.emit({ type: 'member.update', id, at, group: mint(guild), ...who })
    if (!receipt.ok) return
    await db
      .insertInto('discord_staff')
      .values({ guild, user_id, role })
      .onConflict((conflict) => conflict.columns(['guild', 'user_id']).doUpdateSet({ role }))
      .execute()
  }
}
/** Who lost the role while nobody looked, or is gone. */
async function forget(
  ground: Ground,
  guild: string,
  staff: ReadonlyMap<string, Found>,
  members: ReadonlyMap<string, APIGuildMember>,
): Promise<void> {
  for (const { user_id } of await toldOf(ground, guild)) {
    if (staff.has(user_id)) continue
    const at = ground.now()
    const member = members.get(user_id)
    const about = { id: `discord:staff:${guild}:${user_id}::${at}`, at, group: mint(guild), user: user_id }
    await ground.emit(
      member ? { ...about, type: 'member.update', role: 'member' } : { ...about, type: 'member.leave', how: 'left' },
    )
    await doorDb(ground.db)
      .deleteFrom('discord_staff')
      .where('guild', '=', guild)
      .where('user_id', '=', user_id)
      .execute()
  }
}
const toldOf = ({ db }: Ground, guild: string) =>
  doorDb(db).selectFrom('discord_staff').selectAll().where('guild', '=', guild).execute()
