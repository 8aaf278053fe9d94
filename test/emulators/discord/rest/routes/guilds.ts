/** Guilds, their roles, invites, incident actions and audit log. */
import { type APIRole, AuditLogEvent, type GuildFeature } from 'discord-api-types/v10'
import { audit } from '../../acts/audit.ts'
import { channelOf, roleOf } from '../../acts/find.ts'
import { createInvite, deleteInvite, type InviteBody, inviteShape, liveInvites } from '../../acts/invites.ts'
import { DiscordError, Form } from '../../errors.ts'
import { limits } from '../../limits.ts'
import { everything, guildPermissions, needInChannel, needInGuild, rank } from '../../permissions.ts'
import type { Guild, GuildInfo } from '../../state/records.ts'
import { roleShape } from '../../state/seed.ts'
import { guildShape } from '../../state/shapes.ts'
import { bodyOf, type Call, nothing, number, ok, param, route } from '../call.ts'
import { inGuild } from './members.ts'

function patchGuild(call: Call) {
  const guild = inGuild(call)
  needInGuild(guild, call.by.id, 'ManageGuild')
  const body = bodyOf<Partial<GuildInfo> & { features?: GuildFeature[] }>(call)
  const form = new Form()
  form.length('name', body.name, 100, 2)
  form.done()
  Object.assign(guild.info, body)
  world(call).tell({ t: 'GUILD_UPDATE', d: guildShape(guild), guild })
  audit(world(call), guild, call.by, AuditLogEvent.GuildUpdate, { target: guild.id })
  return ok(guildShape(guild))
}

const world = (call: Call) => call.world

/** Invites and DMs may be paused for up to a day. */
function incidentActions(call: Call) {
  const guild = inGuild(call)
  needInGuild(guild, call.by.id, 'ManageGuild')
  const body = bodyOf<{ invites_disabled_until?: string | null; dms_disabled_until?: string | null }>(call)
  const form = new Form()
  for (const [key, until] of Object.entries(body))
    if (until && Date.parse(until) > call.world.now() + limits.incidentMs + 60_000)
      form.wrong(key, 'INVALID_DURATION', 'Cannot be more than 24 hours in the future')
  form.done()
  const { invites_disabled_until = null, dms_disabled_until = null } = { ...guild.info.incidents_data, ...body }
  guild.info.incidents_data = { invites_disabled_until, dms_disabled_until }
  call.world.tell({ t: 'GUILD_UPDATE', d: guildShape(guild), guild })
  return ok(guild.info.incidents_data)
}

function auditLog(call: Call) {
  const guild = inGuild(call)
  needInGuild(guild, call.by.id, 'ViewAuditLog')
  const { query } = call
  const type = query.get('action_type')
  const matches = guild.audit
    .filter((entry) => !type || entry.action_type === Number(type))
    .filter((entry) => !query.get('user_id') || entry.user_id === query.get('user_id'))
    .filter((entry) => !query.get('before') || BigInt(entry.id) < BigInt(query.get('before') ?? '0'))
    .filter((entry) => !query.get('after') || BigInt(entry.id) > BigInt(query.get('after') ?? '0'))
  const entries = matches.reverse().slice(0, number(call, 'limit', 50, 100))
  const ids = new Set(entries.flatMap((entry) => [entry.user_id, entry.target_id]))
  return ok({
    audit_log_entries: entries,
    users: [...ids].map((id) => call.world.users.get(id ?? '')?.api).filter((user) => user !== undefined),
    integrations: [],
    webhooks: [],
    guild_scheduled_events: [],
    threads: [],
    application_commands: [],
    auto_moderation_rules: [],
  })
}

type RoleBody = Partial<Pick<APIRole, 'name' | 'permissions' | 'hoist' | 'mentionable' | 'color'>>

/** Nobody hands out permissions that they have not got. */
function mayShape(guild: Guild, by: string, body: RoleBody): void {
  const actor = needInGuild(guild, by, 'ManageRoles')
  const granted = guildPermissions(guild, actor)
  if (granted !== everything && BigInt(body.permissions ?? '0') & ~granted) throw new DiscordError('missingPermissions')
  const form = new Form()
  form.length('name', body.name, 100)
  form.done()
}

function createRole(call: Call) {
  const guild = inGuild(call)
  const body = bodyOf<RoleBody>(call)
  mayShape(guild, call.by.id, body)
  for (const role of guild.roles.values()) if (role.id !== guild.id) role.position += 1
  const everyone = guild.roles.get(guild.id)?.permissions ?? '0'
  const blank = { ...roleShape(call.world.id(), body.name ?? 'new role', 1, []), permissions: everyone }
  const role = { ...blank, ...body }
  guild.roles.set(role.id, role)
  call.world.tell({ t: 'GUILD_ROLE_CREATE', d: { guild_id: guild.id, role }, guild })
  audit(call.world, guild, call.by, AuditLogEvent.RoleCreate, { target: role.id })
  return ok(role)
}

/** The role of the path, below the bot's own. */
function lesserRole(call: Call, guild: Guild): APIRole {
  const actor = needInGuild(guild, call.by.id, 'ManageRoles')
  const role = roleOf(guild, param(call, 'role_id'))
  if (role.position >= rank(guild, actor)) throw new DiscordError('missingPermissions')
  return role
}

function patchRole(call: Call) {
  const guild = inGuild(call)
  const body = bodyOf<RoleBody>(call)
  const role = lesserRole(call, guild)
  mayShape(guild, call.by.id, body)
  Object.assign(role, body)
  call.world.tell({ t: 'GUILD_ROLE_UPDATE', d: { guild_id: guild.id, role }, guild })
  audit(call.world, guild, call.by, AuditLogEvent.RoleUpdate, { target: role.id })
  return ok(role)
}

function deleteRole(call: Call) {
  const guild = inGuild(call)
  const role = lesserRole(call, guild)
  if (role.managed || role.id === guild.id) throw new DiscordError('missingPermissions')
  guild.roles.delete(role.id)
  for (const member of guild.members.values()) member.roles = member.roles.filter((id) => id !== role.id)
  call.world.tell({ t: 'GUILD_ROLE_DELETE', d: { guild_id: guild.id, role_id: role.id }, guild })
  audit(call.world, guild, call.by, AuditLogEvent.RoleDelete, { target: role.id })
  return nothing
}

export const guildRoutes = [
  route('GET', '/guilds/{guild_id}', (call) => {
    const guild = inGuild(call)
    const counts = { approximate_member_count: guild.members.size, approximate_presence_count: guild.members.size }
    return ok({ ...guildShape(guild), ...(call.query.get('with_counts') === 'true' && counts) })
  }),
  route('PATCH', '/guilds/{guild_id}', patchGuild),
  route('PUT', '/guilds/{guild_id}/incident-actions', incidentActions),
  route('GET', '/guilds/{guild_id}/audit-logs', auditLog),
  route('GET', '/guilds/{guild_id}/roles', (call) => ok([...inGuild(call).roles.values()])),
  route('POST', '/guilds/{guild_id}/roles', createRole),
  route('GET', '/guilds/{guild_id}/roles/{role_id}', (call) => ok(roleOf(inGuild(call), param(call, 'role_id')))),
  route('PATCH', '/guilds/{guild_id}/roles/{role_id}', patchRole),
  route('DELETE', '/guilds/{guild_id}/roles/{role_id}', deleteRole),
]

/** The guild that an invite leads to. */
function invited(call: Call) {
  const code = param(call, 'code')
  for (const guild of call.world.guilds.values()) {
    const invite = guild.invites.get(code)
    if (invite) return { guild, invite }
  }
  throw new DiscordError('unknownInvite')
}

export const inviteRoutes = [
  route('GET', '/guilds/{guild_id}/invites', (call) => {
    const guild = inGuild(call)
    needInGuild(guild, call.by.id, 'ManageGuild')
    return ok(liveInvites(call.world, guild).map((invite) => inviteShape(call.world, guild, invite)))
  }),
  route('GET', '/channels/{channel_id}/invites', (call) => {
    const channel = channelOf(call.world, param(call, 'channel_id'))
    needInChannel(channel, call.by.id, call.world.now(), 'ManageChannels')
    const { guild } = channel
    const here = (guild ? liveInvites(call.world, guild) : []).filter((invite) => invite.channel === channel.api.id)
    return ok(guild ? here.map((invite) => inviteShape(call.world, guild, invite)) : [])
  }),
  route('POST', '/channels/{channel_id}/invites', (call) => {
    const channel = channelOf(call.world, param(call, 'channel_id'))
    const invite = createInvite(call.world, channel, call.by, bodyOf<InviteBody>(call))
    return channel.guild ? ok(inviteShape(call.world, channel.guild, invite)) : nothing
  }),
  route('GET', '/invites/{code}', (call) => {
    const { guild, invite } = invited(call)
    return ok(inviteShape(call.world, guild, invite))
  }),
  route('DELETE', '/invites/{code}', (call) => {
    const { guild, invite } = invited(call)
    deleteInvite(call.world, guild, call.by, invite)
    return ok(inviteShape(call.world, guild, invite))
  }),
]
