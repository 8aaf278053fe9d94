/** Looking things up, or refusing with Discord's own "Unknown …". */
import type { APIMessage, APIRole } from 'discord-api-types/v10'
import { DiscordError } from '../errors.ts'
import type { Account, Channel, Guild, Member } from '../state/records.ts'
import type { World } from '../state/world.ts'

export function channelOf(world: World, id: string): Channel {
  const channel = world.channels.get(id)
  if (!channel || channel.guild?.available === false) throw new DiscordError('unknownChannel')
  return channel
}

/** A guild that the bot is in; the others are "Unknown Guild" to it. */
export function guildOf(world: World, id: string): Guild {
  const guild = world.guilds.get(id)
  if (!guild?.available || !guild.members.has(world.bot.id)) throw new DiscordError('unknownGuild')
  return guild
}

export function memberOf(world: World, guild: Guild, id: string): Member {
  const member = guild.members.get(id)
  if (!member) throw new DiscordError(world.users.has(id) ? 'unknownMember' : 'unknownUser')
  return member
}

export function userOf(world: World, id: string): Account {
  const user = world.users.get(id)
  if (!user) throw new DiscordError('unknownUser')
  return user
}

export function roleOf(guild: Guild, id: string): APIRole {
  const role = guild.roles.get(id)
  if (!role) throw new DiscordError('unknownRole')
  return role
}

export function messageOf(channel: Channel, id: string): APIMessage {
  const message = channel.messages.get(id)
  if (!message) throw new DiscordError('unknownMessage')
  return message
}
