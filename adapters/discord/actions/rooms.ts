/** What is done to channels and to the server as a whole. */
import {
  type APIGuildScheduledEvent,
  GuildFeature,
  GuildScheduledEventEntityType,
  GuildScheduledEventPrivacyLevel,
  GuildScheduledEventStatus,
  Routes,
} from 'discord-api-types/v10'
import { channelFor } from '../channels.ts'
import { denied, done, gone } from '../errors.ts'
import { lackingInChannel, lackingInGuild } from '../safety.ts'
import { auditReason, type Perform } from './performing.ts'

export const slow: Perform<'slow'> = async ({ ground, guild, filed, languages }, action) => {
  const id = channelFor(ground, guild, { where: action.where, feature: filed.feature })
  if (id === undefined) return denied(languages, 'denied.channel.none')
  const channel = guild.channels.cache.get(id)
  if (!channel) return gone('no such channel')
  const refusal = lackingInChannel(ground, guild, id, [channel.isThread() ? 'ManageThreads' : 'ManageChannels'])
  if (refusal) return refusal
  const body = { rate_limit_per_user: Math.ceil(action.gapMs / 1000) }
  await ground.client.rest.patch(Routes.channel(id), { body, reason: auditReason(action.reason) })
  return done
}

/** No end is set: whoever paused them takes it back. */
export const invites: Perform<'invites'> = async ({ ground, guild }, action) => {
  const refusal = lackingInGuild(ground, guild, 'invites')
  if (refusal) return refusal
  const others = guild.features.filter((feature) => feature !== GuildFeature.InvitesDisabled)
  const features = action.paused ? [...others, GuildFeature.InvitesDisabled] : others
  if (
    guild.features.length === features.length &&
    action.paused === guild.features.includes(GuildFeature.InvitesDisabled)
  )
    return done
  await ground.client.rest.patch(Routes.guild(guild.id), { body: { features }, reason: auditReason(action.reason) })
  return done
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
