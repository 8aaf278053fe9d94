/** The weights that matter most, as a table of bytes. */
import { tableOf, type WeightTable } from '../../src/features/moderation/model/table.ts'
import type { Weights } from './fit.ts'
import type { Rows } from './vocabulary.ts'

/** As many as half a megabyte holds, with room for the header. */
export const slots = 260_000
/** Beyond so many, more say nothing new about messages that were left out. */
const mostFeatures = 230_000
/** The largest few are cut, so that a byte's step is small enough for the rest. */
const uncut = 0.9995

export function packed({ table }: Weights, { hashes, counts }: Rows): { scale: number; table: WeightTable } {
  const sizes = table
    .filter((weight) => weight !== 0)
    .map(Math.abs)
    .sort()
  const scale = Number(((sizes[Math.floor(sizes.length * uncut)] ?? 1) / 127).toPrecision(6))
  const matters = (place: number) => Math.abs(table[place] as number) * Math.sqrt(counts[place] as number)
  const weighed = [...hashes]
    .map((hash, place) => ({
      hash,
      weight: Math.max(-127, Math.min(127, Math.round((table[place] as number) / scale))),
      matters: matters(place),
    }))
    .filter(({ weight }) => weight !== 0)
    .sort((a, b) => b.matters - a.matters)
    .slice(0, mostFeatures)
  return { scale, table: tableOf(slots, weighed).table }
}
