/**
 * Locks a channel, a thread, or the whole server: nobody but those whose own roles allow it may write. What stood there
 * before is kept, so that unlocking puts it back.
 */

import type { Guild, GuildBasedChannel } from 'discord.js'
import { OverwriteType, PermissionFlagsBits, Routes } from 'discord-api-types/v10'
import type { Outcome } from '../../../src/core/action.ts'
import { done, gone } from '../errors.ts'
import type { Ground } from '../ground.ts'
import { lackingInGuild } from '../safety.ts'
import { doorDb } from '../tables.ts'
import { auditReason, type Perform } from './performing.ts'

const anyWriting =
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.CreatePublicThreads |
  PermissionFlagsBits.CreatePrivateThreads |
  PermissionFlagsBits.AddReactions

/**
 * Discord lets a bot change only what it may itself; and what it may by everybody's role alone, it could not put back.
 */
function writingOf({ members, roles }: Guild): bigint {
  const own = members.me?.roles.cache.filter(({ id }) => id !== roles.everyone.id)
  const bits = own?.reduce((sum, role) => sum | role.permissions.bitfield, 0n) ?? 0n
  return bits & PermissionFlagsBits.Administrator ? anyWriting : bits & anyWriting
}

interface Lock {
  readonly writing: bigint
  readonly ground: Ground
  readonly guild: Guild
  readonly reason: string
  readonly locked: boolean
}

export const lock: Perform<'lock'> = async ({ ground, guild }, action) => {
  const refusal = lackingInGuild(ground, guild, 'lock')
  if (refusal) return refusal
  const work: Lock = {
    writing: writingOf(guild),
    ground,
    guild,
    reason: auditReason(action.reason),
    locked: action.locked,
  }
  if (action.where === undefined) return lockAll(work)
  const channel = guild.channels.cache.get(action.where)
  return channel ? lockOne(work, channel) : gone('no such channel')
}

async function lockOne(work: Lock, channel: GuildBasedChannel): Promise<Outcome> {
  const { ground, reason, locked } = work
  if (channel.isThread()) {
    // An archived thread has to be opened to be changed; one that is open stays so.
    const body = { locked, ...(channel.archived && { archived: false }) }
    await ground.client.rest.patch(Routes.channel(channel.id), { body, reason })
    return done
  }
  await (locked ? shut(work, channel) : open(work, channel))
  return done
}

interface Bits {
  readonly allow: bigint
  readonly deny: bigint
}
const bitsOf = (channel: GuildBasedChannel, id: string): Bits => {
  const found = 'permissionOverwrites' in channel ? channel.permissionOverwrites.cache.get(id) : undefined
  return { allow: found?.allow.bitfield ?? 0n, deny: found?.deny.bitfield ?? 0n }
}

async function shut(work: Lock, channel: GuildBasedChannel): Promise<void> {
  const { ground, guild } = work
  const me = guild.client.user.id
  const writing = work.writing & (guild.members.me?.permissionsIn(channel).bitfield ?? 0n)
  const [before, own] = [bitsOf(channel, guild.id), bitsOf(channel, me)]
  // Locked already: what stood there before is known, and must not be overwritten by what a lock made of it.
  if (!(await stood(ground, guild.id, channel.id))) {
    await keep(ground, guild.id, channel.id, before)
    await keep(ground, guild.id, ownIn(channel.id), own)
  }
  // Else a lock on everybody would be one on the bot, which could not even take it back.
  await overwrite(work, channel.id, me, OverwriteType.Member, { allow: own.allow | writing, deny: own.deny & ~writing })
  await overwrite(work, channel.id, guild.id, OverwriteType.Role, {
    allow: before.allow & ~writing,
    deny: before.deny | writing,
  })
}
async function open(work: Lock, channel: GuildBasedChannel): Promise<void> {
  const { ground, guild, reason } = work
  const me = guild.client.user.id
  const before = (await stood(ground, guild.id, channel.id)) ?? { allow: 0n, deny: 0n }
  const now = bitsOf(channel, guild.id)
  await overwrite(work, channel.id, guild.id, OverwriteType.Role, restored(now, before, work.writing))
  const own = await stood(ground, guild.id, ownIn(channel.id))
  if (own && (own.allow | own.deny) === 0n)
    await ground.client.rest.delete(Routes.channelPermission(channel.id, me), { reason })
  else if (own) await overwrite(work, channel.id, me, OverwriteType.Member, own)
  await forget(ground, guild.id, channel.id)
  await forget(ground, guild.id, ownIn(channel.id))
}
/** What stood there for the bot itself. */
const ownIn = (channel: string) => `${channel} own`
/** Only what a lock touches is put back: what else was changed meanwhile stays. */
const restored = (now: Bits, before: Bits, writing: bigint): Bits => ({
  allow: (now.allow & ~writing) | (before.allow & writing),
  deny: (now.deny & ~writing) | (before.deny & writing),
})
const overwrite = ({ ground, reason }: Lock, channel: string, id: string, type: OverwriteType, { allow, deny }: Bits) =>
  ground.client.rest.put(Routes.channelPermission(channel, id), {
    body: { type, allow: String(allow), deny: String(deny) },
    reason,
  })

/** The role that everybody has loses the right; channels that grant it by themselves are locked one by one. */
async function lockAll(work: Lock): Promise<Outcome> {
  const { ground, guild, reason, locked, writing } = work
  const { bitfield } = guild.roles.everyone.permissions
  const before = await stood(ground, guild.id, '')
  if (locked && !before) await keep(ground, guild.id, '', { allow: bitfield, deny: 0n })
  const permissions = locked ? bitfield & ~writing : bitfield | ((before?.allow ?? writing) & writing)
  await ground.client.rest.patch(Routes.guildRole(guild.id, guild.id), {
    body: { permissions: String(permissions) },
    reason,
  })
  for (const channel of await concerned(work)) await lockOne(work, channel)
  if (!locked) await forget(ground, guild.id, '')
  return done
}
async function concerned({ ground, guild, locked }: Lock): Promise<GuildBasedChannel[]> {
  const channels = [...guild.channels.cache.values()].filter((channel) => !channel.isThread())
  if (locked)
    return channels.filter((channel) => (bitsOf(channel, guild.id).allow & PermissionFlagsBits.SendMessages) !== 0n)
  const rows = await doorDb(ground.db)
    .selectFrom('discord_locks')
    .select('channel')
    .where('guild', '=', guild.id)
    .execute()
  return channels.filter(({ id }) => rows.some(({ channel }) => channel === id))
}

async function stood({ db }: Ground, guild: string, channel: string): Promise<Bits | undefined> {
  const row = await doorDb(db)
    .selectFrom('discord_locks')
    .selectAll()
    .where('guild', '=', guild)
    .where('channel', '=', channel)
    .executeTakeFirst()
  return row && { allow: BigInt(row.allow), deny: BigInt(row.deny) }
}
async function keep({ db }: Ground, guild: string, channel: string, { allow, deny }: Bits): Promise<void> {
  await doorDb(db)
    .insertInto('discord_locks')
    .values({ guild, channel, allow: String(allow), deny: String(deny) })
    .execute()
}
async function forget({ db }: Ground, guild: string, channel: string): Promise<void> {
  await doorDb(db).deleteFrom('discord_locks').where('guild', '=', guild).where('channel', '=', channel).execute()
}
