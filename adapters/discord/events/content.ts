/** What a message says and what came along with it, in our words. */
import type { APIAttachment, APIBaseMessage, APIUser } from 'discord-api-types/v10'
import { MessageFlags, MessageReferenceType } from 'discord-api-types/v10'
import type { EventOf } from '../../../src/core/event.ts'
import type { Ground } from '../ground.ts'
import { mint } from '../ids.ts'
import { read, shownName } from '../text/read.ts'
import type { Typed } from './typed.ts'

type Kind = NonNullable<EventOf<'message'>['kinds']>[number]
export interface Message extends APIBaseMessage {
  readonly guild_id?: string
  readonly mentions: (APIUser & { readonly member?: { readonly nick?: string | null } })[]
}

/** The text with names for ids. A forwarded message says what it forwards, a forum post its title first. */
export function textOf(ground: Ground, message: Message, typed: Typed, title?: string): string {
  const { cache } = ground.client.channels
  const guild = message.guild_id ? ground.client.guilds.cache.get(message.guild_id) : undefined
  const users = new Map(message.mentions.map((user) => [user.id, shownName(user, user.member?.nick)]))
  const named = {
    user: (id: string) => users.get(id) ?? guild?.members.cache.get(id)?.displayName,
    channel: (id: string) => {
      const channel = cache.get(id)
      return channel && 'name' in channel ? (channel.name ?? undefined) : undefined
    },
    role: (id: string) => guild?.roles.cache.get(id)?.name,
  }
  const said = [title, message.content, forwarded(message), message.poll?.question.text].filter(Boolean).join('\n\n')
  return read(said, named, typed(message.content)).slice(0, 20_000)
}
const forwarded = ({ message_snapshots = [] }: Message) =>
  message_snapshots.map(({ message }) => message.content).join('\n')

export function kindsOf(message: Message): Kind[] {
  const forwards = message.message_reference?.type === MessageReferenceType.Forward
  const kinds = new Set<Kind>(message.attachments.map((attachment) => kindOf(attachment, message.flags ?? 0)))
  if (message.sticker_items?.length) kinds.add('sticker')
  if (message.poll) kinds.add('poll')
  if (forwards) kinds.add('forward')
  if (/https?:\/\/\S/i.test(message.content)) kinds.add('link')
  return [...kinds]
}
function kindOf({ content_type = '' }: APIAttachment, flags: number): Kind {
  if (flags & MessageFlags.IsVoiceMessage) return 'audio'
  const [family] = content_type.split('/')
  return family === 'image' || family === 'audio' || family === 'video' ? family : 'file'
}

/** Whom a message calls. The bot is called, too, by the role that Discord made for it. */
export function calledIn(ground: Ground, message: Message) {
  const me = ground.client.user.id
  const role = message.guild_id ? ground.client.guilds.cache.get(message.guild_id)?.roles.botRoleFor(me)?.id : undefined
  const toBot =
    message.mentions.some(({ id }) => id === me) || (role !== undefined && message.mention_roles.includes(role))
  const mentions = message.mentions.slice(0, 200).map(({ id }) => mint(id))
  return { ...(mentions.length > 0 && { mentions }), ...(toBot && { mentionsBot: true }) }
}
