/**
 * Who may do what: Discord's permission computation
 * (https://discord.com/developers/docs/topics/permissions#permission-overwrites) and its role order.
 */
import { OverwriteType, PermissionFlagsBits } from 'discord-api-types/v10'
import { DiscordError } from './errors.ts'
import type { Channel, Guild, Member } from './state/records.ts'

export type Permission = keyof typeof PermissionFlagsBits

export const everything = Object.values(PermissionFlagsBits).reduce((all, bit) => all | bit, 0n)
/** All that somebody in a time-out keeps. */
const timedOut = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.ReadMessageHistory

export function bits(permissions: readonly Permission[]): bigint {
  return permissions.reduce((sum, name) => sum | PermissionFlagsBits[name], 0n)
}

/** What the member's roles grant in the whole guild. */
export function guildPermissions(guild: Guild, member: Member): bigint {
  if (guild.info.owner_id === member.user.id) return everything
  let sum = BigInt(guild.roles.get(guild.id)?.permissions ?? '0')
  for (const id of member.roles) sum |= BigInt(guild.roles.get(id)?.permissions ?? '0')
  return sum & PermissionFlagsBits.Administrator ? everything : sum
}

/** What the member may do in one channel: roles, then overwrites for everyone, for roles, for the member. */
export function channelPermissions(guild: Guild, member: Member, channel: Channel, now: number): bigint {
  const base = guildPermissions(guild, member)
  if (base === everything) return base
  const own = channel.api.permission_overwrites
  const holder = channel.api.thread_metadata ? guild.channels.get(channel.api.parent_id ?? '') : undefined
  const result = withOverwrites(base, guild, member, holder?.api.permission_overwrites ?? own ?? [])
  return isTimedOut(member, now) ? result & timedOut : result
}

function withOverwrites(
  base: bigint,
  guild: Guild,
  member: Member,
  overwrites: NonNullable<Channel['api']['permission_overwrites']>,
): bigint {
  let everyone = { allow: 0n, deny: 0n }
  const roles = { allow: 0n, deny: 0n }
  let self = { allow: 0n, deny: 0n }
  for (const overwrite of overwrites) {
    const here = { allow: BigInt(overwrite.allow), deny: BigInt(overwrite.deny) }
    if (overwrite.id === guild.id) everyone = here
    else if (overwrite.type === OverwriteType.Member && overwrite.id === member.user.id) self = here
    else if (overwrite.type === OverwriteType.Role && member.roles.includes(overwrite.id)) {
      roles.allow |= here.allow
      roles.deny |= here.deny
    }
  }
  return [everyone, roles, self].reduce((sum, { allow, deny }) => (sum & ~deny) | allow, base)
}

export function isTimedOut(member: Member, now: number): boolean {
  const until = member.communication_disabled_until
  return until !== null && Date.parse(until) > now
}

/** Position of the member's highest role; 0 is @everyone. */
export function rank(guild: Guild, member: Member): number {
  return Math.max(0, ...member.roles.map((id) => guild.roles.get(id)?.position ?? 0))
}

/** Whether one may act upon the other: the owner upon all, nobody upon the owner, else the higher role. */
export function outranks(guild: Guild, actor: Member, target: Member): boolean {
  if (guild.info.owner_id === actor.user.id) return true
  if (guild.info.owner_id === target.user.id) return false
  return rank(guild, actor) > rank(guild, target)
}

/** @throws {DiscordError} 50001 for one who is not a member, 50013 for one without the permission */
export function needInGuild(guild: Guild, actor: string, ...permissions: Permission[]): Member {
  const member = guild.members.get(actor)
  if (!member) throw new DiscordError('missingAccess')
  const wanted = bits(permissions)
  if ((guildPermissions(guild, member) & wanted) !== wanted) throw new DiscordError('missingPermissions')
  return member
}

/** As {@link needInGuild}, in a channel: one who cannot see it gets 50001. Private channels ask for nothing. */
export function needInChannel(channel: Channel, actor: string, now: number, ...permissions: Permission[]): void {
  if (!channel.guild) return
  const member = channel.guild.members.get(actor)
  if (!member) throw new DiscordError('missingAccess')
  const granted = channelPermissions(channel.guild, member, channel, now)
  if (!(granted & PermissionFlagsBits.ViewChannel)) throw new DiscordError('missingAccess')
  const wanted = bits(permissions)
  if ((granted & wanted) !== wanted) throw new DiscordError('missingPermissions')
}
