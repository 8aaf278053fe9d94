/** Who came, who went, who asks to be let in: WeChat's news, as events. */
import type { Friendship, RoomInvitation } from 'wechaty'
import type { payloads } from 'wechaty-puppet'
import type { Ground } from './ground.ts'
import type { Rooms } from './rooms.ts'
import { friendRequest, roomByWord } from './words.ts'

/** Wechaty's time stamps are seconds or milliseconds, as the puppet likes. */
const millis = (stamp: number) => (stamp < 1e12 ? stamp * 1000 : stamp)

/** As long as somebody takes to tap on an invitation, and up to twice that. */
const tapMs = 2000

export class News {
  readonly #ground: Ground
  readonly #rooms: Rooms
  constructor(ground: Ground, rooms: Rooms) {
    this.#ground = ground
    this.#rooms = rooms
  }

  async joined({ roomId, inviteeIdList, inviterId, timestamp }: payloads.EventRoomJoin): Promise<void> {
    const self = this.#ground.line()?.puppet.currentUserId
    const place = await this.#rooms.place(roomId)
    if (!place) return // the bot itself, in a room that is not served
    const inviter = inviterId && inviterId !== self ? await this.#rooms.members.know(place, inviterId) : undefined
    for (const contact of inviteeIdList) {
      if (contact === self) continue
      // Most join by themselves through a code or link, and then the puppet names them as their own inviter.
      const invitedBy = inviterId === contact ? undefined : inviter?.user
      await this.#rooms.members.joined(place, contact, { at: millis(timestamp), invitedBy })
    }
  }
  /** Some puppets tell that somebody left, but not who. */
  async left({ roomId, removeeIdList, removerId, timestamp }: payloads.EventRoomLeave): Promise<void> {
    const puppet = this.#ground.line()?.puppet
    const place = await this.#rooms.place(roomId)
    if (!place || !puppet) return
    if (removeeIdList.includes(puppet.currentUserId)) return this.#rooms.drop(place)
    if (removeeIdList.length === 0) return this.#rooms.compare(puppet, place)
    for (const contact of removeeIdList) {
      const user = this.#ground.people.userOf(contact)
      const how = removerId && removerId !== contact ? 'kicked' : 'left'
      if (user) await this.#rooms.members.left(place, user, how, millis(timestamp))
    }
  }
  async retitled({ roomId, newTopic }: payloads.EventRoomTopic): Promise<void> {
    const place = this.#rooms.known(roomId)
    if (place) await this.#rooms.renamed(place, newTopic)
    else await this.#rooms.again() // it may have got the name of a room that is listed
  }

  /** A request that holds a code word. Others are left for whoever holds the phone. */
  async friendship(friendship: Friendship): Promise<void> {
    if (friendship.type() !== this.#ground.library().types.Friendship.Receive) return
    const hello = friendship.hello()
    const room = roomByWord(hello, this.#ground.settings().rooms)
    if (!room) return
    const contact = friendship.contact()
    const handle = contact.handle()
    const user = await this.#ground.people.meet(contact.id, { name: contact.name(), ...(handle && { handle }) })
    const at = this.#ground.now()
    await this.#ground.emit({
      type: 'request',
      id: `wechat:friend:${friendship.id}`.slice(0, 256),
      at,
      group: room.ref,
      user,
      ...(contact.name() && { name: contact.name().slice(0, 100) }),
      request: friendRequest(room.ref, friendship.id).slice(0, 256),
      kind: 'friend',
      text: hello.slice(0, 1000),
    })
  }
  /** Into listed rooms that the bot is not in yet: nobody can put it elsewhere by giving a room the same name. */
  async invited(invitation: RoomInvitation): Promise<void> {
    const topic = await invitation.topic()
    const listed = this.#ground.settings().rooms.find((room) => room.topic === topic)
    if (!listed || this.#rooms.byRef(listed.ref)) {
      this.#ground.log.info({ topic }, 'an invitation to a room that is not listed, or not wanting, is left alone')
      return
    }
    await this.#ground.pause((1 + this.#ground.random()) * tapMs)
    await invitation.accept()
    await this.#rooms.again()
  }
}
