/** What staff did by Discord's own means, from the audit log: it becomes a case like what they do through Innkeeper. */
import { AuditLogEvent, GatewayDispatchEvents } from 'discord-api-types/v10'
import type { EventOf } from '../../../src/core/event.ts'
import type { Role } from '../../../src/core/words.ts'
import type { Dispatched, Ground } from '../ground.ts'
import { madeAt, mint } from '../ids.ts'
import { forgetMute } from '../mutes.ts'
import { by } from '../people.ts'
import type { Farewells } from './farewells.ts'

type Entry = Dispatched<GatewayDispatchEvents.GuildAuditLogEntryCreate>
type Deed = Pick<EventOf<'moderated'>, 'act' | 'forMs' | 'count'>

export function hearAudit(ground: Ground, farewells: Farewells): void {
  ground.hear(GatewayDispatchEvents.GuildAuditLogEntryCreate, async (entry) => {
    const { guild_id, action_type, target_id: target, user_id: actor } = entry
    if (target && action_type === AuditLogEvent.MemberKick) farewells.note(guild_id, target, 'kicked')
    if (target && action_type === AuditLogEvent.MemberBanAdd) farewells.note(guild_id, target, 'banned')
    const deed = deedOf(entry)
    // What the bot did is on record already, and nobody moderates themselves.
    if (!deed || !target || !actor || actor === ground.client.user.id || actor === target) return
    // Theirs is the last word on how long it lasts.
    if (deed.act === 'mute' || deed.act === 'unmute') await forgetMute(ground, guild_id, mint(target))
    const [who, whom] = await Promise.all([person(ground, guild_id, actor), person(ground, guild_id, target)])
    if (whom.bot) return
    await ground.emit({
      type: 'moderated',
      id: `discord:audit:${entry.id}`,
      at: madeAt(entry.id),
      group: mint(guild_id),
      ...who,
      ...deed,
      target: whom.user,
      ...(whom.name !== undefined && { targetName: whom.name }),
      reason: (entry.reason ?? '').slice(0, 500),
    })
  })
}

function deedOf(entry: Entry): Deed | undefined {
  switch (entry.action_type) {
    case AuditLogEvent.MemberKick:
      return { act: 'kick' }
    case AuditLogEvent.MemberBanAdd:
      return { act: 'ban' }
    case AuditLogEvent.MemberBanRemove:
      return { act: 'unban' }
    case AuditLogEvent.MessageDelete:
      return { act: 'delete', count: Math.max(1, Number(entry.options?.count ?? 1)) }
    case AuditLogEvent.MemberUpdate:
      return timedOut(entry)
    default:
      return undefined
  }
}
function timedOut(entry: Entry): Deed | undefined {
  const change = entry.changes?.find(({ key }) => key === 'communication_disabled_until')
  if (!change) return undefined
  const until = change.new_value
  if (typeof until !== 'string') return { act: 'unmute' }
  return { act: 'mute', forMs: Math.max(0, Date.parse(until) - madeAt(entry.id)) }
}

interface Person {
  readonly user: string
  readonly name?: string
  readonly role?: Role
  readonly bot?: boolean
}
/** Asked of Discord where the cache has forgotten them; somebody who is gone is their id. */
async function person(ground: Ground, guildId: string, user: string): Promise<Person> {
  const guild = ground.client.guilds.cache.get(guildId)
  const member = await guild?.members.fetch({ user, force: !ground.intents.members }).catch(() => undefined)
  if (member) {
    const { id, username, globalName, bot } = member.user
    const roles = [...member.roles.cache.keys()]
    return by(ground, guildId, { id, username, global_name: globalName, bot }, { nick: member.nickname, roles })
  }
  const account = await ground.client.users.fetch(user).catch(() => undefined)
  if (!account) return { user: mint(user) }
  const { id, username, globalName, bot } = account
  return by(ground, guildId, { id, username, global_name: globalName, bot })
}
