/** How a set fares that was left out of fitting, at several thresholds. */
import { evaluateFaq, type QuestionSet } from '../../src/text/evaluate-faq.ts'
import { measureNames } from '../../src/text/measures.ts'
import type { Model } from '../../src/text/weights.ts'
import type { Case } from './cases.ts'
import { probabilities } from './fit.ts'

interface Result {
  readonly one: Case
  readonly chance: number
  readonly right: boolean
  readonly among3: boolean
}
export function resultsOf(weights: Float64Array, cases: readonly Case[]): Result[] {
  return cases.map((one) => {
    const chances = probabilities(weights, one)
    const order = chances.map((_, place) => place).sort((a, b) => (chances[b] ?? 0) - (chances[a] ?? 0))
    const best = order[0] ?? -1
    return {
      one,
      chance: one.gated ? 0 : (chances[best] ?? 0),
      right: one.right >= 0 && best === one.right,
      among3: one.right >= 0 && order.slice(0, 3).includes(one.right),
    }
  })
}

const percent = (part: number, whole: number) => (whole === 0 ? '–' : ((100 * part) / whole).toFixed(1)).padStart(5)

export function tableOf(results: readonly Result[], thresholds: readonly number[]): string {
  const within = results.filter(({ one }) => one.hasEntry).length
  const outside = Object.groupBy(
    results.filter(({ one }) => !one.hasEntry),
    ({ one }) => one.kind,
  )
  const rows = thresholds.map((threshold) => {
    const answered = results.filter(({ chance }) => chance >= threshold)
    const right = answered.filter((result) => result.right).length
    const kinds = Object.entries(outside).map(
      ([kind, all = []]) => `${kind} ${percent(all.filter(({ chance }) => chance >= threshold).length, all.length)}`,
    )
    return `  ≥${threshold.toFixed(2)}  precision ${percent(right, answered.length)}  recall ${percent(right, within)}  ${kinds.join('  ')}`
  })
  const count = (of: (result: Result) => boolean) => percent(results.filter(of).length, within)
  return [`top 1 ${count(({ right }) => right)}  top 3 ${count(({ among3 }) => among3)}`, ...rows].join('\n')
}

export const modelOf = (weights: Float64Array): Model => ({
  likeness: [...weights.slice(0, measureNames.length)],
  answerable: [...weights.slice(measureNames.length)],
})
/** What `innkeeper eval faq` would print of the set with this model, at the shipped thresholds: all phrasings, then none but the canonical. */
export function decidedOf(set: QuestionSet, model: Model): string {
  const full = Math.max(...set.entries.map(({ alternatives }) => alternatives.length))
  const rows = [...new Set([full, 0])].map((alternatives) => {
    const { precision, recall, top1, top3, falseAnswers } = evaluateFaq(set, { alternatives, model })
    const kinds = Object.entries(falseAnswers.byKind).map(([kind, share]) => `${kind} ${percent(share, 1)}`)
    const shares = Object.entries({ precision, recall, top1, top3 }).map(
      ([name, share]) => `${name} ${percent(share ?? 0, 1)}`,
    )
    return `  decided, ${alternatives} alternatives: ${[...shares, ...kinds].join('  ')}`
  })
  return rows.join('\n')
}
