/** A platform on which the journeys of moderation are played: what people do there, and all that they read. */
import type { ActionType } from '../../../src/core/action.ts'
import type { Locale } from '../../../src/core/words.ts'

export type Standing = 'in' | 'muted' | 'out' | 'banned'
/** Something of Innkeeper's, as one reader has it before them. */
export interface Line {
  /** The same for everybody who reads it, and after it was edited. */
  readonly id: string
  readonly text: string
  /** Labels of buttons, where the platform has any. */
  readonly buttons: readonly string[]
  /** Nobody else reads it. */
  readonly alone: boolean
}
/** Strangers take no private messages, on platforms where one can refuse them. */
export type Rank = 'stranger' | 'member' | 'moderator' | 'owner'
/** Somebody, or a plain value. */
export type Input = Readonly<Record<string, string | boolean | Guest>>

export interface Guest {
  readonly name: string
  /** In the group. */
  says(text: string): Promise<void>
  /** The fields of the command in their order. Where the platform has no forms, it is typed. */
  orders(command: string, input: Input): Promise<void>
  /** A member who is muted cannot type in the group, one who is out not even see it: the way that is left. */
  appeals(number: number, words: string): Promise<void>
  /** Presses the button under the latest line that has these words, or writes its number where there are none. */
  presses(label: string, words: string): Promise<void>
  /** All that Innkeeper told them or the group while they were there, oldest first. */
  reads(): Promise<readonly Line[]>
  /** As the platform has it. */
  standing(): Promise<Standing>
}
export interface Stage {
  readonly can: (type: ActionType) => boolean
  comes(name: string, rank?: Rank): Promise<Guest>
  /** Many strangers at once, by a link that is everybody's. */
  storm(names: readonly string[]): Promise<readonly Guest[]>
  /** Whether what somebody wrote in the group can still be read there. */
  stands(text: string): Promise<boolean>
  /** Lets time go by, and what is due be done. */
  passes(ms: number): Promise<void>
  rows(table: string): Promise<readonly Record<string, unknown>[]>
  /** What Innkeeper logged as its own failures. */
  errors(): readonly object[]
  close(): Promise<void>
}
export interface Setting {
  readonly language: Locale
  readonly sections: Readonly<Record<string, unknown>>
}
export interface Platform {
  readonly name: string
  open(setting: Setting): Promise<Stage>
}
