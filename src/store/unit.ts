/**
 * The unit of work: what the features of one batch remember is merged in memory and written in a few many-row
 * statements before the batch's one commit (Fowler, Patterns of Enterprise Application Architecture, 2002).
 */
import type { Cell, Database, Journal, RecordSpec, Records, Row, Tables, Tallies } from '../core/tables.ts'
import type { MaybePromise } from '../core/words.ts'
import { type Buffer, type Gate, JournalBuffer, RecordCache, TallyBuffer } from './buffers.ts'
import type { Store } from './driver.ts'

export class Unit implements Tables {
  readonly store: Store
  readonly #buffers = new Map<string, Buffer>()
  #open: Database | undefined
  #writing = false
  readonly #born = new Set<string>()
  readonly #forgets: (() => void)[] = []

  constructor(store: Store) {
    this.store = store
  }

  /** Runs `work` in one transaction and writes what it left pending; on any error nothing of it remains. */
  async run<T>(work: () => MaybePromise<T>): Promise<T> {
    try {
      const result = await this.store.db.transaction().execute(async (open) => {
        this.#open = open
        const value = await work()
        await this.#flush()
        return value
      })
      for (const buffer of this.#buffers.values()) buffer.committed()
      return result
    } catch (error) {
      for (const buffer of this.#buffers.values()) buffer.rolledBack()
      for (const forget of this.#forgets) forget()
      throw error
    } finally {
      this.#open = undefined
      this.#writing = false
      this.#born.clear()
    }
  }

  /** Writes are refused outside: a handler only decides. */
  writing<T>(save: () => T): T {
    this.#writing = true
    const done = () => {
      this.#writing = false
    }
    let saved: T
    try {
      saved = save()
    } catch (error) {
      done()
      throw error
    }
    if (!(saved instanceof Promise)) {
      done()
      return saved
    }
    return saved.finally(done) as T
  }

  async sql(reads?: readonly string[]): Promise<Database> {
    await this.#flush(reads)
    return this.#transaction()
  }

  records<R extends Row, K extends keyof R & string>(spec: RecordSpec<R, K>): Records<R, K> {
    return this.#buffer(`records ${spec.table}`, () => new RecordCache<R, K>(this.#gate, spec))
  }
  tallies<R extends Row, K extends keyof R & string>(spec: {
    readonly table: string
    readonly key: readonly K[]
    readonly sums: readonly Exclude<keyof R & string, K>[]
  }): Tallies<R, K> {
    return this.#buffer(`tallies ${spec.table}`, () => new TallyBuffer<R, K>(this.#gate, spec))
  }
  journal<R extends Row>(table: string, columns: readonly (keyof R & string)[]): Journal<R> {
    return this.#buffer(`journal ${table}`, () => new JournalBuffer<R>(this.#gate, table, columns))
  }

  born(id: string): void {
    this.#born.add(id)
  }
  rolledBack(forget: () => void): void {
    this.#forgets.push(forget)
  }

  readonly #gate: Gate = {
    lookup: (sql: string, parameters: readonly Cell[]) =>
      this.store.driver.lookup(this.#transaction(), sql, parameters),
    write: (sql: string, parameters: readonly Cell[]) => this.store.driver.write(this.#transaction(), sql, parameters),
    parameter: (n: number) => this.store.driver.parameter(n),
    isBorn: (id) => this.#born.size > 0 && this.#born.has(id),
    mayWrite: () => {
      if (!this.#writing) throw new Error('a feature wrote outside of save')
    },
  }

  #buffer<B extends Buffer>(name: string, make: () => B): B {
    const known = this.#buffers.get(name)
    if (known) return known as B
    const made = make()
    this.#buffers.set(name, made)
    return made
  }
  async #flush(tables?: readonly string[]): Promise<void> {
    for (const buffer of this.#buffers.values())
      if (buffer.pending && (tables === undefined || tables.includes(buffer.table))) await buffer.flush()
  }
  #transaction(): Database {
    if (!this.#open) throw new Error('tables are used outside of a transaction')
    return this.#open
  }
}
