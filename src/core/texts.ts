/** Every text in both languages, checked by the compiler: a key that one language lacks does not compile. */
import { type Locale, type Localised, locales } from './words.ts'

export type Vars = Readonly<Record<string, string | number>>
export type Texts = Readonly<Record<Locale, Readonly<Record<string, string>>>>

/** zh is the source; a key missing from en, or one too many, does not compile. */
export const texts = <const Z extends Record<string, string>>(zh: Z, en: { [K in keyof Z]: string }): Texts => ({
  zh,
  en,
})

const slot = /\{([a-z][a-zA-Z0-9]*)\}/g

/** Names of the variables a template uses, in order of first use. */
export const variables = (template: string): string[] => [
  ...new Set([...template.matchAll(slot)].map((match) => match[1] as string)),
]

/** Puts the variables in; one that is not given stays as written, so that a mistake is seen rather than swallowed. */
export const fill = (template: string, vars: Vars = {}): string =>
  template.replace(slot, (whole, name: string) => (name in vars ? String(vars[name]) : whole))

/** One text in both languages, for a reader who is not known yet; `vars` may differ between them. */
export const inBoth = (both: Texts, key: string, vars: Vars | ((locale: Locale) => Vars) = {}): Localised =>
  Object.fromEntries(
    locales.map((locale) => [locale, fill(both[locale][key] ?? key, typeof vars === 'function' ? vars(locale) : vars)]),
  )
