/** Reactions. The gateway gives them no time and no id: the last state of each is remembered for a while instead. */
import { GatewayDispatchEvents } from 'discord-api-types/v10'
import type { Dispatched, Ground } from '../ground.ts'
import { mint, mintMessage } from '../ids.ts'
import { by } from '../people.ts'
import { Recent } from '../recent.ts'

const kept = 20_000
/** Told twice within this time is once; later it was taken away in between, be it with all others. */
const togetherMs = 10_000

type Added = Dispatched<GatewayDispatchEvents.MessageReactionAdd>
type Removed = Dispatched<GatewayDispatchEvents.MessageReactionRemove>

export function hearReactions(ground: Ground): void {
  const last = new Recent<{ readonly added: boolean; readonly at: number }>(kept)
  const tell = async (reaction: Added | Removed, added: boolean) => {
    const { guild_id, channel_id, message_id, user_id, emoji } = reaction
    if (!guild_id || user_id === ground.client.user.id) return
    const sign = emoji.name ?? emoji.id ?? ''
    const key = `${message_id}/${user_id}/${emoji.id ?? sign}`
    const at = ground.now()
    const before = last.get(key)
    if ((before?.added === added && at - before.at < togetherMs) || isBot(ground, reaction)) return
    last.set(key, { added, at })
    const member = 'member' in reaction ? reaction.member : undefined
    await ground.emit({
      type: 'reaction',
      id: `discord:reaction:${key}:${added ? '+' : '-'}${at}`,
      at,
      group: mint(guild_id),
      where: channel_id,
      ...(member?.user ? by(ground, guild_id, member.user, member) : { user: mint(user_id) }),
      message: mintMessage(channel_id, message_id),
      emoji: sign.slice(0, 64),
      added,
    })
  }
  ground.hear(GatewayDispatchEvents.MessageReactionAdd, (reaction) => tell(reaction, true))
  ground.hear(GatewayDispatchEvents.MessageReactionRemove, (reaction) => tell(reaction, false))
}
const isBot = ({ client }: Ground, reaction: Added | Removed) =>
  ('member' in reaction ? reaction.member?.user.bot : client.users.cache.get(reaction.user_id)?.bot) ?? false
