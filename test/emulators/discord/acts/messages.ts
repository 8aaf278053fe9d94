/** Writing, editing and deleting messages, and what the gateway tells of it. */
import {
  type APIMessage,
  AuditLogEvent,
  ChannelType,
  MessageFlags,
  MessageType,
  PermissionFlagsBits,
} from 'discord-api-types/v10'
import { DiscordError, Form } from '../errors.ts'
import { limits } from '../limits.ts'
import { channelPermissions, needInChannel } from '../permissions.ts'
import type { Channel } from '../state/records.ts'
import { mintedAt } from '../state/snowflake.ts'
import type { Actor, World } from '../state/world.ts'
import { type Attachment, attachmentsOut } from './attachments.ts'
import { audit } from './audit.ts'
import { type ContentBody, checkContent, componentsOut, embedsOut } from './content.ts'
import { messageOf } from './find.ts'
import { type AllowedMentions, mentionsIn } from './mentions.ts'
import { tellMessage } from './tell.ts'

export interface MessageBody extends ContentBody {
  nonce?: string | number | null
  enforce_nonce?: boolean | null
  tts?: boolean | null
  allowed_mentions?: AllowedMentions | null
  message_reference?: { message_id?: string; fail_if_not_exists?: boolean } | null
  sticker_ids?: string[] | null
  poll?: object | null
  attachments?: { id: string | number; filename?: string; description?: string }[] | null
}

const wordless = [ChannelType.GuildCategory, ChannelType.GuildForum, ChannelType.GuildMedia]

/** What may be said about the author beyond the body: an interaction's answer, a system message. */
export interface Extra {
  readonly type?: MessageType
  readonly files?: readonly Attachment[]
  readonly fields?: object
  /** The first message of a forum post has the post's id. */
  readonly id?: string
}

/** Posts after every check; the nonce of a message already sent gives that message back. */
export function post(world: World, channel: Channel, by: Actor, body: MessageBody, extra: Extra = {}): APIMessage {
  mayWrite(world, channel, by.id, body)
  if (body.embeds?.length) needInChannel(channel, by.id, world.now(), 'EmbedLinks')
  if (extra.files?.length) needInChannel(channel, by.id, world.now(), 'AttachFiles')
  if (!body.content && !body.embeds?.length && !body.components?.length && !extra.files?.length && !body.poll)
    throw new DiscordError('emptyMessage')
  const form = new Form()
  form.length('nonce', body.nonce === undefined || body.nonce === null ? undefined : String(body.nonce), limits.nonce)
  checkContent(body, form)
  const sent = nonceSent(world, channel, body)
  if (sent) return sent
  const message = compose(world, channel, by.id, body, extra)
  keep(world, channel, message, body)
  return message
}

function mayWrite(world: World, channel: Channel, author: string, body: MessageBody): void {
  if (wordless.includes(channel.api.type)) throw new DiscordError('noTextHere')
  const thread = channel.api.thread_metadata
  needInChannel(channel, author, world.now(), thread ? 'SendMessagesInThreads' : 'SendMessages')
  if (body.message_reference?.message_id) mayReply(world, channel, author)
  if (thread?.locked && !manages(world, channel, author)) throw new DiscordError('threadLocked')
  if (thread?.archived) setArchived(world, channel, false)
  slowMode(world, channel, author)
}

function manages(world: World, channel: Channel, author: string): boolean {
  const member = channel.guild?.members.get(author)
  if (!channel.guild || !member) return false
  return Boolean(channelPermissions(channel.guild, member, channel, world.now()) & PermissionFlagsBits.ManageThreads)
}

function mayReply(world: World, channel: Channel, author: string): void {
  const member = channel.guild?.members.get(author)
  if (!channel.guild || !member) return
  const granted = channelPermissions(channel.guild, member, channel, world.now())
  if (!(granted & PermissionFlagsBits.ReadMessageHistory)) throw new DiscordError('cannotReply')
}

function setArchived(world: World, channel: Channel, archived: boolean): void {
  const thread = channel.api.thread_metadata
  if (!thread || !channel.guild) return
  thread.archived = archived
  thread.archive_timestamp = world.iso()
  world.tell({ t: 'THREAD_UPDATE', d: channel.api, guild: channel.guild, channel })
}

function slowMode(world: World, channel: Channel, author: string): void {
  const seconds = channel.api.rate_limit_per_user ?? 0
  const member = channel.guild?.members.get(author)
  if (!seconds || !member || !channel.guild) return
  const exempt =
    PermissionFlagsBits.ManageMessages | PermissionFlagsBits.ManageChannels | PermissionFlagsBits.BypassSlowmode
  if (channelPermissions(channel.guild, member, channel, world.now()) & exempt) return
  const last = channel.lastWrote.get(author)
  if (last !== undefined && world.now() - last < seconds * 1000) throw new DiscordError('slowMode')
  channel.lastWrote.set(author, world.now())
}

function nonceSent(world: World, channel: Channel, body: MessageBody): APIMessage | undefined {
  if (!body.enforce_nonce || body.nonce === undefined || body.nonce === null) return undefined
  const earlier = channel.nonces.get(String(body.nonce))
  if (!earlier || world.now() - earlier.at > limits.nonceMs) return undefined
  return channel.messages.get(earlier.id)
}

/** The message as Discord would give it back; nothing is kept or told yet. */
export function compose(world: World, channel: Channel, author: string, body: MessageBody, extra: Extra): APIMessage {
  const to = referenced(channel, body)
  const id = extra.id ?? world.id()
  const text = body.content ?? ''
  return {
    id,
    type: extra.type ?? (to ? MessageType.Reply : MessageType.Default),
    channel_id: channel.api.id,
    author: world.users.get(author)?.api ?? world.bot,
    content: text,
    timestamp: world.iso(),
    edited_timestamp: null,
    tts: body.tts ?? false,
    ...mentionsIn(world, channel, author, text, body.allowed_mentions, to?.author),
    attachments: attachmentsOut(world, channel.api.id, extra.files ?? []),
    embeds: embedsOut(body.embeds ?? []) as APIMessage['embeds'],
    components: componentsOut(body.components ?? []) as APIMessage['components'] & object,
    flags: body.flags ?? 0,
    pinned: false,
    ...(body.nonce !== undefined && body.nonce !== null && { nonce: body.nonce }),
    ...(to && {
      message_reference: { type: 0, channel_id: to.channel_id, message_id: to.id, guild_id: channel.api.guild_id },
      referenced_message: to,
    }),
    ...extra.fields,
  }
}

function referenced(channel: Channel, body: MessageBody): APIMessage | undefined {
  const id = body.message_reference?.message_id
  if (!id) return undefined
  const found = channel.messages.get(id)
  if (found) {
    const { referenced_message: _, ...flat } = found
    return flat
  }
  if (body.message_reference?.fail_if_not_exists === false) return undefined
  const form = new Form()
  form.wrong('message_reference', 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE', 'Unknown message')
  form.done()
  return undefined
}

function keep(world: World, channel: Channel, message: APIMessage, body: MessageBody): void {
  channel.messages.add(message)
  channel.api.last_message_id = message.id
  if (body.enforce_nonce && body.nonce !== undefined && body.nonce !== null)
    channel.nonces.set(String(body.nonce), { id: message.id, at: world.now() })
  if (channel.api.thread_metadata) {
    channel.api.message_count = (channel.api.message_count ?? 0) + 1
    channel.api.total_message_sent = (channel.api.total_message_sent ?? 0) + 1
  }
  tellMessage(world, channel, 'MESSAGE_CREATE', message)
}

/** @throws {DiscordError} 50005 when it is another's, except for what a moderator may (suppressing embeds) */
export function edit(
  world: World,
  channel: Channel,
  by: Actor,
  id: string,
  body: MessageBody,
  files: readonly Attachment[] = [],
): APIMessage {
  needInChannel(channel, by.id, world.now())
  const message = messageOf(channel, id)
  if (message.author.id !== by.id) throw new DiscordError('notTheAuthor')
  if (channel.api.thread_metadata?.archived) throw new DiscordError('threadArchived')
  amend(world, channel, message, body, files)
  tellMessage(world, channel, 'MESSAGE_UPDATE', message)
  return message
}

/** Changes a message in place as PATCH does: what the body leaves out stays. */
export function amend(
  world: World,
  channel: Channel,
  message: APIMessage,
  body: MessageBody,
  files: readonly Attachment[] = [],
): void {
  checkContent(body)
  if (body.content !== undefined) {
    message.content = body.content ?? ''
    const author = message.author.id
    Object.assign(message, mentionsIn(world, channel, author, message.content, body.allowed_mentions))
  }
  if (body.embeds !== undefined) message.embeds = embedsOut(body.embeds ?? []) as APIMessage['embeds']
  if (body.components !== undefined)
    message.components = componentsOut(body.components ?? []) as APIMessage['components'] & object
  if (body.attachments) {
    const kept = new Set(body.attachments.map((attachment) => String(attachment.id)))
    message.attachments = message.attachments.filter((attachment) => kept.has(attachment.id))
  }
  message.attachments = [...message.attachments, ...attachmentsOut(world, channel.api.id, files)]
  if (body.flags !== undefined && body.flags !== null)
    message.flags = ((message.flags ?? 0) & ~MessageFlags.SuppressEmbeds) | body.flags
  message.edited_timestamp = world.iso()
}

export function remove(world: World, channel: Channel, by: Actor, id: string): void {
  needInChannel(channel, by.id, world.now())
  const message = messageOf(channel, id)
  const own = message.author.id === by.id
  if (!own && !channel.guild) throw new DiscordError('notInDm')
  if (!own) needInChannel(channel, by.id, world.now(), 'ManageMessages')
  channel.messages.delete(id)
  channel.pins.delete(id)
  const place = channel.guild && { guild_id: channel.guild.id }
  world.tell({ t: 'MESSAGE_DELETE', d: { id, channel_id: channel.api.id, ...place }, channel, ...guildOf(channel) })
  if (channel.guild && !own)
    audit(world, channel.guild, by, AuditLogEvent.MessageDelete, {
      target: message.author.id,
      options: { channel_id: channel.api.id, count: '1' },
    })
}

const guildOf = (channel: Channel) => (channel.guild ? { guild: channel.guild } : {})

/** Deletes 2 to 100 messages, none older than 14 days; ids of messages that are gone are ignored. */
export function removeMany(world: World, channel: Channel, by: Actor, ids: readonly string[]): void {
  if (!channel.guild) throw new DiscordError('notInDm')
  needInChannel(channel, by.id, world.now(), 'ManageMessages')
  if (ids.length < 2 || ids.length > 100) throw new DiscordError('bulkDeleteCount')
  const oldest = world.now() - limits.bulkDeleteMs
  if (ids.some((id) => mintedAt(id) < oldest)) throw new DiscordError('bulkDeleteTooOld')
  const gone = ids.filter((id) => channel.messages.delete(id))
  for (const id of gone) channel.pins.delete(id)
  const d = { ids: gone, channel_id: channel.api.id, guild_id: channel.guild.id }
  world.tell({ t: 'MESSAGE_DELETE_BULK', d, guild: channel.guild, channel })
  audit(world, channel.guild, by, AuditLogEvent.MessageBulkDelete, {
    target: channel.api.id,
    options: { count: String(gone.length) },
  })
}
