/** What people do in a guild: come, go, write, react, moderate. Refused with Discord's errors where they may not. */
import { type APIInvite, type APIMessage, type APIUser, PermissionFlagsBits } from 'discord-api-types/v10'
import type { Attachment } from '../acts/attachments.ts'
import { screen } from '../acts/automod.ts'
import { startThread } from '../acts/channels.ts'
import { createInvite } from '../acts/invites.ts'
import { ban, grant, join, kick, leave, passScreen, patchMember, unban } from '../acts/members.ts'
import { edit, post, remove } from '../acts/messages.ts'
import { react, unreact } from '../acts/reactions.ts'
import { channelPermissions } from '../permissions.ts'
import type { Channel, Guild, Member } from '../state/records.ts'
import { idByName } from '../state/seed.ts'
import type { World } from '../state/world.ts'

export interface Said {
  readonly replyTo?: APIMessage
  readonly files?: readonly Attachment[]
}

export interface Arrival {
  /** A code; its use is counted before the join is told. */
  readonly invite?: string
  /** When the account was made, epoch milliseconds. */
  readonly createdAt?: number
  readonly bot?: boolean
  readonly locale?: string
  /** Has yet to agree to the guild's own rules screen. */
  readonly pending?: boolean
}

export class People {
  protected readonly world: World
  protected readonly state: Guild

  constructor(world: World, state: Guild) {
    this.world = world
    this.state = state
  }

  get id(): string {
    return this.state.id
  }

  /** Id of the account of that name (or id). */
  userId(name: string): string {
    return this.world.named(name).api.id
  }

  channelId(name: string): string {
    return idByName(this.state, name)
  }

  roleId(name: string): string {
    return idByName(this.state, name)
  }

  protected channelAt(name: string): Channel {
    const channel = this.world.channels.get(this.channelId(name))
    if (!channel) throw new Error(`no channel "${name}"`)
    return channel
  }

  member(name: string): Member | undefined {
    return this.state.members.get(this.userId(name))
  }

  join(name: string, from: Arrival = {}): APIUser {
    const { invite, pending, ...account } = from
    const { api } = this.world.named(name, account)
    join(this.world, this.state, api, invite ? this.state.invites.get(invite) : undefined, pending)
    return api
  }

  /** Agrees to the guild's own rules screen. */
  agrees(name: string): void {
    passScreen(this.world, this.state, this.userId(name))
  }

  leave(name: string): void {
    leave(this.world, this.state, this.world.named(name).api)
  }

  /** @throws {DiscordError} when they may not write there, are timed out or too fast, or AutoMod blocks it (200000) */
  says(name: string, channel: string, text: string, more: Said = {}): APIMessage {
    const place = this.channelAt(channel)
    const by = { id: this.userId(name) }
    screen(this.world, this.state, place, by.id, text)
    const reference = more.replyTo && { message_reference: { message_id: more.replyTo.id } }
    return post(this.world, place, by, { content: text, ...reference }, more.files ? { files: more.files } : {})
  }

  edits(name: string, message: APIMessage, text: string): APIMessage {
    return edit(this.world, this.channelAt(message.channel_id), { id: this.userId(name) }, message.id, {
      content: text,
    })
  }

  deletes(name: string, message: APIMessage): void {
    remove(this.world, this.channelAt(message.channel_id), { id: this.userId(name) }, message.id)
  }

  reacts(name: string, message: APIMessage, emoji: string): void {
    react(this.world, this.channelAt(message.channel_id), { id: this.userId(name) }, message.id, emoji)
  }

  unreacts(name: string, message: APIMessage, emoji: string): void {
    const id = this.userId(name)
    unreact(this.world, this.channelAt(message.channel_id), { id }, message.id, emoji, id)
  }

  /** A forum post, or a thread in a text channel. Gives the thread's id and its first message. */
  opensThread(
    name: string,
    channel: string,
    title: string,
    text: string,
  ): { id: string; first: APIMessage | undefined } {
    const by = { id: this.userId(name) }
    const { thread, first } = startThread(this.world, this.channelAt(channel), by, {
      name: title,
      message: { content: text },
    })
    return { id: thread.api.id, first }
  }

  kicks(actor: string, name: string, reason?: string): void {
    kick(this.world, this.state, this.#actor(actor, reason), this.userId(name))
  }

  bans(actor: string, name: string, reason?: string, deleteSeconds = 0): void {
    ban(this.world, this.state, this.#actor(actor, reason), this.userId(name), deleteSeconds)
  }

  unbans(actor: string, name: string, reason?: string): void {
    unban(this.world, this.state, this.#actor(actor, reason), this.userId(name))
  }

  /** A moderator's own click on "time out"; 0 takes it back. */
  timesOut(actor: string, name: string, forMs: number, reason?: string): void {
    const until = forMs > 0 ? new Date(this.world.now() + forMs).toISOString() : null
    const patch = { communication_disabled_until: until }
    patchMember(this.world, this.state, this.#actor(actor, reason), this.userId(name), patch)
  }

  grants(actor: string, name: string, role: string, give = true): void {
    grant(this.world, this.state, { id: this.userId(actor) }, this.userId(name), this.roleId(role), give)
  }

  renames(actor: string, name: string, nick: string | null): void {
    patchMember(this.world, this.state, { id: this.userId(actor) }, this.userId(name), { nick })
  }

  /** Makes an invite; gives its code. */
  invites(name: string, channel: string, options: { maxUses?: number; maxAge?: number } = {}): APIInvite['code'] {
    const body = { max_uses: options.maxUses ?? 0, max_age: options.maxAge ?? 86_400, unique: true }
    return createInvite(this.world, this.channelAt(channel), { id: this.userId(name) }, body).code
  }

  /** Says that they will come to a scheduled event. */
  signsUp(name: string, event: string): void {
    const found = [...this.state.events.values()].find((each) => each.id === event || each.name === event)
    if (!found) throw new Error(`no event "${event}"`)
    const ids = this.state.interested.get(found.id) ?? new Set<string>()
    this.state.interested.set(found.id, ids.add(this.userId(name)))
    found.user_count = ids.size
    const d = { guild_scheduled_event_id: found.id, user_id: this.userId(name), guild_id: this.id }
    this.world.tell({ t: 'GUILD_SCHEDULED_EVENT_USER_ADD', d, guild: this.state })
  }

  /** Whether they could write there now. */
  mayWrite(name: string, channel: string): boolean {
    const member = this.member(name)
    if (!member) return false
    const place = this.channelAt(channel)
    return Boolean(channelPermissions(this.state, member, place, this.world.now()) & PermissionFlagsBits.SendMessages)
  }

  #actor(name: string, reason?: string) {
    return { id: this.userId(name), ...(reason && { reason }) }
  }
}
