/** What the emulated Discord remembers. Records are kept in the API's own shape, so that answering is copying. */
import type {
  APIApplicationCommand,
  APIAuditLogEntry,
  APIAutoModerationRule,
  APIGuildScheduledEvent,
  APIOverwrite,
  APIRole,
  APIUser,
  ChannelType,
  GuildFeature,
} from 'discord-api-types/v10'
import type { Timeline } from './timeline.ts'

export interface Account {
  readonly api: APIUser
  /** Private messages from bots are refused with 50007. */
  dmsClosed: boolean
  locale: string
}

/** A member without the user, as the gateway sends it along with messages. */
export interface MemberShape {
  avatar: string | null
  banner: string | null
  communication_disabled_until: string | null
  flags: number
  joined_at: string
  nick: string | null
  pending: boolean
  premium_since: string | null
  roles: string[]
  mute: boolean
  deaf: boolean
}

export interface Member extends MemberShape {
  readonly user: APIUser
}

export interface ThreadMetadata {
  archived: boolean
  archive_timestamp: string
  auto_archive_duration: number
  locked: boolean
  create_timestamp: string
}

export interface ChannelShape {
  id: string
  type: ChannelType
  flags: number
  last_message_id: string | null
  last_pin_timestamp?: string | null
  guild_id?: string
  name?: string
  parent_id?: string | null
  position?: number
  topic?: string | null
  nsfw?: boolean
  rate_limit_per_user?: number
  permission_overwrites?: APIOverwrite[]
  recipients?: APIUser[]
  available_tags?: object[]
  owner_id?: string
  thread_metadata?: ThreadMetadata
  message_count?: number
  member_count?: number
  total_message_sent?: number
  applied_tags?: string[]
  bitrate?: number
  user_limit?: number
  rtc_region?: string | null
}

export interface Channel {
  readonly api: ChannelShape
  readonly guild: Guild | undefined
  readonly messages: Timeline
  /** Message id → when it was pinned. */
  readonly pins: Map<string, number>
  /** Member id → when they joined the thread. */
  readonly threadMembers: Map<string, string>
  /** Member id → when they last wrote, for slow mode. */
  readonly lastWrote: Map<string, number>
  /** Nonce → message id and when, for `enforce_nonce`. */
  readonly nonces: Map<string, { id: string; at: number }>
}

export interface Invite {
  readonly code: string
  readonly channel: string
  readonly inviter: APIUser | undefined
  readonly createdAt: number
  readonly maxAge: number
  readonly maxUses: number
  readonly temporary: boolean
  uses: number
}

export interface GuildInfo {
  name: string
  owner_id: string
  description: string | null
  features: GuildFeature[]
  verification_level: number
  default_message_notifications: number
  explicit_content_filter: number
  mfa_level: number
  preferred_locale: string
  system_channel_id: string | null
  rules_channel_id: string | null
  public_updates_channel_id: string | null
  safety_alerts_channel_id: string | null
  afk_channel_id: string | null
  afk_timeout: number
  nsfw_level: number
  incidents_data: { invites_disabled_until: string | null; dms_disabled_until: string | null } | null
}

export interface Guild {
  readonly id: string
  readonly info: GuildInfo
  readonly joinedAt: string
  readonly roles: Map<string, APIRole>
  readonly members: Map<string, Member>
  readonly channels: Map<string, Channel>
  readonly bans: Map<string, { user: APIUser; reason: string | null }>
  readonly invites: Map<string, Invite>
  readonly automod: Map<string, APIAutoModerationRule>
  readonly events: Map<string, APIGuildScheduledEvent>
  readonly commands: Map<string, APIApplicationCommand>
  /** Scheduled event → ids of those who are interested. */
  readonly interested: Map<string, Set<string>>
  /** Oldest first. */
  readonly audit: APIAuditLogEntry[]
  available: boolean
}
