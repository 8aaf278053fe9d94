/**
 * Finds the weights in `src/text/weights.ts` from question sets and shows how they hold on a set they have not seen:
 *
 *   node scripts/calibrate-faq.ts [--fit] FILE.json…
 *
 * With --fit only the weights, from all sets: leaving each out takes that many times as long.
 * Each set is also cut to smaller desks and fewer phrasings, so that the weights serve a desk of five as well as one of
 * a hundred: a question whose entry is cut away is one that must not be answered. Deterministic.
 */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { questionSet } from '../src/text/evaluate-faq.ts'
import { mannerNames } from '../src/text/manner.ts'
import { measureNames } from '../src/text/measures.ts'
import { casesOf } from './faq/cases.ts'
import { fitted } from './faq/fit.ts'
import { decidedOf, modelOf, resultsOf, tableOf } from './faq/report.ts'

const thresholds = [0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7]
/** What a set counts for; a short one less, so that its few queries do not outweigh hundreds. */
const massOf = (queries: number) => (queries < 200 ? 100 : 1000)

const given = process.argv.slice(2)
const files = given.filter((one) => one !== '--fit')
if (files.length < 2) {
  console.error('usage: calibrate-faq.ts [--fit] FILE.json FILE.json …')
  process.exit(2)
}
const sets = files.map((file) => ({
  file: basename(file, '.json'),
  set: questionSet.parse(JSON.parse(readFileSync(file, 'utf8'))),
}))
const cases = sets.flatMap((one) => casesOf(one, massOf(one.set.queries.length), sets))
for (const left of given.includes('--fit') ? [] : files.map((file) => basename(file, '.json'))) {
  const weights = fitted(cases.filter(({ file, from }) => file !== left && from !== left))
  for (const whole of ['all', 'canonical'] as const) {
    const seen = cases.filter((one) => one.file === left && one.whole === whole)
    if (seen.length > 0)
      console.log(`${left} left out, phrasings: ${whole}: ${tableOf(resultsOf(weights, seen), thresholds)}`)
  }
  const { set } = sets.find(({ file }) => file === left) ?? {}
  if (set) console.log(decidedOf(set, modelOf(weights)))
}
const final = fitted(cases)
const shown = (names: readonly string[], from: number) =>
  names.map((name, at) => `  ${(final[from + at] ?? 0).toFixed(3)}, // ${name}`).join('\n')
console.log(`likeness\n${shown(measureNames, 0)}\nanswerable\n${shown(mannerNames, measureNames.length)}`)
