/** Takes from a library in an order that looks random, differs from group to group, and repeats nothing in a round. */
import { createHash } from 'node:crypto'
import type { Entry } from './config.ts'
import type { RotationRow } from './store.ts'

export interface Picked {
  readonly entry: Entry
  /** The row to keep once it is posted. */
  readonly row: RotationRow
}

/**
 * The next entry. A round ends when every entry of the library has been used; the next begins in another order, and not
 * with the entry that was last. Entries added in the middle of a round come in it; those taken out are forgotten.
 */
export function pickNext(entries: readonly Entry[], row: RotationRow): Picked | undefined {
  const used = readUsed(row.used)
  const open = entries.filter((entry) => !used.includes(entry.id))
  if (open.length > 0) return take(open, used, row)
  const last = used.at(-1)
  const others = entries.filter((entry) => entry.id !== last)
  return take(others.length > 0 ? others : entries, [], { ...row, round: row.round + 1 })
}

function take(open: readonly Entry[], used: readonly string[], row: RotationRow): Picked | undefined {
  const [entry] = open.toSorted((a, b) => (rank(row, a) < rank(row, b) ? -1 : 1))
  return entry && { entry, row: { ...row, used: JSON.stringify([...used, entry.id]) } }
}

/** An order by hash is a shuffle with the group, the library and the round as its seed. */
const rank = ({ group_id, library, round }: RotationRow, entry: Entry) =>
  createHash('sha256').update([group_id, library, round, entry.id].join('\0')).digest('hex')

function readUsed(raw: string): readonly string[] {
  const value: unknown = JSON.parse(raw)
  return Array.isArray(value) ? value.map(String) : []
}
