/** Which intent an event asks for (https://discord.com/developers/docs/events/gateway#list-of-intents). */
import { GatewayIntentBits as Bit } from 'discord-api-types/v10'

const inGuild: Record<string, number> = {
  MESSAGE: Bit.GuildMessages,
  REACTION: Bit.GuildMessageReactions,
  TYPING: Bit.GuildMessageTyping,
}
const inDm: Record<string, number> = {
  MESSAGE: Bit.DirectMessages,
  REACTION: Bit.DirectMessageReactions,
  TYPING: Bit.DirectMessageTyping,
}
const byPrefix: readonly [prefix: string, bit: number][] = [
  ['GUILD_AUDIT_LOG_ENTRY', Bit.GuildModeration],
  ['GUILD_BAN', Bit.GuildModeration],
  ['GUILD_MEMBERS_CHUNK', 0],
  ['GUILD_MEMBER', Bit.GuildMembers],
  ['THREAD_MEMBERS_UPDATE', Bit.Guilds],
  ['GUILD_SCHEDULED_EVENT', Bit.GuildScheduledEvents],
  ['GUILD_', Bit.Guilds],
  ['CHANNEL_', Bit.Guilds],
  ['THREAD_', Bit.Guilds],
  ['INVITE_', Bit.GuildInvites],
  ['AUTO_MODERATION_RULE', Bit.AutoModerationConfiguration],
  ['AUTO_MODERATION_ACTION', Bit.AutoModerationExecution],
  ['PRESENCE_', Bit.GuildPresences],
]

/** The bit needed; 0 where none is (interactions, chunks that were asked for). */
export function intentFor(event: string, guild: boolean): number {
  const table = guild ? inGuild : inDm
  if (event.startsWith('MESSAGE_REACTION')) return table.REACTION ?? 0
  if (event.startsWith('MESSAGE_') || event === 'CHANNEL_PINS_UPDATE')
    return event === 'CHANNEL_PINS_UPDATE' && guild ? Bit.Guilds : (table.MESSAGE ?? 0)
  if (event.startsWith('TYPING_')) return table.TYPING ?? 0
  return byPrefix.find(([prefix]) => event.startsWith(prefix))?.[1] ?? 0
}

/** Privileged intents asked for but not allowed in the portal: reason to close with 4014. */
export function disallowed(
  intents: number,
  allowed: { members: boolean; presences: boolean; content: boolean },
): boolean {
  return (
    (!allowed.members && Boolean(intents & Bit.GuildMembers)) ||
    (!allowed.presences && Boolean(intents & Bit.GuildPresences)) ||
    (!allowed.content && Boolean(intents & Bit.MessageContent))
  )
}
