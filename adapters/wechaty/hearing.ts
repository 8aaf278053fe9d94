/** What WeChat tells, as events. */
import type { Message } from 'wechaty'
import type { payloads } from 'wechaty-puppet'
import type { EventOf } from '../../src/core/event.ts'
import type { Ground } from './ground.ts'
import { natureOf } from './kinds.ts'
import { hasTapped, mentionsIn } from './mentions.ts'
import type { Place } from './place.ts'
import { quoteIn, type Recent } from './quotes.ts'
import type { Rooms } from './rooms.ts'
import { Seen } from './seen.ts'
import { textOf } from './spoken.ts'
import { joinRequest, roomByWord } from './words.ts'

type MessageEvent = EventOf<'message'>
/** Our id of a message, which is also its event's. */
export const messageId = (id: string): string => `wechat:msg:${id}`

export class Hearing {
  readonly #ground: Ground
  readonly #rooms: Rooms
  readonly #recent: Recent
  readonly #seen = new Seen()
  /** Old messages that were left unheard, since the start. */
  old = 0
  constructor(ground: Ground, rooms: Rooms, recent: Recent) {
    this.#ground = ground
    this.#rooms = rooms
    this.#recent = recent
  }
  async message(message: Message): Promise<void> {
    const { payload } = message
    if (!payload || message.self() || this.#seen.again(message.id)) return
    if (this.#ground.now() - message.date().getTime() > this.#ground.settings().rest.oldSeconds * 1000) {
      this.old += 1
      return
    }
    const nature = natureOf(this.#ground.library().types.Message[payload.type] ?? '')
    const room = 'roomId' in payload ? payload.roomId : undefined
    if (payload.type === this.#ground.library().types.Message.Recalled) await this.#recalled(payload, room)
    else if (!nature.said) return
    else if (room) await this.#inRoom(message, payload, room)
    else await this.#inPrivate(message, payload)
  }

  async #recalled(payload: payloads.Message, room: string | undefined): Promise<void> {
    const place = room ? await this.#rooms.place(room) : undefined
    if (!place || !payload.text) return
    const message = messageId(payload.text)
    const author = this.#recent.authorOf(place.ref, message)
    const at = this.#ground.now()
    const id = messageId(payload.id)
    await this.#ground.emit({ type: 'delete', id, at, group: place.ref, message, ...(author && { user: author }) })
  }

  async #inRoom(message: Message, payload: payloads.Message, room: string): Promise<void> {
    const place = await this.#rooms.place(room)
    if (!place) return
    const at = message.date().getTime()
    const { members } = this.#rooms
    const talker = payload.talkerId
    const by = await members.know(place, talker)
    if (!place.present(by.user)) {
      if (place.parting(by.user, at)) return
      // They are in it, whatever was told: what the comparison would find is found by their own words.
      if (place.comparedAt > 0) await members.joined(place, talker, { at })
    }
    const said = await this.#said(message, payload, place)
    const id = messageId(payload.id)
    this.#recent.keep(place.ref, { id, user: by.user, names: this.#names(place, by.user), text: said.text })
    await this.#ground.emit({
      type: 'message',
      id,
      at,
      group: place.ref,
      user: by.user,
      ...(by.name && { name: by.name.slice(0, 100) }),
      role: by.role,
      ...said,
    })
  }
  /** Text, mentions and what it answers. */
  async #said(
    message: Message,
    payload: payloads.Message,
    place: Place,
  ): Promise<Pick<MessageEvent, 'text'> & Partial<MessageEvent>> {
    const { kind, attachments } = natureOf(this.#ground.library().types.Message[payload.type] ?? '')
    const quoted = kind ? undefined : quoteIn(payload.text ?? '')
    const raw = quoted?.text ?? (await textOf(message, kind))
    const mentions = await this.#mentions(raw, payload, place)
    const replyTo = quoted && this.#recent.find(place.ref, quoted.quote)
    const self = this.#ground.line()?.bot.currentUser.name() ?? ''
    const toBot = mentions.bot || (quoted !== undefined && [self, place.ownAlias].includes(quoted.quote.name))
    return {
      text: mentions.text.slice(0, 20_000),
      ...(replyTo && { replyTo }),
      ...(mentions.users.length > 0 && { mentions: mentions.users.slice(0, 200) }),
      ...(toBot && { mentionsBot: true }),
      ...(kind && { kinds: [kind] }),
      ...(attachments && { attachments }),
    }
  }
  async #mentions(text: string, payload: payloads.Message, place: Place) {
    const self = this.#ground.line()?.bot.currentUser
    const own = [self?.name() ?? '', place.ownAlias].filter(Boolean)
    const ids = 'mentionIdList' in payload ? (payload.mentionIdList ?? []) : []
    const users: string[] = []
    for (const contact of ids)
      if (contact !== self?.id) users.push((await this.#rooms.members.know(place, contact)).user)
    if (ids.length === 0 && hasTapped(text)) await this.#rooms.members.learn(place)
    const called = /[@＠]/u.test(text) ? this.#called(place) : []
    return mentionsIn(text, called, own, { users, bot: self !== undefined && ids.includes(self.id) })
  }
  #called(place: Place) {
    return [...place.members.values()]
      .filter((row) => row.present === 1 && row.name !== '')
      .map((row) => ({ user: row.user, names: [row.name, row.alias].filter(Boolean) }))
  }
  #names(place: Place, user: string): readonly string[] {
    const row = place.members.get(user)
    return row ? [row.name, row.alias].filter(Boolean) : []
  }

  /** To the bot alone. It is about the group they last wrote in, or one they are in; or it is a code word. */
  async #inPrivate(message: Message, payload: payloads.Message): Promise<void> {
    const { people, emit, door, settings } = this.#ground
    const contact = await this.#ground.line()?.puppet.contactPayload(payload.talkerId)
    if (!contact || contact.type === this.#ground.library().types.Contact.Official) return
    const { kind, attachments } = natureOf(this.#ground.library().types.Message[payload.type] ?? '')
    const quoted = kind ? undefined : quoteIn(payload.text ?? '')
    const text = (quoted?.text ?? (await textOf(message, kind))).replaceAll('\u2005', ' ')
    const at = message.date().getTime()
    const room = roomByWord(text, settings().rooms, true)
    // Who is in none of the rooms and says no code word is a stranger: not answered, and not kept.
    if (!room && people.userOf(payload.talkerId) === undefined) return
    const user = await people.meet(payload.talkerId, contact)
    const common = { id: messageId(payload.id), at, user, ...(contact.name && { name: contact.name.slice(0, 100) }) }
    const row = room && this.#rooms.byRef(room.ref)?.members.get(user)
    if (room && row?.present !== 1) {
      const request = joinRequest(room.ref, user, row?.joins ?? 0)
      return emit({ type: 'request', ...common, group: room.ref, kind: 'join', request, text: text.slice(0, 1000) })
    }
    const isIn = (ref: string) => this.#rooms.byRef(ref)?.present(user) ?? true
    const [group] = [...(await door().groupsOf(user)).filter(isIn), ...this.#rooms.of(user)]
    if (group === undefined) return
    const replyTo = quoted && this.#recent.find(user, quoted.quote)
    await emit({
      type: 'message',
      ...common,
      group,
      text: text.slice(0, 20_000),
      private: true,
      ...(replyTo && { replyTo }),
      ...(kind && { kinds: [kind] }),
      ...(attachments && { attachments }),
    })
  }
}
