/** What the office's pages and its server say to each other, as JSON. Types only: safe to import in a page. */
import type { FieldError, Health } from '../../core/adapter.ts'
import type { CommandCard } from '../../core/command.ts'
import type { LogEntry, Notice, Planned } from '../../core/desk.ts'
import type { Panel, PanelRow } from '../../core/feature.ts'
import type { Community, Group, Member } from '../../core/people.ts'
import type { Localised, Role } from '../../core/words.ts'

/** `GET start`: what hardly changes while the page is open. */
export interface Start {
  readonly person: { readonly name: string; readonly role: Role }
  readonly communities: readonly Community[]
  readonly groups: readonly Group[]
  /** Those this person may give. */
  readonly commands: readonly CommandCard[]
  readonly panels: readonly PanelName[]
}
export interface PanelName {
  readonly feature: string
  readonly name: string
  readonly title: Localised
}

/** `GET today`. What a feature that is not there would have said is null. */
export interface Today {
  readonly at: number
  readonly waiting: PanelPage | null
  readonly next: readonly Occasion[]
  readonly week: Week | null
  readonly unanswered: PanelPage | null
  readonly notices: readonly Notice[]
  readonly platforms: readonly { readonly name: string; readonly health: Health }[]
}
/** `GET logins`: a platform that waits for its owner to scan a code. */
export interface Login {
  readonly platform: string
  readonly step: NonNullable<Health['login']>['step']
  /** Where there is a code to be scanned. */
  readonly drawn: Drawn | null
}
export interface Drawn {
  /** Modules in a row, without the quiet zone. */
  readonly size: number
  /** An SVG path in a square of `size`. */
  readonly path: string
}
/** One calendar day; `day` is "YYYY-MM-DD". */
export interface Day {
  readonly day: string
  readonly messages: number
  readonly joined: number
  readonly left: number
}
export type DaySums = Omit<Day, 'day'>
/** Seven days up to today beside the seven before them, day by day from the oldest, quiet days included. */
export interface Week {
  readonly days: readonly Day[]
  readonly before: readonly Day[]
  readonly sums: DaySums
  readonly sumsBefore: DaySums
}

/** One page of a panel; `total` counts the rows that match. */
export interface PanelPage {
  readonly columns: Panel['columns']
  readonly rows: readonly PanelRow[]
  readonly total: number
  readonly page: number
  readonly pages: number
}
/** One page of the log; `next` is the `before` of the page after it, and `scanned` how many events were looked at. */
export interface LogPage {
  readonly entries: readonly LogEntry[]
  readonly next: number | null
  readonly scanned: number
}
/** `name` is what the owner calls it, '' where it has no name of its own. */
export type Occasion = Planned & { readonly name: string }
export interface PlannedPage {
  readonly items: readonly Occasion[]
  readonly more: boolean
}
export type MemberHit = Pick<Member, 'id' | 'name' | 'number' | 'role' | 'user' | 'present'>

/** `POST command`. The nonce makes the event's id: a double click is one command. */
export interface CommandOrder {
  readonly group: string
  readonly name: string
  readonly input: Readonly<Record<string, unknown>>
  readonly nonce: string
}
export type CommandAnswer =
  | { readonly ok: true; readonly again: boolean; readonly event: string; readonly replies: readonly string[] }
  | { readonly ok: false; readonly errors: readonly FieldError[] }
