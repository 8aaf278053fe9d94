/** What is done to channels and to the server as a whole. */
import {
  type APIGuild,
  type APIGuildScheduledEvent,
  GuildFeature,
  GuildScheduledEventEntityType,
  GuildScheduledEventPrivacyLevel,
  GuildScheduledEventStatus,
  Routes,
} from 'discord-api-types/v10'
import type { ActionOf } from '../../../src/core/action.ts'
import { channelFor } from '../channels.ts'
import { denied, done, gone } from '../errors.ts'
import type { Ground } from '../ground.ts'
import { type Dial, type Held, hold, placeOf, release, settle } from '../held.ts'
import { lackingInChannel, lackingInGuild } from '../safety.ts'
import { auditReason, type Perform } from './performing.ts'

export const slow: Perform<'slow'> = async ({ ground, guild, filed, languages }, action) => {
  const held = holderOf(action)
  const kept = action.back === undefined ? undefined : await placeOf(ground, guild.id, 'slow', held)
  const id = kept ?? channelFor(ground, guild, { where: action.where, feature: filed.feature })
  if (id === undefined) return denied(languages, 'denied.channel.none')
  const channel = guild.channels.cache.get(id)
  if (!channel) return gone('no such channel')
  const refusal = lackingInChannel(ground, guild, id, [channel.isThread() ? 'ManageThreads' : 'ManageChannels'])
  if (refusal) return refusal
  const setting = { guild: guild.id, what: 'slow', place: id }
  const dial = slowDial(ground, id, action.reason)
  await turned({ ground, setting, dial }, action, held, Math.ceil(action.gapMs / 1000))
  return done
}
/** Which channel our own choice is may change meanwhile: it is put back where it was set. */
const holderOf = ({ keep, back, where }: ActionOf<'slow'>) =>
  `${keep ?? back}${where === undefined ? ' *' : ` ${where}`}`
function slowDial({ client: { rest } }: Ground, channel: string, reason: string): Dial {
  const route = Routes.channel(channel)
  return {
    read: async () => ((await rest.get(route)) as { rate_limit_per_user?: number }).rate_limit_per_user ?? 0,
    write: (seconds) => rest.patch(route, { body: { rate_limit_per_user: seconds }, reason: auditReason(reason) }),
  }
}
/** For a while, back as it was, or for good. */
function turned(
  held: Held,
  { keep, back }: Pick<ActionOf<'slow'>, 'keep' | 'back'>,
  holder: string,
  value: number,
): Promise<void> {
  if (back !== undefined) return release(held, holder)
  return keep === undefined ? settle(held, value) : hold(held, holder, value)
}

/** No end is set: whoever paused them takes it back. */
export const invites: Perform<'invites'> = async ({ ground, guild }, action) => {
  const refusal = lackingInGuild(ground, guild, 'invites')
  if (refusal) return refusal
  const setting = { guild: guild.id, what: 'invites', place: '' }
  const dial = invitesDial(ground, guild.id, action.reason)
  await turned({ ground, setting, dial }, action, `${action.keep ?? action.back}`, action.paused ? 1 : 0)
  return done
}
function invitesDial({ client: { rest } }: Ground, guild: string, reason: string): Dial {
  const route = Routes.guild(guild)
  const read = async () => new Set(((await rest.get(route)) as Pick<APIGuild, 'features'>).features)
  return {
    read: async () => ((await read()).has(GuildFeature.InvitesDisabled) ? 1 : 0),
    write: async (paused) => {
      const features = await read()
      if (features.has(GuildFeature.InvitesDisabled) === paused > 0) return
      if (paused > 0) features.add(GuildFeature.InvitesDisabled)
      else features.delete(GuildFeature.InvitesDisabled)
      await rest.patch(route, { body: { features: [...features] }, reason: auditReason(reason) })
    },
  }
}

/** Discord has no nonce for these: one of the same name at the same time is the one we made. */
export const gathering: Perform<'gathering'> = async ({ ground, guild }, action) => {
  const refusal = lackingInGuild(ground, guild, 'gathering')
  if (refusal) return refusal
  const { rest } = ground.client
  const start = new Date(action.at).toISOString()
  const planned = (await rest.get(Routes.guildScheduledEvents(guild.id))) as APIGuildScheduledEvent[]
  const same = planned.some(
    ({ name, scheduled_start_time, status }) =>
      name === action.title &&
      Date.parse(scheduled_start_time) === action.at &&
      status !== GuildScheduledEventStatus.Canceled,
  )
  if (same) return done
  const body = {
    name: action.title,
    description: action.text,
    entity_type: GuildScheduledEventEntityType.External,
    entity_metadata: { location: action.place },
    privacy_level: GuildScheduledEventPrivacyLevel.GuildOnly,
    scheduled_start_time: start,
    scheduled_end_time: new Date(action.until).toISOString(),
  }
  await rest.post(Routes.guildScheduledEvents(guild.id), { body })
  return done
}
