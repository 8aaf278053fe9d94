/** Where something is said: in the channel it answers, in the feature's, or where the server says what concerns all. */

import type { Guild, GuildBasedChannel } from 'discord.js'
import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10'
import type { Ground } from './ground.ts'
import { named } from './naming.ts'
import { saidInBoth } from './texts.ts'

export interface Wish {
  readonly where?: string | undefined
  readonly to?: 'staff' | undefined
  /** Whose wish it is. */
  readonly feature: string
}
const writing = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages
const texty: ReadonlySet<ChannelType> = new Set([ChannelType.GuildText, ChannelType.GuildAnnouncement])

/** Discord's id; undefined where the guild has no channel to write in. */
export function channelFor(ground: Ground, guild: Guild, { where, to, feature }: Wish): string | undefined {
  if (where !== undefined) return where
  if (to === 'staff') return staffRoomOf(ground, guild)?.id
  const { channels } = ground.section(guild.id)
  const own =
    feature in channels && feature !== 'moderation' && feature !== 'alerts' ? channels[feature as 'rules'] : undefined
  return (find(ground, guild, own, feature) ?? find(ground, guild, channels.default, 'default') ?? usual(guild))?.id
}
/** The channel for cases; undefined where the section names none, or one that is not there. */
export function staffRoomOf(ground: Ground, guild: Guild): GuildBasedChannel | undefined {
  return find(ground, guild, ground.section(guild.id).channels.moderation, 'moderation')
}

/** What the owner is told of a name that no channel has, until one has. */
const lost = new WeakMap<Ground, Map<string, () => void>>()
function find(
  ground: Ground,
  guild: Guild,
  wanted: string | undefined,
  feature: string,
): GuildBasedChannel | undefined {
  if (wanted === undefined) return undefined
  const found = named([...guild.channels.cache.filter((channel) => !channel.isThread()).values()], wanted)
  const notices = lost.get(ground) ?? new Map<string, () => void>()
  lost.set(ground, notices)
  const key = `discord channel ${guild.id} ${feature}`
  if (found) {
    notices.get(key)?.()
    notices.delete(key)
  } else if (!notices.has(key)) {
    const text = saidInBoth('channel.lost', { guild: guild.name, channel: wanted, feature })
    notices.set(key, ground.door.tell({ key, text }))
  }
  return found
}

/** The server's system channel, else the topmost in which the bot may write. */
function usual(guild: Guild): GuildBasedChannel | undefined {
  const { me } = guild.members
  const fits = (channel: GuildBasedChannel) =>
    texty.has(channel.type) && (!me || channel.permissionsFor(me).has(writing))
  if (guild.systemChannel && fits(guild.systemChannel)) return guild.systemChannel
  return [...guild.channels.cache.values()]
    .filter(fits)
    .sort((a, b) => ('rawPosition' in a ? a.rawPosition : 0) - ('rawPosition' in b ? b.rawPosition : 0))[0]
}
