/** Messages, their edits and deletions, in channels, threads, forums and private. */
import { ChannelType, GatewayDispatchEvents, MessageReferenceType, MessageType } from 'discord-api-types/v10'
import type { Dispatched, Ground } from '../ground.ts'
import { bareId, madeAt, mint, mintMessage } from '../ids.ts'
import { accountOf, by } from '../people.ts'
import { Recent } from '../recent.ts'
import type { Acquaint } from './acquaint.ts'
import { calledIn, kindsOf, type Message, textOf } from './content.ts'
import { type Typed, typedOf } from './typed.ts'

/** Authors of messages, so that a deletion can say whose it was: ids only, about 100 bytes each. */
const authorsKept = 50_000
const saying: ReadonlySet<MessageType> = new Set([MessageType.Default, MessageType.Reply])

interface Parts {
  /** Resolves when the join of a newcomer has been told. */
  readonly joined: (guild: string, user: string) => Promise<void> | undefined
  readonly acquaint: Acquaint
}

export function hearMessages(ground: Ground, { joined, acquaint }: Parts): void {
  const authors = new Recent<string>(authorsKept)
  const typed = typedOf(() => ground.door.commands)
  ground.hear(GatewayDispatchEvents.MessageCreate, async (message) => {
    if (!isHeard(ground, message)) return
    if (!message.guild_id) return hearPrivate(ground, message, typed)
    authors.set(message.id, message.author.id)
    await joined(message.guild_id, message.author.id)
    if (typed(message.content)) await meetNamed(message, message.guild_id)
    await ground.emit(messageEvent(ground, message, message.guild_id, typed))
  })
  /** Whoever is named in a command is known to the engine first, be it that they came this moment. */
  const meetNamed = async ({ mentions }: Created, guild: string) => {
    for (const named of mentions) await (joined(guild, named.id) ?? acquaint(guild, named))
  }
  ground.hear(GatewayDispatchEvents.MessageUpdate, async (message) => {
    // Also told when a link is unfolded or a message is pinned: nobody has written anything then.
    if (!message.guild_id || !message.edited_timestamp || !isHeard(ground, message)) return
    authors.set(message.id, message.author.id)
    await ground.emit({
      type: 'edit',
      id: `discord:edit:${message.id}:${Date.parse(message.edited_timestamp)}`,
      at: Date.parse(message.edited_timestamp),
      group: mint(message.guild_id),
      where: message.channel_id,
      ...by(ground, message.guild_id, message.author, message.member),
      ...accountOf(message.author, message.member),
      message: mintMessage(message.channel_id, message.id),
      text: textOf(ground, message, typed),
    })
  })
  const deleted = (guild: string, channel: string, message: string) => {
    const author = authors.get(message)
    return ground.emit({
      type: 'delete',
      id: `discord:delete:${message}`,
      at: ground.now(),
      group: mint(guild),
      where: channel,
      message: mintMessage(channel, message),
      ...(author && { user: mint(author) }),
    })
  }
  ground.hear(
    GatewayDispatchEvents.MessageDelete,
    ({ guild_id, channel_id, id }) => guild_id && deleted(guild_id, channel_id, id),
  )
  ground.hear(GatewayDispatchEvents.MessageDeleteBulk, ({ guild_id, channel_id, ids }) =>
    Promise.all(ids.map((id) => guild_id && deleted(guild_id, channel_id, id))),
  )
}

type Created = Dispatched<GatewayDispatchEvents.MessageCreate>

/** Not our own, nor what Discord itself says; other bots' and webhooks' by the section's rule. */
function isHeard(ground: Ground, message: Pick<Created, 'author' | 'webhook_id' | 'guild_id' | 'type'>): boolean {
  if (message.author.id === ground.client.user.id || !saying.has(message.type)) return false
  if (!message.author.bot && !message.webhook_id) return true
  return message.guild_id !== undefined && ground.section(message.guild_id).bots === 'see'
}

function messageEvent(ground: Ground, message: Message & Created, guild: string, typed: Typed) {
  const event = {
    ...said(ground, message, typed, titleOf(ground, message)),
    group: mint(guild),
    where: message.channel_id,
    ...by(ground, guild, message.author, message.member),
    ...(!message.webhook_id && accountOf(message.author, message.member)),
  }
  return message.webhook_id ? { ...event, bot: true } : event
}

/** What is common to messages in public and in private. */
function said(ground: Ground, message: Message & Created, typed: Typed, title?: string) {
  const kinds = kindsOf(message)
  const answered = repliedTo(message)
  return {
    type: 'message' as const,
    id: mintMessage(message.channel_id, message.id),
    at: madeAt(message.id),
    text: textOf(ground, message, typed, title),
    ...(answered && { replyTo: answered }),
    ...calledIn(ground, message),
    ...(kinds.length > 0 && { kinds }),
    ...(message.attachments.length > 0 && filesOf(message)),
  }
}
function filesOf({ attachments }: Message) {
  const some = attachments.slice(0, 20)
  return {
    attachments: attachments.length,
    files: some.map(({ filename }) => filename.slice(0, 200).toWellFormed()),
    fileUrls: some.flatMap(({ url }) => (url.length <= 2000 ? [url] : [])),
  }
}
function repliedTo({ message_reference: reference, channel_id }: Created): string | undefined {
  if (!reference?.message_id || reference.type === MessageReferenceType.Forward) return undefined
  return mintMessage(reference.channel_id || channel_id, reference.message_id)
}
/** The first message of a forum post has the post's id. */
function titleOf({ client }: Ground, message: Created): string | undefined {
  if (message.id !== message.channel_id) return undefined
  const thread = client.channels.cache.get(message.channel_id)
  return thread?.isThread() && thread.parent?.type !== ChannelType.GuildText ? thread.name : undefined
}

/** The group is the one this account was seen in last; who was seen nowhere is not answered. */
async function hearPrivate(ground: Ground, message: Message & Created, typed: Typed): Promise<void> {
  const [group] = await ground.door.groupsOf(mint(message.author.id))
  const guild = group && bareId(group)
  if (!guild) return
  const { name: _name, ...who } = by(ground, guild, message.author)
  await ground.emit({ ...said(ground, message, typed), group, ...who, private: true })
}
