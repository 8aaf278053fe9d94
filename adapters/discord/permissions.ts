/**
 * What Discord wants granted for what we do and hear: the one table that the invite link, the doctor, the notices to
 * owners and docs/discord.md are made from. After https://docs.discord.com/developers/topics/permissions and
 * /events/gateway#gateway-intents.
 */
import { GatewayIntentBits, PermissionFlagsBits } from 'discord-api-types/v10'
import type { ActionType } from '../../src/core/action.ts'
import { inBoth } from '../../src/core/texts.ts'
import type { Localised } from '../../src/core/words.ts'
import type { DiscordConfig } from './config.ts'
import { setupTexts } from './setup.texts.ts'

const permissions = [
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'EmbedLinks',
  'AttachFiles',
  'ReadMessageHistory',
  'ManageMessages',
  'PinMessages',
  'ModerateMembers',
  'KickMembers',
  'BanMembers',
  'ManageRoles',
  'ManageNicknames',
  'ManageChannels',
  'ManageThreads',
  'ManageGuild',
  'ViewAuditLog',
  'CreateEvents',
] as const satisfies readonly (keyof typeof PermissionFlagsBits)[]
export type Permission = (typeof permissions)[number]

const intents = [
  'Guilds',
  'GuildMessages',
  'MessageContent',
  'GuildMembers',
  'GuildModeration',
  'GuildMessageReactions',
  'GuildInvites',
  'DirectMessages',
  'AutoModerationExecution',
] as const satisfies readonly (keyof typeof GatewayIntentBits)[]
export type Intent = (typeof intents)[number]
/** Off until their switch in the Developer Portal is on; in more than 100 servers Discord has to approve them. */
export const privileged = ['MessageContent', 'GuildMembers'] as const satisfies readonly Intent[]
export type Privileged = (typeof privileged)[number]

/** Why a permission is wanted: a key of the texts, `why.<…>`. */
interface Right {
  readonly permission: Permission
  readonly why: string
}
const right = (permission: Permission, why: string = permission): Right => ({ permission, why })
const seeing = right('ViewChannel')
const speaking = [seeing, right('SendMessages'), right('SendMessagesInThreads')]
const cleaning = [seeing, right('ReadMessageHistory'), right('ManageMessages')]

/** What an action takes. Those of a channel are wanted in the channel it happens in. */
export const rightsFor: Readonly<Record<ActionType, readonly Right[]>> = {
  send: [...speaking, right('AttachFiles'), right('ReadMessageHistory')],
  announce: [...speaking, right('EmbedLinks')],
  whisper: [],
  ask: [...speaking, right('ReadMessageHistory')],
  edit: [seeing],
  delete: cleaning,
  purge: cleaning,
  pin: [seeing, right('ReadMessageHistory'), right('PinMessages')],
  mute: [right('ModerateMembers')],
  unmute: [right('ModerateMembers')],
  kick: [right('KickMembers')],
  ban: [right('BanMembers')],
  unban: [right('BanMembers')],
  role: [right('ManageRoles')],
  nick: [right('ManageNicknames')],
  slow: [right('ManageChannels'), right('ManageThreads')],
  lock: [right('ManageRoles', 'lock'), right('ManageThreads')],
  invites: [right('ManageGuild', 'invites')],
  gathering: [right('CreateEvents')],
  filters: [right('ManageGuild', 'filters')],
  admit: [],
}

/** What we hear of, by what of the section it hangs on; `permissions` beside seeing the channel. */
interface Hearing {
  readonly intent: Intent
  readonly rights: readonly Right[]
  readonly wanted: (config: DiscordConfig) => boolean
}
const always = () => true
export const hearings: readonly Hearing[] = [
  { intent: 'Guilds', rights: [], wanted: always },
  { intent: 'GuildMessages', rights: [seeing], wanted: always },
  { intent: 'MessageContent', rights: [], wanted: ({ intents }) => intents.content },
  { intent: 'GuildMembers', rights: [], wanted: ({ intents }) => intents.members },
  { intent: 'GuildModeration', rights: [right('ViewAuditLog')], wanted: always },
  { intent: 'GuildMessageReactions', rights: [], wanted: always },
  {
    intent: 'GuildInvites',
    rights: [right('ManageGuild', 'joins'), right('ManageChannels', 'inviteNews')],
    wanted: ({ invites, intents }) => invites && intents.members,
  },
  { intent: 'DirectMessages', rights: [], wanted: always },
  { intent: 'AutoModerationExecution', rights: [right('ManageGuild', 'filters')], wanted: mirrors },
]
/** Whether anything may be put into AutoMod. */
export function mirrors({ automod }: DiscordConfig): boolean {
  return automod.words || automod.mentions || automod.invites || automod.links
}

/** As `door.needs()` says it. */
export type Needs = readonly { readonly feature: string; readonly actions: readonly ActionType[] }[]
/** One permission, and what goes without it: features, and `listening` for what is heard of. */
export interface Wanted {
  readonly permission: Permission
  readonly features: readonly string[]
  /** Keys of the texts, `why.<…>`. */
  readonly whys: readonly string[]
}
/** Name under which what is heard of stands beside the features. */
export const listening = 'listening'

/** All that the features in use want under these sections, each permission once, in the order of the table. */
export function wantedRights(needs: Needs, configs: readonly DiscordConfig[]): readonly Wanted[] {
  const wishes = [...ofActions(needs, configs), ...ofHearings(configs)]
  return permissions.flatMap((permission) => {
    const these = wishes.filter((wish) => wish.permission === permission)
    if (these.length === 0) return []
    const once = (list: readonly string[]) => [...new Set(list)]
    return [
      { permission, features: once(these.map(({ feature }) => feature)), whys: once(these.map(({ why }) => why)) },
    ]
  })
}
interface Wish extends Right {
  readonly feature: string
}
const ofActions = (needs: Needs, configs: readonly DiscordConfig[]): Wish[] =>
  needs.flatMap(({ feature, actions }) =>
    actions
      .filter((action) => action !== 'filters' || configs.some(mirrors))
      .flatMap((action) => rightsFor[action].map((one) => ({ ...one, feature }))),
  )
const ofHearings = (configs: readonly DiscordConfig[]): Wish[] =>
  hearings
    .filter(({ wanted }) => configs.some(wanted))
    .flatMap(({ rights }) => rights.map((one) => ({ ...one, feature: listening })))

/** The intents to ask the gateway for. */
export const wantedIntents = (configs: readonly DiscordConfig[]): readonly Intent[] =>
  hearings.filter(({ wanted }) => configs.some(wanted)).map(({ intent }) => intent)

export const bitsOf = (names: readonly Permission[]): bigint =>
  names.reduce((sum, name) => sum | PermissionFlagsBits[name], 0n)
export const intentBits = (names: readonly Intent[]): number =>
  names.reduce((sum, name) => sum | GatewayIntentBits[name], 0)
/** Permissions of a list that are not among the bits; none for an Administrator. */
export const lacking = (wanted: readonly Permission[], bits: bigint): readonly Permission[] =>
  (bits & PermissionFlagsBits.Administrator) !== 0n
    ? []
    : wanted.filter((name) => (bits & PermissionFlagsBits[name]) === 0n)

/** What can be granted and taken away in one channel alone; the others are the whole server’s. */
export const perChannel: ReadonlySet<Permission> = new Set<Permission>([
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'EmbedLinks',
  'AttachFiles',
  'ReadMessageHistory',
  'ManageMessages',
  'PinMessages',
])

export const nameOf = (permission: Permission): Localised => inBoth(setupTexts, `permission.${permission}`)
export const whyOf = (key: string): Localised => inBoth(setupTexts, `why.${key}`)
export const heardBy = (intent: Intent): Localised => inBoth(setupTexts, `intent.${intent}`)
/** What goes without a privileged intent, and where its switch is. */
export const withoutIntent = (intent: Privileged): Localised => inBoth(setupTexts, `without.${intent}`)
export const portalSwitch = (intent: Privileged): Localised => inBoth(setupTexts, `portal.${intent}`)
