/** Measures the shipped matching on question sets: what `innkeeper eval faq` prints. */
import { z } from 'zod'
import { Desk, type Matched } from './match.ts'
import type { Dial, Model } from './weights.ts'

/** A question set: an owner's entries, and what members typed, each with the entry it asks for or null. */
export const questionSet = z.object({
  name: z.string(),
  lang: z.string(),
  entries: z.array(z.object({ id: z.string(), question: z.string(), alternatives: z.array(z.string()).default([]) })),
  queries: z.array(z.object({ text: z.string(), expected: z.string().nullable(), kind: z.string().default('in') })),
})
export type QuestionSet = z.output<typeof questionSet>

/** Shares are between 0 and 1; of nothing at all they are null. */
export interface FaqScore {
  readonly name: string
  readonly n: number
  readonly entries: number
  readonly top1: number | null
  readonly top3: number | null
  /** Right answers among those given. */
  readonly precision: number | null
  /** Questions that have an entry and were answered right. */
  readonly recall: number | null
  /** Of the queries that must not be answered, how many were. */
  readonly falseAnswers: { readonly overall: number | null; readonly byKind: Readonly<Record<string, number>> }
  /** Of all queries, how many got suggestions; and of those with an entry among these, how many were offered it. */
  readonly suggested: number | null
  readonly suggestedRight: number | null
  /** Mean, by the clock, once all have been asked before: nothing is compiled any more. */
  readonly microsecondsPerQuery: number
}
const share = (part: number, whole: number) => (whole === 0 ? null : part / whole)

/** `alternatives` cuts each entry's phrasings to the first so many. Throws a ZodError on another format. */
export function evaluateFaq(
  raw: unknown,
  options: { readonly alternatives?: number; readonly dial?: Dial; readonly model?: Model } = {},
): FaqScore {
  const set = questionSet.parse(raw)
  const desk = new Desk(options.model)
  for (const { id, question, alternatives } of set.entries) {
    desk.set(id, [question, ...alternatives.slice(0, options.alternatives ?? alternatives.length)])
  }
  for (const { text } of set.queries) desk.ask(text, options.dial) // as in a process that has been running for a while
  const started = performance.now()
  const results = set.queries.map((query) => ({ ...query, matched: desk.ask(query.text, options.dial) }))
  const microseconds = ((performance.now() - started) * 1000) / Math.max(1, set.queries.length)
  return { ...scores(results), name: set.name, entries: set.entries.length, microsecondsPerQuery: microseconds }
}

type Result = QuestionSet['queries'][number] & { readonly matched: Matched }
const first = ({ matched }: Result) => matched.ranked[0]?.entry
const offers = ({ matched, expected }: Result) => matched.ranked.some(({ entry }) => entry === expected)

function scores(results: readonly Result[]) {
  const within = results.filter(({ expected }) => expected !== null)
  const answered = results.filter(({ matched }) => matched.zone === 'answer')
  const right = answered.filter((result) => result.expected !== null && first(result) === result.expected)
  const suggested = results.filter(({ matched }) => matched.zone === 'suggest')
  const suggestedWithin = suggested.filter(({ expected }) => expected !== null)
  return {
    n: results.length,
    top1: share(within.filter((result) => first(result) === result.expected).length, within.length),
    top3: share(within.filter(offers).length, within.length),
    precision: share(right.length, answered.length),
    recall: share(right.length, within.length),
    falseAnswers: falseAnswers(results.filter(({ expected }) => expected === null)),
    suggested: share(suggested.length, results.length),
    suggestedRight: share(suggestedWithin.filter(offers).length, suggestedWithin.length),
  }
}
function falseAnswers(outside: readonly Result[]): FaqScore['falseAnswers'] {
  const wrong = (results: readonly Result[]) => results.filter(({ matched }) => matched.zone === 'answer').length
  const kinds = Object.groupBy(outside, ({ kind }) => kind)
  return {
    overall: share(wrong(outside), outside.length),
    byKind: Object.fromEntries(
      Object.entries(kinds).map(([kind, results = []]) => [kind, wrong(results) / Math.max(1, results.length)]),
    ),
  }
}
