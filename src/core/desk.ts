/** What the office may know and do: reading only, and commands. Implemented by the engine, used by `src/web`. */
import type { Health, Receipt } from './adapter.ts'
import type { CommandCard } from './command.ts'
import type { Event } from './event.ts'
import type { Panel, Why } from './feature.ts'
import type { Community, Group, Member } from './people.ts'
import type { Locale, Localised } from './words.ts'

/** One event and all that came of it. */
export interface LogEntry {
  readonly event: string
  readonly at: number
  readonly group: string
  readonly type: string
  readonly member: { readonly id: string; readonly name: string } | undefined
  /** The message the event is about, as the platform names it. */
  readonly message: string | undefined
  /** By feature, those that looked, in order. A feature that had nothing to say is there with `{decided: 'nothing'}`. */
  readonly why: Readonly<Record<string, Why>>
  readonly actions: readonly LoggedAction[]
}
export interface LoggedAction {
  readonly id: string
  readonly feature: string
  readonly type: string
  /** The action as filed, as JSON: text and all, as long as retention keeps it. */
  readonly action: unknown
  /** `observed`: would have been done. `held`: over the budget or against staff; see detail. */
  readonly state: 'waiting' | 'sending' | 'done' | 'failed' | 'observed' | 'held'
  readonly detail: string
  readonly at: number
}
/** A recurring or one-off job's next or past occurrence. */
export interface Planned {
  readonly feature: string
  readonly job: string
  readonly key: string
  readonly group: string
  readonly due: number
  readonly state: 'planned' | 'done' | 'skipped' | 'failed'
  readonly note: string
}
/** Something the owner should know: a broken edit of the rulebook, a paused feature, a platform that is down. */
export interface Notice {
  readonly at: number
  readonly kind: 'rulebook' | 'feature' | 'platform' | 'budget' | 'gap'
  /** The adapter it is about, where it is about one. */
  readonly platform?: string
  /** The group it is about, by the platform's id, where it is about one: past, and told to its staff. */
  readonly group?: string
  /** In both languages, one under the other. */
  readonly text: string
  /** The same by language, where it is known so. */
  readonly says?: Localised
  readonly over: boolean
}

export interface PanelAsked {
  readonly community: string
  readonly locale: Locale
  /** See `PanelCtx.asked`. */
  readonly asked?: string
}

export interface Desk {
  readonly commands: readonly CommandCard[]
  communities(): readonly Community[]
  groups(): Promise<readonly Group[]>
  members(group: string, query?: { readonly find?: string; readonly limit?: number }): Promise<readonly Member[]>
  panels(): readonly { readonly feature: string; readonly name: string; readonly title: Localised }[]
  panel(feature: string, name: string, query: PanelAsked): Promise<Panel>
  /** Newest first; `before` is an event's `at`. */
  log(query: {
    readonly group?: string
    readonly before?: number
    readonly limit: number
    readonly decidedOnly?: boolean
  }): Promise<readonly LogEntry[]>
  /** What was done about one event, for the "why" of a message or join. */
  why(event: string): Promise<LogEntry | undefined>
  planned(query: { readonly past?: boolean; readonly limit: number }): Promise<readonly Planned[]>
  notices(): readonly Notice[]
  health(): Readonly<Record<string, Health>>
  emit(event: Event): Promise<Receipt>
}
