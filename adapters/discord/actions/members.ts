/** What is done to one member. */

import { DiscordAPIError, type GuildMember } from 'discord.js'
import { RESTJSONErrorCodes, Routes } from 'discord-api-types/v10'
import type { ActionType, Outcome } from '../../../src/core/action.ts'
import { done, gone } from '../errors.ts'
import { mint } from '../ids.ts'
import { forgetMute, keepMute, longestMuteMs } from '../mutes.ts'
import { givable, lackingInGuild, outOfReach } from '../safety.ts'
import { accountOf, auditReason, type Perform, type Performing } from './performing.ts'

/** Discord deletes a banned member's messages of up to seven days. */
const mostDeleteSeconds = 604_800

interface Target {
  readonly id: string
  /** Undefined where the account is not in the guild (any more). */
  readonly member: GuildMember | undefined
}
/** Who it is done to, or why it cannot be. */
async function reach(
  { ground, guild }: Performing,
  action: { readonly type: ActionType; readonly user: string },
): Promise<Target | Outcome> {
  const account = accountOf(action)
  if (!('id' in account)) return account
  const refusal = lackingInGuild(ground, guild, action.type)
  if (refusal) return refusal
  const member = await memberOf({ ground, guild }, account.id)
  return (member && outOfReach(ground, guild, member, action.type)) ?? { id: account.id, member }
}
/** Without the intent nobody tells of their roles when they change: what is cached may be old. */
async function memberOf(
  { ground, guild }: Pick<Performing, 'ground' | 'guild'>,
  id: string,
): Promise<GuildMember | undefined> {
  try {
    return await guild.members.fetch({ user: id, force: !ground.intents.members })
  } catch (error) {
    if (error instanceof DiscordAPIError && goneCodes.has(error.code)) return undefined
    throw error
  }
}
const goneCodes: ReadonlySet<string | number> = new Set([
  RESTJSONErrorCodes.UnknownMember,
  RESTJSONErrorCodes.UnknownUser,
  RESTJSONErrorCodes.UnknownBan,
])
const isTarget = (found: Target | Outcome): found is Target => 'id' in found
const notHere = gone('not a member of the server')

export const mute: Perform<'mute'> = async (performing, action) => {
  const { ground, guild } = performing
  const target = await reach(performing, action)
  if (!isTarget(target)) return target
  if (!target.member) return notHere
  const until = ground.now() + action.forMs
  const appliedUntil = Math.min(until, ground.now() + longestMuteMs)
  const reason = auditReason(action.reason)
  const body = { communication_disabled_until: new Date(appliedUntil).toISOString() }
  await ground.client.rest.patch(Routes.guildMember(guild.id, target.id), { body, reason })
  if (until > appliedUntil)
    await keepMute(ground, { guild: guild.id, user_id: mint(target.id), until, applied_until: appliedUntil, reason })
  else await forgetMute(ground, guild.id, mint(target.id))
  return done
}
export const unmute: Perform<'unmute'> = async (performing, action) => {
  const { ground, guild } = performing
  await forgetMute(ground, guild.id, action.user)
  const target = await reach(performing, action)
  if (!isTarget(target)) return target
  if (!target.member) return notHere
  const body = { communication_disabled_until: null }
  await ground.client.rest.patch(Routes.guildMember(guild.id, target.id), { body, reason: auditReason(action.reason) })
  return done
}
export const kick: Perform<'kick'> = async (performing, action) => {
  const { ground, guild } = performing
  const target = await reach(performing, action)
  if (!isTarget(target)) return target
  if (!target.member) return performing.filed.attempt > 1 ? done : notHere
  const request = ground.client.rest.delete(Routes.guildMember(guild.id, target.id), {
    reason: auditReason(action.reason),
  })
  return unlessGone(request)
}
/** Somebody who is not there can be banned, too: they will not come back. */
export const ban: Perform<'ban'> = async (performing, action) => {
  const { ground, guild } = performing
  const target = await reach(performing, action)
  if (!isTarget(target)) return target
  const seconds = Math.min(mostDeleteSeconds, Math.floor((action.deleteMs ?? 0) / 1000))
  const body = seconds > 0 ? { delete_message_seconds: seconds } : {}
  await ground.client.rest.put(Routes.guildBan(guild.id, target.id), { body, reason: auditReason(action.reason) })
  return done
}
export const unban: Perform<'unban'> = async ({ ground, guild }, action) => {
  const account = accountOf(action)
  if (!('id' in account)) return account
  const refusal = lackingInGuild(ground, guild, 'unban')
  if (refusal) return refusal
  const request = ground.client.rest.delete(Routes.guildBan(guild.id, account.id), {
    reason: auditReason(action.reason),
  })
  return unlessGone(request)
}
/** That there is nothing left to take away is as it should be: the answer to an earlier try may have been lost. */
async function unlessGone(request: Promise<unknown>): Promise<Outcome> {
  try {
    await request
  } catch (error) {
    if (!(error instanceof DiscordAPIError) || !goneCodes.has(error.code)) throw error
  }
  return done
}
export const role: Perform<'role'> = async (performing, action) => {
  const { ground, guild } = performing
  const target = await reach(performing, action)
  if (!isTarget(target)) return target
  if (!target.member) return notHere
  const given = givable(ground, guild, action.role)
  if (!('id' in given)) return given
  const route = Routes.guildMemberRole(guild.id, target.id, given.id)
  const reason = auditReason(action.reason)
  await (action.grant ? ground.client.rest.put(route, { reason }) : ground.client.rest.delete(route, { reason }))
  return done
}
export const nick: Perform<'nick'> = async (performing, action) => {
  const { ground, guild } = performing
  const target = await reach(performing, action)
  if (!isTarget(target)) return target
  if (!target.member) return notHere
  const body = { nick: action.name || null }
  await ground.client.rest.patch(Routes.guildMember(guild.id, target.id), { body, reason: auditReason(action.reason) })
  return done
}
