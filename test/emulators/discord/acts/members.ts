/** Coming and going, time-outs, nicknames and roles: with the rights and the role order that Discord asks for. */
import { type APIUser, AuditLogEvent, MessageType } from 'discord-api-types/v10'
import { DiscordError, Form } from '../errors.ts'
import { limits } from '../limits.ts'
import { guildPermissions, isTimedOut, needInGuild, outranks, type Permission, rank } from '../permissions.ts'
import type { Guild, Invite, Member } from '../state/records.ts'
import { newMember } from '../state/shapes.ts'
import type { Actor, World } from '../state/world.ts'
import { audit, changesOf } from './audit.ts'
import { channelOf, memberOf, roleOf, userOf } from './find.ts'
import { compose } from './messages.ts'
import { tellMessage } from './tell.ts'

/** Somebody joins. The banned get 40007; an invite is used up by it. */
export function join(world: World, guild: Guild, user: APIUser, invite?: Invite, pending = false): Member {
  if (guild.bans.has(user.id)) throw new DiscordError('banned')
  if (guild.members.has(user.id)) return memberOf(world, guild, user.id)
  if (invite) countUse(world, guild, invite)
  const member = { ...newMember(user, world.iso()), pending }
  guild.members.set(user.id, member)
  world.tell({ t: 'GUILD_MEMBER_ADD', d: { ...member, guild_id: guild.id }, guild })
  const lobby = guild.info.system_channel_id
  if (lobby && !user.bot) {
    const channel = channelOf(world, lobby)
    const greeting = compose(world, channel, user.id, {}, { type: MessageType.UserJoin })
    channel.messages.add(greeting)
    tellMessage(world, channel, 'MESSAGE_CREATE', greeting)
  }
  return member
}

/** The last use of a limited invite takes it away, which is told before the join is. */
function countUse(world: World, guild: Guild, invite: Invite): void {
  const over = invite.maxAge > 0 && world.now() > invite.createdAt + invite.maxAge * 1000
  const paused = guild.info.incidents_data?.invites_disabled_until
  const closed = guild.info.features.some((feature) => feature === 'INVITES_DISABLED')
  if (over || closed || (paused && Date.parse(paused) > world.now())) throw new DiscordError('unknownInvite')
  invite.uses += 1
  if (invite.maxUses === 0 || invite.uses < invite.maxUses) return
  guild.invites.delete(invite.code)
  const d = { code: invite.code, channel_id: invite.channel, guild_id: guild.id }
  world.tell({ t: 'INVITE_DELETE', d, guild })
}

export function leave(world: World, guild: Guild, user: APIUser): void {
  if (!guild.members.delete(user.id)) throw new DiscordError('unknownMember')
  // The bot hears of its own going in another way.
  if (user.id === world.bot.id) world.tell({ t: 'GUILD_DELETE', d: { id: guild.id }, guild })
  else world.tell({ t: 'GUILD_MEMBER_REMOVE', d: { guild_id: guild.id, user }, guild })
}

/** A newcomer agrees to the guild's own rules screen. */
export function passScreen(world: World, guild: Guild, id: string): void {
  const member = memberOf(world, guild, id)
  member.pending = false
  tellMember(world, guild, member)
}

/** @throws {DiscordError} 50013 when the target is not below the actor */
function above(world: World, guild: Guild, by: Actor, target: Member, permission: Permission): void {
  const actor = needInGuild(guild, by.id, permission)
  if (!outranks(guild, actor, target)) throw new DiscordError('missingPermissions')
  if (target.user.id === by.id && by.id !== world.bot.id) throw new DiscordError('missingPermissions')
}

export function kick(world: World, guild: Guild, by: Actor, id: string): void {
  const target = memberOf(world, guild, id)
  above(world, guild, by, target, 'KickMembers')
  leave(world, guild, target.user)
  audit(world, guild, by, AuditLogEvent.MemberKick, { target: id })
}

/** Bans members and strangers alike; `deleteSeconds` of their messages go with them. */
export function ban(world: World, guild: Guild, by: Actor, id: string, deleteSeconds = 0): void {
  const form = new Form()
  form.within('delete_message_seconds', deleteSeconds, 0, limits.banDeleteSeconds)
  form.done()
  const { api: user } = userOf(world, id)
  const member = guild.members.get(id)
  if (member) above(world, guild, by, member, 'BanMembers')
  else needInGuild(guild, by.id, 'BanMembers')
  if (guild.bans.has(id)) return
  guild.bans.set(id, { user, reason: by.reason ?? null })
  if (deleteSeconds > 0) sweep(world, guild, id, world.now() - deleteSeconds * 1000)
  world.tell({ t: 'GUILD_BAN_ADD', d: { guild_id: guild.id, user }, guild })
  if (member) leave(world, guild, user)
  audit(world, guild, by, AuditLogEvent.MemberBanAdd, { target: id })
}

function sweep(world: World, guild: Guild, author: string, since: number): void {
  for (const channel of guild.channels.values()) {
    const theirs = channel.messages
      .all()
      .filter((message) => message.author.id === author && Date.parse(message.timestamp) >= since)
    for (const message of theirs) channel.messages.delete(message.id)
    const d = { ids: theirs.map((message) => message.id), channel_id: channel.api.id, guild_id: guild.id }
    if (theirs.length > 0) world.tell({ t: 'MESSAGE_DELETE_BULK', d, guild, channel })
  }
}

export function unban(world: World, guild: Guild, by: Actor, id: string): void {
  needInGuild(guild, by.id, 'BanMembers')
  const banned = guild.bans.get(id)
  if (!banned) throw new DiscordError('unknownBan')
  guild.bans.delete(id)
  world.tell({ t: 'GUILD_BAN_REMOVE', d: { guild_id: guild.id, user: banned.user }, guild })
  audit(world, guild, by, AuditLogEvent.MemberBanRemove, { target: id })
}

export interface MemberPatch {
  nick?: string | null
  roles?: string[] | null
  communication_disabled_until?: string | null
}

/** PATCH /guilds/{id}/members/{id}: each field asks for its own permission. */
export function patchMember(world: World, guild: Guild, by: Actor, id: string, patch: MemberPatch): Member {
  const target = memberOf(world, guild, id)
  const before = { ...target, roles: [...target.roles] }
  if (patch.nick !== undefined) rename(world, guild, by, target, patch.nick)
  if (patch.communication_disabled_until !== undefined)
    silence(world, guild, by, target, patch.communication_disabled_until)
  if (patch.roles) giveExactly(world, guild, by, target, patch.roles)
  tellMember(world, guild, target)
  record(world, guild, by, before, target)
  return target
}

function rename(world: World, guild: Guild, by: Actor, target: Member, nick: string | null): void {
  const form = new Form()
  form.length('nick', nick, limits.nickname)
  form.done()
  if (target.user.id === by.id) needInGuild(guild, by.id, 'ChangeNickname')
  else above(world, guild, by, target, 'ManageNicknames')
  target.nick = nick || null
}

/** Administrators and the owner cannot be timed out, whatever the rank of who tries. */
function silence(world: World, guild: Guild, by: Actor, target: Member, until: string | null): void {
  above(world, guild, by, target, 'ModerateMembers')
  if (until !== null && guildPermissions(guild, target) & 8n) throw new DiscordError('missingPermissions')
  const at = until === null ? 0 : Date.parse(until)
  const form = new Form()
  if (Number.isNaN(at)) form.wrong('communication_disabled_until', 'DATETIME_TYPE_PARSE', `Could not parse ${until}`)
  // A little slack, as Discord grants: a client reckons its 28 days a moment before they arrive.
  if (at > world.now() + limits.timeoutMs + 60_000)
    form.wrong('communication_disabled_until', 'TIMEOUT_TOO_LONG', 'Timeouts cannot be more than 28 days long')
  form.done()
  target.communication_disabled_until = until === null || at <= world.now() ? null : world.iso(at)
}

function giveExactly(world: World, guild: Guild, by: Actor, target: Member, roles: string[]): void {
  const now = new Set(target.roles)
  const then = new Set(roles)
  for (const id of new Set([...now, ...then])) if (now.has(id) !== then.has(id)) mayHandle(world, guild, by, id)
  target.roles = [...then]
}

/** @throws {DiscordError} 50013 for a role not below the actor's own, or one that an integration manages */
export function mayHandle(_world: World, guild: Guild, by: Actor, roleId: string): void {
  const actor = needInGuild(guild, by.id, 'ManageRoles')
  const role = roleOf(guild, roleId)
  if (role.managed || role.id === guild.id) throw new DiscordError('missingPermissions')
  if (guild.info.owner_id !== by.id && role.position >= rank(guild, actor)) throw new DiscordError('missingPermissions')
}

export function grant(world: World, guild: Guild, by: Actor, user: string, roleId: string, give: boolean): void {
  const target = memberOf(world, guild, user)
  mayHandle(world, guild, by, roleId)
  if (target.roles.includes(roleId) === give) return
  target.roles = give ? [...target.roles, roleId] : target.roles.filter((id) => id !== roleId)
  tellMember(world, guild, target)
  recordRoles(world, guild, by, target, give ? [roleId] : [], give ? [] : [roleId])
}

function tellMember(world: World, guild: Guild, member: Member): void {
  const silenced = isTimedOut(member, world.now())
  const d = { ...member, guild_id: guild.id, ...(!silenced && { communication_disabled_until: null }) }
  world.tell({ t: 'GUILD_MEMBER_UPDATE', d, guild })
}

function record(world: World, guild: Guild, by: Actor, before: Member, after: Member): void {
  const pick = ({ nick, communication_disabled_until }: Member) => ({ nick, communication_disabled_until })
  const changes = changesOf(pick(before), pick(after))
  if (changes.length > 0) audit(world, guild, by, AuditLogEvent.MemberUpdate, { target: after.user.id, changes })
  const added = after.roles.filter((id) => !before.roles.includes(id))
  const removed = before.roles.filter((id) => !after.roles.includes(id))
  if (added.length + removed.length > 0) recordRoles(world, guild, by, after, added, removed)
}

function recordRoles(
  world: World,
  guild: Guild,
  by: Actor,
  member: Member,
  added: readonly string[],
  removed: readonly string[],
): void {
  const named = (ids: readonly string[]) => ids.map((id) => ({ id, name: guild.roles.get(id)?.name ?? '' }))
  const changes = [
    ...(added.length > 0 ? [{ key: '$add', new_value: named(added) }] : []),
    ...(removed.length > 0 ? [{ key: '$remove', new_value: named(removed) }] : []),
  ]
  audit(world, guild, by, AuditLogEvent.MemberRoleUpdate, { target: member.user.id, changes })
}
