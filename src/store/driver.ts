/** The little in which the two databases differ, beside Kysely's own dialects. */
import type { Cell, Database, Row } from '../core/tables.ts'
import type { MaybePromise } from '../core/words.ts'

export type DialectName = 'sqlite' | 'postgres'
export interface Driver {
  readonly dialect: DialectName
  /** The n-th parameter, from 1. */
  readonly parameter: (n: number) => string
  /** One row by key, inside the open transaction. */
  lookup(open: Database, sql: string, parameters: readonly Cell[]): MaybePromise<Row | undefined>
  /** One writing statement, inside the open transaction. */
  write(open: Database, sql: string, parameters: readonly Cell[]): MaybePromise<unknown>
}
export interface Store {
  readonly driver: Driver
  /** The one writing connection (or pool). */
  readonly db: Database
  /** For reports beside the engine: sees what is committed, never blocks a writer. */
  readonly reader: Database
  /** Where it is, for people: a path, or a server's host and database without the password. */
  readonly place: string
  close(): Promise<void>
}
