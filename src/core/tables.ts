/**
 * How features remember. Three shapes cover the hot path; each is merged in memory and written once per batch, inside
 * the transaction that marks the events seen. Everything rarer goes through `sql()`.
 */
import type { Kysely } from 'kysely'
import type { MaybePromise } from './words.ts'

export type Cell = string | number | null
export type Row = Record<string, Cell>
// biome-ignore lint/suspicious/noExplicitAny: tables are declared by migrations of many features, not in one interface
export type Database = Kysely<any>

export interface RecordSpec<R extends Row, K extends keyof R & string> {
  readonly table: string
  readonly key: readonly K[]
  /** Columns beside the key with the values of a row that is not there yet. */
  readonly empty: Omit<R, K>
  /** How many rows stay cached after a commit; 30,000 unless told otherwise. */
  readonly cache?: number
}
/** Rows read and replaced by key, cached. Treat a row as immutable: put a new one. */
export interface Records<R extends Row, K extends keyof R & string> {
  /** The row, or undefined. A promise only where the database has to be asked. */
  find(key: Pick<R, K>): MaybePromise<R | undefined>
  /** The row, or an empty one. */
  get(key: Pick<R, K>): MaybePromise<R>
  /** In `save` only. */
  put(row: R): void
  /** In `save` only. */
  drop(key: Pick<R, K>): void
}
/** Sums by key, never read on the hot path: `add` costs no read. */
export interface Tallies<R extends Row, K extends keyof R & string> {
  /** In `save` only. Adds to each named column; a new row starts from zero. */
  add(key: Pick<R, K>, by: Partial<Record<Exclude<keyof R, K>, number>>): void
}
/** Rows that are only ever added. */
export interface Journal<R extends Row> {
  /** In `save` only. */
  insert(row: R): void
}

export interface Tables {
  records<R extends Row, K extends keyof R & string>(spec: RecordSpec<R, K>): Records<R, K>
  tallies<R extends Row, K extends keyof R & string>(spec: {
    readonly table: string
    readonly key: readonly K[]
    readonly sums: readonly Exclude<keyof R & string, K>[]
  }): Tallies<R, K>
  /** Nothing is kept of this new member or account yet: in the open batch no table has to be asked for their rows. */
  born(id: string): void
  /** `forget` is called where a batch is rolled back: what was derived from its rows may be of none. */
  rolledBack(forget: () => void): void
  journal<R extends Row>(table: string, columns: readonly (keyof R & string)[]): Journal<R>
  /**
   * The open transaction, after everything pending in this batch has been written to it: for commands and jobs. Where
   * only some tables are read, naming them leaves the rest to be written with the batch.
   */
  sql(reads?: readonly string[]): Promise<Database>
}
