/** From a command's one declaration to what Discord is told of it: a slash command, and entries of context menus. */
import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord-api-types/v10'
import type { CommandCard, Menu } from '../../../src/core/command.ts'
import { pick, type Role } from '../../../src/core/words.ts'
import { optionsOf } from './options.ts'
import { cut, described, inChinese, isName, limits } from './words.ts'

export type SlashBody = RESTPostAPIChatInputApplicationCommandsJSONBody
export type MenuBody = RESTPostAPIContextMenuApplicationCommandsJSONBody
export type CommandBody = SlashBody | MenuBody
/** `contexts` and installations are said of global commands only; those of one guild are in that guild anyway. */
export type Scope = 'global' | 'guild'

/**
 * Who is shown a command before the owner says otherwise in Server Settings → Integrations. Whether it is carried out
 * is decided by our own roles.
 */
const shownTo: Readonly<Record<Role, bigint | null>> = {
  member: null,
  moderator: PermissionFlagsBits.ModerateMembers,
  owner: PermissionFlagsBits.ManageGuild,
}

function common(card: CommandCard, scope: Scope) {
  return {
    default_member_permissions: shownTo[card.role]?.toString() ?? null,
    ...(scope === 'global' && {
      contexts: [InteractionContextType.Guild],
      integration_types: [ApplicationIntegrationType.GuildInstall],
    }),
  }
}

/** Undefined where Discord takes no such name. */
export function slashOf(card: CommandCard, scope: Scope): SlashBody | undefined {
  const name = card.name.toLowerCase()
  if (!isName(name)) return undefined
  const zh = inChinese(
    card.aliases.find((alias) => isName(alias) && /\p{Script=Han}/u.test(alias)),
    name,
  )
  const body: SlashBody = {
    type: ApplicationCommandType.ChatInput,
    name,
    ...(zh && { name_localizations: zh }),
    ...described(card.about, name),
    options: optionsOf(card),
    ...common(card, scope),
  }
  return sizeOf(body) <= limits.command ? body : { ...body, options: (body.options ?? []).map(bare) }
}
/** Without translations: a command with very many long options must not be lost for them. */
const bare = <T extends object>(option: T): T => ({
  ...option,
  name_localizations: null,
  description_localizations: null,
})

const kinds = { message: ApplicationCommandType.Message, member: ApplicationCommandType.User } as const

/** How it is called in a context menu: the name that comes back when it is chosen. */
export const menuName = (card: CommandCard) =>
  cut(card.title ? pick(card.title, 'en') : card.name, limits.name) || card.name

export const menuOf = (card: CommandCard, menu: Menu, scope: Scope): MenuBody => {
  const name = menuName(card)
  const zh = inChinese(card.title?.zh && cut(card.title.zh, limits.name), name)
  return { type: kinds[menu], name, ...(zh && { name_localizations: zh }), ...common(card, scope) }
}

/** Characters of names, descriptions and values, each in its longest language. */
export function sizeOf(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + sizeOf(one), 0)
  if (typeof value !== 'object' || value === null) return 0
  const held = value as Readonly<Record<string, unknown>>
  const longest = (key: 'name' | 'description') => {
    const all = [held[key], ...Object.values((held[`${key}_localizations`] as object | null | undefined) ?? {})]
    return Math.max(0, ...all.map((text) => (typeof text === 'string' ? text.length : 0)))
  }
  const own = longest('name') + longest('description') + (typeof held.value === 'string' ? held.value.length : 0)
  return own + sizeOf(held.options) + sizeOf(held.choices)
}
