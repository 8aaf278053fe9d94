/** Pending writes of three shapes: rows replaced by key, sums by key, rows only added. */
import type { Cell, Journal, RecordSpec, Records, Row, Tallies } from '../core/tables.ts'
import type { MaybePromise } from '../core/words.ts'
import { inserts, name } from './statements.ts'

export interface Gate {
  lookup(sql: string, parameters: readonly Cell[]): MaybePromise<Row | undefined>
  write(sql: string, parameters: readonly Cell[]): MaybePromise<unknown>
  parameter(n: number): string
  mayWrite(): void
}
export interface Buffer {
  readonly pending: boolean
  flush(): Promise<void>
  committed(): void
  rolledBack(): void
}

const keptRows = 20_000
/** Joins the parts of a key; keys of several parts are made of our own ids and day names, which never hold it. */
const seam = '\u001f'
const keyOf = (key: readonly string[], row: Readonly<Record<string, Cell | undefined>>): string => {
  const first = key[0] as string
  if (key.length === 1) return String(row[first])
  let joined = String(row[first])
  for (let n = 1; n < key.length; n++) joined += seam + row[key[n] as string]
  return joined
}

export class RecordCache<R extends Row, K extends keyof R & string> implements Records<R, K>, Buffer {
  readonly #gate: Gate
  readonly #spec: RecordSpec<R, K>
  /** undefined where the database is known to have no such row. */
  readonly #rows = new Map<string, R | undefined>()
  readonly #unwritten = new Set<string>()
  readonly #touched = new Set<string>()
  readonly #dropped = new Map<string, Pick<R, K>>()
  readonly #columns: readonly string[]
  readonly #select: string
  readonly #delete: string

  constructor(gate: Gate, spec: RecordSpec<R, K>) {
    this.#gate = gate
    this.#spec = spec
    this.#columns = [...spec.key, ...Object.keys(spec.empty)]
    const where = spec.key.map((column, n) => `${name(column)} = ${gate.parameter(n + 1)}`).join(' and ')
    this.#select = `select ${this.#columns.map(name).join(', ')} from ${name(spec.table)} where ${where}`
    this.#delete = `delete from ${name(spec.table)} where ${where}`
  }

  get pending() {
    return this.#unwritten.size > 0 || this.#dropped.size > 0
  }

  find(key: Pick<R, K>): MaybePromise<R | undefined> {
    const joined = keyOf(this.#spec.key, key)
    const known = this.#rows.get(joined)
    if (known !== undefined || this.#rows.has(joined)) return known
    const found = this.#gate.lookup(
      this.#select,
      this.#spec.key.map((column) => key[column]),
    )
    return found instanceof Promise ? found.then((row) => this.#learn(joined, row)) : this.#learn(joined, found)
  }
  get(key: Pick<R, K>): MaybePromise<R> {
    const found = this.find(key)
    return found instanceof Promise ? found.then((row) => row ?? this.#fresh(key)) : (found ?? this.#fresh(key))
  }
  put(row: R): void {
    this.#gate.mayWrite()
    const joined = keyOf(this.#spec.key, row)
    this.#rows.delete(joined) // to the end: the cache forgets from the front
    this.#rows.set(joined, row)
    this.#unwritten.add(joined)
    this.#touched.add(joined)
    this.#dropped.delete(joined)
  }
  drop(key: Pick<R, K>): void {
    this.#gate.mayWrite()
    const joined = keyOf(this.#spec.key, key)
    this.#rows.set(joined, undefined)
    this.#unwritten.delete(joined)
    this.#touched.add(joined)
    this.#dropped.set(joined, key)
  }

  async flush(): Promise<void> {
    for (const key of this.#dropped.values())
      await this.#gate.write(
        this.#delete,
        this.#spec.key.map((column) => key[column]),
      )
    this.#dropped.clear()
    const rows: R[] = []
    for (const joined of this.#unwritten) rows.push(this.#rows.get(joined) as R)
    this.#unwritten.clear()
    const keys: readonly string[] = this.#spec.key
    const rest = this.#columns.filter((column) => !keys.includes(column))
    const update = rest.map((column) => `${name(column)} = excluded.${name(column)}`).join(', ')
    const conflict = `on conflict (${keys.map(name).join(', ')}) do ${update ? `update set ${update}` : 'nothing'}`
    await inserts(this.#gate, this.#spec.table, this.#columns, rows, conflict)
  }
  committed(): void {
    this.#touched.clear()
    const keep = this.#spec.cache ?? keptRows
    for (const joined of this.#rows.keys()) {
      if (this.#rows.size <= keep) break
      this.#rows.delete(joined)
    }
  }
  rolledBack(): void {
    for (const joined of this.#touched) this.#rows.delete(joined)
    this.#touched.clear()
    this.#unwritten.clear()
    this.#dropped.clear()
  }

  #learn(joined: string, row: Row | undefined): R | undefined {
    if (!this.#rows.has(joined)) this.#rows.set(joined, row as R | undefined)
    return this.#rows.get(joined)
  }
  #fresh(key: Pick<R, K>): R {
    return { ...key, ...this.#spec.empty } as R
  }
}

export class TallyBuffer<R extends Row, K extends keyof R & string> implements Tallies<R, K>, Buffer {
  readonly #gate: Gate
  readonly #spec: { readonly table: string; readonly key: readonly K[]; readonly sums: readonly string[] }
  readonly #rows = new Map<string, Row>()
  constructor(
    gate: Gate,
    spec: {
      readonly table: string
      readonly key: readonly K[]
      readonly sums: readonly Exclude<keyof R & string, K>[]
    },
  ) {
    this.#gate = gate
    this.#spec = spec
  }
  get pending() {
    return this.#rows.size > 0
  }
  add(key: Pick<R, K>, by: Partial<Record<Exclude<keyof R, K>, number>>): void {
    this.#gate.mayWrite()
    const joined = keyOf(this.#spec.key, key)
    let row = this.#rows.get(joined)
    if (!row) {
      row = { ...key }
      for (const column of this.#spec.sums) row[column] = 0
      this.#rows.set(joined, row)
    }
    for (const [column, more] of Object.entries(by as Record<string, number>))
      row[column] = (row[column] as number) + more
  }
  async flush(): Promise<void> {
    const { table, key, sums } = this.#spec
    const rows = [...this.#rows.values()]
    this.#rows.clear()
    const update = sums.map((column) => `${name(column)} = ${name(table)}.${name(column)} + excluded.${name(column)}`)
    const conflict = `on conflict (${key.map(name).join(', ')}) do update set ${update.join(', ')}`
    await inserts(this.#gate, table, [...key, ...sums], rows, conflict)
  }
  committed(): void {
    this.#rows.clear()
  }
  rolledBack(): void {
    this.#rows.clear()
  }
}

export class JournalBuffer<R extends Row> implements Journal<R>, Buffer {
  readonly #gate: Gate
  readonly #table: string
  readonly #columns: readonly string[]
  #rows: R[] = []
  constructor(gate: Gate, table: string, columns: readonly (keyof R & string)[]) {
    this.#gate = gate
    this.#table = table
    this.#columns = columns
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
    await inserts(this.#gate, this.#table, this.#columns, rows, '')
  }
  committed(): void {
    this.#rows = []
  }
  rolledBack(): void {
    this.#rows = []
  }
}
