/** The last part measures on question sets that stand beside the checkout and are no part of it; skipped without them. */
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { evaluateFaq } from '../../src/text/evaluate-faq.ts'

const set = {
  name: 'small',
  lang: 'en',
  entries: [
    { id: 'refund', question: 'How do I get a refund?', alternatives: ['I want my money back'] },
    { id: 'hours', question: 'When is the shop open?' },
  ],
  queries: [
    { text: 'how do i get a refund', expected: 'refund', kind: 'in' },
    { text: 'when is the shop open', expected: 'hours', kind: 'in' },
    { text: 'do you like cheese', expected: null, kind: 'other' },
    { text: 'when is the shop open', expected: null, kind: 'near' },
  ],
}

describe('evaluateFaq', () => {
  it('counts right, wrong and false answers', () => {
    expect(evaluateFaq(set)).toMatchObject({
      n: 4,
      entries: 2,
      top1: 1,
      top3: 1,
      precision: 2 / 3,
      recall: 1,
      falseAnswers: { overall: 1 / 2, byKind: { other: 0, near: 1 } },
    })
  })
  it('cuts the phrasings', () => {
    const asked = { ...set, queries: [{ text: 'I want my money back', expected: 'refund', kind: 'in' }] }
    expect(evaluateFaq(asked).recall).toBe(1)
    expect(evaluateFaq(asked, { alternatives: 0 }).recall).toBe(0)
  })
  it('refuses another format', () => expect(() => evaluateFaq({ rows: [] })).toThrow(/entries/))
})

const folder = new URL('../../../shared/data/faq/', import.meta.url)
/** Floors a little under what was measured; see docs/decisions/faq-matching.md. */
const floors = [
  { file: 'zh-loan', alternatives: 3, precision: 0.9, recall: 0.62, top3: 0.96 },
  { file: 'zh-life', alternatives: 0, precision: 0.88, recall: 0.95, top3: 0.98 },
  { file: 'en-bank', alternatives: 3, precision: 0.86, recall: 0.52, top3: 0.84 },
  { file: 'en-assist', alternatives: 0, precision: 0.72, recall: 0.42, top3: 0.8 },
]
describe.skipIf(!existsSync(folder))('on real questions', () => {
  it.each(floors)('$file with $alternatives alternatives', ({ file, alternatives, precision, recall, top3 }) => {
    const score = evaluateFaq(JSON.parse(readFileSync(new URL(`${file}.json`, folder), 'utf8')), { alternatives })
    expect(score.precision).toBeGreaterThanOrEqual(precision)
    expect(score.recall).toBeGreaterThanOrEqual(recall)
    expect(score.top3).toBeGreaterThanOrEqual(top3)
    expect(score.falseAnswers.byKind.chatter).toBeLessThanOrEqual(0.01)
  })
})
