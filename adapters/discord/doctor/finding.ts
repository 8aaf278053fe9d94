/** What the doctor says: one line each, with what to click where something is missing. */
import type { Finding } from '../../../src/core/finding.ts'
import { inBoth, type Vars } from '../../../src/core/texts.ts'
import type { Locale, Localised } from '../../../src/core/words.ts'
import { doctorTexts } from './texts.ts'

export type { Finding }

type Filling = Vars | ((locale: Locale) => Vars)
export const say = (key: keyof (typeof doctorTexts)['zh'] & string, vars: Filling = {}): Localised =>
  inBoth(doctorTexts, key, vars)
export const here = (server?: string) => (server === undefined ? 'Discord' : `Discord · ${server}`)
