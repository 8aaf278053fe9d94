/** Weights as signed bytes. */
import type { Weights } from './fit.ts'

/** The largest few are cut, so that a byte's step is small enough for the rest. */
const kept = 0.9995

export function quantise({ table }: Weights): { scale: number; bytes: Int8Array } {
  const sizes = table
    .filter((weight) => weight !== 0)
    .map(Math.abs)
    .sort()
  const most = sizes[Math.floor(sizes.length * kept)] ?? 1
  const scale = Number((most / 127).toPrecision(6))
  return { scale, bytes: Int8Array.from(table, (weight) => Math.max(-127, Math.min(127, Math.round(weight / scale)))) }
}
