/** What the doctor says: one line each, with what to click where something is missing. */
import { inBoth, type Vars } from '../../../src/core/texts.ts'
import type { Locale, Localised } from '../../../src/core/words.ts'
import { doctorTexts } from './texts.ts'

export interface Finding {
  /** "Discord", or "Discord · <server>". */
  readonly what: string
  readonly state: 'ok' | 'warn' | 'bad'
  readonly detail: Localised
  readonly remedy?: Localised
}
type Filling = Vars | ((locale: Locale) => Vars)
export const say = (key: keyof (typeof doctorTexts)['zh'] & string, vars: Filling = {}): Localised =>
  inBoth(doctorTexts, key, vars)
export const here = (server?: string) => (server === undefined ? 'Discord' : `Discord · ${server}`)
