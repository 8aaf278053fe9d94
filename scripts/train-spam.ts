/**
 * Trains the text model on labelled messages and writes `data/models/spam/model.bin`:
 *
 *   npm run train:spam -- FILE.jsonl [--out DIR]
 *
 * A line is `{"text","label":"spam"|"ham","lang","source"}`. Deterministic: the same file gives the same bytes.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { encode } from '../src/features/moderation/model/file.ts'
import { calibrationOf, unseenOdds } from './spam/calibrate.ts'
import { readSet } from './spam/data.ts'
import { buckets, markScale, rowOf, trained, usual } from './spam/fit.ts'
import { quantise } from './spam/quantise.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string', default: 'data/models/spam' } },
})
const [file] = positionals
if (file === undefined) throw new Error('which file of labelled messages?')

const examples = readSet(file)
const rows = examples.map(({ text }) => rowOf(text))
const odds = unseenOdds(examples, rows, usual, 4)
const weights = trained(examples, rows, usual)
const { scale, bytes } = quantise(weights)
const messages = Object.fromEntries(
  [...Map.groupBy(examples, ({ source }) => source)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([source, some]) => [source, some.length]),
)
const header = {
  format: 1 as const,
  buckets,
  scale,
  bias: Number(weights.bias.toFixed(5)),
  markScale,
  calibration: calibrationOf(examples, rows, odds, () => true),
  trained: { seed: usual.seed, messages },
}
mkdirSync(values.out, { recursive: true })
writeFileSync(`${values.out}/model.bin`, encode({ header, bytes }))
process.stdout.write(`${JSON.stringify(header, undefined, 1)}\n`)
