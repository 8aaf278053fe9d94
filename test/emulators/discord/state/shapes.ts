/** How guilds and members look on the wire, on REST and on the gateway. */
import { GuildMemberFlags } from 'discord-api-types/v10'
import { channelPermissions } from '../permissions.ts'
import type { Channel, Guild, Member, MemberShape } from './records.ts'
import type { World } from './world.ts'

/** A member without its user, as messages carry it. */
export function memberShape(member: Member): MemberShape {
  const { user: _, ...shape } = member
  return shape
}

export function newMember(user: Member['user'], joinedAt: string, roles: string[] = []): Member {
  return {
    user,
    avatar: null,
    banner: null,
    communication_disabled_until: null,
    flags: GuildMemberFlags.CompletedOnboarding,
    joined_at: joinedAt,
    nick: null,
    pending: false,
    premium_since: null,
    roles,
    mute: false,
    deaf: false,
  }
}

/** GET /guilds/{id}, and the first half of GUILD_CREATE. */
export function guildShape(guild: Guild): object {
  return {
    id: guild.id,
    ...guild.info,
    icon: null,
    home_header: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    application_id: null,
    region: 'deprecated',
    system_channel_flags: 0,
    widget_enabled: false,
    widget_channel_id: null,
    roles: [...guild.roles.values()],
    max_presences: null,
    max_members: 500_000,
    max_stage_video_channel_users: 50,
    max_video_channel_users: 25,
    vanity_url_code: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    premium_progress_bar_enabled: false,
    nsfw: false,
    emojis: [],
    stickers: [],
  }
}

/** GUILD_CREATE. Without the presences intent, only the bot's own member comes along. */
export function guildCreate(world: World, guild: Guild, withMembers: boolean): object {
  const all = [...guild.channels.values()].map((channel) => channel.api)
  const members = withMembers ? [...guild.members.values()] : [guild.members.get(world.bot.id)]
  return {
    ...guildShape(guild),
    joined_at: guild.joinedAt,
    large: guild.members.size > 50,
    ...(!world.options.compatible && { unavailable: false }),
    member_count: guild.members.size,
    members: members.filter((member) => member !== undefined),
    channels: all.filter((channel) => !channel.thread_metadata),
    threads: all.filter((channel) => channel.thread_metadata && !channel.thread_metadata.archived),
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [...guild.events.values()],
    soundboard_sounds: [],
  }
}

/** A member with the permissions it has in the channel, as interactions carry it. */
export function interactingMember(world: World, guild: Guild, member: Member, channel: Channel): object {
  const permissions = String(channelPermissions(guild, member, channel, world.now()))
  return world.options.compatible ? { ...member } : { ...member, permissions }
}
