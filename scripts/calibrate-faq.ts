/**
 * Finds the weights in `src/text/weights.ts` from question sets and shows how they hold on a set they have not seen:
 *
 *   node scripts/calibrate-faq.ts FILE.json…
 *
 * Each set is also cut to smaller desks and fewer phrasings, so that the weights serve a desk of five as well as one of
 * a hundred: a question whose entry is cut away is one that must not be answered. A conditional logit over the
 * candidates and "none of them" is fitted by Adam (Kingma and Ba, 2015) with an L2 penalty. Deterministic.
 */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { type QuestionSet, questionSet } from '../src/text/evaluate-faq.ts'
import { manner, mannerNames } from '../src/text/manner.ts'
import { measure, measureNames } from '../src/text/measures.ts'
import { normalise } from '../src/text/normalise.ts'
import { EntryIndex } from '../src/text/postings.ts'
import { segment } from '../src/text/segment.ts'

interface Case {
  readonly file: string
  /** The whole set, with all its phrasings or with none but the canonical: what is reported on. */
  readonly whole: 'all' | 'canonical' | undefined
  readonly kind: string
  readonly weight: number
  /** Place of the right candidate, -1 for none of them; cases whose entry is no candidate are left out of fitting. */
  readonly right: number
  readonly hasEntry: boolean
  readonly candidates: readonly (readonly number[])[]
  readonly manner: readonly number[]
}
const features = measureNames.length + mannerNames.length

/** Numbers from 0 to 1, the same every time (Numerical Recipes' quick generator). */
function generator(seed: number) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

const cuts = [0, 0.3, 0.5, 0.7, 0.8, 0.9]
/** What a smaller desk counts for beside the whole one, and a question whose entry was cut beside a real outsider. */
const smaller = 0.3
const cutAway = 0.3

function casesOf(file: string, set: QuestionSet): Case[] {
  const random = generator(7)
  const most = Math.max(...set.entries.map(({ alternatives }) => alternatives.length))
  const cases = [...new Set([most, Math.min(1, most), 0])].flatMap((phrasings) =>
    cuts.flatMap((cut) => {
      const index = new EntryIndex()
      const kept = set.entries.filter(() => random() >= cut)
      for (const { id, question, alternatives } of kept) index.set(id, [question, ...alternatives.slice(0, phrasings)])
      const ids = new Set(kept.map(({ id }) => id))
      const whole = cut > 0 ? undefined : phrasings === most ? 'all' : phrasings === 0 ? 'canonical' : undefined
      return set.queries.map((query) => caseOf(file, index, query, ids, { cut, whole }))
    }),
  )
  const total = cases.reduce((sum, { weight }) => sum + weight, 0)
  return cases.map((one) => ({ ...one, weight: (one.weight * 1000) / total }))
}
function caseOf(
  file: string,
  index: EntryIndex,
  { text, expected, kind }: QuestionSet['queries'][number],
  ids: ReadonlySet<string>,
  { cut, whole }: { readonly cut: number; readonly whole: Case['whole'] },
): Case {
  const query = index.query(segment(normalise(text).text))
  const candidates = index.candidates(query, 12, 400)
  const hasEntry = expected !== null && ids.has(expected)
  const gone = expected !== null && !hasEntry
  return {
    file,
    whole,
    kind: gone ? 'gone' : kind,
    weight: (cut > 0 ? smaller : 1) * (gone ? cutAway : 1),
    right: hasEntry ? candidates.findIndex(({ id }) => id === expected) : -1,
    hasEntry,
    candidates: candidates.map((entry) => measure(index, query, entry)),
    manner: manner(query),
  }
}

/** Of each candidate, by the weights of the measures and then of the manner; the rest of 1 is "none of them". */
function probabilities(weights: Float64Array, one: Case): number[] {
  const bias = one.manner.reduce((sum, value, at) => sum + value * (weights[measureNames.length + at] ?? 0), 0)
  const odds = one.candidates.map((values) =>
    Math.exp(values.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), bias)),
  )
  const all = odds.reduce((sum, each) => sum + each, 1)
  return odds.map((each) => each / all)
}

function gradient(weights: Float64Array, cases: readonly Case[], penalty: number): Float64Array {
  const slope = weights.map((weight) => 2 * penalty * weight)
  for (const one of cases) {
    const chances = probabilities(weights, one)
    let together = 0
    chances.forEach((chance, place) => {
      const off = (chance - (place === one.right ? 1 : 0)) * one.weight
      together += off
      one.candidates[place]?.forEach((value, at) => {
        slope[at] = (slope[at] ?? 0) + off * value
      })
    })
    one.manner.forEach((value, at) => {
      slope[measureNames.length + at] = (slope[measureNames.length + at] ?? 0) + together * value
    })
  }
  return slope
}

const steps = 500
function fitted(all: readonly Case[]): Float64Array {
  const cases = all.filter(({ hasEntry, right, candidates }) => candidates.length > 0 && (!hasEntry || right >= 0))
  const weights = new Float64Array(features)
  const first = new Float64Array(features)
  const second = new Float64Array(features)
  for (let step = 1; step <= steps; step++) {
    const slope = gradient(weights, cases, 1)
    const rate = 0.15 * (1 - step / (steps + 1))
    for (let at = 0; at < features; at++) {
      first[at] = 0.9 * (first[at] ?? 0) + 0.1 * (slope[at] ?? 0)
      second[at] = 0.999 * (second[at] ?? 0) + 0.001 * (slope[at] ?? 0) ** 2
      const scaled = Math.sqrt((second[at] ?? 0) / (1 - 0.999 ** step)) + 1e-8
      weights[at] = (weights[at] ?? 0) - (rate * (first[at] ?? 0)) / (1 - 0.9 ** step) / scaled
    }
  }
  return weights
}

const percent = (part: number, whole: number) => (whole === 0 ? '–' : ((100 * part) / whole).toFixed(1))
function report(weights: Float64Array, cases: readonly Case[], threshold: number): string {
  const within = cases.filter(({ hasEntry }) => hasEntry).length
  const results = cases.map((one) => {
    const chances = probabilities(weights, one)
    const best = chances.indexOf(Math.max(...chances))
    return { one, chance: chances[best] ?? 0, right: one.right >= 0 && best === one.right }
  })
  const answered = results.filter(({ chance }) => chance >= threshold)
  const right = answered.filter((result) => result.right).length
  const kinds = [...new Set(cases.filter(({ hasEntry }) => !hasEntry).map(({ kind }) => kind))].map((kind) => {
    const false_ = answered.filter(({ one }) => !one.hasEntry && one.kind === kind).length
    return `${kind} ${percent(false_, cases.filter((one) => !one.hasEntry && one.kind === kind).length)}`
  })
  const top = results.filter((result) => result.right).length
  return `≥${threshold} precision ${percent(right, answered.length)} recall ${percent(right, within)} top1 ${percent(top, within)} false: ${kinds.join(', ')}`
}

const files = process.argv.slice(2)
if (files.length < 2) {
  console.error('usage: calibrate-faq.ts FILE.json FILE.json …')
  process.exit(2)
}
const cases = files.flatMap((file) => {
  const set = questionSet.parse(JSON.parse(readFileSync(file, 'utf8')))
  return casesOf(`${set.lang} ${basename(file)}`, set)
})
for (const left of new Set(cases.map(({ file }) => file))) {
  const weights = fitted(cases.filter(({ file }) => file !== left))
  for (const whole of ['all', 'canonical'] as const) {
    const seen = cases.filter((one) => one.file === left && one.whole === whole)
    for (const threshold of seen.length > 0 ? [0.3, 0.35, 0.4, 0.5, 0.6] : [])
      console.log(`${left} left out, phrasings: ${whole}, ${report(weights, seen, threshold)}`)
  }
}
const final = fitted(cases)
const shown = (names: readonly string[], from: number) =>
  names.map((name, at) => `  ${(final[from + at] ?? 0).toFixed(3)}, // ${name}`).join('\n')
console.log(`likeness\n${shown(measureNames, 0)}\nanswerable\n${shown(mannerNames, measureNames.length)}`)
