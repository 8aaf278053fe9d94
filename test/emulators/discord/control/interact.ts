/** Sends interactions to the bot as Discord does when somebody types a command, presses a button or sends a form. */
import {
  type APIApplicationCommand,
  type APIApplicationCommandOption,
  type APIMessage,
  InteractionType,
  ApplicationCommandOptionType as Option,
} from 'discord-api-types/v10'
import { dmPermissions } from '../acts/dms.ts'
import { limits } from '../limits.ts'
import { channelPermissions, guildPermissions } from '../permissions.ts'
import type { Interaction } from '../state/interaction.ts'
import type { Channel, Guild } from '../state/records.ts'
import { idByName } from '../state/seed.ts'
import { interactingMember } from '../state/shapes.ts'
import type { World } from '../state/world.ts'

export type OptionValue = string | number | boolean

export interface Where {
  readonly user: string
  readonly channel: Channel
  readonly guild: Guild | undefined
}

/** Tells the bot, and keeps the interaction for its answer. On compatible servers it is told twice. */
export function dispatchInteraction(
  world: World,
  where: Where,
  type: InteractionType,
  data: object,
  more: { name: string; source?: APIMessage },
): Interaction {
  forget(world)
  const id = world.id()
  const interaction: Interaction = {
    id,
    token: `${id}.${world.id()}`,
    type,
    at: world.now(),
    user: where.user,
    guild: where.guild,
    channel: where.channel,
    name: more.name,
    source: more.source,
    acknowledged: undefined,
    original: undefined,
    ephemeral: false,
    whispered: new Map(),
    replies: [],
    watchers: new Set(),
  }
  world.interactions.set(id, interaction)
  const d = { ...payload(world, where, interaction), data, ...(more.source && { message: more.source }) }
  const told = { t: 'INTERACTION_CREATE', d, ...(where.guild && { guild: where.guild }) }
  world.tell(told)
  if (world.options.compatible) world.tell(told)
  return interaction
}

/** Interactions whose token has run out, oldest first. */
function forget(world: World): void {
  for (const [id, { at }] of world.interactions) {
    if (world.now() - at < limits.interactionTokenMs * 2) return
    world.interactions.delete(id)
  }
}

function payload(world: World, { user, channel, guild }: Where, { id, token, type }: Interaction): object {
  const account = world.named(user)
  const member = guild?.members.get(user)
  const bot = guild?.members.get(world.bot.id)
  return {
    id,
    application_id: world.application,
    type,
    token,
    version: 1,
    locale: account.locale,
    channel_id: channel.api.id,
    channel: { ...channel.api, permissions: dmPermissions },
    entitlements: [],
    authorizing_integration_owners: { '0': guild?.id ?? '0' },
    context: guild ? 0 : 1,
    attachment_size_limit: 10_485_760,
    app_permissions: guild && bot ? String(channelPermissions(guild, bot, channel, world.now())) : dmPermissions,
    ...(guild && member
      ? {
          guild_id: guild.id,
          guild: { id: guild.id, locale: guild.info.preferred_locale, features: guild.info.features },
          guild_locale: guild.info.preferred_locale,
          member: interactingMember(world, guild, member, channel),
        }
      : { user: account.api }),
  }
}

/** The command as Discord knows it: the guild's own first, then the global one. */
export function commandNamed(
  world: World,
  guild: Guild | undefined,
  name: string,
  type: number,
): APIApplicationCommand {
  const all = [...(guild?.commands.values() ?? []), ...world.commands.values()]
  const found = all.find((command) => command.name === name && command.type === type)
  if (!found)
    throw new Error(`no command "${name}"; there are ${all.map((command) => command.name).join(', ') || 'none'}`)
  return found
}

/** A member whom `default_member_permissions` shuts out never sees the command at all. */
export function mayUse(guild: Guild | undefined, user: string, command: APIApplicationCommand): boolean {
  const needed = command.default_member_permissions
  const member = guild?.members.get(user)
  if (!guild || !member || needed === null || needed === undefined) return true
  const granted = guildPermissions(guild, member)
  return needed === '0' ? Boolean(granted & 8n) : (granted & BigInt(needed)) === BigInt(needed)
}

interface Resolved {
  users: Record<string, object>
  members: Record<string, object>
  roles: Record<string, object>
  channels: Record<string, object>
}

/** `data` of a slash command: options by name, users, roles and channels by name or id. */
export function slashData(
  world: World,
  where: Where,
  command: APIApplicationCommand,
  path: readonly string[],
  values: Readonly<Record<string, OptionValue>>,
  focused?: string,
): object {
  const resolved: Resolved = { users: {}, members: {}, roles: {}, channels: {} }
  let options = command.options ?? []
  const groups: APIApplicationCommandOption[] = []
  for (const name of path) {
    const next = options.find((option) => option.name === name)
    if (!next) throw new Error(`no subcommand "${name}" in /${command.name}`)
    groups.push(next)
    options = 'options' in next ? (next.options ?? []) : []
  }
  const filled: object[] = Object.entries(values).map(([name, value]) => {
    const option = options.find((candidate) => candidate.name === name)
    if (!option) throw new Error(`no option "${name}" in /${[command.name, ...path].join(' ')}`)
    return {
      name,
      type: option.type,
      value: resolve(world, where, option.type, value, resolved),
      ...(name === focused && { focused: true }),
    }
  })
  if (focused === undefined) missing(options, values)
  const nested = groups.reduceRight<object[]>((inner, { name, type }) => [{ name, type, options: inner }], filled)
  return {
    id: command.id,
    name: command.name,
    type: command.type,
    options: nested,
    ...used(resolved),
    ...guildId(command),
  }
}

/** Discord's client does not let a required option out. */
function missing(options: readonly APIApplicationCommandOption[], values: Readonly<Record<string, OptionValue>>): void {
  const left = options.filter((option) => option.required && values[option.name] === undefined)
  if (left.length > 0) throw new Error(`required: ${left.map(({ name }) => name).join(', ')}`)
}

const guildId = (command: APIApplicationCommand) => (command.guild_id ? { guild_id: command.guild_id } : {})

function used(resolved: Resolved): { resolved?: object } {
  const some = Object.entries(resolved).filter(([, found]) => Object.keys(found).length > 0)
  return some.length > 0 ? { resolved: Object.fromEntries(some) } : {}
}

function resolve(world: World, where: Where, type: Option, value: OptionValue, into: Resolved): OptionValue {
  if (type === Option.User || (type === Option.Mentionable && world.users.has(String(value)))) {
    return resolveUser(world, where, String(value), into)
  }
  if ((type === Option.Role || type === Option.Channel || type === Option.Mentionable) && where.guild) {
    const id = idByName(where.guild, String(value))
    const role = where.guild.roles.get(id)
    if (role) into.roles[id] = role
    else into.channels[id] = where.guild.channels.get(id)?.api ?? {}
    return id
  }
  return value
}

function resolveUser(world: World, where: Where, name: string, into: Resolved): string {
  const { api } = world.named(name)
  into.users[api.id] = api
  const member = where.guild?.members.get(api.id)
  if (member) {
    const { user: _, ...partial } = member
    into.members[api.id] = { ...partial, permissions: String(where.guild ? guildPermissions(where.guild, member) : 0n) }
  }
  return api.id
}

/** `data` of a context-menu command on a user or a message. */
export function menuData(
  world: World,
  where: Where,
  command: APIApplicationCommand,
  target: string | APIMessage,
): object {
  const resolved: Resolved = { users: {}, members: {}, roles: {}, channels: {} }
  const base = { id: command.id, name: command.name, type: command.type, ...guildId(command) }
  if (typeof target !== 'string')
    return { ...base, target_id: target.id, resolved: { messages: { [target.id]: target } } }
  const id = resolveUser(world, where, target, resolved)
  return { ...base, target_id: id, ...used(resolved) }
}

export { InteractionType }
