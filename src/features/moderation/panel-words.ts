/** Words of panels: a table is made for one reader, its labels for both languages. */
import { fill } from '../../core/texts.ts'
import type { Locale, Localised } from '../../core/words.ts'
import { moderationTexts } from './texts.ts'
import type { Say } from './wording.ts'

export const sayFor =
  (locale: Locale): Say =>
  (key, vars) =>
    fill(moderationTexts[locale][key] ?? key, vars)
export const label = (key: string): Localised => ({
  zh: moderationTexts.zh[key] ?? key,
  en: moderationTexts.en[key] ?? key,
})
