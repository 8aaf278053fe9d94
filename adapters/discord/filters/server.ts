/** What of a guild the rules hang on: where AutoMod reports, whom and where it leaves alone. */
import { type APIAutoModerationRule, AutoModerationRuleTriggerType, PermissionFlagsBits } from 'discord-api-types/v10'
import type { DiscordConfig } from '../config.ts'
import { named } from '../naming.ts'
import type { Server } from './plan.ts'
import { isOwn } from './sync.ts'

/** A guild, as little of it as is needed here: what discord.js keeps, or what REST answers. */
export interface Rooms {
  readonly channels: readonly { readonly id: string; readonly name: string }[]
  readonly roles: readonly {
    readonly id: string
    readonly name: string
    readonly permissions: bigint
    /** Of an integration: a bot’s own. */
    readonly managed: boolean
  }[]
}

export function serverOf(
  { channels, roles }: Rooms,
  config: DiscordConfig,
  rules: readonly APIAutoModerationRule[],
  bot: string,
): Server {
  const room = config.channels.alerts ?? config.channels.moderation
  const others = rules.filter((rule) => !isOwn(rule, bot))
  const count = (trigger: AutoModerationRuleTriggerType) =>
    others.filter(({ trigger_type }) => trigger_type === trigger).length
  return {
    alerts: room === undefined ? undefined : named(channels, room)?.id,
    exemptRoles: exemptRoles(roles, config),
    exemptChannels: idsOf(channels, config.automod.exemptChannels),
    others: {
      keyword: count(AutoModerationRuleTriggerType.Keyword),
      mention: count(AutoModerationRuleTriggerType.MentionSpam),
    },
  }
}
const idsOf = (list: readonly { readonly id: string; readonly name: string }[], wanted: readonly string[]) => [
  ...new Set(wanted.flatMap((name) => named(list, name)?.id ?? [])),
]

const moderates = PermissionFlagsBits.BanMembers | PermissionFlagsBits.KickMembers | PermissionFlagsBits.ModerateMembers
/** Discord exempts these by itself, and a rule has room for twenty. */
const exempt = PermissionFlagsBits.Administrator | PermissionFlagsBits.ManageGuild

/** Those named first, then staff: what they quote from a case is not to be held back. */
function exemptRoles(roles: Rooms['roles'], { automod, roles: staff }: DiscordConfig): string[] {
  const byPermission = staff.byPermission
    ? roles.filter(({ permissions, managed }) => !managed && (permissions & moderates) !== 0n).map(({ id }) => id)
    : []
  const all = [...idsOf(roles, [...automod.exemptRoles, ...staff.owner, ...staff.moderator]), ...byPermission]
  const needless = new Set(roles.filter(({ permissions }) => (permissions & exempt) !== 0n).map(({ id }) => id))
  return [...new Set(all)].filter((id) => !needless.has(id))
}
