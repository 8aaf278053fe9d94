/** Finds an entry for somebody who asked the desk in so many words: more willing than listening to talk. */
import type { Locale } from '../../core/words.ts'
import { normalise } from '../../text/normalise.ts'
import type { FaqDesk } from './desk.ts'
import type { Entry } from './entry.ts'

export interface Found {
  readonly entry?: Entry
  /** Where none is sure. */
  readonly near: readonly Entry[]
  readonly language: Locale
}
/** An entry this probable is shown at once to one who asked for it. */
const sure = 0.3
const mostNear = 5

/** `topic` is a number of the list, an id, a key word, or a question; `locale` is for what has no letters. */
export function lookUp(desk: FaqDesk, topic: string, locale: Locale): Found {
  const text = normalise(topic).text
  const language = languageOf(text) ?? locale
  const named = (/^\d+$/.test(text) && desk.entries[Number(text) - 1]) || desk.find(text)
  if (named) return { entry: named, near: [], language: locale } // an id is in no language
  const matched = desk.ask(topic, 'lenient')
  const [best] = matched.ranked
  const entry = best && best.score >= sure ? desk.find(best.entry) : undefined
  if (entry) return { entry, near: [], language }
  const keyed = desk.entries.filter((one) => one.keywords.some((word) => normalise(word).text === text))
  const holding = keyed.length > 0 ? keyed : desk.entries.filter((one) => holds(one, text))
  if (holding.length === 1) return { ...(holding[0] && { entry: holding[0] }), near: [], language }
  const ranked = matched.ranked.flatMap(({ entry: id, score }) => (score >= 0.05 ? (desk.find(id) ?? []) : []))
  return { near: [...new Set([...holding, ...ranked])].slice(0, mostNear), language }
}
const holds = (entry: Entry, text: string) =>
  [...entry.keywords, ...entry.texts].some((one) => normalise(one).text.includes(text))
const languageOf = (text: string): Locale | undefined =>
  /\p{Script=Han}/u.test(text) ? 'zh' : /[a-z]/.test(text) ? 'en' : undefined
