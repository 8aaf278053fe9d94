/**
 * From what a feature wants done to what is filed in the outbox: staff are never touched, observe mode and budgets
 * hold, what a platform cannot do gets its substitute, posts wait for the end of quiet hours.
 */
import { quietUntil } from '../../time/quiet.ts'
import type { Action, ActionType, Draft, Priority } from '../action.ts'
import { priorities } from '../action.ts'
import type { Member } from '../people.ts'
import type { Budgets } from '../rulebook.ts'
import type { Records, Tables } from '../tables.ts'
import { isStaff, mayDo, type Role } from '../words.ts'
import { say } from './commands.ts'
import { inLanguages } from './context.ts'
import { type Refusal, substitutes } from './fallback.ts'
import type { Notices } from './notices.ts'
import type { Numbered } from './numbered.ts'
import { actionOf, type OutboxRow, waiting } from './outbox.ts'
import type { People, Place } from './people.ts'

/** Where a batch's actions come from. */
export interface Source {
  /** An event's or occurrence's id. */
  readonly id: string
  readonly feature: string
  /** The person whose word it is; undefined where Innkeeper decides by itself. */
  readonly by: Member | undefined
  readonly now: number
  /** The channel or thread it happened in. */
  readonly where?: string | undefined
  /** Who wrote it to Innkeeper alone: what answers it is whispered to them. */
  readonly alone?: Member | undefined
  /** The event that an occurrence goes on with. */
  readonly of?: string | undefined
  /** What it is called when its batch is run again, where the id would be another one then. */
  readonly again?: string
}
type BudgetRow = { community: string; kind: string; hour: number; used: number }
const hourMs = 3_600_000

const budgetOf = (action: Action, priority: Priority): keyof Budgets | undefined => {
  switch (action.type) {
    case 'kick':
      return 'removals'
    case 'ban':
      return 'bans'
    case 'mute':
      return 'mutes'
    case 'delete':
      return 'deletions'
    case 'whisper':
      return 'whispers'
    default:
      return priority === 'post' ? 'posts' : undefined
  }
}
/** What staff is told and asked goes out in observe mode too: it is how they see what would be done, and judge it. */
const toStaff: ReadonlySet<ActionType> = new Set(['whisper', 'ask'])
const againstMembers: ReadonlySet<ActionType> = new Set(['delete', 'mute', 'kick', 'ban'])
const isAgainst = (action: Action) => againstMembers.has(action.type) || (action.type === 'role' && !action.grant)

export class Filing {
  readonly #people: People
  readonly #notices: Notices
  readonly #budgets: Records<BudgetRow, 'community' | 'kind'>
  readonly #numbered: Numbered
  readonly #can: (platform: string, action: ActionType) => boolean
  #seq = 0

  constructor(
    tables: Tables,
    people: People,
    notices: Notices,
    numbered: Numbered,
    can: (platform: string, action: ActionType) => boolean,
  ) {
    this.#people = people
    this.#notices = notices
    this.#numbered = numbered
    this.#can = can
    this.#budgets = tables.records({ table: 'budgets', key: ['community', 'kind'], empty: { hour: 0, used: 0 } })
  }
  /** Goes on counting where the outbox ends. */
  startAfter(seq: number) {
    this.#seq = seq
  }

  /** Rows for the outbox, in order. Writes budgets: call within a save. */
  async file(place: Place, source: Source, drafts: readonly Draft[]): Promise<OutboxRow[]> {
    const rows: OutboxRow[] = []
    for (const [n, draft] of drafts.entries()) {
      const { priority = 'reply', key = String(n), ...action } = draft
      const id = `${source.id}/${source.feature}.${key}`
      const row = await this.#row(place, source, id, answering(source, action as Action, priority), priority)
      if (row.state !== 'waiting' || this.#can(place.group.platform, action.type)) rows.push(row)
      else rows.push(...(await this.#unsupported(place, source, row, priority)))
    }
    return rows
  }
  async #unsupported(place: Place, source: Source, row: OutboxRow, priority: Priority): Promise<OutboxRow[]> {
    const instead = await this.#instead(place, row, 'unsupported', '')
    if (instead.length === 0) return [{ ...row, state: 'failed', detail: 'unsupported: nothing can be done instead' }]
    const wanted = actionOf(row)
    if (wanted.type === 'ask') await this.#numbered.open(row, wanted)
    return Promise.all(instead.map((action, n) => this.#stand(place, source, `${row.id}~${n}`, action, priority)))
  }

  /**
   * For what a platform refused: filed under the id of the action it stands for. Where a substitute is refused too, one
   * word to the group stands for all of them.
   */
  async substitute(place: Place, refused: OutboxRow, now: number): Promise<OutboxRow[]> {
    const [, kind = '', detail = ''] = /^(\w+): (.*)$/su.exec(refused.detail) ?? []
    const instead = await this.#instead(place, refused, kind === 'denied' ? 'denied' : 'unsupported', detail)
    const source: Source = { id: refused.event, feature: refused.feature, by: undefined, now }
    const again = refused.id.indexOf('~')
    const id = (n: number) => (again < 0 ? `${refused.id}~${n}` : `${refused.id.slice(0, again)}~~`)
    return Promise.all(instead.map((action, n) => this.#stand(place, source, id(n), action, 'moderation')))
  }

  async #instead(place: Place, row: OutboxRow, kind: Refusal['kind'], detail: string): Promise<Action[]> {
    const target = row.member_id ? await this.#people.find(place, row.member_id) : undefined
    const staff = await this.#people.staff(place)
    const can = (type: ActionType) => this.#can(place.group.platform, type)
    return substitutes(actionOf(row), { place, target, staff, refusal: { kind, detail }, can })
  }
  async #stand(place: Place, source: Source, id: string, action: Action, priority: Priority): Promise<OutboxRow> {
    const target = 'user' in action && action.user ? await this.#people.find(place, action.user) : undefined
    return this.#make(place, source, id, action, priority, target?.id ?? '')
  }

  async #row(place: Place, source: Source, id: string, action: Action, priority: Priority): Promise<OutboxRow> {
    const user = 'user' in action ? action.user : undefined
    const found = user ? this.#people.find(place, user) : undefined
    const target = found instanceof Promise ? await found : found
    const row = this.#make(place, source, id, action, priority, target?.id ?? '')
    const rank = target?.role ?? (user ? place.rulebook.roleOf(user) : undefined) ?? 'member' // some have not been seen here yet
    if (isAgainst(action) && isProtected(rank, source.by))
      return { ...row, state: 'held', detail: 'staff are never acted upon' }
    if (source.by) return row
    if (place.rules.observe && !(isStaff(rank) && toStaff.has(action.type))) return { ...row, state: 'observed' }
    const over = await this.#overBudget(place, action, priority, source.now)
    if (over) return { ...row, state: 'held', detail: `budget of ${over} reached for this hour` }
    return row
  }

  #make(place: Place, source: Source, id: string, action: Action, priority: Priority, member: string): OutboxRow {
    const { now } = source
    const quiet =
      priority === 'post' && place.rules.quiet ? quietUntil(now, place.rules.quiet, place.group.timezone) : null
    return {
      ...waiting,
      id,
      seq: ++this.#seq,
      event: source.id,
      feature: source.feature,
      platform: place.group.platform,
      group_id: place.group.id,
      member_id: member,
      type: action.type,
      action: JSON.stringify(action),
      priority: priorities.indexOf(priority),
      due: quiet ?? now,
      at: now,
    }
  }

  async #overBudget(place: Place, action: Action, priority: Priority, now: number): Promise<keyof Budgets | undefined> {
    const kind = budgetOf(action, priority)
    if (!kind) return undefined
    const community = place.rulebook.id
    const hour = Math.floor(now / hourMs)
    const found = this.#budgets.get({ community, kind })
    const row = found instanceof Promise ? await found : found
    const used = row.hour === hour ? row.used : 0
    const cap = place.rulebook.budgets[kind]
    this.#budgets.put({ community, kind, hour, used: used + 1 })
    if (used < cap) return undefined
    if (used === cap) this.#tell(place, kind, cap, now)
    return kind
  }
  #tell(place: Place, kind: keyof Budgets, cap: number, now: number) {
    const text = inLanguages(place.group.languages, (locale) =>
      say(locale, 'notice.budget', { kind: say(locale, `budget.${kind}`), cap }),
    )
    this.#notices.add({ at: now, kind: 'budget', text, over: false })
  }
}

/** What answers something is said where that was. */
function answering({ where, alone }: Source, action: Action, priority: Priority): Action {
  if (priority !== 'reply' || (action.type !== 'send' && action.type !== 'ask') || action.to || action.pin)
    return action
  if (alone === undefined) return where === undefined ? action : { where, ...action }
  const { group, text } = action
  const user = alone.user
  return action.type === 'ask'
    ? { type: 'ask', group, user, ask: action.ask, text, options: action.options }
    : { type: 'whisper', group, user, text }
}
/** Nobody touches staff but one who ranks above them; Innkeeper itself never does. */
const isProtected = (rank: Role, by: Member | undefined) =>
  isStaff(rank) && !(by && by.role !== rank && mayDo(by.role, rank))
