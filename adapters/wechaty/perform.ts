/** The bot's actions in WeChat, as far as WeChat lets it. */
import type { Action, ActionOf, ActionType, Outcome } from '../../src/core/action.ts'
import type { Filed } from '../../src/core/adapter.ts'
import { inBoth } from '../../src/core/texts.ts'
import { pick } from '../../src/core/words.ts'
import type { Ground } from './ground.ts'
import { messageId } from './hearing.ts'
import type { Line } from './line.ts'
import { Outgoing } from './outgoing.ts'
import { timely } from './patience.ts'
import type { Place } from './place.ts'
import type { Recent } from './quotes.ts'
import { away, denied, type Failure, gone, outcomeOf, resting, tooOften } from './refusals.ts'
import type { Rest } from './rest.ts'
import type { Rooms } from './rooms.ts'
import { type Mention, messagesOf, Saying } from './saying.ts'
import { plain } from './text.ts'
import { wechatTexts } from './texts.ts'
import { requestIn } from './words.ts'

type Does = 'send' | 'announce' | 'whisper' | 'kick' | 'admit' | 'delete'
type Acts = { readonly [K in Does]: (line: Line, action: ActionOf<K>, filed: Filed) => Promise<Outcome> }
const done = (id?: string): Outcome => ({ ok: true, ...(id !== undefined && { message: messageId(id) }) })

const hourMs = 3_600_000

export class Performing {
  readonly #ground: Ground
  readonly #rooms: Rooms
  readonly #recent: Recent
  readonly #rest: Rest
  readonly #outgoing: Outgoing
  readonly #saying: Saying
  constructor(ground: Ground, rooms: Rooms, recent: Recent, rest: Rest) {
    this.#ground = ground
    this.#rooms = rooms
    this.#recent = recent
    this.#rest = rest
    this.#outgoing = new Outgoing(ground)
    this.#saying = new Saying(ground, this.#outgoing)
  }
  readonly #acts: Acts = {
    send: (line, action, filed) => this.#send(line, action, filed),
    announce: (line, action) => this.#announce(line, action),
    whisper: (line, action, filed) => this.#whisper(line, action, filed),
    kick: (line, action) => this.#kick(line, action),
    admit: (line, action) => this.#admit(line, action),
    delete: (line, action) => this.#takeBack(line, action),
  }

  /** Never throws. While WeChat is away everything waits; while it wants to be left alone nothing is even tried. */
  async perform(filed: Filed): Promise<Outcome> {
    const { action } = filed
    if (!(action.type in this.#acts)) return { ok: false, kind: 'unsupported', detail: '' }
    const line = this.#ground.line()
    if (!line) return away
    const wait = this.#wait(action)
    if (wait) return wait
    const act = this.#acts[action.type as Does] as (line: Line, action: Action, filed: Filed) => Promise<Outcome>
    try {
      const outcome = await act(line, action, filed)
      if (outcome.ok) this.#rest.over()
      return outcome
    } catch (error) {
      return this.#failed(error)
    }
  }
  #wait(action: Action): Failure | undefined {
    if (this.#rest.leftMs > 0) return resting(this.#rest.leftMs)
    const retryAfterMs = 'text' in action ? this.#outgoing.waitMs(messagesOf(action)) : 0
    return retryAfterMs > 0 ? { ok: false, kind: 'busy', retryAfterMs, detail: '' } : undefined
  }
  async #failed(error: unknown): Promise<Failure> {
    if (!tooOften(error)) return outcomeOf(error)
    const ms = this.#ground.settings().rest.pacing.restHours * hourMs
    await this.#rest.begin(ms)
    return resting(ms)
  }
  #timely<T>(work: Promise<T>): Promise<T> {
    return timely(this.#ground.patience.actMs, work)
  }

  #noRoom(): Outcome {
    return this.#rooms.searching ? away : gone('gone.room')
  }

  async #send(line: Line, action: ActionOf<'send'>, { id }: Filed): Promise<Outcome> {
    const place = this.#rooms.byRef(action.group)
    if (!place) return this.#noRoom()
    const mentions = this.#saying.mentions(place, action.mentions)
    const text = this.#answering(place, action, mentions)
    if (action.image) await this.#saying.picture(line, place.room, action.image.png)
    const sent = action.text ? await this.#saying.text(line, place.room, text, mentions) : undefined
    return this.#said(line, place.ref, id, action.text, sent)
  }
  /** No puppet of wechaty's can quote, so whoever is answered is named at the beginning. */
  #answering(place: Place, { text, replyTo }: ActionOf<'send'>, mentions: Mention[]): string {
    const user = replyTo && this.#recent.authorOf(place.ref, replyTo)
    if (!user || mentions.length > 0) return text
    const name = place.members.get(user)?.alias || place.members.get(user)?.name
    const [one] = name ? this.#saying.mentions(place, [{ user, name }]) : []
    if (!one) return text
    mentions.push(one)
    return `@${one.name} ${text}`
  }
  /** Some puppets do not tell what they have sent; then it has our own id, by which quotes of it are found. */
  #said(line: Line, where: string, filed: string, text: string, sent: string | undefined): Outcome {
    const id = sent === undefined ? `wechat:sent:${filed}`.slice(0, 256) : messageId(sent)
    const self = line.bot.currentUser
    const names = [self.name(), this.#rooms.byRef(where)?.ownAlias ?? ''].filter(Boolean)
    this.#recent.keep(where, { id, user: '', names, text: plain(text) })
    return { ok: true, message: id }
  }

  /** An announcement needs the room's owner; else it is said, and says that it is one. */
  async #announce(line: Line, { group, text }: ActionOf<'announce'>): Promise<Outcome> {
    const place = this.#rooms.byRef(group)
    if (!place) return this.#noRoom()
    if (place.owner === line.puppet.currentUserId) {
      try {
        await this.#saying.announcement(line, place.room, text)
        return done()
      } catch (error) {
        const refused = await this.#failed(error)
        if (refused.kind !== 'denied' && refused.kind !== 'failed') return refused
      }
    }
    const locale = this.#ground.door().rulesOf(group)?.languages[0] ?? 'zh'
    const said = pick(inBoth(wechatTexts, 'announce', { text }), locale)
    return done(await this.#saying.text(line, place.room, said))
  }

  async #whisper(line: Line, { user, text }: ActionOf<'whisper'>, { id }: Filed): Promise<Outcome> {
    const contact = this.#ground.people.contactOf(user)
    if (!contact) return gone('gone.person')
    const { friend } = await this.#timely(line.puppet.contactPayload(contact))
    if (friend === false) return denied('denied.friend')
    const sent = await this.#saying.text(line, contact, text)
    return this.#said(line, user, id, text, sent)
  }

  async #kick(line: Line, { group, user }: ActionOf<'kick'>): Promise<Outcome> {
    const place = this.#rooms.byRef(group)
    const contact = this.#ground.people.contactOf(user)
    if (!place) return this.#noRoom()
    if (!contact || !place.present(user)) return gone('gone.person')
    if (place.rules(line.puppet.currentUserId) === false) return denied('denied.owner')
    await this.#timely(line.puppet.roomDel(place.room, contact))
    // The news of it may be lost, and who comes back at once would be taken for one who never went.
    await this.#rooms.members.left(place, user, 'kicked', this.#ground.now())
    return done()
  }

  /** Accepts the friend, then brings them into the room their word leads to. Saying no is saying nothing. */
  async #admit(line: Line, { user, request, accept }: ActionOf<'admit'>): Promise<Outcome> {
    const asked = requestIn(request)
    const contact = this.#ground.people.contactOf(user)
    if (!asked || !contact) return gone('gone.request')
    if (!accept) return done()
    const place = this.#rooms.byRef(asked.ref)
    if (!place) return this.#noRoom()
    if (asked.kind === 'friend') {
      await this.#timely(line.puppet.friendshipAccept(asked.friendship))
      await this.#ground.pause(
        this.#ground.settings().rest.pacing.roomGapSeconds * 1000 * (0.5 + this.#ground.random()),
      )
      await this.#timely(line.puppet.contactPayloadDirty(contact))
    }
    if (!place.present(user)) await this.#timely(line.puppet.roomAdd(place.room, contact))
    return done()
  }

  /** Only what the bot said itself, and only where the puppet has told its id. */
  async #takeBack(line: Line, { message }: ActionOf<'delete'>): Promise<Outcome> {
    const prefix = messageId('')
    if (!message.startsWith(prefix)) return denied('denied.own')
    const taken = await this.#timely(line.puppet.messageRecall(message.slice(prefix.length)))
    return taken ? done() : denied('denied.own')
  }
}
/** `delete` is left out: only the bot's own messages can go, so a feature must not count on it. */
export const does: readonly ActionType[] = ['send', 'announce', 'whisper', 'kick', 'admit']
