/** Who an account is in a guild: its name there and its role, from the section's roles and from permissions. */

import type { Guild } from 'discord.js'
import { PermissionFlagsBits } from 'discord-api-types/v10'
import type { Role } from '../../src/core/words.ts'
import type { DiscordConfig } from './config.ts'
import type { Ground } from './ground.ts'
import { madeAt, mint } from './ids.ts'
import { named } from './naming.ts'
import { shownName } from './text/read.ts'

interface Account {
  readonly id: string
  readonly username: string
  readonly global_name: string | null
  readonly bot?: boolean
}
/** What of a membership counts, as the gateway and REST send it. */
interface Membership {
  readonly nick?: string | null
  /** Ids. */
  readonly roles?: readonly string[]
}

/** The part of an event that says who did it. Without a membership the role stays what it was. */
export function by(ground: Ground, guildId: string, user: Account, member?: Membership) {
  const guild = ground.client.guilds.cache.get(guildId)
  const role = guild && member?.roles ? roleIn(guild, user.id, member.roles, ground.section(guildId)) : undefined
  const roles = guild && member?.roles ? roleNames(guild, member.roles) : []
  return {
    user: mint(user.id),
    name: shownName(user, member?.nick),
    ...(role && { role }),
    ...(user.bot && { bot: true }),
    ...(roles.length > 0 && { roles }),
  }
}
/** An id tells when the account was made; a picture of the server's own is one, too. */
export const accountOf = (
  { id, avatar }: { readonly id: string; readonly avatar: string | null },
  member?: { readonly avatar?: string | null | undefined },
) => ({ accountAt: madeAt(id), avatar: Boolean(avatar ?? member?.avatar) })
/** Names rather than ids: they are what owners write into their rules. */
export const roleNames = (guild: Guild, ids: readonly string[]): string[] =>
  ids.flatMap((id) => guild.roles.cache.get(id)?.name.slice(0, 100) ?? []).slice(0, 250)

const moderating =
  PermissionFlagsBits.BanMembers | PermissionFlagsBits.KickMembers | PermissionFlagsBits.ModerateMembers

/** The highest that the server's ownership, the section's lists and, where it says so, permissions give. */
export function roleIn(guild: Guild, user: string, roleIds: readonly string[], { roles }: DiscordConfig): Role {
  if (guild.ownerId === user) return 'owner'
  const bits = roles.byPermission ? permissionsOf(guild, roleIds) : 0n
  if (bits & PermissionFlagsBits.Administrator || holdsAny(guild, roles.owner, roleIds)) return 'owner'
  return bits & moderating || holdsAny(guild, roles.moderator, roleIds) ? 'moderator' : 'member'
}
const holdsAny = (guild: Guild, wanted: readonly string[], roleIds: readonly string[]) => {
  if (wanted.length === 0) return false
  const all = [...guild.roles.cache.values()]
  return wanted.some((name) => roleIds.includes(named(all, name)?.id ?? ''))
}

/** Of the whole server: everyone's and those of the roles, as one set. */
export function permissionsOf(guild: Guild, roleIds: readonly string[]): bigint {
  let bits = guild.roles.everyone?.permissions.bitfield ?? 0n
  for (const id of roleIds) bits |= guild.roles.cache.get(id)?.permissions.bitfield ?? 0n
  return bits
}
