/** A door: translates one platform to our events and our actions to that platform. Decides nothing. */
import type { Action, ActionType, Outcome } from './action.ts'
import type { CommandCard } from './command.ts'
import type { Event, EventType } from './event.ts'

/** What the engine did with an event, told once its transaction is committed. */
export type Receipt =
  | { readonly ok: true; readonly seen: 'first' | 'again' }
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
  /** For `edit`: the platform's id of the message that the action named by `of` sent. */
  readonly message?: string
}

export interface Health {
  readonly state: 'starting' | 'up' | 'down'
  /** Epoch milliseconds. */
  readonly since: number
  readonly detail?: string
}

export interface Adapter {
  /** Prefix of every group and user id it mints: "web" mints "web:…". */
  readonly name: string
  /** What it can ever do; a missing right at run time is the outcome `denied`. */
  readonly does: readonly ActionType[]
  readonly emits: readonly EventType[]
  /** True where performing the same `Filed.id` twice has the effect of once; elsewhere a send cut short is not retried. */
  readonly idempotent: boolean
  /** Pacing; 0 is without limit. */
  readonly limits: { readonly text: number; readonly sendsPerMinute: number; readonly groupGapMs: number }
  start(door: Door): Promise<void>
  perform(filed: Filed): Promise<Outcome>
  health(): Health
  stop(): Promise<void>
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
}
