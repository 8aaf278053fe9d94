/** Interactions that can still be answered, by the event they became; and what they said that only one can see. */
import type { ActionOf, Outcome } from '../../../src/core/action.ts'
import type { Filed } from '../../../src/core/adapter.ts'
import { outcomeOf } from '../errors.ts'
import type { Ground } from '../ground.ts'
import { mint, mintMessage } from '../ids.ts'
import { Recent } from '../recent.ts'
import { components } from './asks.ts'
import type { Row } from './rows.ts'
import type { Slip } from './slip.ts'
import { wordsOf } from './words.ts'

/** Tokens are of use for a quarter of an hour: more than this in that time is not to be expected of one process. */
const most = 20_000

interface Entry {
  readonly slip: Slip
  /** What is said before everybody may be the answer; for others it is a message like any. */
  readonly open: boolean
}
/** A message that only one can see, and the interaction through which alone it can be changed. */
interface Hidden {
  readonly slip: Slip
  /** Discord's id, or `@original`. */
  readonly message: string
  readonly ask: string | undefined
}
type Telling = ActionOf<'whisper'> | ActionOf<'send'> | ActionOf<'ask'>

export class Live {
  readonly #ground: Ground
  readonly #byEvent = new Recent<Entry>(most)
  readonly #hidden = new Recent<Hidden>(most)
  readonly #slips = new Set<Slip>()
  constructor(ground: Ground) {
    this.#ground = ground
  }

  /** Those whose time is over are let go of meanwhile. */
  open(slip: Slip, open: boolean): void {
    for (const old of this.#slips) {
      if (old.isOpen) break // they stand in the order of their coming
      this.#slips.delete(old)
      this.#byEvent.delete(old.given.event)
    }
    this.#byEvent.set(slip.given.event, { slip, open })
    this.#slips.add(slip)
  }
  /** A button was pressed on a message that only one can see: through this interaction it can be changed. */
  holds(slip: Slip, message: string, ask: string): void {
    this.#hidden.set(mintMessage(slip.given.channel, message), { slip, message: '@original', ask })
  }
  /** Those that have not been answered, by the event they became or all of them. */
  silent(event?: string): Slip[] {
    const some = event === undefined ? [...this.#slips] : [this.#byEvent.get(event)?.slip]
    return some.flatMap((slip) => (slip?.isOpen && slip.isSilent ? [slip] : []))
  }
  async close(): Promise<void> {
    await Promise.all([...this.#slips].map((slip) => slip.close()))
    this.#slips.clear()
  }

  async answer({ id, action, message }: Filed): Promise<Outcome | undefined> {
    if (action.type === 'edit') return this.#edit(this.#hidden.get(message ?? ''), action)
    if (action.type !== 'whisper' && action.type !== 'send' && action.type !== 'ask') return undefined
    const entry = this.#byEvent.get(id.slice(0, id.indexOf('/')))
    const hidden = entry && privacyOf(entry, action)
    if (!entry || hidden === undefined) return undefined
    return this.#attempt(entry.slip, () => this.#tell(entry.slip, action, hidden))
  }
  async #tell(slip: Slip, action: Telling, hidden: boolean): Promise<Outcome | undefined> {
    const ask = action.type === 'ask' ? action.ask : undefined
    const rows = action.type === 'ask' ? await components(this.#ground, action.ask, action.options) : []
    const said: string[] = []
    for (const part of wordsOf(action, hidden, rows)) {
      const one = await slip.say(part)
      if (!one && said.length === 0) return undefined
      if (one?.message) said.push(one.message)
    }
    const [first] = said
    if (!first) return { ok: true }
    const message = mintMessage(slip.given.channel, ...said)
    if (hidden) this.#hidden.set(message, { slip, message: first, ask })
    return { ok: true, message }
  }
  async #edit(held: Hidden | undefined, { text, options }: ActionOf<'edit'>): Promise<Outcome | undefined> {
    if (!held) return undefined
    return this.#attempt(held.slip, async () => {
      const rows = options && held.ask !== undefined ? await components(this.#ground, held.ask, options) : undefined
      const [{ body }] = wordsOf({ text }, true)
      const done = await held.slip.edit(held.message, {
        body: { ...body, ...withRows(options?.length === 0 ? [] : rows) },
      })
      return done
        ? { ok: true }
        : { ok: false, kind: 'gone', detail: 'only one could see it, for a quarter of an hour' }
    })
  }
  async #attempt(slip: Slip, work: () => Promise<Outcome | undefined>): Promise<Outcome | undefined> {
    try {
      return await work()
    } catch (error) {
      const { guild } = slip.given
      return outcomeOf(error, (guild && this.#ground.rules(guild)?.languages) || [])
    }
  }
}
/** None: those there are stay. */
const withRows = (rows: Row[] | undefined) => (rows ? { components: rows } : {})

/** Whether only the one who gave the interaction sees it; undefined where it is no answer to them. */
function privacyOf({ slip: { given }, open }: Entry, action: Telling): boolean | undefined {
  if ('user' in action && action.user !== undefined) return action.user === mint(given.user.id) || undefined
  if (action.type === 'whisper') return undefined
  const elsewhere = action.where !== undefined && action.where !== given.channel
  const apart = action.to !== undefined || action.replyTo !== undefined || action.pin === true
  return open && !elsewhere && !apart ? false : undefined
}
