/** Many-row inserts in few sizes, so that each table needs only a handful of prepared statements. */
import type { Cell, Row } from '../core/tables.ts'
import type { Gate } from './buffers.ts'

/** Table and column names are ours, never a user's. */
export const name = (word: string) => `"${word}"`

const chunks = [64, 16, 4, 1] as const

/** One table's insert, with an `on conflict` clause or none. */
export class Insert {
  readonly #gate: Gate
  readonly #table: string
  readonly #columns: readonly string[]
  readonly #conflict: string
  readonly #texts = new Map<number, string>()

  constructor(gate: Gate, table: string, columns: readonly string[], conflict = '') {
    this.#gate = gate
    this.#table = table
    this.#columns = columns
    this.#conflict = conflict
  }

  /** In order. */
  rows(rows: readonly Row[]): Promise<void> {
    return this.#chunks(rows.length, (at, size) => this.#values(rows, at, size))
  }
  /** The same of rows whose cells lie one after another, in the order of the columns. */
  cells(cells: readonly Cell[]): Promise<void> {
    const width = this.#columns.length
    return this.#chunks(cells.length / width, (at, size) => cells.slice(at * width, (at + size) * width))
  }
  async #chunks(length: number, values: (at: number, size: number) => Cell[]): Promise<void> {
    let at = 0
    for (const size of chunks)
      for (; length - at >= size; at += size) {
        const written = this.#gate.write(this.#text(size), values(at, size))
        if (written instanceof Promise) await written
      }
  }

  #values(rows: readonly Row[], at: number, size: number): Cell[] {
    const columns = this.#columns
    const cells: Cell[] = new Array(size * columns.length)
    let n = 0
    for (let row = at; row < at + size; row++)
      for (const column of columns) cells[n++] = (rows[row] as Row)[column] ?? null
    return cells
  }
  #text(size: number): string {
    const known = this.#texts.get(size)
    if (known !== undefined) return known
    let n = 0
    const row = () => `(${this.#columns.map(() => this.#gate.parameter(++n)).join(', ')})`
    const values = Array.from({ length: size }, row).join(', ')
    const made = `insert into ${name(this.#table)} (${this.#columns.map(name).join(', ')}) values ${values} ${this.#conflict}`
    this.#texts.set(size, made)
    return made
  }
}
