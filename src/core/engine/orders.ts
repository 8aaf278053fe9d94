/** Commands: from any door, or typed as a message. */
import type { FieldError, Receipt } from '../adapter.ts'
import type { EventOf, MemberEvent } from '../event.ts'
import type { Member } from '../people.ts'
import { type Asking, nothing, type Turn } from './asking.ts'
import { type Commands, say } from './commands.ts'
import { type Lodger, localeOf } from './context.ts'
import type { Source } from './filing.ts'
import type { People, Place } from './people.ts'

type CommandEvent = EventOf<'command'>
/** Where a command was typed as a message, nobody reads the receipt: answers go to the message, errors in private. */
export interface Order {
  readonly event: CommandEvent
  readonly member: Member
  readonly typedAs?: string
  /** Given to Innkeeper alone. */
  readonly alone?: boolean
  /** By a verdict, in the member's name: it leads to no other. */
  readonly onBehalf?: boolean
}

/** The command that a message is, if it is one. */
export function orderIn(event: EventOf<'message'>, member: Member, commands: Commands): Order | undefined {
  const typed = commands.lines.parse(event.text, event.mentionsBot || event.private, event.replyTo !== undefined)
  if (!typed) return undefined
  const { id, at, group, user, replyTo, where } = event
  const input = { ...typed.input }
  const command: CommandEvent = {
    type: 'command',
    id,
    at,
    group,
    user,
    name: typed.card.name,
    input,
    ...(replyTo && { replyTo }),
    ...(where && { where }),
  }
  return { event: command, member, typedAs: event.message ?? event.id, ...(event.private && { alone: true }) }
}

/** Makes somebody known whom nobody here has seen; undefined where what was typed is no account. */
type Stranger = (place: Place, typed: string, at: number) => Promise<Member | undefined>

const ways = ({ event, member, alone }: Order) => ({ where: event.where, alone: alone ? member : undefined })

export class Orders {
  readonly #commands: Commands
  readonly #people: People
  readonly #asking: Asking
  readonly #stranger: Stranger
  constructor(commands: Commands, people: People, asking: Asking, stranger: Stranger) {
    this.#commands = commands
    this.#people = people
    this.#asking = asking
    this.#stranger = stranger
  }

  async carryOut(turn: Turn, order: Order): Promise<Receipt> {
    const { event, member, typedAs } = order
    const locale = localeOf(member, turn.place.group.languages)
    const resolved = await this.#commands.resolve(event, member, locale, async (typed, strangers) => {
      const known = await this.#named(turn.place, typed)
      return known ?? (strangers ? this.#stranger(turn.place, typed, event.at) : undefined)
    })
    if (!resolved.ok) return this.#refuse(turn, order, resolved.errors)
    const { card, command, feature } = resolved.registered
    const lodger = this.#asking.lodgers.find((one) => one.feature === feature) as Lodger
    const source: Source = { id: event.id, feature: feature.name, by: member, now: turn.now, ...ways(order) }
    const given = { event: { ...event, name: card.name, input: resolved.input }, member }
    const barred = card.role === 'member' ? undefined : await this.#barred(turn, source, given)
    if (barred) return this.#refuse(turn, order, barred)
    const verdict = await this.#asking.ask(turn, lodger, source, given, (ctx) =>
      command.run(ctx as never, resolved.input),
    )
    const why = turn.whys[feature.name] ?? nothing
    if (!verdict && (why.decided === 'failed' || why.decided === 'paused')) {
      const message = say(locale, why.decided === 'paused' ? 'error.paused' : 'error.failed')
      return this.#refuse(turn, order, [{ code: 'command/failed', message }])
    }
    if (why === nothing) turn.whys[feature.name] = { decided: `/${card.name}` }
    if (verdict?.errors?.length) return this.#refuse(turn, order, verdict.errors)
    if (verdict) await this.#asking.carryOut(turn, lodger, source, verdict)
    if (verdict?.reply) {
      const how = { inPrivate: card.private, ...(typedAs !== undefined && { replyTo: typedAs }) }
      await this.#asking.reply(turn, source, member, verdict.reply, how)
    }
    if (verdict?.command && !order.onBehalf) await this.onBehalf(turn, event, member, verdict.command)
    return { ok: true, seen: 'first' }
  }

  /** What the first feature that bars a command of staff says. */
  async #barred(turn: Turn, source: Source, given: object): Promise<readonly FieldError[] | undefined> {
    for (const lodger of this.#asking.lodgers) {
      const { gate, name } = lodger.feature
      if (!gate) continue
      const asked: Turn = { ...turn, whys: {} }
      const verdict = await this.#asking.ask(asked, lodger, { ...source, feature: name }, given, (ctx) =>
        gate(ctx as never),
      )
      if (verdict?.errors?.length) return verdict.errors
    }
    return undefined
  }

  /** What a verdict has done for the one it answers. Their rights hold, and no more than every member's. */
  async onBehalf(turn: Turn, event: MemberEvent, member: Member, line: string): Promise<void> {
    const typed = this.#commands.lines.parse(line)
    if (typed?.card.role !== 'member') {
      const why = typed ? 'takes staff' : 'is none'
      turn.whys.commands = { decided: 'refused', checks: [{ name: line, found: why }] }
      return
    }
    const { id, at, group, user, where } = event
    const command: CommandEvent = {
      type: 'command',
      id,
      at,
      group,
      user,
      name: typed.card.name,
      input: { ...typed.input },
      ...(where && { where }),
    }
    const said = event.type === 'message' ? event : undefined
    await this.carryOut(turn, {
      event: command,
      member,
      onBehalf: true,
      ...(said && { typedAs: said.message ?? said.id }),
      ...(said?.private && { alone: true }),
    })
  }

  async #refuse(turn: Turn, order: Order, errors: readonly FieldError[]): Promise<Receipt> {
    const { event, member, typedAs } = order
    const checks = errors.map((error) => ({ name: error.code, ...(error.field && { found: error.field }) }))
    turn.whys.commands = { decided: 'refused', checks }
    if (typedAs !== undefined) {
      const source: Source = { id: event.id, feature: 'commands', by: member, now: turn.now, ...ways(order) }
      const text = errors.map((error) => error.message).join('\n')
      await this.#asking.reply(turn, source, member, text, { inPrivate: true })
    }
    return { ok: false, errors }
  }

  /** "@name", an account, our id, or a name as shown. */
  async #named(place: Place, typed: string): Promise<Member | undefined> {
    const name = typed.trim().replace(/^[@＠]/u, '')
    const hasPlatform = name.includes(':')
    return (
      (await this.#people.findByName(place, name)) ??
      (await this.#people.find(place, hasPlatform ? name : `${place.group.platform}:${name}`)) ??
      (hasPlatform ? undefined : await this.#people.find(place, name))
    )
  }
}
