/** Reactions, unicode or custom. Who reacted is kept beside the message, as its own shape only counts. */
import type { APIMessage, APIReaction } from 'discord-api-types/v10'
import { DiscordError } from '../errors.ts'
import { limits } from '../limits.ts'
import { needInChannel } from '../permissions.ts'
import type { Channel } from '../state/records.ts'
import type { Actor, World } from '../state/world.ts'
import { messageOf } from './find.ts'

const reactors = new WeakMap<APIMessage, Map<string, Set<string>>>()

/** Emoji → ids of those who reacted with it. */
export function reactorsOf(message: APIMessage): Map<string, Set<string>> {
  const known = reactors.get(message) ?? new Map<string, Set<string>>()
  reactors.set(message, known)
  return known
}

/** `👍` or `name:id`. */
function emojiOf(text: string): { id: string | null; name: string } {
  const [name, id] = text.split(':')
  if (id === undefined && /^[\w\s]*$/.test(text)) throw new DiscordError('unknownEmoji')
  return { id: id ?? null, name: name ?? text }
}

export function react(world: World, channel: Channel, by: Actor, id: string, emoji: string): void {
  const message = messageOf(channel, id)
  const known = reactorsOf(message)
  const first = !known.has(emoji)
  needInChannel(channel, by.id, world.now(), 'ReadMessageHistory', ...(first ? (['AddReactions'] as const) : []))
  emojiOf(emoji)
  if (first && known.size >= limits.reactions) throw new DiscordError('tooManyReactions')
  const who = known.get(emoji) ?? new Set<string>()
  known.set(emoji, who)
  if (who.has(by.id)) return
  who.add(by.id)
  recount(world, message)
  tellReaction(world, channel, message, by.id, emoji, true)
}

/** Taking away another's reaction asks for Manage Messages. */
export function unreact(world: World, channel: Channel, by: Actor, id: string, emoji: string, user: string): void {
  const message = messageOf(channel, id)
  if (user !== by.id) needInChannel(channel, by.id, world.now(), 'ManageMessages')
  const who = reactorsOf(message).get(emoji)
  if (!who?.delete(user)) return
  if (who.size === 0) reactorsOf(message).delete(emoji)
  recount(world, message)
  tellReaction(world, channel, message, user, emoji, false)
}

export function clearReactions(world: World, channel: Channel, by: Actor, id: string, emoji?: string): void {
  needInChannel(channel, by.id, world.now(), 'ManageMessages')
  const message = messageOf(channel, id)
  if (emoji) reactorsOf(message).delete(emoji)
  else reactorsOf(message).clear()
  recount(world, message)
  const guild = channel.guild
  const d = { channel_id: channel.api.id, message_id: id, ...(guild && { guild_id: guild.id }) }
  const t = emoji ? 'MESSAGE_REACTION_REMOVE_EMOJI' : 'MESSAGE_REACTION_REMOVE_ALL'
  world.tell({ t, d: { ...d, ...(emoji && { emoji: emojiOf(emoji) }) }, channel, ...(guild && { guild }) })
}

function recount(world: World, message: APIMessage): void {
  message.reactions = [...reactorsOf(message)].map(
    ([emoji, who]): APIReaction => ({
      emoji: emojiOf(emoji),
      count: who.size,
      count_details: { burst: 0, normal: who.size },
      burst_colors: [],
      me_burst: false,
      me: who.has(world.bot.id),
    }),
  )
}

function tellReaction(
  world: World,
  channel: Channel,
  message: APIMessage,
  user: string,
  emoji: string,
  added: boolean,
): void {
  const guild = channel.guild
  const member = added && guild?.members.get(user)
  const d = {
    user_id: user,
    channel_id: channel.api.id,
    message_id: message.id,
    emoji: emojiOf(emoji),
    burst: false,
    type: 0,
    ...(guild && { guild_id: guild.id }),
    ...(member && { member }),
    ...(added && { message_author_id: message.author.id }),
  }
  const t = added ? 'MESSAGE_REACTION_ADD' : 'MESSAGE_REACTION_REMOVE'
  world.tell({ t, d, channel, ...(guild && { guild }) })
}
