/** Why a question is answered, offered something or passed over, in words that an owner can act on. */
import type { Locale } from '../../core/words.ts'
import type { Matched } from '../../text/match.ts'
import { normalise } from '../../text/normalise.ts'
import { contentWords, segment } from '../../text/segment.ts'
import type { FaqConfig } from './config.ts'
import type { FaqDesk } from './desk.ts'
import { type Entry, titleOf } from './entry.ts'
import { say } from './wording.ts'

export interface Likely {
  readonly entry: Entry
  readonly score: number
  /** Of the ways to ask for it, the one that is most like the question. */
  readonly phrasing: string
  /** The words both have, as they stand in the question. */
  readonly shared: readonly string[]
}
export interface Explained {
  readonly zone: Matched['zone']
  readonly ranked: readonly Likely[]
  /** One sentence: what happens and why. */
  readonly verdict: string
  /** The words it was read by, as written. */
  readonly words: readonly string[]
}

export function explain(desk: FaqDesk, text: string, dial: FaqConfig['dial'], locale: Locale): Explained {
  const matched = desk.ask(text, dial)
  const words = contentWords(normalise(text).text)
  const ranked = matched.ranked.flatMap(({ entry: id, score }): Likely[] => {
    const entry = desk.find(id)
    return entry ? [{ entry, score, ...closest(entry, text, words) }] : []
  })
  return { zone: matched.zone, ranked, verdict: verdictOf(matched, ranked, locale), words: spelled(text, words) }
}

/** Less than this is nobody's idea of what was meant. */
const noticed = 0.05

export const percentOf = (score: number) => `${Math.round(score * 100)}%`
function verdictOf(matched: Matched, [best, second]: readonly Likely[], locale: Locale): string {
  const told = (key: string) =>
    say(locale, key, {
      entry: best ? titleOf(best.entry, locale) : '',
      second: second ? titleOf(second.entry, locale) : '',
      score: percentOf(best?.score ?? 0),
    })
  if (best?.score === 1) return told('try.exact')
  if (matched.zone === 'answer') return told('try.answer')
  if (matched.zone === 'suggest') return told('try.suggest')
  if (matched.gate) return told(`try.${matched.gate}`)
  if (!best || best.score < noticed) return told('try.unknown')
  return told(matched.asked ? 'try.unsure' : 'try.notAsked')
}

type Words = ReturnType<typeof contentWords>
const spelled = (text: string, words: Words) => {
  const read = normalise(text)
  return words.map(({ start, end }) => read.original(start, end))
}
function closest(entry: Entry, text: string, words: Words): Pick<Likely, 'phrasing' | 'shared'> {
  const asked = featuresOf(text)
  const [best] = entry.texts
    .map((phrasing) => ({ phrasing, features: featuresOf(phrasing) }))
    .map(({ phrasing, features }) => ({ phrasing, features, score: overlap(asked, features) }))
    .sort((a, b) => b.score - a.score)
  const known = new Set(entry.texts.flatMap((one) => segment(normalise(one).text).words))
  const shared = spelled(
    text,
    words.filter(({ word }) => known.has(word)),
  )
  return { phrasing: best?.phrasing ?? '', shared: [...new Set(shared)] }
}
function featuresOf(text: string): ReadonlySet<string | number> {
  const { words, grams } = segment(normalise(text).text)
  return new Set<string | number>([...words, ...grams])
}
const overlap = (one: ReadonlySet<string | number>, other: ReadonlySet<string | number>) =>
  one.intersection(other).size / Math.max(1, one.union(other).size)
