/** What rules look at: one event, or something moderation itself did, with what is remembered about it. */
import type { Group, Member } from '../../../core/people.ts'
import type { Judgement } from '../judge.ts'
import type { Reading } from '../reading.ts'
import type { Count } from './counters.ts'
import type { Paces } from './paces.ts'
import type { ProfileRow } from './store.ts'

export const heards = [
  'message',
  'edit',
  'filtered',
  'join',
  'leave',
  'update',
  'reaction',
  'deleted',
  'case',
  'report',
  'raid',
] as const
export type Heard = (typeof heards)[number]

/** A message or edit. */
export interface Spoken {
  readonly message: string
  readonly text: string
  readonly reading: Reading
  /** Of the checks. */
  readonly judgement: Judgement
  readonly newcomer: boolean
  readonly mentions: number
  readonly attachments: number
  readonly kinds: readonly string[]
  readonly files: readonly string[]
  readonly reply: boolean
  readonly mentionsBot: boolean
}
export interface Happening {
  readonly heard: Heard
  /** The event or occurrence that actions are filed under. */
  readonly id: string
  readonly at: number
  /** Channel or thread; '' where there is none. */
  readonly place: string
  readonly group: Group
  /** Whom it is about. */
  readonly member: Member
  /** The roles told with the event; undefined where the platform told none. */
  readonly roles: readonly string[] | undefined
  readonly spoken?: Spoken
  /** Ids of the member's last messages, see `ids.ts`. */
  readonly sent?: string
  /** Of a message that was held back or deleted: its id. */
  readonly message?: string
  /** At a join: what the platform tells of the account. */
  readonly fresh?: Pick<ProfileRow, 'account_at' | 'avatar' | 'roles'>
  /** What this event itself tells of the account; beside what was remembered of it. */
  readonly account?: Pick<ProfileRow, 'account_at' | 'avatar'>
  readonly again?: boolean
  readonly how?: 'left' | 'kicked' | 'banned'
  readonly reaction?: { readonly emoji: string; readonly removed: boolean }
  readonly filter?: string
  readonly deeds?: readonly string[]
  readonly by?: 'staff' | 'innkeeper'
  readonly raid?: 'begins' | 'ends'
}

export interface CountNow {
  readonly before: number
  readonly count: Count
}
export interface Memory {
  readonly paces: Paces
  /** By counter; those that rules of this kind of event look at or change. */
  readonly counts: Map<string, CountNow>
  readonly profile: ProfileRow | undefined
  readonly raid: boolean
  readonly warnings: number
  /** Of this member in this group. */
  readonly messages: number
  /** When and what was done in cases against the member, newest last. */
  readonly cases: readonly { readonly at: number; readonly deeds: readonly string[] }[]
  /** When different members reported this one. */
  readonly reports: readonly number[]
}
/** What a trigger found, or undefined where it did not go off. Never in words of the message. */
export type Test = (now: Happening, memory: Memory) => string | undefined
export type Holds = (now: Happening, memory: Memory) => boolean
