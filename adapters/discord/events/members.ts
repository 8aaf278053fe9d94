/** Who comes, goes and changes. */
import { GatewayDispatchEvents } from 'discord-api-types/v10'
import type { Dispatched, Ground } from '../ground.ts'
import { mint } from '../ids.ts'
import { accountOf, by, roleNames } from '../people.ts'
import { Recent } from '../recent.ts'
import { shownName } from '../text/read.ts'
import type { Acquaint } from './acquaint.ts'
import type { Farewells } from './farewells.ts'
import type { Invites } from './invites.ts'

/** The same leave told twice is one; somebody who comes back within that time has joined in between. */
const againMs = 30_000
const kept = 20_000

interface Parts {
  readonly invites: Invites
  readonly farewells: Farewells
  readonly acquaint: Acquaint
}
export interface Members {
  /** Resolves when the join of a newcomer that is being looked at has been told; undefined where there is none. */
  joining(guild: string, user: string): Promise<void> | undefined
}

export function hearMembers(ground: Ground, { invites, farewells, acquaint }: Parts): Members {
  const joining = new Map<string, Promise<void>>()
  const left = new Recent<number>(kept)
  ground.hear(GatewayDispatchEvents.GuildMemberAdd, (member) => {
    const key = `${member.guild_id}/${member.user.id}`
    left.delete(key)
    if (member.user.bot) return undefined
    const told = tellJoin(ground, member, invites, acquaint).finally(
      () => joining.get(key) === told && joining.delete(key),
    )
    joining.set(key, told)
    return told
  })
  ground.hear(GatewayDispatchEvents.GuildMemberRemove, async ({ guild_id, user }) => {
    const key = `${guild_id}/${user.id}`
    const at = ground.now()
    const before = left.get(key)
    if (user.bot || (before !== undefined && at - before < againMs)) return
    left.set(key, at)
    await joining.get(key)
    const how = await farewells.how(guild_id, user.id)
    await ground.emit({
      type: 'member.leave',
      id: `discord:leave:${guild_id}:${user.id}:${at}`,
      at,
      group: mint(guild_id),
      ...by(ground, guild_id, user),
      how,
    })
  })
  ground.hear(GatewayDispatchEvents.GuildMemberUpdate, (member) => tellChange(ground, member))
  return { joining: (guild, user) => joining.get(`${guild}/${user}`) }
}

async function tellJoin(
  ground: Ground,
  member: Dispatched<GatewayDispatchEvents.GuildMemberAdd>,
  invites: Invites,
  acquaint: Acquaint,
) {
  const { guild_id, user } = member
  const inviter = await invites.of(guild_id)
  const at = member.joined_at ? Date.parse(member.joined_at) : ground.now()
  const known = inviter && inviter.user !== ground.client.user.id && inviter.user !== user.id ? inviter : undefined
  if (known) await acquaint(guild_id, { id: known.user })
  await ground.emit({
    type: 'member.join',
    id: `discord:join:${guild_id}:${user.id}:${at}`,
    at,
    group: mint(guild_id),
    ...by(ground, guild_id, user, member),
    ...(known && { invitedBy: mint(known.user), inviteSure: known.sure }),
    ...accountOf(user, member),
  })
}

/** Only names and roles count; time-outs, boosts and pictures are told by the same event. */
async function tellChange(ground: Ground, member: Dispatched<GatewayDispatchEvents.GuildMemberUpdate>) {
  const { guild_id, user, nick, roles } = member
  if (user.bot) return
  const guild = ground.client.guilds.cache.get(guild_id)
  const before = guild?.members.cache.get(user.id)
  const had = before && [...before.roles.cache.keys()].filter((role) => role !== guild_id)
  const name = shownName(user, nick)
  if (before?.displayName === name && had?.length === roles.length && roles.every((role) => had.includes(role))) return
  const at = ground.now()
  await ground.emit({
    type: 'member.update',
    id: `discord:member:${guild_id}:${user.id}:${at}`,
    at,
    group: mint(guild_id),
    ...by(ground, guild_id, user, { nick: nick ?? null, roles }),
    // None left is told as well.
    ...(guild && { roles: roleNames(guild, roles) }),
  })
}
