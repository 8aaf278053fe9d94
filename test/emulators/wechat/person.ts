/** Somebody with a WeChat account, and what they do with it. */
import type { File, FriendRequest, Invitation, Link, Message, MiniProgram } from './model.ts'
import type { Room } from './room.ts'
import type { World } from './world.ts'

export interface Saying {
  readonly mention?: Person | readonly Person[]
  /** The phone ends a mention with U+2005, the PC with a space. */
  readonly from?: 'phone' | 'pc'
  /** When it was said, if not now: old messages. */
  readonly at?: number
}
export interface Joining {
  /** `unknown`: nobody the puppet knows. The room's owner unless told. */
  readonly inviter?: Person | 'unknown'
  /** The puppet is not told. */
  readonly quietly?: boolean
}
export interface Leaving {
  /** The puppet is not told; WeChat itself tells nobody but the owner. */
  readonly quietly?: boolean
  /** The puppet is told, but not who. */
  readonly unknown?: boolean
}

export class Person {
  readonly world: World
  readonly number: number
  name: string
  /** Address of their picture; '' where the puppet knows none. */
  picture = ''
  /** What the bot calls them (备注), which only the bot sees. */
  remark = ''
  /** Whether they and the bot are friends: only then may it write to them. */
  friend = false
  /** They refuse what the bot sends. */
  blocks = false
  readonly #sent: Message[] = []

  constructor(world: World, number: number, name: string) {
    this.world = world
    this.number = number
    this.name = name
  }
  /** As the puppet shows it, at this login. */
  get id(): string {
    return this.world.stableIds
      ? `wxid_${this.world.number}n${this.number}`
      : `@${this.world.number}n${this.number}l${this.world.login}`
  }
  /** All the bot sent them privately, oldest first. */
  get sent(): readonly Message[] {
    return this.#sent
  }
  record(message: Message): void {
    this.#sent.push(message)
  }

  /** To a room, or to the bot privately. */
  says(to: Room | Person, text: string, { mention = [], from = 'phone', at }: Saying = {}): Message {
    const mentions = [mention].flat()
    const space = from === 'phone' ? '\u2005' : ' '
    const shown = mentions.map((person) => `@${'topic' in to ? to.nameOf(person) : person.name}${space}`).join('')
    return this.world.deliver({
      by: this,
      to,
      kind: 'text',
      text: shown + text,
      mentions,
      ...(at === undefined ? {} : { at }),
    })
  }
  /** Answers by quoting: WeChat puts what is quoted into the text. */
  quotes(message: Message, text: string, saying: Saying = {}): Message {
    return this.says(
      message.to,
      `「${message.by.name}：${message.text}」\n- - - - - - - - - - - - - - -\n${text}`,
      saying,
    )
  }
  sends(to: Room | Person, what: File | { link: Link } | { miniProgram: MiniProgram }): Message {
    if ('link' in what) return this.world.deliver({ by: this, to, kind: 'link', text: what.link.url, link: what.link })
    if ('miniProgram' in what)
      return this.world.deliver({ by: this, to, kind: 'mini-program', miniProgram: what.miniProgram })
    const kind = /\.(png|jpe?g|gif)$/i.test(what.name) ? 'image' : 'file'
    return this.world.deliver({ by: this, to, kind, text: what.name, file: what })
  }
  /** The news of a recall is a message that names the one recalled. */
  recalls(message: Message): void {
    message.recalled = true
    this.world.deliver({ by: this, to: message.to, kind: 'recalled', text: message.id })
  }

  joins(room: Room, joining: Joining = {}): void {
    this.world.join(this, room, joining)
  }
  leaves(room: Room, leaving: Leaving = {}): void {
    this.world.leave(this, room, this, leaving)
  }
  removes(room: Room, person: Person): void {
    if (!room.rules(this)) throw new Error(`${this.name} does not run ${room.topic}`)
    this.world.leave(person, room, this, {})
  }
  retitles(room: Room, topic: string): void {
    this.world.retitle(this, room, topic)
  }
  /** Under a new name; no puppet is told. */
  renames(name: string): void {
    this.name = name
  }
  /** Carries a name of its own in this room. */
  calls(room: Room, alias: string): void {
    const membership = room.members.get(this)
    if (!membership) throw new Error(`${this.name} is not in ${room.topic}`)
    membership.alias = alias
  }

  /** Friends already, without any request. */
  befriends(): this {
    this.friend = true
    return this
  }
  asksFriend(hello = ''): FriendRequest {
    return this.world.request(this, hello, 'asked')
  }
  /** Says yes to the bot's request. */
  acceptsFriend(): FriendRequest {
    this.friend = true
    return this.world.request(this, '', 'confirmed')
  }
  /** Invites the bot, which has to accept. */
  invitesTo(room: Room): Invitation {
    return this.world.invite(room, this, this.world.bot)
  }
  /** Accepts an invitation of the bot's. */
  acceptsInvitation(room: Room): void {
    const invitation = [...this.world.invitations.values()].find((one) => one.to === this && one.room === room)
    if (!invitation) throw new Error(`${this.name} was not invited to ${room.topic}`)
    this.world.invitations.delete(invitation.id)
    this.world.join(this, room, { inviter: invitation.by })
  }
}
