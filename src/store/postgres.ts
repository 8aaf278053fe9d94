/** PostgreSQL through pg. */
import { CompiledQuery, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Database, Row } from '../core/tables.ts'
import type { Store } from './driver.ts'

const int8 = 20
/** Every bigint of ours is a count or epoch milliseconds, far below 2^53. */
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === int8 ? Number : pg.types.getTypeParser(oid, format as 'text'),
}

export function openPostgres(url: string): Store {
  const pool = new pg.Pool({ connectionString: url, max: 5, types: types as pg.CustomTypesConfig })
  // An idle connection went away; the next query opens another.
  pool.on('error', (error) => process.emitWarning(`database connection lost: ${error.message}`))
  // One that is lent out says so to the query as well; without a listener its loss would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined))
  const db: Database = new Kysely({ dialect: new PostgresDialect({ pool }) })
  const run = (open: Database, sql: string, parameters: readonly unknown[]) =>
    open.executeQuery<Row>(CompiledQuery.raw(sql, [...parameters]))
  const { host, pathname } = new URL(url)
  return {
    db,
    reader: db,
    place: `${host}${pathname}`,
    driver: {
      dialect: 'postgres',
      parameter: (n) => `$${n}`,
      lookup: async (open, sql, parameters) => (await run(open, sql, parameters)).rows[0],
      write: run,
    },
    close: () => db.destroy(),
  }
}
