/** Private channels between the bot and one user. */
import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10'
import { DiscordError } from '../errors.ts'
import type { Channel } from '../state/records.ts'
import type { World } from '../state/world.ts'
import { userOf } from './find.ts'

export function dmWith(world: World, user: string): Channel {
  const open = world.dms.get(user)
  if (open) return open
  const { api } = userOf(world, user)
  const channel = world.addChannel({
    id: world.id(),
    type: ChannelType.DM,
    flags: 0,
    last_message_id: null,
    recipients: [api],
  })
  world.dms.set(user, channel)
  return channel
}

/** @throws {DiscordError} 50007 when DMs are closed, or no guild is shared, or the user is a bot */
export function mayDm(world: World, channel: Channel): void {
  const user = channel.api.recipients?.[0]
  if (channel.guild || !user) return
  const shared = [...world.guilds.values()].some(
    (guild) => guild.members.has(user.id) && guild.members.has(world.bot.id),
  )
  if (!shared || user.bot || world.users.get(user.id)?.dmsClosed) throw new DiscordError('cannotDm')
}

export const dmPermissions = String(
  PermissionFlagsBits.ViewChannel |
    PermissionFlagsBits.SendMessages |
    PermissionFlagsBits.EmbedLinks |
    PermissionFlagsBits.AttachFiles |
    PermissionFlagsBits.ReadMessageHistory,
)
