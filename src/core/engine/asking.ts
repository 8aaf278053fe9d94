/** Asks one feature about one thing and carries out its verdict. What it throws costs nobody else. */
import type { Draft } from '../action.ts'
import type { Answer, AnyFeature, Consult, Log, Verdict, Why } from '../feature.ts'
import type { Member } from '../people.ts'
import type { MaybePromise } from '../words.ts'
import { type Agenda, agendaId, type Origin } from './agenda.ts'
import type { Breaker } from './breaker.ts'
import { say } from './commands.ts'
import type { Consultations } from './consultations.ts'
import { Context, inLanguages, type Lodger, type Room } from './context.ts'
import type { UnitOfWork } from './engine.ts'
import type { Filing, Source } from './filing.ts'
import type { Notices } from './notices.ts'
import type { Boxes, OutboxRow } from './outbox.ts'
import type { Place } from './people.ts'

export type Whys = Record<string, Why>
export const nothing: Why = { decided: 'nothing' }
/** Anything a feature is asked about: an event's handler, a command, a job. */
export type Handler = (ctx: unknown) => Answer<unknown>

/** One event or occurrence under way, in one group. */
export interface Turn {
  readonly place: Place
  readonly now: number
  readonly whys: Whys
  /** Rows filed in this batch, to be sent once it is committed. */
  readonly filed: OutboxRow[]
}

/** A `save` threw: the batch is rolled back and run again without this feature's part in this one event. */
class SaveFailed extends Error {
  readonly part: string
  constructor(source: Source, cause: unknown) {
    super(`save of ${source.feature} failed`, { cause })
    this.part = partOf(source)
  }
}
const originOf = ({ id, of = id, where, alone }: Source): Origin => ({ event: of, where, alone: alone?.id })
const partOf = ({ feature, id, again = id }: Source) => `${feature} ${again}`

export interface AskingParts {
  readonly unit: UnitOfWork
  readonly features: readonly AnyFeature[]
  readonly room: Room
  readonly agenda: Agenda
  readonly consultations: Consultations
  readonly filing: Filing
  readonly boxes: Boxes
  readonly breaker: Breaker
  readonly notices: Notices
  readonly log: Log
}

export class Asking {
  readonly lodgers: readonly Lodger[]
  readonly #parts: AskingParts
  readonly #leftOut = new Set<string>()

  constructor(parts: AskingParts) {
    this.#parts = parts
    this.lodgers = parts.features.map((feature) => ({ feature, store: feature.store(parts.unit) }))
  }

  /** What to leave out when the batch is run again, if it was a feature's fault. */
  culprit(error: unknown): string | undefined {
    return error instanceof SaveFailed && !this.#leftOut.has(error.part) ? error.part : undefined
  }
  leaveOut(part: string) {
    this.#leftOut.add(part)
  }
  leaveNoneOut() {
    this.#leftOut.clear()
  }

  /** A promise only where the feature answers with one. */
  ask(
    turn: Turn,
    lodger: Lodger,
    source: Source,
    more: object,
    handler: Handler,
  ): MaybePromise<Verdict<unknown> | undefined> {
    const { breaker, room } = this.#parts
    const { place, whys } = turn
    const { name } = lodger.feature
    const leftOut = this.#leftOut.size > 0 && this.#leftOut.has(partOf(source))
    if (leftOut || breaker.paused(name, place.group.id)) {
      whys[name] = { decided: leftOut ? 'failed' : 'paused' }
      return undefined
    }
    const answered = (verdict: Verdict<unknown> | undefined) => {
      whys[name] = verdict?.why ?? nothing
      if (!verdict?.save) breaker.worked(name, place.group.id)
      return verdict
    }
    const failed = (error: unknown) => {
      whys[name] = { decided: 'failed' }
      this.#failed(place, name, source, error)
      return undefined
    }
    try {
      const asked = handler(new Context(room, lodger, place, source, more))
      return asked instanceof Promise ? asked.then(answered, failed) : answered(asked)
    } catch (error) {
      return failed(error)
    }
  }

  /** A promise only where there is more to do than to save, or saving takes one. */
  carryOut(turn: Turn, lodger: Lodger, source: Source, verdict: Verdict<unknown>): MaybePromise<void> {
    const { save, later, consult, actions } = verdict
    const saved = save && this.#save(turn, lodger, source, save)
    if (!later?.length && !consult && !actions?.length) return saved
    return this.#carryOn(turn, lodger, source, verdict, saved)
  }
  async #carryOn(
    turn: Turn,
    { feature: { name } }: Lodger,
    source: Source,
    { later, consult, actions }: Verdict<unknown>,
    saved: MaybePromise<void>,
  ): Promise<void> {
    await saved
    const { unit, agenda } = this.#parts
    if (later?.length) await unit.writing(() => agenda.plan(name, turn.place, later, originOf(source)))
    if (consult) await this.#consult(turn, source, consult)
    if (actions?.length) await this.file(turn, source, actions)
  }
  #save(
    { place }: Turn,
    { feature: { name }, store }: Lodger,
    source: Source,
    save: NonNullable<Verdict<unknown>['save']>,
  ): MaybePromise<void> {
    const { unit, breaker } = this.#parts
    const worked = () => breaker.worked(name, place.group.id)
    const failed = (error: unknown) => {
      this.#failed(place, name, source, error)
      throw new SaveFailed(source, error)
    }
    let saved: unknown
    try {
      saved = unit.writing(() => save(store))
    } catch (error) {
      return failed(error)
    }
    return saved instanceof Promise ? saved.then(worked, failed) : worked()
  }
  /** Planned for when patience ends, so that it goes on whatever becomes of the oracle; an answer brings it forward. */
  async #consult({ place }: Turn, source: Source, { asked, ...later }: Consult): Promise<void> {
    const { unit, agenda, consultations } = this.#parts
    const at = source.now + asked.settings.timeoutMs
    const { feature } = source
    await unit.writing(() => agenda.plan(feature, place, [{ ...later, at, here: true }], originOf(source)))
    consultations.hold({ row: agendaId(feature, later.job, later.key, place.group.id), due: at, asked })
  }

  async file({ place, filed }: Turn, source: Source, drafts: readonly Draft[]): Promise<void> {
    const { unit, filing, boxes } = this.#parts
    await unit.writing(async () => {
      const rows = await filing.file(place, source, drafts)
      for (const row of rows) boxes.outbox.put(row)
      filed.push(...rows)
    })
  }

  /** The answer to a command or choice, in private or to the group. */
  reply(
    turn: Turn,
    source: Source,
    member: Member,
    text: string,
    how: { inPrivate: boolean; replyTo?: string },
  ): Promise<void> {
    const group = turn.place.group.ref
    const draft: Draft =
      how.inPrivate || source.alone
        ? { type: 'whisper', group, user: member.user, text, key: 'reply' }
        : { type: 'send', group, text, key: 'reply', ...(how.replyTo !== undefined && { replyTo: how.replyTo }) }
    return this.file(turn, { ...source, by: member }, [draft])
  }

  #failed(place: Place, feature: string, source: Source, error: unknown) {
    const { log, breaker, notices } = this.#parts
    log.error({ feature, event: source.id, group: place.group.ref, error }, 'a feature failed')
    const n = breaker.failed(feature, place.group.id, partOf(source))
    if (n === undefined) return
    const text = inLanguages(place.group.languages, (locale) =>
      say(locale, 'notice.paused', { feature, group: place.group.name, n }),
    )
    notices.add({ at: source.now, kind: 'feature', text, over: false })
  }
}
