/**
 * The bot's account: all that its puppet may ask of WeChat and do there, by the ids it was shown. Plain values only, so
 * that it can be asked from another process. Throws what WeChat would refuse.
 */
import type { payloads } from 'wechaty-puppet'
import type { Draft, File, Link, Message, MiniProgram } from './model.ts'
import { contactOf, friendshipOf, invitationOf, memberOf, messageOf, roomOf } from './payloads.ts'
import type { Person } from './person.ts'
import type { Room } from './room.ts'
import type { World } from './world.ts'

const recallableMs = 2 * 60_000

export class Account {
  readonly #world: World
  constructor(world: World) {
    this.#world = world
  }
  connects(): void {
    this.#world.connects()
  }
  logout(): void {
    this.#world.loggedOut()
  }
  ding(data: string): void {
    if (this.#world.habits.dongs) this.#world.tell({ event: 'dong', data })
  }

  contacts(): string[] {
    const known = this.#world.people.filter((person) => person.friend || person === this.#world.bot)
    return known.map((person) => person.id)
  }
  contact(id: string): payloads.Contact {
    return contactOf(this.#person(id))
  }
  remark(id: string): string {
    return this.#person(id).remark
  }
  setRemark(id: string, remark: string): void {
    const person = this.#person(id)
    person.remark = remark
    this.#did({ what: 'remark', person, text: remark })
  }
  rooms(): string[] {
    return this.#world.rooms.filter((room) => room.has(this.#world.bot)).map((room) => room.id)
  }
  room(id: string): payloads.Room {
    return roomOf(this.#room(id))
  }
  members(id: string): string[] {
    return [...this.#room(id).members.keys()].map((person) => person.id)
  }
  member(roomId: string, id: string): payloads.RoomMember {
    return memberOf(this.#room(roomId), this.#person(id))
  }
  message(id: string): payloads.Message {
    return messageOf(this.#message(id), this.#world.habits.mentionIds)
  }
  file(id: string): File {
    const { file } = this.#message(id)
    if (!file) throw new Error(`message ${id} has no file`)
    return file
  }
  link(id: string): Link {
    const { link } = this.#message(id)
    if (!link) throw new Error(`message ${id} has no link`)
    return link
  }
  miniProgram(id: string): MiniProgram {
    const { miniProgram } = this.#message(id)
    if (!miniProgram) throw new Error(`message ${id} has no mini-program`)
    return miniProgram
  }
  card(id: string): string {
    const { person } = this.#message(id)
    if (!person) throw new Error(`message ${id} has no card`)
    return person.id
  }

  sendText(to: string, text: string, mentionIds: readonly string[] = []): string | undefined {
    return this.#send(to, { kind: 'text', text, mentions: mentionIds.map((id) => this.#person(id)) })
  }
  sendFile(to: string, file: File): string | undefined {
    const kind = /\.(png|jpe?g|gif)$/i.test(file.name) ? 'image' : 'file'
    return this.#send(to, { kind, text: file.name, file })
  }
  sendLink(to: string, link: Link): string | undefined {
    return this.#send(to, { kind: 'link', text: link.url, link })
  }
  sendMiniProgram(to: string, miniProgram: MiniProgram): string | undefined {
    return this.#send(to, { kind: 'mini-program', miniProgram })
  }
  sendCard(to: string, id: string): string | undefined {
    return this.#send(to, { kind: 'card', person: this.#person(id) })
  }
  forward(to: string, id: string): string | undefined {
    const { kind, text, file, link, miniProgram } = this.#message(id)
    const content = { ...(file && { file }), ...(link && { link }), ...(miniProgram && { miniProgram }) }
    return this.#send(to, { kind, text, ...content })
  }
  recall(id: string): boolean {
    const message = this.#message(id)
    if (message.by !== this.#world.bot || this.#world.now() - message.at > recallableMs) return false
    message.recalled = true
    this.#did({ what: 'recall', text: message.text })
    return true
  }

  add(roomId: string, id: string, inviteOnly = false): void {
    const room = this.#mine(roomId)
    const person = this.#person(id)
    this.#calm(room)
    if (!person.friend) throw new Error(`${person.name} 不是你的好友，无法邀请进群`)
    if (room.has(person)) return
    const invited = inviteOnly || room.members.size >= room.invitesFrom
    this.#did({ what: invited ? 'invite' : 'add', room, person })
    if (invited) this.#world.invite(room, this.#world.bot, person)
    else this.#world.join(person, room, { inviter: this.#world.bot })
  }
  remove(roomId: string, id: string): void {
    const room = this.#run(roomId, '只有群主和管理员可以移出群成员')
    const person = this.#person(id)
    this.#did({ what: 'remove', room, person })
    this.#world.leave(person, room, this.#world.bot, {})
  }
  retitle(roomId: string, topic: string): void {
    const room = this.#mine(roomId)
    this.#did({ what: 'retitle', room, text: topic })
    this.#world.retitle(this.#world.bot, room, topic)
  }
  announcement(roomId: string): string {
    return this.#mine(roomId).announcement
  }
  announce(roomId: string, text: string): void {
    const room = this.#run(roomId, '只有群主和管理员可以编辑群公告')
    room.announcement = text
    this.#send(roomId, { kind: 'announcement', text })
  }
  quit(roomId: string): void {
    const room = this.#mine(roomId)
    this.#did({ what: 'quit', room })
    this.#world.leave(this.#world.bot, room, this.#world.bot, { quietly: true })
  }
  create(ids: readonly string[], topic = '群聊'): string {
    return this.#world.room(topic, { owner: this.#world.bot, members: ids.map((id) => this.#person(id)) }).id
  }
  qrcode(roomId: string): string {
    return `https://weixin.qq.com/g/innkeeper-${this.#mine(roomId).number}`
  }

  friendship(id: string): payloads.Friendship {
    const request = this.#world.requests.get(id)
    if (!request) throw new Error(`no friend request ${id}`)
    return friendshipOf(request)
  }
  acceptFriend(id: string): void {
    const request = this.#world.requests.get(id)
    if (request?.kind !== 'asked') throw new Error(`no friend request ${id}`)
    this.#calm()
    this.#did({ what: 'accept friend', person: request.person, text: request.hello })
    request.person.acceptsFriend()
  }
  addFriend(id: string, hello: string): void {
    const person = this.#person(id)
    this.#calm()
    this.#did({ what: 'befriend', person, text: hello })
    this.#world.request(person, hello, 'sent')
  }
  invitation(id: string): payloads.RoomInvitation {
    const invitation = this.#world.invitations.get(id)
    if (!invitation) throw new Error(`no invitation ${id}`)
    return invitationOf(invitation)
  }
  enter(id: string): void {
    const invitation = this.#world.invitations.get(id)
    if (!invitation) throw new Error(`no invitation ${id}`)
    this.#did({ what: 'enter', room: invitation.room, person: invitation.by })
    this.#world.join(this.#world.bot, invitation.room, { inviter: invitation.by })
  }

  #did(deed: Omit<World['deeds'][number], 'at'>): void {
    this.#world.deeds.push({ at: this.#world.now(), ...deed })
    this.#world.changed()
  }
  #send(to: string, draft: Omit<Draft, 'by' | 'to'>): string | undefined {
    const { bot, habits, loggedIn } = this.#world
    if (!loggedIn) throw new Error('not logged in')
    const room = this.#world.roomOf(to)
    if (room) this.#mine(to)
    const target = room ?? this.#person(to)
    this.#calm(room)
    if (!('topic' in target) && target.blocks) throw new Error('消息已发出，但被对方拒收了')
    if (!('topic' in target) && !target.friend && target !== bot)
      throw new Error(`${target.name} 开启了朋友验证，你还不是他（她）朋友`)
    const message = this.#world.deliver({ ...draft, by: bot, to: target })
    return habits.sayReturns ? message.id : undefined
  }
  #calm(room?: Room): void {
    const { annoyed } = this.#world
    if (annoyed.has('everywhere') || (room && annoyed.has(room))) throw new Error('操作过于频繁，请稍后再试')
  }
  #person(id: string): Person {
    const person = this.#world.personOf(id)
    if (!person) throw new Error(`no contact ${id}`)
    return person
  }
  #room(id: string): Room {
    const room = this.#world.roomOf(id)
    if (!room) throw new Error(`no room ${id}`)
    return room
  }
  #mine(id: string): Room {
    const room = this.#room(id)
    if (!room.has(this.#world.bot)) throw new Error(`你已不在群聊「${room.topic}」中`)
    return room
  }
  #run(id: string, refusal: string): Room {
    const room = this.#mine(id)
    if (!room.rules(this.#world.bot)) throw new Error(refusal)
    this.#calm(room)
    return room
  }
  #message(id: string): Message {
    const message = this.#world.messages.get(id)
    if (!message) throw new Error(`no message ${id}`)
    return message
  }
}
