/**
 * What Discord would refuse is not asked: the answer is known from roles and permissions, it says what to click, and no
 * refused request is counted against the bot. Where the cache does not know, Discord decides.
 */

import type { Guild, GuildMember } from 'discord.js'
import { PermissionFlagsBits } from 'discord-api-types/v10'
import type { ActionType, Outcome } from '../../src/core/action.ts'
import type { Locale } from '../../src/core/words.ts'
import { denied } from './errors.ts'
import type { Ground } from './ground.ts'
import { named } from './naming.ts'
import { lacking, nameOf, perChannel, rightsFor } from './permissions.ts'

type Refusal = Extract<Outcome, { ok: false }>

const oursIn = (guild: Guild) => guild.members.me?.roles.botRole?.name ?? guild.client.user.username
const languagesOf = (ground: Ground, guild: Guild) => ground.rules(guild.id)?.languages ?? []

/** What of a whole-server kind an action lacks; undefined where nothing does. */
export function lackingInGuild(ground: Ground, guild: Guild, type: ActionType): Refusal | undefined {
  const { me } = guild.members
  if (!me) return undefined
  const wanted = rightsFor[type].map(({ permission }) => permission).filter((one) => !perChannel.has(one))
  return lacks(ground, guild, lacking(wanted, me.permissions.bitfield))
}
/** What it lacks in a channel: not all that an action may take is taken each time. */
export function lackingInChannel(
  ground: Ground,
  guild: Guild,
  channelId: string,
  wanted: readonly (typeof rightsFor)[ActionType][number]['permission'][],
): Refusal | undefined {
  const channel = guild.channels.cache.get(channelId)
  const { me } = guild.members
  if (!channel || !me) return undefined
  const missing = lacking(wanted, channel.permissionsFor(me).bitfield)
  if (missing.length === 0) return undefined
  return denied(languagesOf(ground, guild), 'denied.channel', (locale) => ({
    channel: channel.name,
    ours: oursIn(guild),
    permissions: listed(missing, locale),
  }))
}
const listed = (missing: ReturnType<typeof lacking>, locale: Locale) =>
  missing.map((one) => nameOf(one)[locale]).join(locale === 'zh' ? '、' : ', ')
function lacks(ground: Ground, guild: Guild, missing: ReturnType<typeof lacking>): Refusal | undefined {
  if (missing.length === 0) return undefined
  return denied(languagesOf(ground, guild), 'denied.permission', (locale) => ({
    ours: oursIn(guild),
    permissions: listed(missing, locale),
  }))
}

/** Whether a member stands out of the bot's reach: the owner, itself, or somebody whose highest role is not below its own. */
export function outOfReach(ground: Ground, guild: Guild, member: GuildMember, type: ActionType): Refusal | undefined {
  const languages = languagesOf(ground, guild)
  const { me } = guild.members
  const name = member.displayName
  if (member.id === guild.client.user.id) return denied(languages, 'denied.self')
  if (member.id === guild.ownerId) return denied(languages, 'denied.owner', { name })
  if (!me) return undefined
  if (type === 'mute' && member.permissions.has(PermissionFlagsBits.Administrator))
    return denied(languages, 'denied.admin', { name })
  if (type === 'role' || me.roles.highest.comparePositionTo(member.roles.highest) > 0) return undefined
  const [theirs, ours] = [member.roles.highest.name, me.roles.highest.name]
  return denied(languages, 'denied.above', { name, theirs, ours })
}

/** The role that is meant, or why it cannot be given. */
export function givable(ground: Ground, guild: Guild, wanted: string): { readonly id: string } | Refusal {
  const languages = languagesOf(ground, guild)
  const role = named(
    [...guild.roles.cache.values()].filter(({ id }) => id !== guild.id),
    wanted,
  )
  if (!role) return denied(languages, 'denied.role.none', { role: wanted })
  if (role.managed) return denied(languages, 'denied.role.managed', { role: role.name })
  const { me } = guild.members
  if (me && me.roles.highest.comparePositionTo(role) <= 0)
    return denied(languages, 'denied.role.above', { role: role.name, ours: me.roles.highest.name })
  return { id: role.id }
}
