import type { Localised } from './words.ts'

/** One thing that `innkeeper doctor` has found on a platform, and what to do about it where something is wrong. */
export interface Finding {
  /** "Discord", or "Discord · <server>". */
  readonly what: string
  readonly state: 'ok' | 'warn' | 'bad'
  readonly detail: Localised
  readonly remedy?: Localised
}
