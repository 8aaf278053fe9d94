/** Pending writes of three shapes: rows replaced by key, sums by key, rows only added. */
import type { Cell, Journal, RecordSpec, Records, Row, Tallies } from '../core/tables.ts'
import type { MaybePromise } from '../core/words.ts'
import { Insert, name } from './statements.ts'

export interface Gate {
  lookup(sql: string, parameters: readonly Cell[]): MaybePromise<Row | undefined>
  write(sql: string, parameters: readonly Cell[]): MaybePromise<unknown>
  parameter(n: number): string
  isBorn(id: string): boolean
  mayWrite(): void
}
export interface Buffer {
  readonly table: string
  readonly pending: boolean
  flush(): Promise<void>
  committed(): void
  rolledBack(): void
}

const keptRows = 30_000
/** Joins the parts of a key; keys of several parts are made of our own ids and day names, which never hold it. */
const seam = '\u001f'
/**
 * Of one event, several tables are asked about the same member of the same group: the key is joined once, and so hashed
 * once.
 */
let before: readonly [first: unknown, second: unknown, joined: string] = ['', '', seam]
function joinedPair(first: Cell | undefined, second: Cell | undefined): string {
  if (first === before[0] && second === before[1]) return before[2]
  const joined = `${first}${seam}${second}`
  before = [first, second, joined]
  return joined
}
const keyOf = (key: readonly string[], row: Readonly<Record<string, Cell | undefined>>): string => {
  const first = row[key[0] as string]
  if (key.length === 1) return String(first)
  let joined = joinedPair(first, row[key[1] as string])
  for (let n = 2; n < key.length; n++) joined += seam + row[key[n] as string]
  return joined
}
/** A row with all its columns, to be copied: a copy of one object is made many times faster than one of two. */
const blankOf = (key: readonly string[], rest: Readonly<Row>): Row => ({
  ...Object.fromEntries(key.map((column) => [column, ''])),
  ...rest,
})
function withKey(blank: Row, key: readonly string[], values: Readonly<Record<string, Cell | undefined>>): Row {
  const row = { ...blank }
  for (const column of key) row[column] = values[column] as Cell
  return row
}
const onKey = (key: readonly string[]) => `on conflict (${key.map(name).join(', ')}) do`

/** A cached row; `row` is undefined where the database is known to have none. */
interface Slot<R> {
  readonly joined: string
  row: R | undefined
  /** Differs from the database. */
  pending: boolean
  /** Changed in the open transaction. */
  touched: boolean
  /** Asked for since the cache was last thinned. */
  used: boolean
}

export class RecordCache<R extends Row, K extends keyof R & string> implements Records<R, K>, Buffer {
  readonly #gate: Gate
  readonly #spec: RecordSpec<R, K>
  readonly #blank: Row
  readonly #slots = new Map<string, Slot<R>>()
  #touched: Slot<R>[] = []
  #unwritten: Slot<R>[] = []
  #dropped: { readonly slot: Slot<R>; readonly key: Pick<R, K> }[] = []
  readonly #insert: Insert
  readonly #select: string
  readonly #delete: string
  /** The key's column that may hold somebody's name who was born in this batch. */
  readonly #whose: string | undefined

  constructor(gate: Gate, spec: RecordSpec<R, K>) {
    this.#gate = gate
    this.#spec = spec
    this.#blank = blankOf(spec.key, spec.empty as Row)
    this.#whose = spec.key.find((column) => column === 'member_id' || column === 'account')
    const rest = Object.keys(spec.empty)
    const columns = [...spec.key, ...rest]
    const update = rest.map((column) => `${name(column)} = excluded.${name(column)}`).join(', ')
    const where = spec.key.map((column, n) => `${name(column)} = ${gate.parameter(n + 1)}`).join(' and ')
    this.#insert = new Insert(
      gate,
      spec.table,
      columns,
      `${onKey(spec.key)} ${update ? `update set ${update}` : 'nothing'}`,
    )
    this.#select = `select ${columns.map(name).join(', ')} from ${name(spec.table)} where ${where}`
    this.#delete = `delete from ${name(spec.table)} where ${where}`
  }

  get table() {
    return this.#spec.table
  }
  get pending() {
    return this.#unwritten.length > 0 || this.#dropped.length > 0
  }

  find(key: Pick<R, K>): MaybePromise<R | undefined> {
    const joined = keyOf(this.#spec.key, key)
    const slot = this.#slots.get(joined)
    if (slot) {
      slot.used = true
      return slot.row
    }
    if (this.#whose !== undefined && this.#gate.isBorn(String((key as Row)[this.#whose])))
      return this.#learn(joined, undefined)
    const found = this.#gate.lookup(this.#select, this.#cells(key))
    return found instanceof Promise ? found.then((row) => this.#learn(joined, row)) : this.#learn(joined, found)
  }
  get(key: Pick<R, K>): MaybePromise<R> {
    const found = this.find(key)
    return found instanceof Promise ? found.then((row) => row ?? this.#fresh(key)) : (found ?? this.#fresh(key))
  }
  put(row: R): void {
    this.#gate.mayWrite()
    const slot = this.#slot(row)
    slot.row = row
    if (!slot.pending) this.#unwritten.push(slot)
    slot.pending = true
  }
  drop(key: Pick<R, K>): void {
    this.#gate.mayWrite()
    const slot = this.#slot(key)
    slot.row = undefined
    slot.pending = false
    this.#dropped.push({ slot, key })
  }

  async flush(): Promise<void> {
    for (const { slot, key } of this.#dropped.splice(0)) {
      if (slot.row !== undefined) continue // put again since: the insert replaces it
      const gone = this.#gate.write(this.#delete, this.#cells(key))
      if (gone instanceof Promise) await gone
    }
    const rows: R[] = []
    for (const slot of this.#unwritten) {
      if (slot.pending) rows.push(slot.row as R)
      slot.pending = false
    }
    this.#unwritten = []
    await this.#insert.rows(rows)
  }
  committed(): void {
    for (const slot of this.#touched) slot.touched = false
    this.#touched = []
    this.#thin(this.#spec.cache ?? keptRows)
  }
  /** All of it goes: rows read in that transaction may be those it wrote through `sql()`. */
  rolledBack(): void {
    this.#slots.clear()
    this.#touched = []
    this.#unwritten = []
    this.#dropped = []
  }

  #cells(key: Pick<R, K>): Cell[] {
    return this.#spec.key.map((column) => key[column])
  }
  #slot(key: Pick<R, K>): Slot<R> {
    const joined = keyOf(this.#spec.key, key)
    let slot = this.#slots.get(joined)
    if (!slot) {
      slot = { joined, row: undefined, pending: false, touched: false, used: true }
      this.#slots.set(joined, slot)
    }
    if (!slot.touched) this.#touched.push(slot)
    slot.touched = true
    return slot
  }
  #learn(joined: string, row: Row | undefined): R | undefined {
    const known = this.#slots.get(joined)
    if (known) return known.row // put while the database was asked
    this.#slots.set(joined, { joined, row: row as R | undefined, pending: false, touched: false, used: false })
    return row as R | undefined
  }
  #fresh(key: Pick<R, K>): R {
    return withKey(this.#blank, this.#spec.key, key) as R
  }
  /** Second chance (Corbato, 1968): the oldest go first, those asked for since the last round stay for another. */
  #thin(keep: number): void {
    for (const slot of this.#slots.values()) {
      if (this.#slots.size <= keep) return
      this.#slots.delete(slot.joined)
      if (slot.used && keep > 0) {
        slot.used = false
        this.#slots.set(slot.joined, slot)
      }
    }
  }
}

interface TallySpec {
  readonly table: string
  readonly key: readonly string[]
  readonly sums: readonly string[]
}
/** Rows lie flat, cell by cell, as they are written: there are two of them for every message. */
export class TallyBuffer<R extends Row, K extends keyof R & string> implements Tallies<R, K>, Buffer {
  readonly #gate: Gate
  readonly #spec: TallySpec
  readonly #insert: Insert
  readonly #width: number
  /** Where a row begins among the cells. */
  readonly #places = new Map<string, number>()
  #cells: Cell[] = []

  constructor(gate: Gate, spec: TallySpec) {
    this.#gate = gate
    this.#spec = spec
    const { table, key, sums } = spec
    this.#width = key.length + sums.length
    const update = sums.map((column) => `${name(column)} = ${name(table)}.${name(column)} + excluded.${name(column)}`)
    this.#insert = new Insert(gate, table, [...key, ...sums], `${onKey(key)} update set ${update.join(', ')}`)
  }
  get table() {
    return this.#spec.table
  }
  get pending() {
    return this.#cells.length > 0
  }
  add(key: Pick<R, K>, by: Partial<Record<Exclude<keyof R, K>, number>>): void {
    this.#gate.mayWrite()
    const { sums } = this.#spec
    const first = this.#place(key) + this.#width - sums.length
    for (let n = 0; n < sums.length; n++) {
      const more = (by as Readonly<Record<string, number | undefined>>)[sums[n] as string]
      if (more !== undefined) this.#cells[first + n] = (this.#cells[first + n] as number) + more
    }
  }
  #place(key: Pick<R, K>): number {
    const joined = keyOf(this.#spec.key, key)
    const known = this.#places.get(joined)
    if (known !== undefined) return known
    const made = this.#cells.length
    for (const column of this.#spec.key) this.#cells.push((key as Row)[column] as Cell)
    for (let sum = 0; sum < this.#spec.sums.length; sum++) this.#cells.push(0)
    this.#places.set(joined, made)
    return made
  }
  async flush(): Promise<void> {
    const cells = this.#cells
    this.#empty()
    await this.#insert.cells(cells)
  }
  committed(): void {
    this.#empty()
  }
  rolledBack(): void {
    this.#empty()
  }
  #empty() {
    this.#cells = []
    this.#places.clear()
  }
}

export class JournalBuffer<R extends Row> implements Journal<R>, Buffer {
  readonly #gate: Gate
  readonly table: string
  readonly #insert: Insert
  #rows: R[] = []

  constructor(gate: Gate, table: string, columns: readonly (keyof R & string)[]) {
    this.#gate = gate
    this.table = table
    this.#insert = new Insert(gate, table, columns)
  }
  get pending() {
    return this.#rows.length > 0
  }
  insert(row: R): void {
    this.#gate.mayWrite()
    this.#rows.push(row)
  }
  async flush(): Promise<void> {
    const rows = this.#rows
    this.#rows = []
    await this.#insert.rows(rows)
  }
  committed(): void {
    this.#rows = []
  }
  rolledBack(): void {
    this.#rows = []
  }
}
