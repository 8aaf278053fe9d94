/** An entry of the desk: as the rulebook has it, or as it was taught, with the other wordings that were taught for it. */
import { type Locale, type Localised, pick } from '../../core/words.ts'
import type { FaqConfig } from './config.ts'
import type { TaughtRow } from './store.ts'

export type EntryConfig = FaqConfig['entries'][number]
export interface Entry
  extends Pick<EntryConfig, 'id' | 'question' | 'keywords' | 'after' | 'picture' | 'command' | 'from' | 'until'> {
  readonly answer: Localised
  readonly links: EntryConfig['links']
  /** All ways to ask it, in both languages, the canonical ones first. */
  readonly texts: readonly string[]
  readonly taught?: { readonly by: string; readonly at: number }
}

/** `more` are wordings that stand apart from the entry. */
export function writtenEntry(
  { alternatives, answer = {}, groups: _g, note: _n, checked: _c, ...entry }: EntryConfig,
  more: readonly string[] = [],
): Entry {
  const texts = [...Object.values(entry.question), ...alternatives, ...more].filter((text) => text !== undefined)
  return { ...entry, answer, texts }
}
export function taughtEntry({ id, question, answer, by_name: by, at }: TaughtRow): Entry {
  const said = (text: string): Localised => ({ [languageOf(text)]: text })
  return {
    id,
    question: said(question),
    answer: said(answer),
    links: [],
    texts: [question],
    keywords: [],
    taught: { by, at },
  }
}
export const languageOf = (text: string): Locale => (/\p{Script=Han}/u.test(text) ? 'zh' : 'en')

/** As it is shown in lists and on buttons. */
export const titleOf = ({ question }: Pick<Entry, 'question'>, locale: Locale) => pick(question, locale)
/** `day` is "YYYY-MM-DD" in the group's zone. */
export const holdsOn = ({ from, until }: Pick<Entry, 'from' | 'until'>, day: string) =>
  (from === undefined || from <= day) && (until === undefined || day <= until)
