/** A door: translates one platform to our events and our actions to that platform. Decides nothing. */
import type { Action, ActionType, Outcome } from './action.ts'
import type { CommandCard } from './command.ts'
import type { Event, EventType } from './event.ts'
import type { Locale, Localised } from './words.ts'

/** What the engine did with an event, told once its transaction is committed. */
export type Receipt =
  | {
      readonly ok: true
      readonly seen: 'first' | 'again'
      /** Of a command or choice: whether something to be said came of it, for doors that owe its giver an answer. */
      readonly answer?: boolean
    }
  | { readonly ok: false; readonly errors: readonly FieldError[] }
/** Why a command was not carried out; `field` names the input at fault, where there is one. */
export interface FieldError {
  readonly field?: string
  readonly code: string
  readonly message: string
}

/** An action on its way out. `id` is the same on every try: platforms with idempotency keys are given it. */
export interface Filed {
  readonly id: string
  readonly action: Action
  /** 1 on the first try. */
  readonly attempt: number
  /** Whose wish it is: platforms with many channels have one for each feature. */
  readonly feature: string
  /** For `edit`: the platform's id of the message that the action named by `of` sent. */
  readonly message?: string
  /** For `edit`: the `ask` of that action, where it was one; its options are offered under it. */
  readonly ask?: string
}

export interface Health {
  readonly state: 'starting' | 'up' | 'down'
  /** Epoch milliseconds. */
  readonly since: number
  readonly detail?: string
  /** Where a person has to let Innkeeper in: which step it waits for, and the code to be scanned. */
  readonly login?: { readonly step: 'scan' | 'confirm' | 'expired' | 'out'; readonly code?: string }
}

/** How much a platform bears. 0 is without limit. */
export interface Limits {
  /** Characters of one message. */
  readonly text: number
  readonly sendsPerMinute: number
  readonly sendsPerDay?: number
  /** Between two actions in one group. */
  readonly groupGapMs: number
  /** Between two posts nobody asked for, in whatever groups. */
  readonly postGapMs?: number
  /** 0 to 1: gaps are longer or shorter by up to so much of them, by chance. */
  readonly jitter?: number
  readonly caps?: readonly { readonly action: ActionType; readonly count: number; readonly perMs: number }[]
}

export interface Adapter {
  /** Prefix of every group and user id it mints: "web" mints "web:…". */
  readonly name: string
  /** What it can ever do; a missing right at run time is the outcome `denied`. */
  readonly does: readonly ActionType[]
  readonly emits: readonly EventType[]
  /** True where performing the same `Filed.id` twice has the effect of once; elsewhere a send cut short is not retried. */
  readonly idempotent: boolean
  /** Read before each action: they may change with the rulebook. */
  readonly limits: Limits
  start(door: Door): Promise<void>
  perform(filed: Filed): Promise<Outcome>
  health(): Health
  stop(): Promise<void>
  /** How long it may be away before the owner is told, milliseconds; a minute where left out. */
  readonly patienceMs?: number
  /** Another rulebook is in force. */
  rulesChanged?(): void
  /** For the owner at the terminal, once the doors have been tried; undefined while it is not open. */
  atStart?(): Localised | undefined
  /** The account that a typed id or mention can only mean, seen here before or not: "discord:1234…". */
  accountOf?(typed: string): string | undefined
  /** Whether the group has a room of its own for staff: `to: 'staff'` goes there. */
  staffRoom?(group: string): boolean
}

/** What a rulebook says to an adapter. */
export interface DoorRules {
  readonly community: string
  readonly name: string
  /** The adapter's own file, checked: `discord.yaml`. */
  readonly section: unknown
  readonly languages: readonly Locale[]
  /** IANA. */
  readonly timezone: string
}
/** One offer while a field is being filled in. */
export interface Suggestion {
  readonly value: string
  readonly label: string
}

/** What the engine gives an adapter at start. */
export interface Door {
  /** Resolves when the event is committed: from then on it need not be delivered again. */
  emit(event: Event): Promise<Receipt>
  /** An outcome that came later than `perform` returned. */
  settle(actionId: string, outcome: Outcome): Promise<void>
  /** What time the platform says it is; heard only under the events' clock. Resolves when what was due has run. */
  tick(at: number): Promise<void>
  readonly commands: readonly CommandCard[]
  /** What features want done on this platform at all, by the rulebooks in force. */
  needs(): readonly { readonly feature: string; readonly actions: readonly ActionType[] }[]
  /** Every rulebook in force, as this adapter's. */
  rules(): readonly DoorRules[]
  /** Of one group; undefined where no rulebook lists it. */
  rulesOf(group: string): DoorRules | undefined
  /** Groups of this platform that have seen this account: where it is now before where it was, the one joined last first. */
  groupsOf(user: string): Promise<readonly string[]>
  /** Offers for a field, at most 25, the likeliest first. */
  suggest(asked: {
    readonly group: string
    readonly user: string
    readonly command: string
    readonly field: string
    readonly typed: string
    readonly locale: Locale
  }): Promise<readonly Suggestion[]>
  /**
   * A notice to the owner, until the returned function is called. The same `key` replaces what was told under it. What is
   * past and concerns one `group` is told in the room of its staff, too.
   */
  tell(notice: { readonly key: string; readonly text: Localised; readonly group?: string }): () => void
}
