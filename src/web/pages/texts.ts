/** The pages' words, in the reader's language: Chinese where the browser prefers it to English, else English. */
import { fill, type Vars } from '../../core/texts.ts'
import type { Locale, Localised } from '../../core/words.ts'

/** By the browser's list of languages, most wanted first. */
export function localeOf(languages: readonly string[]): Locale {
  for (const language of languages) {
    if (/^zh\b/i.test(language)) return 'zh'
    if (/^en\b/i.test(language)) return 'en'
  }
  return 'en'
}
export const locale: Locale = localeOf(typeof navigator === 'undefined' ? [] : navigator.languages)

/** The words of one part of the pages: a key that one language lacks does not compile. */
export const wording = <const Z extends Record<string, string>>(zh: Z, en: { [K in keyof Z]: string }) => {
  const chosen: Readonly<Record<keyof Z, string>> = locale === 'zh' ? zh : en
  return (key: keyof Z, vars?: Vars): string => fill(chosen[key], vars)
}

/** An owner's or a feature's text in the reader's language, or in the other where there is only one. */
export const inLocale = (both: Localised): string => both[locale] ?? both.zh ?? both.en ?? ''

const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hour12: false })
const exact = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'medium', hour12: false })
const day = new Intl.DateTimeFormat(locale, { weekday: 'long', month: 'long', day: 'numeric' })
/** "10:02" */
export const clockTime = (at: number) => time.format(at)
/** The whole of it, for a title. */
export const exactTime = (at: number) => exact.format(at)
/** "Tuesday, 24 November" */
export const dayName = (at: number) => day.format(at)

/** How many wait to be read: the server counts no further than a hundred. */
export const upTo99 = (count: number): string => (count > 99 ? '99+' : String(count))
