/**
 * Trains the text model on labelled messages and writes `data/models/spam/model.bin`:
 *
 *   npm run train:spam -- FILE.jsonl [--out DIR] [--without SOURCE] [--hold SHARE]
 *
 * A line is `{"text","label":"spam"|"ham","lang","source"}`. Deterministic: the same file gives the same bytes.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { encode } from '../src/features/moderation/model/file.ts'
import { augmented } from './spam/augment.ts'
import { calibrationOf, unseenOdds } from './spam/calibrate.ts'
import { type Example, readSet, shareOf } from './spam/data.ts'
import { madeUp } from './spam/expand.ts'
import { markScale, trained, usual } from './spam/fit.ts'
import { packed, slots } from './spam/pack.ts'
import { rowsOf } from './spam/vocabulary.ts'
import { written } from './spam/written.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: 'data/models/spam' },
    /** Leaves a source out, or a share of every source (by a hash of the text), to be measured on. */
    without: { type: 'string' },
    hold: { type: 'string', default: '0' },
  },
})
const [file] = positionals
if (file === undefined) throw new Error('which file of labelled messages?')

/** Of each kind and language that the grammars make up. */
const made = 5000
const madeWeight = 0.08
/** Share of messages that are trained on a second time with a trick. */
const tricked = 0.8
const folds = 4

const all = readSet(file)
const isHeld = (one: Example) => one.source === values.without || shareOf(one.text) < Number(values.hold)
const real = all.filter((one) => !isHeld(one))
const ours = written()
const examples = augmented([...real, ...ours, ...madeUp(made, 5, madeWeight)], tricked, 11)
const rows = rowsOf(examples)
const originals = new Set(real)
const odds = unseenOdds(examples, rows, usual, folds)
const weights = trained(examples, rows.rows, rows.hashes.length, usual)
const { scale, table } = packed(weights, rows)
const messages = Object.fromEntries(
  [...Map.groupBy([...real, ...ours], ({ source }) => source)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([source, some]) => [source, some.length]),
)
const header = {
  format: 2 as const,
  slots,
  scale,
  bias: Number(weights.bias.toFixed(5)),
  markScale,
  calibration: calibrationOf(examples, rows.rows, odds, (one) => originals.has(one)),
  trained: { seed: usual.seed, messages },
}
mkdirSync(values.out, { recursive: true })
writeFileSync(`${values.out}/model.bin`, encode({ header, table }))
const held = all
  .filter(isHeld)
  .map(({ text, spam, lang, source }) => ({ text, label: spam ? 'spam' : 'ham', lang, source }))
if (held.length > 0) writeFileSync(`${values.out}/held.jsonl`, held.map((one) => `${JSON.stringify(one)}\n`).join(''))
process.stdout.write(`${JSON.stringify(header, undefined, 1)}\n`)
