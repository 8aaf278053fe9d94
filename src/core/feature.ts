/** A capability. It returns what it wants done and remembered; it never touches a platform. */
import type { Migration } from 'kysely/migration'
import type { z } from 'zod'
import type { ActionType, Draft } from './action.ts'
import type { FieldError, Suggestion } from './adapter.ts'
import type { Menu, Ref } from './command.ts'
import type { Event, EventOf, EventType, MemberEvent } from './event.ts'
import type { Asked } from './oracle.ts'
import type { Community, Group, Member } from './people.ts'
import type { Database, Tables } from './tables.ts'
import type { Texts, Vars } from './texts.ts'
import type { Locale, Localised, MaybePromise, Role } from './words.ts'

export interface Ctx<C, S> {
  /** This feature's section of the rulebook, with the group's overrides. */
  readonly config: C
  /** Read freely; write only in `save`. */
  readonly store: S
  readonly community: Community
  readonly group: Group
  /** Epoch milliseconds by the engine's clock, which under `--clock events` is the events'. */
  readonly now: number
  /** What this verdict's actions are filed under: an action's id is `<source>/<feature>.<key>`. */
  readonly source: string
  /** The channel or thread that this is handled in; in jobs, of what they answer `here`. */
  readonly where?: string | undefined
  /** Who wrote this to Innkeeper alone. Undefined for what happens before the group, and for a choice. */
  readonly alone?: Member | undefined
  /** A text of this feature in the group's language, or in both, one under the other, where the group has both. */
  t(key: string, vars?: Vars): string
  /** The same in one member's language: for whispers and private answers. */
  tFor(member: Member, key: string, vars?: Vars): string
  /** An owner's text in the group's language or languages. */
  words(both: Localised, vars?: Vars): string
  /** Whether this group's platform can ever do it. */
  can(action: ActionType): boolean
  /** How questions with options reach members here: `numbers` are written back as a message. */
  readonly asks: 'buttons' | 'numbers' | 'nothing'
  /** Whether the group has a room of its own for staff: `to: 'staff'` goes there. */
  readonly staffRoom: boolean
  /** A member of this group by our id or by the platform's. */
  find(idOrUser: string): MaybePromise<Member | undefined>
  /** Every member now in this group who is staff. */
  staff(): Promise<readonly Member[]>
  /** The open transaction with all that is pending written: for commands and jobs, not for every message. */
  sql(reads?: readonly string[]): Promise<Database>
  /** The platform's ids of the messages that these actions sent, by action; those not sent yet are left out. */
  sentAs(actions: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** Whether there is anybody to `consult`; never under the events' clock, so that a rehearsal is its own answer. */
  readonly canConsult: boolean
  /** Another feature's checked configuration, for its exported readers. */
  configOf(feature: string): unknown
  readonly log: Log
}
export interface Log {
  info(data: object, message: string): void
  warn(data: object, message: string): void
  error(data: object, message: string): void
}
type By<E extends Event> = E extends MemberEvent ? { readonly member: Member } : { readonly member?: Member }
export type EventCtx<C, S, K extends EventType> = Ctx<C, S> & { readonly event: EventOf<K> } & By<EventOf<K>>

/** Why a verdict is what it is; kept with the event and shown to the owner. Never holds message text. */
export interface Why {
  /** What was decided, one word from the feature's vocabulary: "silent", "answered", "flagged". */
  readonly decided: string
  /** 0 to 1, where the feature scores. */
  readonly score?: number
  readonly checks?: readonly { readonly name: string; readonly score?: number; readonly found?: string }[]
}
/** One-off work for later: `job` of this feature runs at `at`. The same key replaces what was planned under it. */
export interface Later {
  /** Whose job it is, where it is another feature's: it is told of something, and decides for itself. */
  readonly feature?: string
  readonly job: string
  readonly key: string
  /** Epoch milliseconds; `null` cancels. */
  readonly at: number | null
  readonly payload?: Readonly<Record<string, unknown>>
  /** It answers what is handled now: where that was, and alone to who wrote it alone. Its reasons are added to that. */
  readonly here?: boolean
}
/**
 * A question to the oracle, beside the loop. `job` of this feature runs once, with what it chose, or without where it
 * chose none, failed or was late: after a kill, too. It answers `here`.
 */
export interface Consult extends Pick<Later, 'job' | 'key' | 'payload'> {
  readonly asked: Asked
}
export interface Verdict<S> {
  readonly actions?: readonly Draft[]
  /** Runs in the one transaction that also marks the event seen and files the actions. */
  readonly save?: (store: S) => MaybePromise<unknown>
  readonly later?: readonly Later[]
  readonly consult?: Consult
  readonly why?: Why
  /** No later feature sees the event. */
  readonly stop?: boolean
  /** The answer to a command or choice: to the one who gave it where the command is private, else to the group. */
  readonly reply?: string
  /**
   * A command as typed, "/points", carried out for the one whose message, command or choice this is, as if they had given
   * it. Only what every member may do: a command of staff is not.
   */
  readonly command?: string
  /** The command or choice could not be carried out; told to the one who gave it, at the field. Nothing is saved. */
  readonly errors?: readonly FieldError[]
}
export type Answer<S> = MaybePromise<Verdict<S> | undefined>

/** A command. See `command.ts` for what is derived from it. Texts: `<name>.about`, `<name>.<field>`. */
export interface Command<I extends z.ZodObject = z.ZodObject, C = unknown, S = unknown> {
  readonly name: string
  /** Chinese words for it; the first is the one shown. */
  readonly aliases: readonly string[]
  readonly role: Role
  readonly input: I
  /** Only the one who gave it sees the answer. */
  readonly private?: boolean
  readonly menus?: readonly Menu[]
  readonly run: (ctx: EventCtx<C, S, 'command'>, input: z.output<I>) => Answer<S>
}

export interface JobCtx<C, S> extends Ctx<C, S> {
  /** When it was due, epoch milliseconds: now, unless it is late. */
  readonly due: number
  readonly key: string
  readonly payload: Readonly<Record<string, unknown>>
  /** What a consultation chose: the id of a candidate. */
  readonly choice?: string
  /** Whether a consultation was answered at all, be it with none of them. */
  readonly heard: boolean
}
/** A recurring wish: cron in the group's time zone. */
export interface Recurrence {
  /** Unique within the job and group. */
  readonly key: string
  /** Five cron fields, wall-clock in the group's zone; or `lunar: M-D` for a date of the Chinese calendar. */
  readonly cron: string
  /** What to do with occurrences missed while the bot was down: none of them, or the last once. */
  readonly late: 'skip' | 'once'
  /** An occurrence later than this is skipped under any policy. Milliseconds. */
  readonly lateWithin?: number
  readonly payload?: Readonly<Record<string, unknown>>
}
export interface Job<C = unknown, S = unknown> {
  readonly name: string
  readonly recurs?: (config: C, group: Group) => readonly Recurrence[]
  readonly run: (ctx: JobCtx<C, S>) => Answer<S>
}

/** A table for the office; one renderer, and CSV for free. */
export interface Panel {
  readonly columns: readonly {
    readonly key: string
    readonly label: Localised
    readonly kind?: 'text' | 'number' | 'time' | 'score'
  }[]
  readonly rows: readonly PanelRow[]
}
export interface PanelRow {
  readonly id: string
  readonly cells: Readonly<Record<string, string | number | null>>
  /** Reasons, shown one click away. */
  readonly why?: Why
  /** Buttons: each gives a command in the row's group, with the clicking person's rights. */
  readonly acts?: readonly {
    readonly label: Localised
    readonly command: string
    readonly input: Readonly<Record<string, unknown>>
    readonly tone?: 'primary' | 'danger'
  }[]
  /** The group the acts are given in (our id). */
  readonly group?: string
}
export interface PanelCtx<C> {
  readonly db: Database
  readonly config: C
  readonly community: Community
  readonly groups: readonly Group[]
  readonly now: number
  readonly locale: Locale
  /** What the reader typed, in panels that answer something. */
  readonly asked?: string
}
/** A field that is being filled in: what a feature's `suggests` are given beside `PanelCtx`. */
export interface Filling {
  /** The group, by the platform's id: `config` is that group's. */
  readonly group: string
  /** Who fills it in: the account on the platform. */
  readonly user: string
  /** Whom the command is for: what staff may see is not offered in a member's command. */
  readonly role: Role
  readonly typed: string
}
/** A table of this feature that names members, and what becomes of its rows when one asks to be forgotten. */
export interface Personal {
  readonly table: string
  /** The column with our member id. */
  readonly column: string
  /** Rows go, or stay without the person: the column becomes `''` and `blank` columns are emptied. */
  readonly forget: 'delete' | 'anonymise'
  readonly blank?: readonly string[]
}

/** Something in a section that cannot be, and how to mend it. */
export interface Rejection {
  /** Within the section. */
  readonly path: readonly (string | number)[]
  readonly message: Localised
  readonly remedy: Localised
}

export interface FeatureBase<C extends z.ZodObject, S> {
  readonly name: string
  /** Strict; every key has a default, so that a rulebook without the section is whole. */
  readonly config: C
  readonly store: (tables: Tables) => S
}
export interface Feature<C extends z.ZodObject = z.ZodObject, S = unknown> extends FeatureBase<C, S> {
  readonly texts: Texts
  /** What it uses of a platform, for the support matrix. */
  readonly needs: readonly ActionType[]
  readonly migrations: Readonly<Record<string, Migration>>
  readonly personal: readonly Personal[]
  readonly on?: { readonly [K in EventType]?: (ctx: EventCtx<z.output<C>, S, K>) => Answer<S> }
  /** Sees messages that are typed commands too, before they are carried out; its `stop` keeps them from being so. */
  readonly screens?: boolean
  /** Hears too what members write to Innkeeper in private; what it sends in answer is whispered. */
  readonly hearsPrivate?: boolean
  /** Offers for fields that refer to what this feature keeps, by the field's `ref`. Reads beside the loop. */
  readonly suggests?: Readonly<
    Partial<Record<Ref, (ctx: PanelCtx<z.output<C>>, filling: Filling) => Promise<readonly Suggestion[]>>>
  >
  readonly commands?: readonly Command<z.ZodObject, z.output<C>, S>[]
  /** Asked before any feature's command that takes staff is carried out: with `errors` in its verdict it is not. */
  readonly gate?: (ctx: EventCtx<z.output<C>, S, 'command'>) => Answer<S>
  /** Options of an `ask` whose id begins with `<feature>:`. */
  readonly jobs?: readonly Job<z.output<C>, S>[]
  readonly panels?: Readonly<Record<string, (ctx: PanelCtx<z.output<C>>) => Promise<Panel>>>
  /** What was made in chat or in the office, in the form of this feature's section: `innkeeper export` writes it out. */
  readonly made?: (db: Database, community: string) => Promise<Readonly<Record<string, unknown>>>
  /** What zod cannot say of a section: the place is a path within the section. */
  readonly check?: (config: z.output<C>) => readonly Rejection[]
}
// biome-ignore lint/suspicious/noExplicitAny: a list of features of many config and store types
export type AnyFeature = Feature<any, any>
/** A file of the rulebook: what features and adapters each have one of. */
export type AnySection = Pick<AnyFeature, 'name' | 'config' | 'check'>

/** Binds a feature's config and store types once, so that its commands live in their own files without casts or cycles. */
export const kit = <C extends z.ZodObject, S>(base: FeatureBase<C, S>) => ({
  command: <I extends z.ZodObject>(command: Command<I, z.output<C>, S>) =>
    command as unknown as Command<z.ZodObject, z.output<C>, S>,
  job: (job: Job<z.output<C>, S>) => job,
  on: <K extends EventType>(_type: K, handler: (ctx: EventCtx<z.output<C>, S, K>) => Answer<S>) => handler,
  feature: (rest: Omit<Feature<C, S>, keyof FeatureBase<C, S>>): Feature<C, S> => ({ ...base, ...rest }),
})
