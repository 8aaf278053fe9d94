/** Problems in the reader's language, at a place in a file. */
import type { Problem } from '../core/rulebook.ts'
import { fill, type Vars } from '../core/texts.ts'
import { type Locale, type Localised, pick } from '../core/words.ts'
import { rulebookTexts, type TextKey } from './texts.ts'

export interface Place {
  /** From 1. */
  readonly line: number
  readonly column: number
}
export const start: Place = { line: 1, column: 1 }

/** A code with what its texts need; `remedy` where another than the code's own fits better. */
export interface Fault {
  readonly code: string
  readonly vars?: Vars
  readonly remedy?: TextKey
  /** Said before the remedy: what was probably meant. */
  readonly near?: string | undefined
  /** In an owner's or feature's own words instead of the code's. */
  readonly said?: { readonly message: Localised; readonly remedy: Localised }
}

export interface Say {
  (key: TextKey, vars?: Vars): string
  readonly locale: Locale
}
export const sayIn = (locale: Locale): Say =>
  Object.assign((key: TextKey, vars?: Vars) => fill(rulebookTexts[locale][key] ?? key, vars), { locale })

const longest = 200
const short = (vars: Vars = {}): Vars =>
  Object.fromEntries(
    Object.entries(vars).map(([key, value]) => [
      key,
      typeof value === 'string' && value.length > longest ? `${value.slice(0, longest - 1).toWellFormed()}…` : value,
    ]),
  )

export function problem(say: Say, file: string, place: Place, fault: Fault): Problem {
  const vars = short(fault.vars)
  const remedy = fault.said
    ? pick(fault.said.remedy, say.locale)
    : say(fault.remedy ?? (`${fault.code}.remedy` as TextKey), vars)
  return {
    file,
    line: place.line,
    column: place.column,
    code: fault.code,
    message: fault.said ? pick(fault.said.message, say.locale) : say(fault.code as TextKey, vars),
    remedy: fault.near === undefined ? remedy : `${say('near', { near: fault.near })} ${remedy}`,
  }
}
