/** Many-row inserts in few sizes, so that each table needs only a handful of prepared statements. */
import type { Cell, Row } from '../core/tables.ts'
import type { Gate } from './buffers.ts'

/** Table and column names are ours, never a user's. */
export const name = (word: string) => `"${word}"`

const chunks = [64, 16, 4, 1] as const
const texts = new Map<string, string>()

/** Inserts rows in order; `conflict` is the `on conflict` clause or nothing. */
export async function inserts(
  gate: Gate,
  table: string,
  columns: readonly string[],
  rows: readonly Row[],
  conflict: string,
): Promise<void> {
  let at = 0
  for (const size of chunks) {
    for (; rows.length - at >= size; at += size) {
      const written = gate.write(text(gate, table, columns, size, conflict), values(columns, rows, at, size))
      if (written instanceof Promise) await written
    }
  }
}

function values(columns: readonly string[], rows: readonly Row[], at: number, size: number): Cell[] {
  const cells: Cell[] = []
  for (let n = at; n < at + size; n++) {
    const row = rows[n] as Row
    for (const column of columns) cells.push(row[column] ?? null)
  }
  return cells
}

function text(gate: Gate, table: string, columns: readonly string[], size: number, conflict: string): string {
  const known = `${gate.parameter(1)} ${table} ${size} ${conflict}`
  const kept = texts.get(known)
  if (kept) return kept
  let n = 0
  const rows = Array.from({ length: size }, () => `(${columns.map(() => gate.parameter(++n)).join(', ')})`)
  const made = `insert into ${name(table)} (${columns.map(name).join(', ')}) values ${rows.join(', ')} ${conflict}`
  texts.set(known, made)
  return made
}
