/** Guilds as a test describes them, by names; made into state that is as complete as Discord's. */
import {
  type APIGuildForumTag,
  type APIRole,
  ChannelType,
  type GuildFeature,
  OverwriteType,
  RoleFlags,
} from 'discord-api-types/v10'
import { channelShape } from '../acts/channels.ts'
import { bits, type Permission } from '../permissions.ts'
import type { Guild } from './records.ts'
import { newMember } from './shapes.ts'
import type { World } from './world.ts'

export interface ChannelSpec {
  readonly name: string
  readonly type?: 'text' | 'voice' | 'forum' | 'category' | 'announcement'
  readonly topic?: string
  readonly slowMode?: number
  /** Role or member names (`everyone` for all) → what is denied or allowed here. */
  readonly deny?: Readonly<Record<string, readonly Permission[]>>
  readonly allow?: Readonly<Record<string, readonly Permission[]>>
  readonly tags?: readonly string[]
}

export interface RoleSpec {
  readonly name: string
  readonly permissions?: readonly Permission[]
  readonly mentionable?: boolean
}

export interface MemberSpec {
  readonly name: string
  readonly roles?: readonly string[]
  readonly bot?: boolean
  readonly locale?: string
  /** Epoch milliseconds. */
  readonly createdAt?: number
  readonly joinedAt?: number
  readonly dmsClosed?: boolean
}

export interface GuildSpec {
  readonly name: string
  /** The owner's name; a member of that name is made. */
  readonly owner?: string
  readonly locale?: string
  readonly features?: readonly `${GuildFeature}`[]
  readonly verification?: number
  readonly channels?: readonly (string | ChannelSpec)[]
  /** Highest first, below the bot's own unless `bot.below` says otherwise. */
  readonly roles?: readonly (string | RoleSpec)[]
  readonly members?: readonly (string | MemberSpec)[]
  /** Where joins are announced by Discord itself; none unless named. */
  readonly systemChannel?: string
  readonly bot?: {
    readonly permissions?: readonly Permission[]
    /** Names of roles that stand above the bot's. */
    readonly below?: readonly string[]
    readonly absent?: boolean
  }
}

/** All that an operations bot may ever ask for, short of Administrator. */
export const botPermissions: readonly Permission[] = [
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'EmbedLinks',
  'AttachFiles',
  'ReadMessageHistory',
  'AddReactions',
  'UseExternalEmojis',
  'ManageMessages',
  'PinMessages',
  'ManageThreads',
  'CreatePublicThreads',
  'ManageChannels',
  'ManageRoles',
  'ManageNicknames',
  'ChangeNickname',
  'KickMembers',
  'BanMembers',
  'ModerateMembers',
  'ViewAuditLog',
  'ManageGuild',
  'CreateInstantInvite',
  'ManageEvents',
  'CreateEvents',
  'MentionEveryone',
]

/** What Discord gives @everyone in a new guild, as far as text goes. */
const memberPermissions: readonly Permission[] = [
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'CreatePublicThreads',
  'EmbedLinks',
  'AttachFiles',
  'AddReactions',
  'ReadMessageHistory',
  'ChangeNickname',
  'CreateInstantInvite',
  'UseApplicationCommands',
]

const channelTypes = {
  text: ChannelType.GuildText,
  voice: ChannelType.GuildVoice,
  forum: ChannelType.GuildForum,
  category: ChannelType.GuildCategory,
  announcement: ChannelType.GuildAnnouncement,
} as const

export function addGuild(world: World, spec: GuildSpec): Guild {
  const owner = world.named(spec.owner ?? 'owner')
  const guild = emptyGuild(world, spec, owner.api.id)
  world.guilds.set(guild.id, guild)
  guild.roles.set(guild.id, roleShape(guild.id, '@everyone', 0, memberPermissions))
  addRoles(world, guild, spec)
  guild.members.set(owner.api.id, newMember(owner.api, world.iso()))
  for (const member of spec.members ?? [])
    addMember(world, guild, typeof member === 'string' ? { name: member } : member)
  for (const channel of spec.channels ?? ['general'])
    addChannel(world, guild, typeof channel === 'string' ? { name: channel } : channel)
  if (spec.systemChannel) guild.info.system_channel_id = idByName(guild, spec.systemChannel)
  return guild
}

function emptyGuild(world: World, spec: GuildSpec, owner: string): Guild {
  return {
    // A millisecond apart, so that guilds made at once are shared out over shards as real ones are.
    id: world.id(world.now() - world.guilds.size),
    joinedAt: world.iso(),
    available: true,
    roles: new Map(),
    members: new Map(),
    channels: new Map(),
    bans: new Map(),
    invites: new Map(),
    automod: new Map(),
    events: new Map(),
    commands: new Map(),
    interested: new Map(),
    audit: [],
    info: {
      name: spec.name,
      owner_id: owner,
      description: null,
      features: [...(spec.features ?? [])] as GuildFeature[],
      verification_level: spec.verification ?? 1,
      default_message_notifications: 1,
      explicit_content_filter: 0,
      mfa_level: 0,
      preferred_locale: spec.locale ?? 'en-US',
      system_channel_id: null,
      rules_channel_id: null,
      public_updates_channel_id: null,
      safety_alerts_channel_id: null,
      afk_channel_id: null,
      afk_timeout: 300,
      nsfw_level: 0,
      incidents_data: null,
    },
  }
}

function addRoles(world: World, guild: Guild, spec: GuildSpec): void {
  const named = (spec.roles ?? []).map((role) => (typeof role === 'string' ? { name: role } : role))
  const above = new Set(spec.bot?.below ?? [])
  const highest = named.filter(({ name }) => above.has(name))
  const lowest = named.filter(({ name }) => !above.has(name))
  let position = named.length + 1
  for (const role of highest) put(world, guild, role, position--)
  const own = roleShape(world.id(), world.bot.username, position--, spec.bot?.permissions ?? botPermissions)
  if (!spec.bot?.absent) {
    guild.roles.set(own.id, { ...own, managed: true, tags: { bot_id: world.bot.id } })
    guild.members.set(world.bot.id, newMember(world.bot, world.iso(), [own.id]))
  }
  for (const role of lowest) put(world, guild, role, position--)
}

function put(world: World, guild: Guild, spec: RoleSpec, position: number): void {
  const role = roleShape(world.id(), spec.name, position, spec.permissions ?? [])
  guild.roles.set(role.id, { ...role, mentionable: spec.mentionable ?? false })
}

export function roleShape(id: string, name: string, position: number, permissions: readonly Permission[]): APIRole {
  return {
    id,
    name,
    permissions: String(bits(permissions)),
    position,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: false,
    mentionable: false,
    icon: null,
    unicode_emoji: null,
    flags: 0 & RoleFlags.InPrompt,
  }
}

function addMember(world: World, guild: Guild, spec: MemberSpec): void {
  const account = world.named(spec.name, spec)
  account.dmsClosed = spec.dmsClosed ?? account.dmsClosed
  const roles = (spec.roles ?? []).map((name) => idByName(guild, name))
  guild.members.set(account.api.id, newMember(account.api, world.iso(spec.joinedAt), roles))
}

export function addChannel(world: World, guild: Guild, spec: ChannelSpec): void {
  const type = channelTypes[spec.type ?? 'text']
  const names = new Set([...Object.keys(spec.deny ?? {}), ...Object.keys(spec.allow ?? {})])
  const overwrites = [...names].map((name) => ({
    ...overwriteTarget(world, guild, name),
    allow: String(bits(spec.allow?.[name] ?? [])),
    deny: String(bits(spec.deny?.[name] ?? [])),
  }))
  const base = { name: spec.name, type, topic: spec.topic ?? null, rate_limit_per_user: spec.slowMode ?? 0 }
  const shape = channelShape(world, guild, { ...base, permission_overwrites: overwrites })
  if (spec.tags) shape.available_tags = spec.tags.map((name) => forumTag(world, name))
  world.addChannel(shape, guild)
}

function forumTag(world: World, name: string): APIGuildForumTag {
  return { id: world.id(), name, moderated: false, emoji_id: null, emoji_name: null }
}

function overwriteTarget(world: World, guild: Guild, name: string): { id: string; type: OverwriteType } {
  if (name === 'everyone') return { id: guild.id, type: OverwriteType.Role }
  const role = [...guild.roles.values()].find((candidate) => candidate.name === name)
  return role ? { id: role.id, type: OverwriteType.Role } : { id: world.named(name).api.id, type: OverwriteType.Member }
}

/** Id of the role or channel of that name. */
export function idByName(guild: Guild, name: string): string {
  for (const role of guild.roles.values()) if (role.name === name || role.id === name) return role.id
  for (const { api } of guild.channels.values()) if (api.name === name || api.id === name) return api.id
  throw new Error(`no role or channel "${name}" in ${guild.info.name}`)
}
