/** Interactions as they come: each once, each answered, whatever becomes of it. */
import {
  type APIApplicationCommandInteraction,
  type APIInteraction,
  type APIMessageComponentInteraction,
  type APIModalSubmitInteraction,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
} from 'discord-api-types/v10'
import type { Receipt } from '../../../src/core/adapter.ts'
import type { CommandCard } from '../../../src/core/command.ts'
import type { EventOf } from '../../../src/core/event.ts'
import type { Locale } from '../../../src/core/words.ts'
import type { Ground } from '../ground.ts'
import { mint, mintMessage } from '../ids.ts'
import { by } from '../people.ts'
import { Recent } from '../recent.ts'
import { shownName } from '../text/read.ts'
import { chosen } from './asks.ts'
import { formIn } from './customId.ts'
import { errorText } from './errors.ts'
import { formOf, type Order, typedAs, wantsForm, writtenIn } from './form.ts'
import { type Given, givenIn } from './given.ts'
import type { Live } from './live.ts'
import { Meeting, type Met } from './meeting.ts'
import { aboutIn, metBy, readOrder } from './orders.ts'
import { withoutToken } from './refusals.ts'
import { type PutOff, Slip } from './slip.ts'
import { offer } from './suggest.ts'
import { type InteractionText, say } from './texts.ts'
import { line } from './words.ts'

/** Compatible servers send some twice; so many are remembered. */
const mostSeen = 10_000
/** So long something is waited for: to be committed; or said, where that could not be sent or was sent elsewhere. */
const graceMs = 10_000

export class Receiver {
  readonly #ground: Ground
  readonly #live: Live
  readonly #meeting: Meeting
  readonly #seen = new Recent<true>(mostSeen)
  constructor(ground: Ground, live: Live) {
    this.#ground = ground
    this.#live = live
    this.#meeting = new Meeting(ground)
  }

  async hear(raw: APIInteraction): Promise<void> {
    const given = givenIn(raw, this.#ground.client.application.id)
    if (!given || this.#seen.get(given.id)) return
    this.#seen.set(given.id, true)
    try {
      await this.#take(raw, given)
    } catch (error) {
      this.#ground.log.error(
        { interaction: given.id, error: withoutToken(error, given.token) },
        'an interaction failed',
      )
      for (const slip of this.#live.silent(given.event)) await this.#attempt(slip, this.#tell(slip, 'failed'))
    }
  }
  /** Whoever waits for an answer is told that none comes: Discord would show "thinking…" for a quarter of an hour. */
  async close(): Promise<void> {
    const waiting = this.#live.silent()
    await Promise.all(waiting.map((slip) => this.#attempt(slip, this.#fill(slip, 'closing'))))
    await this.#live.close()
  }
  #take(raw: APIInteraction, given: Given): Promise<void> {
    switch (raw.type) {
      case InteractionType.ApplicationCommand:
        return this.#command(raw, given)
      case InteractionType.ApplicationCommandAutocomplete:
        return offer({ ground: this.#ground, meeting: this.#meeting }, raw, given, this.#localeOf(given))
      case InteractionType.MessageComponent:
        return this.#pressed(raw, given)
      case InteractionType.ModalSubmit:
        return this.#form(raw, given)
      default:
        return Promise.resolve()
    }
  }

  async #command(raw: APIApplicationCommandInteraction, given: Given): Promise<void> {
    const read = readOrder(raw.data, this.#ground.door.commands)
    const slip = this.#open(given, read && !read.order.card.private ? 'open' : 'hidden')
    if (!read) return this.#tell(slip, 'unknown')
    const form = wantsForm(read.order, read.fromMenu) ? formOf(read.order, this.#localeOf(given)) : undefined
    if (form && (await slip.first({ type: InteractionResponseType.Modal, data: form }))) return
    await this.#carryOut(slip, read.order, read.met, [])
  }
  async #form(raw: APIModalSubmitInteraction, given: Given): Promise<void> {
    const known = formIn(raw.data.custom_id)
    const card = known && this.#ground.door.commands.find(({ name }) => name === known.command)
    const slip = this.#open(given, card && !card.private ? 'open' : 'hidden')
    if (!known || !card) return this.#tell(slip, 'unknown')
    const written = writtenIn(raw.data)
    const input = { ...typedAs(card, known.input), ...written }
    const order: Order = { card, input, ...(known.message && { message: known.message }) }
    await this.#carryOut(slip, order, metBy(card, input), Object.values(written))
  }

  async #carryOut(slip: Slip, order: Order, met: readonly Met[], written: readonly string[]): Promise<void> {
    const { given } = slip
    const { card, input, message } = order
    const author = message === undefined ? undefined : aboutIn(card, input)
    if (!given.guild) return this.#tell(slip, 'elsewhere')
    if (this.#ground.rules(given.guild)) await this.#meeting.meet(given, given.guild, met)
    const receipt = await this.#emit(slip, {
      ...this.#happened(given, given.guild),
      type: 'command',
      where: given.channel,
      name: card.name,
      input,
      ...(message && { replyTo: mintMessage(given.channel, message) }),
      ...(author && { author }),
    })
    if (!receipt) return
    if (!receipt.ok) return this.#refuse(slip, receipt, card, written)
    const fill = () => this.#attempt(slip, this.#fill(slip, 'done'))
    if (receipt.answer === false) await fill()
    else setTimeout(fill, graceMs).unref()
  }

  async #pressed(raw: APIMessageComponentInteraction, given: Given): Promise<void> {
    const slip = this.#open(given, 'unseen')
    const value = 'values' in raw.data ? raw.data.values[0] : undefined
    const found = await chosen(this.#ground.db, raw.data.custom_id, value)
    if (!found) return this.#tell(slip, 'stale')
    const guild = given.guild ?? found.guild
    const group = guild ? mint(guild) : (await this.#ground.door.groupsOf(mint(given.user.id)))[0]
    if (!group) return this.#tell(slip, 'elsewhere')
    if ((raw.message.flags ?? 0) & MessageFlags.Ephemeral) this.#live.holds(slip, raw.message.id, found.ask)
    const receipt = await this.#emit(slip, {
      ...this.#happened(given, guild ?? ''),
      type: 'choice',
      group,
      ...(given.guild && { where: given.channel, name: shownName(given.user, given.nick) }),
      ask: found.ask,
      option: found.option,
      message: mintMessage(given.channel, raw.message.id),
    })
    if (receipt && !receipt.ok) await this.#refuse(slip, receipt, undefined, [])
    // A button shows that it is at work until something is said: often nothing is, because the question itself changes.
    else if (receipt?.answer === false) await slip.putOff()
  }

  #happened(given: Given, guild: string) {
    const { name: _, ...who } = by(this.#ground, guild, accountOf(given), given.guild ? memberOf(given) : undefined)
    return {
      id: given.event,
      at: given.at,
      group: mint(guild),
      ...who,
      ...(given.locale && { locale: given.locale }),
    }
  }
  #open(given: Given, putOff: PutOff): Slip {
    const { rest } = this.#ground.client
    const slip: Slip = new Slip({
      rest,
      given,
      putOff,
      now: this.#ground.now,
      failed: (error) => this.#failed(slip, error),
    })
    this.#live.open(slip, putOff === 'open')
    return slip
  }

  /** Undefined where it could not be committed; that is told, and so is that it takes long. */
  async #emit(slip: Slip, event: EventOf<'command'> | EventOf<'choice'>): Promise<Receipt | undefined> {
    const slow = setTimeout(() => this.#attempt(slip, this.#fill(slip, 'slow')), graceMs)
    slow.unref()
    try {
      return await this.#ground.emit(event)
    } catch (error) {
      this.#failed(slip, error)
      await this.#tell(slip, 'failed')
      return undefined
    } finally {
      clearTimeout(slow)
    }
  }
  async #refuse(
    slip: Slip,
    { errors }: Extract<Receipt, { ok: false }>,
    card: CommandCard | undefined,
    written: readonly string[],
  ): Promise<void> {
    const long = written.filter((text) => text.length > 60)
    await slip.say(line(errorText(errors, card, this.#localeOf(slip.given), long)))
  }
  async #tell(slip: Slip, key: InteractionText): Promise<void> {
    await slip.say(line(say(this.#localeOf(slip.given), key)))
  }
  #fill(slip: Slip, key: InteractionText): Promise<void> {
    return slip.fill(line(say(this.#localeOf(slip.given), key)))
  }
  /** Nobody waits for it: what it rejects with is logged. */
  async #attempt(slip: Slip, work: Promise<void>): Promise<void> {
    await work.catch((error: unknown) => this.#failed(slip, error))
  }
  #failed(slip: Slip, error: unknown): void {
    const { id, token } = slip.given
    this.#ground.log.warn(
      { interaction: id, error: withoutToken(error, token) },
      'an interaction could not be answered',
    )
  }
  /** Of the reader's client; of the group where that is neither of ours. */
  #localeOf({ locale, guild }: Given): Locale {
    const here = guild === undefined ? undefined : this.#ground.rules(guild)
    return locale ?? here?.languages[0] ?? 'en'
  }
}

const accountOf = ({ user }: Given) => ({ ...user, global_name: user.global_name ?? null })
const memberOf = ({ nick, roles }: Given) => ({ nick: nick ?? null, ...(roles && { roles }) })
