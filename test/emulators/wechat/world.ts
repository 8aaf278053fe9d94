/**
 * A small WeChat: people, rooms, messages, and the one account that the bot is logged in with. Tests drive it; the
 * puppet asks it through `Account` and hears of what happens through `listen`. It lives in the test's process, so it
 * outlives every puppet. It has no timers of its own.
 */
import { types } from 'wechaty-puppet'
import { Account } from './account.ts'
import type { Deed, Draft, FriendRequest, Habits, Hears, Invitation, Message, Signal } from './model.ts'
import { habits as usual } from './model.ts'
import { type Joining, type Leaving, Person } from './person.ts'
import { Room } from './room.ts'

export const scans = {
  waiting: types.ScanStatus.Waiting,
  scanned: types.ScanStatus.Scanned,
  confirmed: types.ScanStatus.Confirmed,
  timeout: types.ScanStatus.Timeout,
  cancelled: types.ScanStatus.Cancel,
}
export interface Wished extends Partial<Habits> {
  /** The bot's name. */
  readonly name?: string
  readonly now?: () => number
  /** False: the first login wants a scan. */
  readonly loggedIn?: boolean
}

let worlds = 0

export class World {
  /** No two worlds of a process share an id: a server that is given another may remember the last. */
  readonly number = ++worlds
  readonly habits: Habits
  readonly now: () => number
  readonly bot: Person
  readonly people: Person[] = []
  readonly rooms: Room[] = []
  readonly messages = new Map<string, Message>()
  readonly requests = new Map<string, FriendRequest>()
  readonly invitations = new Map<string, Invitation>()
  readonly deeds: Deed[] = []
  readonly account: Account = new Account(this)
  /** How many logins there were; ids that are not stable are made of it. */
  login = 1
  /** Rooms in which WeChat says 操作过于频繁; `everywhere` for all. */
  readonly annoyed = new Set<Room | 'everywhere'>()
  #loggedIn: boolean
  #hears: Hears | undefined
  #count = 0
  #index = { of: '', people: new Map<string, Person>(), rooms: new Map<string, Room>() }
  readonly #sent: Message[] = []
  readonly #waiting = new Set<() => void>()

  constructor({ name = '掌柜', now = Date.now, loggedIn = true, ...wished }: Wished = {}) {
    this.habits = { ...usual, ...wished }
    this.now = now
    this.#loggedIn = loggedIn
    this.bot = this.person(name)
  }
  get stableIds(): boolean {
    return this.habits.stableIds
  }
  get loggedIn(): boolean {
    return this.#loggedIn
  }
  /** Whether a puppet is there to hear anything. */
  get connected(): boolean {
    return this.#hears !== undefined
  }
  /** All the bot ever sent, oldest first. */
  sent(): readonly Message[] {
    return this.#sent
  }

  person(name: string): Person {
    const person = new Person(this, this.people.length + 1, name)
    this.people.push(person)
    this.#ids().people.set(person.id, person)
    return person
  }
  /** The bot is a member unless told otherwise; it owns the room if it is named as the owner. */
  room(
    topic: string,
    { owner, members = [], bot = true }: { owner?: Person; members?: Person[]; bot?: boolean } = {},
  ): Room {
    const room = new Room(this, this.rooms.length + 1, topic, owner ?? this.person(`${topic}群主`))
    for (const member of bot ? [this.bot, ...members] : members) if (!room.has(member)) room.members.set(member, {})
    this.rooms.push(room)
    this.#ids().rooms.set(room.id, room)
    return room
  }
  /** By the id the puppet shows at this login. */
  personOf(id: string): Person | undefined {
    return this.#ids().people.get(id)
  }
  roomOf(id: string): Room | undefined {
    return this.#ids().rooms.get(id)
  }

  /** A puppet is there and listens; whoever listened before hears nothing any more. */
  listen(hears: Hears): void {
    this.#hears = hears
  }
  /** It is gone, by itself or because its process is. */
  hangsUp(hears: Hears | undefined): void {
    if (!hears || this.#hears !== hears) return
    this.#hears = undefined
    if (this.habits.staysIn) this.login += 1
    else this.#loggedIn = false
    this.changed()
  }
  tell(signal: Signal): void {
    this.#hears?.(signal)
    this.changed()
  }
  /** The puppet started: it is logged in, or shown a code to scan. */
  connects(): void {
    if (this.#loggedIn) this.#enter()
    else this.scan('waiting')
  }
  #ids() {
    const of = this.stableIds ? 'always' : `login ${this.login}`
    if (this.#index.of === of) return this.#index
    const people = new Map(this.people.map((person) => [person.id, person]))
    this.#index = { of, people, rooms: new Map(this.rooms.map((room) => [room.id, room])) }
    return this.#index
  }
  #enter(): void {
    this.tell({ event: 'login', id: this.bot.id })
    this.tell({ event: 'ready' })
    const mine = [...this.messages.values()].filter((message) => this.#reaches(message))
    const old = new Set(this.habits.replays > 0 ? mine.slice(-this.habits.replays) : [])
    for (const message of mine)
      if (old.has(message) || (this.habits.catchesUp && !message.delivered)) this.#hand(message)
  }
  /** The owner confirmed on the phone. */
  logsIn(): void {
    if (this.#loggedIn) throw new Error('the account is logged in already')
    this.#loggedIn = true
    this.login += 1
    if (this.connected) this.#enter()
  }
  /** The owner logged the bot out on the phone; a new code is shown. */
  logsOut(reason = '你已在手机上退出登录'): void {
    this.#loggedIn = false
    this.tell({ event: 'logout', reason })
    this.scan('waiting')
  }
  /** The puppet logged itself out. */
  loggedOut(): void {
    this.#loggedIn = false
    this.scan('waiting')
  }
  scan(state: keyof typeof scans): void {
    if (state === 'waiting') this.#count += 1
    const coded = state === 'waiting' || state === 'timeout'
    const qrcode = coded ? { qrcode: `http://weixin.qq.com/x/innkeeper-${this.#count}` } : {}
    this.tell({ event: 'scan', payload: { status: scans[state], ...qrcode } })
  }
  /** WeChat says 操作过于频繁 to everything sent, there or everywhere, until `calms`. */
  frequent(room?: Room): void {
    this.annoyed.add(room ?? 'everywhere')
  }
  calms(): void {
    this.annoyed.clear()
  }
  /** A sign of life of the puppet's; none comes by itself. */
  beats(): void {
    this.tell({ event: 'heartbeat' })
  }
  errs(message: string): void {
    this.tell({ event: 'error', message })
  }

  deliver(draft: Draft): Message {
    const message: Message = {
      text: '',
      mentions: [],
      at: this.now(),
      ...draft,
      id: `7${String(this.number).padStart(5, '0')}${String(++this.#count).padStart(12, '0')}`,
      recalled: false,
      delivered: false,
    }
    this.messages.set(message.id, message)
    if (message.by === this.bot) this.#keep(message)
    this.#forget()
    if (this.#reaches(message) && (message.by !== this.bot || this.habits.echoes)) this.#hand(message)
    return message
  }
  #keep(message: Message): void {
    this.#sent.push(message)
    message.to.record(message)
    this.changed()
  }
  #forget(): void {
    while (this.messages.size > this.habits.remembers) {
      const [oldest] = this.messages.keys()
      if (oldest !== undefined) this.messages.delete(oldest)
    }
  }
  #reaches({ to, by }: Message): boolean {
    return 'topic' in to ? to.has(this.bot) : to === this.bot || by === this.bot
  }
  #hand(message: Message): void {
    if (!this.connected || !this.#loggedIn) return
    message.delivered = true
    this.tell({ event: 'message', payload: { messageId: message.id } })
  }

  join(person: Person, room: Room, { inviter = room.owner, quietly = false }: Joining): void {
    if (room.has(person)) return
    room.members.set(person, inviter === 'unknown' ? {} : { inviter })
    this.changed()
    if (quietly || !this.#watches(room)) return
    const inviterId = inviter === 'unknown' ? '' : inviter.id
    const payload = { roomId: room.id, inviteeIdList: [person.id], inviterId, timestamp: this.now() }
    this.tell({ event: 'room-join', payload })
  }
  leave(person: Person, room: Room, remover: Person, { quietly = false, unknown = false }: Leaving): void {
    const watched = this.#watches(room)
    room.admins.delete(person)
    if (!room.members.delete(person)) throw new Error(`${person.name} is not in ${room.topic}`)
    this.changed()
    if (quietly || !watched) return
    const removeeIdList = unknown ? [] : [person.id]
    const payload = { roomId: room.id, removeeIdList, removerId: remover.id, timestamp: this.now() }
    this.tell({ event: 'room-leave', payload })
  }
  retitle(by: Person, room: Room, topic: string): void {
    const oldTopic = room.topic
    room.topic = topic
    this.changed()
    if (!this.#watches(room)) return
    const payload = { roomId: room.id, changerId: by.id, newTopic: topic, oldTopic, timestamp: this.now() }
    this.tell({ event: 'room-topic', payload })
  }
  #watches(room: Room): boolean {
    return this.#loggedIn && room.has(this.bot)
  }
  request(person: Person, hello: string, kind: FriendRequest['kind']): FriendRequest {
    const request = { id: `request-${++this.#count}`, at: this.now(), person, hello, kind }
    this.requests.set(request.id, request)
    if (kind !== 'sent' && this.#loggedIn) this.tell({ event: 'friendship', payload: { friendshipId: request.id } })
    return request
  }
  invite(room: Room, by: Person, to: Person): Invitation {
    const invitation = { id: `invitation-${++this.#count}`, at: this.now(), room, by, to }
    this.invitations.set(invitation.id, invitation)
    if (to === this.bot && this.#loggedIn)
      this.tell({ event: 'room-invite', payload: { roomInvitationId: invitation.id } })
    return invitation
  }

  /** Resolves as soon as it is so; rejects with `what` after `ms`. */
  until(so: () => boolean, what: string, ms = 10_000): Promise<void> {
    if (so()) return Promise.resolve()
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const look = () => (so() ? resolve() : undefined)
    const timer = setTimeout(() => reject(new Error(`not within ${ms} ms: ${what}`)), ms)
    this.#waiting.add(look)
    return promise.finally(() => {
      clearTimeout(timer)
      this.#waiting.delete(look)
    })
  }
  changed(): void {
    for (const look of this.#waiting) look()
  }
}
