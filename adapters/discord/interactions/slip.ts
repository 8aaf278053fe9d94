/**
 * One interaction from its arrival until its token ends: Discord wants a first word within three seconds, and takes
 * more for fifteen minutes. After https://docs.discord.com/developers/interactions/receiving-and-responding
 */

import type { RawFile, REST } from 'discord.js'
import {
  type APIMessage,
  InteractionResponseType as First,
  MessageFlags,
  type RESTPostAPIWebhookWithTokenJSONBody,
  Routes,
} from 'discord-api-types/v10'
import type { Given } from './given.ts'
import { isTaken, isTooLate } from './refusals.ts'

export interface Words {
  readonly body: Pick<RESTPostAPIWebhookWithTokenJSONBody, 'content' | 'embeds' | 'components' | 'allowed_mentions'>
  readonly files?: readonly RawFile[]
  /** Only the one who gave the interaction sees it. */
  readonly hidden: boolean
}
/** How it is put off: for a command with a waiting answer, for a button with nothing to be seen. */
export type PutOff = 'hidden' | 'open' | 'unseen'
interface Parts {
  readonly rest: REST
  readonly given: Given
  readonly putOff: PutOff
  readonly now: () => number
  /** An error that nobody waits for; free of tokens. */
  readonly failed: (error: unknown) => void
}

/** An answer that comes by then is the first word itself; else the interaction is put off. Leaves two for the way. */
export const patienceMs = 1000
/** Half a minute before Discord forgets the token. */
const tokenMs = 14.5 * 60_000

/** `new`: not a word yet. `waiting`: put off, with an answer to be filled in. `begun`: further words are follow-ups. */
type State = 'new' | 'waiting' | 'begun' | 'lost'

export class Slip {
  readonly given: Given
  readonly #parts: Parts
  readonly #since: number
  readonly #timer: NodeJS.Timeout
  #state: State = 'new'
  /** What was said so far is no answer: one that comes takes its place. */
  #filler: { readonly hidden: boolean; readonly message: string } | undefined
  #last: Promise<unknown> = Promise.resolve()

  constructor(parts: Parts) {
    this.#parts = parts
    this.given = parts.given
    this.#since = parts.now()
    this.#timer = setTimeout(() => void this.putOff(), patienceMs)
    this.#timer.unref()
  }
  get isOpen(): boolean {
    return this.#state !== 'lost' && this.#parts.now() - this.#since < tokenMs
  }
  /** Nothing but that it takes a moment has been said. */
  get isSilent(): boolean {
    return this.#state === 'new' || this.#state === 'waiting'
  }

  /** Says that an answer will come. Does nothing where something has been said. */
  putOff(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#state !== 'new') return
      const { putOff } = this.#parts
      const flags = putOff === 'hidden' ? { data: { flags: MessageFlags.Ephemeral } } : {}
      const type = putOff === 'unseen' ? First.DeferredMessageUpdate : First.DeferredChannelMessageWithSource
      await this.#first({ type, ...flags }).catch(this.#parts.failed)
      if (putOff !== 'unseen' && this.isOpen) this.#state = 'waiting'
    })
  }
  /** A form: only as the first word. False where it came too late. */
  async first(body: object): Promise<boolean> {
    return this.#inTurn(async () => {
      if (this.#state !== 'new') return false
      await this.#first(body)
      return this.isOpen
    })
  }

  /**
   * Says something: the first as the answer, more as follow-ups. The message where it is known; undefined where it is
   * too late, so that it has to be said in another way. Rejects with what REST rejects with.
   */
  say(words: Words): Promise<{ readonly message: string | undefined } | undefined> {
    return this.#inTurn(() => this.#say(words))
  }
  /** A word for when no feature has one; an answer that comes later takes its place. */
  async fill(words: Words): Promise<void> {
    await this.#inTurn(async () => {
      if ((!this.isSilent && !this.#filler) || this.#parts.putOff === 'unseen') return
      const said = await this.#say(words)
      if (said) this.#filler = { hidden: words.hidden, message: said.message ?? '@original' }
    })
  }
  /** Changes a message that this interaction said, or the one whose button was pressed. Undefined where it is too late. */
  edit(message: string, { body, files }: Omit<Words, 'hidden'>): Promise<true | undefined> {
    return this.#inTurn(async () => {
      if (this.#state === 'new') await this.#first({ type: First.DeferredMessageUpdate })
      if (!this.isOpen) return undefined
      await this.#patch(message, body, files)
      return true
    })
  }
  /** What is on its way comes to its end; nothing is begun any more. */
  async close(): Promise<void> {
    clearTimeout(this.#timer)
    await this.#last
    this.#state = 'lost'
  }

  async #say(words: Words) {
    if (!this.isOpen) return undefined
    if (this.#state === 'new') {
      const message = await this.#first({ type: First.ChannelMessageWithSource, data: bodyOf(words) }, words.files)
      return this.isOpen ? { message: message ?? (await this.#original()) } : undefined
    }
    return this.#later(words)
  }
  async #later(words: Words) {
    const { putOff } = this.#parts
    const waiting = { hidden: putOff === 'hidden', message: '@original' }
    const place = this.#state === 'waiting' ? waiting : this.#filler
    this.#filler = undefined
    const waits = this.#state === 'waiting'
    this.#state = 'begun'
    try {
      if (place?.hidden === words.hidden)
        return { message: (await this.#patch(place.message, words.body, words.files))?.id }
      if (place && waits) await this.#drop()
      return { message: (await this.#follow(words))?.id }
    } catch (error) {
      if (!isTooLate(error)) {
        if (waits && place?.hidden === words.hidden) this.#state = 'waiting' // it may be tried again
        throw error
      }
      this.#state = 'lost'
      return undefined
    }
  }

  /**
   * The initial response; the message where Discord tells. That there is one already means that ours got through, and
   * what was lost is the answer to it. Where it is too late, we are lost.
   */
  async #first(body: object, files: readonly RawFile[] = []): Promise<string | undefined> {
    const { rest, given } = this.#parts
    clearTimeout(this.#timer)
    try {
      const answer = (await rest.post(Routes.interactionCallback(given.id, given.token), {
        body,
        files: [...files],
        auth: false,
        query: new URLSearchParams({ with_response: 'true' }),
      })) as { resource?: { message?: APIMessage } } | undefined
      this.#state = 'begun'
      return answer?.resource?.message?.id
    } catch (error) {
      if (!isTaken(error) && !isTooLate(error)) throw error
      this.#state = isTaken(error) ? 'begun' : 'lost'
      return undefined
    }
  }
  /** The answer's message, where Discord did not say which it is; it is wanted only for changing it later. */
  async #original(): Promise<string | undefined> {
    const { rest, given, failed } = this.#parts
    const route = Routes.webhookMessage(given.application, given.token, '@original')
    try {
      return ((await rest.get(route, { auth: false })) as APIMessage | undefined)?.id
    } catch (error) {
      failed(error)
      return undefined
    }
  }
  async #patch(message: string, body: Words['body'], files: readonly RawFile[] = []): Promise<APIMessage | undefined> {
    const { rest, given } = this.#parts
    const route = Routes.webhookMessage(given.application, given.token, message)
    return (await rest.patch(route, { body, files: [...files], auth: false })) as APIMessage | undefined
  }
  async #follow(words: Words): Promise<APIMessage | undefined> {
    const { rest, given } = this.#parts
    return (await rest.post(Routes.webhook(given.application, given.token), {
      body: bodyOf(words),
      files: [...(words.files ?? [])],
      auth: false,
      query: new URLSearchParams({ wait: 'true' }),
    })) as APIMessage | undefined
  }
  /** What waits in the open is taken away: an answer cannot be hidden afterwards. */
  async #drop(): Promise<void> {
    const { rest, given, failed } = this.#parts
    const route = Routes.webhookMessage(given.application, given.token, '@original')
    await rest.delete(route, { auth: false }).catch(failed)
  }

  /** One word after the other: which is the first must be beyond doubt. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(work)
    this.#last = mine.catch(() => undefined)
    return mine
  }
}
const bodyOf = ({ body, hidden }: Words) => (hidden ? { ...body, flags: MessageFlags.Ephemeral } : body)
