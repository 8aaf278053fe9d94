/** Question sets as numbers: each query with its candidates, on whole desks and on ones cut down. */
import type { QuestionSet } from '../../src/text/evaluate-faq.ts'
import { isTalk, isTold, manner, mannerNames } from '../../src/text/manner.ts'
import { measureAll, measureNames } from '../../src/text/measures.ts'
import { normalise } from '../../src/text/normalise.ts'
import { EntryIndex } from '../../src/text/postings.ts'
import { segment } from '../../src/text/segment.ts'

/** Numbers of one candidate: the measures, then the manner of the query. */
export const width: number = measureNames.length + mannerNames.length
/** The most candidates of a query: as in `Desk`. */
export const most = 12
const reads = 400

export interface Case {
  readonly file: string
  /** The set whose query it is: `file`, or another one in the same language whose queries are talk here. */
  readonly from: string
  readonly lang: string
  /** The whole set, with all its phrasings or with none but the canonical: what is reported on. */
  readonly whole: 'all' | 'canonical' | undefined
  readonly kind: string
  readonly weight: number
  /** Place of the right candidate, -1 for none of them; cases whose entry is no candidate are left out of fitting. */
  readonly right: number
  readonly hasEntry: boolean
  /** Never compared: greetings, things told. */
  readonly gated: boolean
  readonly candidates: number
  /** `width` numbers for each candidate. */
  readonly values: Float32Array
}

/** Numbers from 0 to 1, the same every time (Numerical Recipes' quick generator). */
function generator(seed: number) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

const cuts = [0, 0.5, 0.8]
/** A set with fewer queries is cut down once only. */
const small = 200
/** What a smaller desk counts for beside the whole one, and a question whose entry was cut beside a real outsider. */
const smaller = 0.5
const cutAway = 0.3

interface Cut {
  readonly file: string
  readonly from: string
  readonly lang: string
  readonly index: EntryIndex
  readonly ids: ReadonlySet<string>
  readonly small: boolean
  readonly whole: Case['whole']
}

/** A set with its name. */
export interface Named {
  readonly file: string
  readonly set: QuestionSet
}
/** What the queries of all other sets together count for beside the set's own. */
const elsewhere = 0.25

/** `mass` is what the whole file counts for in fitting; the queries of `others` are ones that must not be answered. */
export function casesOf({ file, set }: Named, mass: number, others: readonly Named[]): Case[] {
  const own = ownCases(file, set, mass)
  const strange = others.filter((other) => other.file !== file && other.set.lang === set.lang)
  const strangers = strange.flatMap((other) => strangeCases(file, set, other))
  return [...own, ...strangers.map((one) => ({ ...one, weight: (mass * elsewhere) / strangers.length }))]
}
/** Every third question of another set, and all its talk, on the whole desk with all phrasings and with one. */
function strangeCases(file: string, set: QuestionSet, other: Named): Case[] {
  const asked = other.set.queries.filter(({ kind }, at) => kind === 'chatter' || at % 3 === 0)
  return [3, 0].flatMap((phrasings) => {
    const index = new EntryIndex()
    for (const { id, question, alternatives } of set.entries)
      index.set(id, [question, ...alternatives.slice(0, phrasings)])
    const cut = {
      file,
      from: other.file,
      lang: set.lang,
      index,
      ids: new Set<string>(),
      whole: undefined,
      small: false,
    }
    return asked.map(({ text }) => caseOf({ text, expected: null, kind: 'elsewhere' }, cut))
  })
}
function ownCases(file: string, set: QuestionSet, mass: number): Case[] {
  const random = generator(7)
  const { lang } = set
  const full = Math.max(...set.entries.map(({ alternatives }) => alternatives.length))
  const isSmall = set.queries.length < small
  const cases = [...new Set(isSmall ? [full, 0] : [full, Math.min(1, full), 0])].flatMap((phrasings) =>
    (isSmall ? cuts.slice(0, 2) : cuts).flatMap((cut) => {
      const index = new EntryIndex()
      const kept = set.entries.filter(() => random() >= cut)
      for (const { id, question, alternatives } of kept) index.set(id, [question, ...alternatives.slice(0, phrasings)])
      const ids = new Set(kept.map(({ id }) => id))
      const whole = cut > 0 ? undefined : phrasings === 0 ? 'canonical' : phrasings === full ? 'all' : undefined
      return set.queries.map((query) => caseOf(query, { file, from: file, lang, index, ids, whole, small: cut > 0 }))
    }),
  )
  const total = cases.reduce((sum, { weight }) => sum + weight, 0)
  return cases.map((one) => ({ ...one, weight: (one.weight * mass) / total }))
}

function caseOf({ text: raw, expected, kind }: QuestionSet['queries'][number], cut: Cut): Case {
  const { index, ids, small, file, from, lang, whole } = cut
  const text = normalise(raw).text
  const query = index.query(segment(text))
  const candidates = index.candidates(query, most, reads)
  const hasEntry = expected !== null && ids.has(expected)
  const gone = expected !== null && !hasEntry
  const how = manner(query)
  return {
    file,
    from,
    lang,
    whole,
    kind: gone ? 'gone' : kind,
    weight: (small ? smaller : 1) * (gone ? cutAway : 1),
    right: hasEntry ? candidates.findIndex(({ id }) => id === expected) : -1,
    hasEntry,
    gated: isTalk(text) || isTold(text),
    candidates: candidates.length,
    values: Float32Array.from(measureAll(index, query, candidates).flatMap((values) => [...values, ...how])),
  }
}
