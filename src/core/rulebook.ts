/** A checked rulebook, as the engine sees it. Immutable: a reload makes another. Read from files by `src/rulebook`. */
import type { Locale, Role } from './words.ts'

export interface GroupRules {
  /** As the rulebook names it; the platform's name is used where it does not. */
  readonly name: string | undefined
  readonly languages: readonly Locale[]
  /** IANA. */
  readonly timezone: string
  /** Decide and show, but touch nothing. */
  readonly observe: boolean
  /** Wall-clock "HH:MM" in the group's zone; posts wait for the end. */
  readonly quiet: { readonly from: string; readonly to: string } | undefined
}
/** Caps per community and clock hour on what is done without a person's word. */
export interface Budgets {
  /** kick */
  readonly removals: number
  readonly bans: number
  readonly mutes: number
  readonly deletions: number
  readonly whispers: number
  /** send, ask and announce of priority `post` */
  readonly posts: number
}
export interface Rulebook {
  /** The community's id: lower-case letters, digits and dashes. */
  readonly id: string
  readonly name: string
  /** Changes whenever any file's meaning does. */
  readonly hash: string
  readonly budgets: Budgets
  /** Groups that are told what the owner should know: the first on a platform that is not the one in trouble. */
  readonly alerts: readonly string[]
  /** What holds for a group where the rulebook says nothing else of it. */
  readonly defaults: GroupRules
  /** The rules of a group by the adapter's id, or undefined where the rulebook does not list it. */
  group(ref: string): GroupRules | undefined
  /** The groups of a platform that are listed one by one, not by a pattern. */
  listed(platform: string): readonly { readonly ref: string; readonly name: string | undefined }[]
  /** Accounts the rulebook gives a role, by the adapter's id. */
  readonly staff: readonly string[]
  /** What the rulebook makes of an account; undefined where it does not name it. */
  roleOf(user: string): Role | undefined
  /** A feature's checked section, with the group's overrides merged in. The same object for the same answer. */
  section(feature: string, ref: string): unknown
}

/** Where a rulebook is wrong and how to mend it. Lines and columns from 1. */
export interface Problem {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly code: string
  readonly message: string
  readonly remedy: string
}
