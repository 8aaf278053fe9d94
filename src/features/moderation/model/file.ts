/**
 * The model's file: one line of JSON that says what it is, then the table of weights. Small, and the same bytes from the
 * same training.
 */
import { z } from 'zod'
import { InnkeeperError } from '../../../core/errors.ts'
import { languages } from './language.ts'
import { WeightTable } from './table.ts'

const rungs = z.array(z.tuple([z.number(), z.number()])).min(2)
const headerSchema = z.strictObject({
  format: z.literal(2),
  /** How many features the table has room for. */
  slots: z.int().positive(),
  /** What a step of a weight counts for. */
  scale: z.number().positive(),
  bias: z.number(),
  /** What a mark counts for beside the runs and words together. */
  markScale: z.number().positive(),
  /**
   * For each language: share of harmless messages left out of training that score higher → the score (log-odds) above
   * which they do; by falling share.
   */
  calibration: z.record(z.enum(languages), rungs),
  /** Sources and numbers of messages it was trained on, and the seed. */
  trained: z.strictObject({ seed: z.int(), messages: z.record(z.string(), z.int()) }),
})
export type Header = z.output<typeof headerSchema>
export interface ModelFile {
  readonly header: Header
  readonly table: WeightTable
}

export function encode({ header, table }: ModelFile): Buffer {
  return Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), table.entries])
}

/** @throws InnkeeperError moderation/no-model where the file is not what `encode` makes. */
export function decode(file: Buffer, place: string): ModelFile {
  const end = file.indexOf(10)
  try {
    const header = headerSchema.parse(JSON.parse(file.subarray(0, end).toString('utf8')))
    const entries = Uint8Array.from(file.subarray(end + 1))
    if (entries.length !== header.slots * 2) throw new RangeError(`${entries.length / 2} slots, not ${header.slots}`)
    return { header, table: new WeightTable(entries) }
  } catch (cause) {
    throw new InnkeeperError('moderation/no-model', { place, detail: String(cause), cause })
  }
}
