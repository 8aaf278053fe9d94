/** How migrations make tables, the engine's and the features'. */
import { type Kysely, SqliteAdapter, sql } from 'kysely'

export type Columns = Readonly<Record<string, 'text' | 'bigint' | 'double precision'>>

/**
 * Creates a table of not-null columns; text defaults to '' and numbers to 0. In SQLite its rows live in the index of
 * its key (`without rowid`), which is half the pages to write where rows are small, as ours are.
 */
export async function createTable(
  db: Kysely<unknown>,
  table: string,
  columns: Columns,
  key: readonly string[],
): Promise<void> {
  let builder = db.schema.createTable(table)
  for (const [name, type] of Object.entries(columns))
    builder = builder.addColumn(name, type, (column) => column.notNull().defaultTo(type === 'text' ? '' : 0))
  const keyed = builder.addPrimaryKeyConstraint(`${table}_key`, key as never)
  const sqlite = db.getExecutor().adapter instanceof SqliteAdapter
  await (sqlite ? keyed.modifyEnd(sql`without rowid`) : keyed).execute()
}
export const createIndex = (db: Kysely<unknown>, table: string, columns: readonly string[]) =>
  db.schema
    .createIndex(`${table}_by_${columns.join('_')}`)
    .on(table)
    .columns([...columns])
    .execute()
