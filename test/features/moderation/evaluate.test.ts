import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { evaluate, evaluateSpam, type Labelled } from '../../../src/features/moderation/evaluate.ts'
import { shipped } from '../../../src/features/moderation/shipped.ts'
import { section } from './section.ts'

const line = (text: string, label: 'spam' | 'ham', source: string, lang = 'en'): Labelled => ({
  text,
  label,
  lang,
  source,
})

test('counts what is flagged, by language and source', () => {
  const rules = section({
    words: [
      { name: 'x', words: ['casino'], score: 0.6 },
      { name: 'y', words: ['jackpot'], score: 0.95 },
    ],
  })
  const lines = [
    line('casino', 'spam', 'a'),
    line('jackpot', 'spam', 'a'),
    line('buy my bike', 'spam', 'b'),
    line('a film set in a casino', 'ham', 'b'),
    line('你好', 'ham', 'c', 'zh'),
    line('see you tomorrow', 'ham', 'b'),
  ]
  const { overall, byLang, bySource, perCpuSecond } = evaluate(lines, rules)
  expect(overall).toEqual({
    n: 6,
    spam: 3,
    precision: 0.66667,
    recall: 0.66667,
    f1: 0.66667,
    fpr: 0.33333,
    act: { precision: 1, recall: 0.33333, f1: 0.5, fpr: 0 },
  })
  expect(byLang.zh).toMatchObject({ n: 1, recall: null, precision: null, fpr: 0 })
  expect(bySource.b).toMatchObject({ n: 3, recall: 0, fpr: 0.5 })
  expect(perCpuSecond).toBeGreaterThan(0)
})
test('what is taught of a source is left out of the figures and helps that source', () => {
  const rules = section({ text: { reach: 'newcomers' } })
  const sale = (n: number) => line(`团长第${n}批鸡蛋到了，要的接龙扣一，明早楼下自提`, 'spam', 'house', 'zh')
  const talk = (n: number) => line(`第${n}章你读完了吗，昨晚读书会讲到哪了`, 'ham', 'house', 'zh')
  const lines = Array.from({ length: 20 }, (_, n) => [sale(n), talk(n)]).flat()
  const fresh = evaluate(lines, rules)
  const taught = evaluate(lines, rules, { learn: 12, seed: 3 })
  expect(taught.learned).toBe(12)
  expect(taught.overall.n).toBe(28)
  expect(taught.overall.recall ?? 0).toBeGreaterThan(fresh.overall.recall ?? 0)
  expect(taught.overall.fpr).toBe(0)
  const without = ({ perCpuSecond: _, ...figures }: typeof taught) => figures
  expect(without(evaluate(lines, rules, { learn: 12, seed: 3 }))).toEqual(without(taught))
})
test('a line that is no labelled message is named', () => {
  const good = JSON.stringify(line('x', 'ham', 'a'))
  expect(() => evaluateSpam(`${good}\n\n{"text":1}`, 'set.jsonl')).toThrow(/set\.jsonl:3/)
  expect(() => evaluateSpam('', 'set.jsonl')).toThrow(/no messages/)
})

/** Real labelled messages that lie beside this repository on the builders' machine; elsewhere there is nothing to measure. */
const labelled = new URL('../../../../shared/data/spam/dev.jsonl', import.meta.url)
describe.skipIf(!existsSync(labelled))('on real labelled messages', () => {
  test('the shipped lists flag few harmless ones, act on none, and are quick', { timeout: 60_000 }, () => {
    const { byLang, perCpuSecond } = evaluateSpam(readFileSync(labelled, 'utf8'), 'dev.jsonl', shipped())
    expect(byLang.zh?.fpr).toBeLessThan(0.004)
    expect(byLang.en?.fpr).toBeLessThan(0.01)
    expect(byLang.zh?.recall).toBeGreaterThan(0.25)
    expect(byLang.en?.recall).toBeGreaterThan(0.12)
    expect(byLang.zh?.act.fpr).toBe(0)
    expect(byLang.en?.act.fpr).toBe(0)
    // Ten thousand and more on a machine that does nothing else; tests share theirs.
    expect(perCpuSecond).toBeGreaterThan(5_000)
  })
})
