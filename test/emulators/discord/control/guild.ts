/** A guild as a journey reads it: what people do, what they see, what they press. */
import {
  type APIApplicationCommand,
  type APIAuditLogEntry,
  type APIAutoModerationRule,
  type APIGuildScheduledEvent,
  type APIMessage,
  type APIOverwrite,
  ApplicationCommandType,
  AuditLogEvent,
  ComponentType,
  GuildFeature,
  InteractionType,
} from 'discord-api-types/v10'
import { audit } from '../acts/audit.ts'
import { leave } from '../acts/members.ts'
import { bits, type Permission } from '../permissions.ts'
import type { ChannelShape } from '../state/records.ts'
import { addChannel, type ChannelSpec } from '../state/seed.ts'
import { guildCreate, guildShape } from '../state/shapes.ts'
import { type Answered, InteractionHandle, partsOf } from './answer.ts'
import {
  commandNamed,
  dispatchInteraction,
  mayUse,
  menuData,
  type OptionValue,
  slashData,
  type Where,
} from './interact.ts'
import { People } from './people.ts'
import { until } from './until.ts'

export class GuildHandle extends People {
  // What can be seen.

  /** Oldest first. */
  messages(channel: string): APIMessage[] {
    return this.channelAt(channel).messages.all()
  }

  /** What the bot wrote there, oldest first. */
  botMessages(channel: string): APIMessage[] {
    return this.messages(channel).filter(({ author, type }) => author.id === this.world.bot.id && type !== 6)
  }

  pins(channel: string): APIMessage[] {
    const place = this.channelAt(channel)
    return [...place.pins.keys()].map((id) => place.messages.get(id)).filter((message) => message !== undefined)
  }

  channel(name: string): ChannelShape {
    return this.channelAt(name).api
  }

  /** All the words of a message as members read them: with names where accounts are mentioned. */
  read(message: APIMessage): string {
    return textOf(message).replace(/<@!?(\d+)>/g, (_, id: string) => `@${this.world.named(id).api.username}`)
  }

  /** The bot's first message there that matches, waited for. */
  async heard(channel: string, match: RegExp | string, patienceMs = 10_000): Promise<APIMessage> {
    const fits = (text: string) => (typeof match === 'string' ? text.includes(match) : match.test(text))
    const look = () => this.botMessages(channel).find((message) => fits(textOf(message)) || fits(this.read(message)))
    const found = await until(look, patienceMs)
    if (!found)
      throw new Error(`nothing like ${match} in #${channel}: ${this.botMessages(channel).map(textOf).join(' | ')}`)
    return found
  }

  /** Oldest first. */
  get auditLog(): readonly APIAuditLogEntry[] {
    return this.state.audit
  }

  get automodRules(): APIAutoModerationRule[] {
    return [...this.state.automod.values()]
  }

  get scheduledEvents(): APIGuildScheduledEvent[] {
    return [...this.state.events.values()]
  }

  /** Commands that this guild sees: its own and the global ones. */
  get commands(): APIApplicationCommand[] {
    return [...this.state.commands.values(), ...this.world.commands.values()]
  }

  get memberCount(): number {
    return this.state.members.size
  }

  get features(): readonly string[] {
    return this.state.info.features
  }

  get invitesPausedUntil(): string | null {
    return this.state.info.incidents_data?.invites_disabled_until ?? null
  }

  isBanned(name: string): boolean {
    return this.state.bans.has(this.userId(name))
  }

  rolesOf(name: string): string[] {
    return (this.member(name)?.roles ?? []).map((id) => this.state.roles.get(id)?.name ?? id)
  }

  // Interactions.

  /** `/mute` is `slash('mod', 'general', 'mute', { member: 'tom' })`; subcommands are words: `'faq add'`. */
  slash(
    user: string,
    channel: string,
    name: string,
    options: Readonly<Record<string, OptionValue>> = {},
  ): InteractionHandle {
    const [first = '', ...path] = name.split(' ')
    const command = this.#command(user, first, ApplicationCommandType.ChatInput)
    const where = this.#where(user, channel)
    const data = slashData(this.world, where, command, path, options)
    return this.#send(where, InteractionType.ApplicationCommand, data, name)
  }

  /** What is offered while `focused` is being typed. */
  async autocompletes(
    user: string,
    channel: string,
    name: string,
    focused: string,
    options: Readonly<Record<string, OptionValue>>,
  ): Promise<Answered['choices']> {
    const [first = '', ...path] = name.split(' ')
    const command = this.#command(user, first, ApplicationCommandType.ChatInput)
    const where = this.#where(user, channel)
    const data = slashData(this.world, where, command, path, options, focused)
    const handle = this.#send(where, InteractionType.ApplicationCommandAutocomplete, data, name)
    return (await handle.answered()).choices
  }

  /** A command from the menu of a message or of a user. */
  contextMenu(user: string, name: string, target: APIMessage | string, channel?: string): InteractionHandle {
    const onUser = typeof target === 'string'
    const type = onUser ? ApplicationCommandType.User : ApplicationCommandType.Message
    const where = this.#where(user, onUser ? (channel ?? 'general') : target.channel_id)
    const data = menuData(this.world, where, this.#command(user, name, type), target)
    return this.#send(where, InteractionType.ApplicationCommand, data, name)
  }

  /** Presses the button whose custom id, or else label, this is. */
  presses(user: string, message: APIMessage, button: string): InteractionHandle {
    const part = this.#part(message, button, ComponentType.Button)
    const data = { custom_id: part.custom_id, component_type: ComponentType.Button, id: 1 }
    return this.#send(this.#where(user, message.channel_id), InteractionType.MessageComponent, data, button, message)
  }

  selects(user: string, message: APIMessage, menu: string, values: readonly string[]): InteractionHandle {
    const part = this.#part(message, menu, ComponentType.StringSelect)
    const known = part.options?.map(({ value }) => value) ?? []
    const strange = values.find((value) => !known.includes(value))
    if (strange !== undefined) throw new Error(`"${strange}" is not offered; there are ${known.join(', ')}`)
    const data = { custom_id: part.custom_id, component_type: part.type, values, id: 1 }
    return this.#send(this.#where(user, message.channel_id), InteractionType.MessageComponent, data, menu, message)
  }

  /** Sends a form that was answered, with its fields by custom id. */
  submits(
    user: string,
    channel: string,
    modal: NonNullable<Answered['modal']>,
    fields: Readonly<Record<string, string>>,
    source?: APIMessage,
  ): InteractionHandle {
    const components = Object.entries(fields).map(([custom_id, value], i) => ({
      type: ComponentType.ActionRow,
      id: i * 2 + 1,
      components: [{ type: ComponentType.TextInput, id: i * 2 + 2, custom_id, value }],
    }))
    const data = { custom_id: modal.custom_id, components }
    return this.#send(this.#where(user, channel), InteractionType.ModalSubmit, data, modal.title, source)
  }

  #send(where: Where, type: InteractionType, data: object, name: string, source?: APIMessage): InteractionHandle {
    const more = { name, ...(source && { source }) }
    return new InteractionHandle(this.world, dispatchInteraction(this.world, where, type, data, more))
  }

  #where(user: string, channel: string): Where {
    const id = this.userId(user)
    if (!this.state.members.has(id)) throw new Error(`${user} is not in ${this.state.info.name}`)
    return { user: id, channel: this.channelAt(channel), guild: this.state }
  }

  #command(user: string, name: string, type: ApplicationCommandType): APIApplicationCommand {
    const command = commandNamed(this.world, this.state, name, type)
    if (!mayUse(this.state, this.userId(user), command)) throw new Error(`${user} does not see /${name}`)
    return command
  }

  #part(message: APIMessage, wanted: string, type: ComponentType) {
    const all = partsOf(message)
    const part = all.find(({ custom_id }) => custom_id === wanted) ?? all.find(({ label }) => label === wanted)
    if (!part || part.type !== type)
      throw new Error(`no "${wanted}" there; there are ${all.map((each) => each.label ?? each.custom_id).join(', ')}`)
    if (part.disabled) throw new Error(`"${wanted}" is disabled`)
    return part
  }

  // What befalls the guild and the bot in it.

  /** Sets the permissions of a role (the bot's own by its name), as an owner does in the settings. */
  setPermissions(role: string, permissions: readonly Permission[]): void {
    const found = this.state.roles.get(role === 'everyone' ? this.id : this.roleId(role))
    if (!found) throw new Error(`no role "${role}"`)
    found.permissions = String(bits(permissions))
    this.world.tell({ t: 'GUILD_ROLE_UPDATE', d: { guild_id: this.id, role: found }, guild: this.state })
    audit(this.world, this.state, { id: this.state.info.owner_id }, AuditLogEvent.RoleUpdate, { target: found.id })
  }

  /** Takes permissions away from the bot in mid-run: from its role and, where everyone has them, in every channel. */
  withdraw(...permissions: readonly Permission[]): void {
    const role = this.#botRole()
    role.permissions = String(BigInt(role.permissions) & ~bits(permissions))
    this.world.tell({ t: 'GUILD_ROLE_UPDATE', d: { guild_id: this.id, role }, guild: this.state })
    const common = BigInt(this.state.roles.get(this.id)?.permissions ?? '0') & bits(permissions)
    if (common === 0n) return
    for (const { api } of this.state.channels.values())
      if (!api.thread_metadata) this.denies(api.id, permissions, role.id)
  }

  /** Moves the bot's role to this position (1 is just above everyone). */
  lowerBot(position: number): void {
    const role = this.#botRole()
    role.position = position
    this.world.tell({ t: 'GUILD_ROLE_UPDATE', d: { guild_id: this.id, role }, guild: this.state })
  }

  #botRole() {
    const id = this.state.members.get(this.world.bot.id)?.roles[0]
    const role = id && this.state.roles.get(id)
    if (!role) throw new Error(`the bot has no role in ${this.state.info.name}`)
    return role
  }

  /** Denies permissions in one channel: to everyone unless said otherwise. */
  denies(channel: string, permissions: readonly Permission[], role = 'everyone'): void {
    const place = this.channelAt(channel)
    const id = role === 'everyone' ? this.id : this.roleId(role)
    const others = (place.api.permission_overwrites ?? []).filter((overwrite) => overwrite.id !== id)
    const denied: APIOverwrite = { id, type: 0, allow: '0', deny: String(bits(permissions)) }
    place.api.permission_overwrites = [...others, denied]
    this.world.tell({ t: 'CHANNEL_UPDATE', d: place.api, guild: this.state })
  }

  /** Staff sets slow mode in the channel's settings. */
  slows(channel: string, seconds: number): void {
    const place = this.channelAt(channel)
    place.api.rate_limit_per_user = seconds
    this.world.tell({ t: 'CHANNEL_UPDATE', d: place.api, guild: this.state, channel: place })
  }

  /** Staff pauses invites in the server's settings, or lets them be used again. */
  pausesInvites(paused: boolean): void {
    const { info } = this.state
    const others = info.features.filter((feature) => feature !== GuildFeature.InvitesDisabled)
    info.features = paused ? [...others, GuildFeature.InvitesDisabled] : others
    this.world.tell({ t: 'GUILD_UPDATE', d: guildShape(this.state), guild: this.state })
  }

  addsChannel(spec: ChannelSpec): void {
    addChannel(this.world, this.state, spec)
    const place = this.channelAt(spec.name)
    this.world.tell({ t: 'CHANNEL_CREATE', d: place.api, guild: this.state, channel: place })
  }

  /** An outage of this guild alone. */
  goesDark(): void {
    this.state.available = false
    this.world.tell({ t: 'GUILD_DELETE', d: { id: this.id, unavailable: true }, guild: this.state })
  }

  comesBack(): void {
    this.state.available = true
    this.world.tell({ t: 'GUILD_CREATE', d: guildCreate(this.world, this.state, false), guild: this.state })
  }

  /** The owner throws the bot out. */
  removesBot(): void {
    leave(this.world, this.state, this.world.bot)
  }
}

/** All the words of a message: content and embeds. */
export function textOf(message: APIMessage): string {
  const embeds = message.embeds.flatMap(({ title, description }) => [title, description])
  return [message.content, ...embeds].filter(Boolean).join('\n')
}
