/** Channels, their overwrites, threads and forum posts. */
import {
  type APIMessage,
  type APIOverwrite,
  AuditLogEvent,
  AuditLogOptionsType,
  ChannelType,
  type OverwriteType,
} from 'discord-api-types/v10'
import { DiscordError, Form } from '../errors.ts'
import { limits } from '../limits.ts'
import { channelPermissions, everything, needInChannel, needInGuild } from '../permissions.ts'
import type { Channel, ChannelShape, Guild } from '../state/records.ts'
import type { Actor, World } from '../state/world.ts'
import type { Attachment } from './attachments.ts'
import { audit, changesOf } from './audit.ts'
import { type MessageBody, post } from './messages.ts'

export interface ChannelBody {
  name?: string
  type?: ChannelType
  topic?: string | null
  nsfw?: boolean
  position?: number | null
  parent_id?: string | null
  rate_limit_per_user?: number | null
  permission_overwrites?: { id: string; type: OverwriteType; allow?: string; deny?: string }[] | null
  archived?: boolean
  locked?: boolean
  applied_tags?: string[]
  auto_archive_duration?: number
}

/** The shape of a new channel of a guild. */
export function channelShape(world: World, guild: Guild, body: ChannelBody & { name: string }): ChannelShape {
  return {
    id: world.id(),
    type: body.type ?? ChannelType.GuildText,
    flags: 0,
    last_message_id: null,
    guild_id: guild.id,
    name: body.name,
    parent_id: body.parent_id ?? null,
    position: body.position ?? guild.channels.size,
    topic: body.topic ?? null,
    nsfw: body.nsfw ?? false,
    rate_limit_per_user: body.rate_limit_per_user ?? 0,
    permission_overwrites: overwritesOut(body.permission_overwrites ?? []),
    ...(body.type === ChannelType.GuildForum && { available_tags: [] }),
    ...(body.type === ChannelType.GuildVoice && { bitrate: 64_000, user_limit: 0, rtc_region: null }),
  }
}

function overwritesOut(overwrites: NonNullable<ChannelBody['permission_overwrites']>): APIOverwrite[] {
  return overwrites.map(({ id, type, allow, deny }) => ({ id, type, allow: allow ?? '0', deny: deny ?? '0' }))
}

export function createChannel(world: World, guild: Guild, by: Actor, body: ChannelBody & { name: string }): Channel {
  needInGuild(guild, by.id, 'ManageChannels')
  const form = new Form()
  form.required('name', body.name)
  form.length('name', body.name, 100, 1)
  form.done()
  const channel = world.addChannel(channelShape(world, guild, body), guild)
  world.tell({ t: 'CHANNEL_CREATE', d: channel.api, guild, channel })
  audit(world, guild, by, AuditLogEvent.ChannelCreate, { target: channel.api.id })
  return channel
}

export function patchChannel(world: World, channel: Channel, by: Actor, body: ChannelBody): Channel {
  if (!channel.guild) throw new DiscordError('notInDm')
  const form = new Form()
  form.length('name', body.name, 100, 1)
  form.length('topic', body.topic, 1024)
  form.within('rate_limit_per_user', body.rate_limit_per_user, 0, limits.slowModeSeconds)
  form.done()
  if (channel.api.thread_metadata) return patchThread(world, channel, channel.guild, by, body)
  needInChannel(channel, by.id, world.now(), 'ManageChannels')
  if (body.permission_overwrites) needInChannel(channel, by.id, world.now(), 'ManageRoles')
  const before = { ...channel.api }
  const { permission_overwrites: overwrites, archived: _a, locked: _l, auto_archive_duration: _d, ...plain } = body
  Object.assign(channel.api, plain, overwrites && { permission_overwrites: overwritesOut(overwrites) })
  world.tell({ t: 'CHANNEL_UPDATE', d: channel.api, guild: channel.guild, channel })
  const changes = changesOf(before, channel.api)
  audit(world, channel.guild, by, AuditLogEvent.ChannelUpdate, { target: channel.api.id, changes })
  return channel
}

function patchThread(world: World, channel: Channel, guild: Guild, by: Actor, body: ChannelBody): Channel {
  const thread = channel.api.thread_metadata
  if (!thread) throw new DiscordError('unknownChannel')
  const own = channel.api.owner_id === by.id && body.locked === undefined && body.rate_limit_per_user === undefined
  needInChannel(channel, by.id, world.now(), ...(own ? [] : (['ManageThreads'] as const)))
  if (thread.archived && body.archived !== false) throw new DiscordError('threadArchived')
  const { archived, locked, auto_archive_duration, permission_overwrites: _, ...plain } = body
  Object.assign(channel.api, plain)
  if (archived !== undefined) Object.assign(thread, { archived, archive_timestamp: world.iso() })
  if (locked !== undefined) thread.locked = locked
  if (auto_archive_duration !== undefined) thread.auto_archive_duration = auto_archive_duration
  world.tell({ t: 'THREAD_UPDATE', d: channel.api, guild, channel })
  audit(world, guild, by, AuditLogEvent.ThreadUpdate, { target: channel.api.id })
  return channel
}

export function deleteChannel(world: World, channel: Channel, by: Actor): void {
  const { guild } = channel
  if (!guild) {
    for (const [user, dm] of world.dms) if (dm === channel) world.dms.delete(user)
    return
  }
  const thread = channel.api.thread_metadata !== undefined
  needInChannel(channel, by.id, world.now(), thread ? 'ManageThreads' : 'ManageChannels')
  const { id, type, parent_id } = channel.api
  const d = thread ? { id, guild_id: guild.id, parent_id, type } : channel.api
  world.tell({ t: thread ? 'THREAD_DELETE' : 'CHANNEL_DELETE', d, guild, channel })
  world.channels.delete(id)
  guild.channels.delete(id)
  for (const below of [...guild.channels.values()])
    if (below.api.thread_metadata && below.api.parent_id === id) {
      world.channels.delete(below.api.id)
      guild.channels.delete(below.api.id)
    }
  audit(world, guild, by, thread ? AuditLogEvent.ThreadDelete : AuditLogEvent.ChannelDelete, { target: id })
}

/** PUT /channels/{id}/permissions/{id}. One cannot hand out in a channel what one has not got there. */
export function setOverwrite(world: World, channel: Channel, by: Actor, overwrite: APIOverwrite): void {
  if (!channel.guild) throw new DiscordError('notInDm')
  needInChannel(channel, by.id, world.now(), 'ManageRoles')
  const actor = channel.guild.members.get(by.id)
  const granted = actor ? channelPermissions(channel.guild, actor, channel, world.now()) : 0n
  const before = channel.api.permission_overwrites?.find(({ id }) => id === overwrite.id)
  const touched =
    (BigInt(overwrite.allow) ^ BigInt(before?.allow ?? '0')) | (BigInt(overwrite.deny) ^ BigInt(before?.deny ?? '0'))
  if (granted !== everything && touched & ~granted) throw new DiscordError('missingPermissions')
  const others = (channel.api.permission_overwrites ?? []).filter(({ id }) => id !== overwrite.id)
  channel.api.permission_overwrites = [...others, overwrite]
  world.tell({ t: 'CHANNEL_UPDATE', d: channel.api, guild: channel.guild, channel })
  const event = before ? AuditLogEvent.ChannelOverwriteUpdate : AuditLogEvent.ChannelOverwriteCreate
  audit(world, channel.guild, by, event, { target: channel.api.id, options: overwriteNote(channel.guild, overwrite) })
}

function overwriteNote(guild: Guild, { id, type }: APIOverwrite) {
  const role = type === 0 ? { role_name: guild.roles.get(id)?.name ?? '' } : {}
  return { id, type: type === 0 ? AuditLogOptionsType.Role : AuditLogOptionsType.Member, ...role }
}

export function clearOverwrite(world: World, channel: Channel, by: Actor, id: string): void {
  if (!channel.guild) throw new DiscordError('notInDm')
  needInChannel(channel, by.id, world.now(), 'ManageRoles')
  const all = channel.api.permission_overwrites ?? []
  const gone = all.find((overwrite) => overwrite.id === id)
  if (!gone) throw new DiscordError('unknownOverwrite')
  channel.api.permission_overwrites = all.filter((overwrite) => overwrite.id !== id)
  world.tell({ t: 'CHANNEL_UPDATE', d: channel.api, guild: channel.guild, channel })
  audit(world, channel.guild, by, AuditLogEvent.ChannelOverwriteDelete, {
    target: channel.api.id,
    options: overwriteNote(channel.guild, gone),
  })
}

export interface ThreadBody {
  name: string
  type?: ChannelType
  auto_archive_duration?: number
  rate_limit_per_user?: number | null
  applied_tags?: string[]
  message?: MessageBody
}

/** A thread in a text channel, from a message or not, or a post in a forum. */
export function startThread(
  world: World,
  parent: Channel,
  by: Actor,
  body: ThreadBody,
  from?: APIMessage,
  files: readonly Attachment[] = [],
): { thread: Channel; first: APIMessage | undefined } {
  const { guild } = parent
  if (!guild) throw new DiscordError('notInDm')
  const forum = parent.api.type === ChannelType.GuildForum
  const open = forum ? 'SendMessages' : 'CreatePublicThreads'
  needInChannel(parent, by.id, world.now(), body.type === ChannelType.PrivateThread ? 'CreatePrivateThreads' : open)
  const form = new Form()
  form.required('name', body.name)
  form.length('name', body.name, 100, 1)
  if (forum) form.required('message', body.message)
  form.done()
  if (from && guild.channels.has(from.id)) throw new DiscordError('threadExists')
  const thread = world.addChannel(threadShape(world, parent, by, body, from), guild)
  thread.threadMembers.set(by.id, world.iso())
  world.tell({ t: 'THREAD_CREATE', d: { ...thread.api, newly_created: true }, guild, channel: thread })
  if (from) from.thread = thread.api as APIMessage['thread'] & object
  audit(world, guild, by, AuditLogEvent.ThreadCreate, { target: thread.api.id })
  const first = body.message && post(world, thread, by, body.message, { files, ...(forum && { id: thread.api.id }) })
  return { thread, first }
}

function threadShape(
  world: World,
  parent: Channel,
  by: Actor,
  body: ThreadBody,
  from: APIMessage | undefined,
): ChannelShape {
  return {
    id: from?.id ?? world.id(),
    type: body.type ?? ChannelType.PublicThread,
    flags: 0,
    last_message_id: null,
    guild_id: parent.api.guild_id ?? '',
    name: body.name,
    parent_id: parent.api.id,
    rate_limit_per_user: body.rate_limit_per_user ?? 0,
    owner_id: by.id,
    message_count: 0,
    member_count: 1,
    total_message_sent: 0,
    ...(body.applied_tags && { applied_tags: body.applied_tags }),
    thread_metadata: {
      archived: false,
      archive_timestamp: world.iso(),
      auto_archive_duration: body.auto_archive_duration ?? 4320,
      locked: false,
      create_timestamp: world.iso(),
    },
  }
}
