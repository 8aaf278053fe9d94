/** Communities, groups and members, under ids of our own: those of platforms can change under us. */
import type { Locale, Role } from './words.ts'

/** Has one rulebook and many groups on many platforms. */
export interface Community {
  readonly id: string
  readonly name: string
}
export interface Group {
  /** Ours: "g…". */
  readonly id: string
  readonly community: string
  /** The adapter's: "web:reading". */
  readonly ref: string
  /** The adapter's name. */
  readonly platform: string
  readonly name: string
  /** One or both; the first is the group's own. */
  readonly languages: readonly Locale[]
  /** IANA. */
  readonly timezone: string
  /** Observe mode: what is decided is shown, and nothing of it is done. */
  readonly observe: boolean
}
/** A member of the community, as seen in one group. */
export interface Member {
  /** Ours: "m…". */
  readonly id: string
  /** The account on this group's platform: "web:u1". */
  readonly user: string
  readonly name: string
  /** The how-manieth member of the community, from 1. */
  readonly number: number
  readonly role: Role
  readonly locale: Locale | undefined
  /** When this member joined this group, epoch milliseconds; when first seen, where the join was not seen. */
  readonly joinedAt: number
  /** How often the member has joined this group; 0 where no join was seen. */
  readonly joins: number
  readonly present: boolean
}
