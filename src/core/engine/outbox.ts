/** The rows of inbox and outbox. */
import type { CompiledQuery } from 'kysely'
import type { Action } from '../action.ts'
import type { Filed } from '../adapter.ts'
import type { Event } from '../event.ts'
import type { Why } from '../feature.ts'
import type { Journal, Records, Tables } from '../tables.ts'

export type InboxRow = {
  id: string
  at: number
  group_id: string
  type: string
  member_id: string
  message: string
  why: string
}
export type OutboxRow = {
  id: string
  /** Order of filing, across restarts. */
  seq: number
  event: string
  feature: string
  platform: string
  group_id: string
  /** Whom it is about. */
  member_id: string
  type: string
  /** JSON. */
  action: string
  priority: number
  due: number
  state: string
  attempts: number
  /** The platform's id of what was sent. */
  message: string
  detail: string
  at: number
}
export const waiting = { state: 'waiting', attempts: 0, message: '', detail: '' } as const

export class Boxes {
  readonly inbox: Journal<InboxRow>
  readonly outbox: Records<OutboxRow, 'id'>
  readonly #tables: Tables
  /** Asked for every batch, so put into words once. */
  #asksSeen: CompiledQuery<{ id: string }> | undefined
  constructor(tables: Tables) {
    this.#tables = tables
    this.inbox = tables.journal<InboxRow>('inbox', ['id', 'at', 'group_id', 'type', 'member_id', 'message', 'why'])
    this.outbox = tables.records<OutboxRow, 'id'>({
      table: 'outbox',
      key: ['id'],
      empty: {
        seq: 0,
        event: '',
        feature: '',
        platform: '',
        group_id: '',
        member_id: '',
        type: '',
        action: '',
        priority: 0,
        due: 0,
        at: 0,
        ...waiting,
      },
      cache: 0,
    })
  }

  /** Notes an event as seen, with its reasons. Call within a save. */
  note(group: string, event: Event, member: string, whys: Readonly<Record<string, Why>>): void {
    const about = 'message' in event ? event.message : undefined
    this.inbox.insert({
      id: event.id,
      at: event.at,
      group_id: group,
      type: event.type,
      member_id: member,
      message: about ?? (event.type === 'message' ? event.id : ''),
      why: JSON.stringify(whys),
    })
  }

  /** Adds to an event's reasons what was decided of it later. Call within a save. */
  async noteMore(event: string, whys: Readonly<Record<string, Why>>): Promise<void> {
    const open = await this.#tables.sql(['inbox'])
    const row = await open.selectFrom('inbox').select('why').where('id', '=', event).executeTakeFirst()
    if (!row) return
    const why = JSON.stringify({ ...(JSON.parse(String(row.why)) as object), ...whys })
    await open.updateTable('inbox').set({ why }).where('id', '=', event).execute()
  }

  /** At start: the last number of the outbox and the last moment of which anything is kept; a send that was cut short is not tried again. */
  async takeUp(): Promise<{ seq: number; at: number }> {
    const open = await this.#tables.sql()
    await open
      .updateTable('outbox')
      .set({ state: 'failed', detail: 'cut short: whether it was sent is not known, so it is not sent again' })
      .where('state', '=', 'sending')
      .execute()
    const last = await open
      .selectFrom('outbox')
      .select((make) => make.fn.max('seq').as('seq'))
      .executeTakeFirst()
    let at = 0
    for (const [table, column] of lastMoments) {
      const row = await open
        .selectFrom(table)
        .select((make) => make.fn.max(column).as('at'))
        .executeTakeFirst()
      at = Math.max(at, Number(row?.at ?? 0))
    }
    return { seq: Number(last?.seq ?? 0), at }
  }

  /** Whether the platform's id of what an action sent, or of what stood for it, is this one. */
  async sent(action: string, message: string): Promise<boolean> {
    for (const id of [action, `${action}~0`]) {
      const row = await this.outbox.find({ id })
      if (row && row.message === message && message !== '') return true
    }
    return false
  }

  /** Which of these events were handled before. */
  async seen(ids: readonly string[]): Promise<Set<string>> {
    const open = await this.#tables.sql(['inbox'])
    const found = new Set<string>()
    for (let at = 0; at < ids.length; at += seenChunk) {
      const some = ids.slice(at, at + seenChunk)
      while (some.length < seenChunk) some.push('') // one statement for every length
      this.#asksSeen ??= open.selectFrom('inbox').select('id').where('id', 'in', some).compile()
      const { rows } = await open.executeQuery<{ id: string }>({ ...this.#asksSeen, parameters: some })
      for (const row of rows) found.add(row.id)
    }
    return found
  }
}
/** What actions, or what stood for them, were sent as. */
export async function messagesOf(tables: Tables, actions: readonly string[]): Promise<Map<string, string>> {
  if (actions.length === 0) return new Map()
  const open = await tables.sql(['outbox'])
  const rows = await open
    .selectFrom('outbox')
    .select(['id', 'message'])
    .where(
      'id',
      'in',
      actions.flatMap((id) => [id, `${id}~0`]),
    )
    .where('message', '!=', '')
    .execute()
  return new Map(rows.map((row) => [String(row.id).replace(/~0$/, ''), String(row.message)]))
}
const seenChunk = 64
/** An event, or a tick that filed something or ran a job. */
const lastMoments = [
  ['inbox', 'at'],
  ['outbox', 'at'],
  ['occurrences', 'due'],
] as const

export const actionOf = (row: Pick<OutboxRow, 'action'>): Action => JSON.parse(row.action) as Action
export const filedOf = (row: OutboxRow): Filed => ({
  id: row.id,
  action: actionOf(row),
  attempt: row.attempts + 1,
  feature: row.feature,
})
/** What an edit of it has to know. */
export function saidBy(row: Pick<OutboxRow, 'message' | 'action'>): Pick<Filed, 'message' | 'ask'> {
  const action = actionOf(row)
  return { message: String(row.message), ...(action.type === 'ask' && { ask: action.ask }) }
}
