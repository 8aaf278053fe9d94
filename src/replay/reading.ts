/** What reading an exported chat gives: events and faults, each with its place, and what was passed over. */
import type { Event } from '../core/event.ts'
import type { Vars } from '../core/texts.ts'
import type { FaultCode } from './faults.ts'

/** Where something stands. `file` is the short name of the report; lines are counted from 1, 0 is the file as a whole. */
export interface Place {
  readonly file: string
  readonly line: number
}
export interface Found extends Place {
  readonly event: Event
}
/** Something that could not be read. What could be read around it still is. */
export interface Fault extends Place {
  readonly code: FaultCode
  readonly vars: Vars
}
/** A line or entry that is understood and is no event: a rename, a change of mode, a service notice. */
export interface Passed extends Place {
  readonly passed: 'rename' | 'mode' | 'service' | 'blank'
}
/** What a group is called, where the file says. */
export interface Named extends Place {
  readonly group: string
  readonly name: string
}
export type Item = Found | Fault | Passed | Named
export const isNamed = (item: Item): item is Named => 'group' in item
export const isFound = (item: Item): item is Found => 'event' in item
export const isFault = (item: Item): item is Fault => 'code' in item

export type FormatName = 'irc' | 'discord' | 'telegram' | 'jsonl'

/** What one file tells of the channel as a whole, gathered from all files before the first event is made. */
export interface Hints {
  /** The group of a file that does not say which channel it is of. */
  readonly channel: string
  /** How often a nick speaks in all files: which of a member's nicks is the member's name. */
  readonly weight: ReadonlyMap<string, number>
  /** Nicks that were seen to hold the channel's rights. */
  readonly staff: ReadonlySet<string>
}
export interface Learned {
  readonly channel?: string
  readonly weight?: ReadonlyMap<string, number>
  readonly staff?: ReadonlySet<string>
}
export interface ReadOptions {
  /** IANA zone of times that are written without one. */
  readonly timezone: string
  /** Whether an account is a bot, by the name it goes under. */
  isBot(name: string): boolean
}

/** A file opened and recognised. `read` may be called once. */
export interface Opened {
  readonly format: FormatName
  readonly learned: Learned
  read(hints: Hints): Iterable<Item>
}
