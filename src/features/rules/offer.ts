/** "Read the rules" and "I agree" as buttons, for our own posts and for the welcome. */
import type { Option } from '../../core/action.ts'
import type { Locale } from '../../core/words.ts'
import type { RulesConfig } from './config.ts'
import { rulesTexts } from './texts.ts'
import { hashOf } from './wording.ts'

export interface Offer {
  readonly ask: string
  readonly options: Option[]
}

/** The ask names the rules it was made for, so that nobody agrees to a text by pressing the button under another. */
export const askId = (hash: string) => `rules:agree:${hash}`
export const hashIn = (ask: string) => ask.slice('rules:agree:'.length)

const label = (key: string, languages: readonly Locale[]) =>
  languages.map((locale) => rulesTexts[locale][key] ?? key).join(' · ')

/** Buttons that lead to the rules; undefined where there are none. `section` is what `ctx.configOf('rules')` gives. */
export function rulesOffer(section: unknown, languages: readonly Locale[]): Offer | undefined {
  const config = section as RulesConfig | undefined
  if (!config?.text) return undefined
  const read: Option = { id: 'read', label: label('read.button', languages) }
  return { ask: askId(hashOf(config.text)), options: config.acknowledge ? [read, agreeOption(languages)] : [read] }
}

export const agreeOption = (languages: readonly Locale[]): Option => ({
  id: 'agree',
  label: label('agree.button', languages),
  style: 'primary',
})
