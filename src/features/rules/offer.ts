/** "Read the rules" and "I agree" as buttons, for our own posts and for the welcome. */
import type { Option } from '../../core/action.ts'
import type { Locale, Localised } from '../../core/words.ts'
import type { RulesConfig } from './config.ts'
import { rulesTexts } from './texts.ts'
import { hashOf } from './wording.ts'

export interface Offer {
  readonly ask: string
  readonly options: Option[]
}

export const ask = 'rules:agree'
/**
 * The option names the rules it agrees to, so that nobody agrees to a text by pressing the button under another; the
 * buttons of a post that is edited change with it.
 */
const agreeTo = (hash: string) => `agree:${hash}`
/** Of the rules that were agreed to; undefined where the option is another. */
export const agreedTo = (option: string) => (option.startsWith('agree:') ? option.slice('agree:'.length) : undefined)

const label = (key: string, languages: readonly Locale[]) =>
  languages.map((locale) => rulesTexts[locale][key] ?? key).join(' · ')

/** Buttons that lead to the rules; undefined where there are none. `section` is what `ctx.configOf('rules')` gives. */
export function rulesOffer(section: unknown, languages: readonly Locale[]): Offer | undefined {
  const config = section as RulesConfig | undefined
  if (!config?.text) return undefined
  const read: Option = { id: 'read', label: label('read.button', languages) }
  return { ask, options: config.acknowledge ? [read, agreeOption(config.text, languages)] : [read] }
}

export const agreeOption = (text: Localised, languages: readonly Locale[]): Option => ({
  id: agreeTo(hashOf(text)),
  label: label('agree.button', languages),
  style: 'primary',
})
