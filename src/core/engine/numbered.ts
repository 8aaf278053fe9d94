/**
 * Buttons for platforms that have none: options are numbered in the text, and a number or an option's own words,
 * written back soon enough, is the choice.
 */
import type { ActionOf } from '../action.ts'
import type { EventOf } from '../event.ts'
import type { Records, Tables } from '../tables.ts'
import { nameKey } from './names.ts'
import type { OutboxRow } from './outbox.ts'

type ChoiceEvent = EventOf<'choice'>
/** A question that still waits for answers. */
interface Open {
  /** Id of the action that asked. */
  readonly id: string
  readonly ask: string
  /** The group it is about: the adapter's id, and ours. */
  readonly group: string
  readonly groupId: string
  readonly options: readonly { readonly id: string; readonly label: string }[]
  readonly at: number
}
type OpenRow = { place: string; asks: string; until: number }
export interface Chosen {
  readonly event: ChoiceEvent
  /** Our id of the group it is about. */
  readonly groupId: string
}

/** In a group a bare number may be about anything; so long after the question it is likely the answer. */
const soonMs = 10 * 60_000
/** In private nobody else is spoken to, and staff sleep. */
const privateMs = 24 * 60 * 60_000
const mostOpen = 8

export class Numbered {
  readonly #rows: Records<OpenRow, 'place'>
  constructor(tables: Tables) {
    this.#rows = tables.records({ table: 'open_asks', key: ['place'], empty: { asks: '[]', until: 0 }, cache: 5000 })
  }

  /** Remembers what is asked. Call within a save. */
  async open(row: OutboxRow, { ask, group, options, user }: ActionOf<'ask'>): Promise<void> {
    const place = user ?? group
    const known = asksIn(await this.#rows.get({ place })).filter((one) => one.ask !== ask)
    const choices = options.map(({ id, label }) => ({ id, label }))
    const open: Open = { id: row.id, ask, group, groupId: row.group_id, options: choices, at: row.at }
    const asks = JSON.stringify([open, ...known].slice(0, mostOpen))
    this.#rows.put({ place, asks, until: row.at + privateMs })
  }

  /** The choice that a message is. `quotes` tells whether the message it answers is what an action sent. */
  async chosen(
    event: EventOf<'message'>,
    now: number,
    quotes: (action: string) => Promise<boolean>,
  ): Promise<Chosen | undefined> {
    const said = plain(event.text)
    if (said.length > longestAnswer) return undefined
    const open = [...(await this.#openAt(event.user)), ...(event.private ? [] : await this.#openAt(event.group))]
    const fresh = open.filter(({ at }) => now - at < (event.private || event.mentionsBot ? privateMs : soonMs))
    for (const one of await quotedFirst(open, fresh, event.replyTo, quotes)) {
      const option = optionIn(one, said)
      if (option) return { event: choiceOf(event, one, option), groupId: one.groupId }
    }
    return undefined
  }
  async #openAt(place: string): Promise<readonly Open[]> {
    const found = this.#rows.find({ place })
    return asksIn(found instanceof Promise ? await found : found)
  }
}

const asksIn = (row: OpenRow | undefined) => (row ? (JSON.parse(row.asks) as Open[]) : [])
const longestAnswer = 40

/** The one that is quoted is meant, however old; else the newest. */
async function quotedFirst(
  open: readonly Open[],
  fresh: readonly Open[],
  replyTo: string | undefined,
  quotes: (action: string) => Promise<boolean>,
): Promise<readonly Open[]> {
  if (replyTo !== undefined) for (const one of open) if (await quotes(one.id)) return [one]
  return fresh.toSorted((a, b) => b.at - a.at)
}

/** Full-width, keycap and circled digits as digits; a mention before it and marks around it gone. */
const plain = (text: string) =>
  nameKey(text.replace(/^\s*@\S+[\s\u2005\u3000]+/u, '').replace(/[\ufe0f\u20e3]/gu, '')).replace(
    /^[#＃]|[.。,，!！)）、]+$/gu,
    '',
  )
const chinese = '零一二三四五六七八九'
function numberIn(said: string): number | undefined {
  const [, digits] =
    /^(?:选|选择|回复|第|扣|option|reply)?(\d{1,2}|[一二三四五六七八九])(?:个|项|号)?$/u.exec(said) ?? []
  if (digits === undefined) return undefined
  return /\d/.test(digits) ? Number(digits) : chinese.indexOf(digits)
}
function optionIn({ options }: Open, said: string): string | undefined {
  const number = numberIn(said)
  if (number !== undefined) return options[number - 1]?.id
  return options.find(({ label }) => words(label) === words(said) && words(said) !== '')?.id
}
/** A label without its emoji and marks. */
const words = (label: string) => nameKey(label).replace(/[^\p{L}\p{N}]+/gu, '')

const choiceOf = (event: EventOf<'message'>, { ask, group }: Open, option: string): ChoiceEvent => ({
  type: 'choice',
  id: event.id,
  at: event.at,
  group,
  user: event.user,
  ask,
  option,
  ...(event.name !== undefined && { name: event.name }),
})
