/**
 * Backups are SQLite files whatever the database is: an online copy that can be looked into with any tool, and
 * restored to either. A restore proves the file first: integrity, migrations, and the same number of rows afterwards.
 */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import SQLite from 'better-sqlite3'
import { InnkeeperError } from '../core/errors.ts'
import type { Cell, Database, Row } from '../core/tables.ts'
import type { Store } from './driver.ts'
import { type Migrations, migrate } from './migrate.ts'
import { isUrl, openStore } from './open.ts'
import { openPostgres } from './postgres.ts'
import { engineMigrations } from './schema.ts'
import { openSqlite } from './sqlite.ts'

export type Counts = Readonly<Record<string, number>>
type Progress = (done: number, total: number) => void
const page = 1000
const bookkeeping = (table: string) => table.startsWith('migrations') || table.startsWith('sqlite_')

/** Copies a database while it is in use; returns the number of rows by table. Throws `backup/exists`. */
export async function backup(
  place: string,
  file: string,
  migrations: readonly Migrations[],
  progress: Progress,
): Promise<Counts> {
  if (existsSync(file)) throw new InnkeeperError('backup/exists', { place: file })
  mkdirSync(dirname(file), { recursive: true })
  const draft = `${file}.part`
  rmSync(draft, { force: true })
  if (isUrl(place)) await copyPostgres(place, draft, migrations, progress)
  else await copySqlite(place, draft, progress)
  renameSync(draft, file)
  return countsOf(file)
}
async function copySqlite(place: string, draft: string, progress: Progress): Promise<void> {
  if (!existsSync(place)) throw new InnkeeperError('cli/no-such-file', { place })
  const from = new SQLite(place, { readonly: true })
  try {
    await from.backup(draft, {
      progress: ({ totalPages, remainingPages }) => {
        progress(totalPages - remainingPages, totalPages)
        return page
      },
    })
  } finally {
    from.close()
  }
  const copy = new SQLite(draft)
  copy.pragma('journal_mode = DELETE') // one file, no companions
  copy.close()
}
async function copyPostgres(
  url: string,
  draft: string,
  migrations: readonly Migrations[],
  progress: Progress,
): Promise<void> {
  const from = openPostgres(url)
  const to = await emptySqlite(draft, migrations)
  try {
    await from.db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute((open: Database) => copyRows(open, to, progress))
  } finally {
    await from.close()
    await to.close()
  }
}
async function emptySqlite(file: string, migrations: readonly Migrations[]): Promise<Store> {
  const store = openSqlite(file)
  await migrate(store, [engineMigrations, ...migrations])
  return store
}

/** Puts a backup in place of an absent or empty database; returns the number of rows by table. */
export async function restore(
  file: string,
  place: string,
  migrations: readonly Migrations[],
  progress: Progress,
): Promise<Counts> {
  const counts = prove(file)
  if (!isUrl(place) && existsSync(place)) throw new InnkeeperError('backup/exists', { place })
  const to = await openStore(place, migrations)
  const from = openSqlite(file)
  try {
    for (const table of Object.keys(counts))
      if (await isFilled(to.db, table))
        throw new InnkeeperError('backup/exists', { place: `${to.place}, table ${table}` })
    await copyRows(from.db, to, progress)
    for (const [table, n] of Object.entries(counts)) {
      const got = await rowsIn(to.db, table)
      if (got !== n)
        throw new InnkeeperError('backup/not-a-backup', { place: file, detail: `${table}: ${got} of ${n} rows` })
    }
  } finally {
    await from.close()
    await to.close()
  }
  return counts
}

/** Rows by table of a sound backup. Throws `backup/not-a-backup`. */
function prove(file: string): Counts {
  if (!existsSync(file)) throw new InnkeeperError('cli/no-such-file', { place: file })
  try {
    return countsOf(file)
  } catch (cause) {
    throw new InnkeeperError('backup/not-a-backup', { place: file, detail: String(cause), cause })
  }
}
function countsOf(file: string): Counts {
  const raw = new SQLite(file, { readonly: true })
  try {
    const sound = raw.pragma('integrity_check(1)', { simple: true })
    if (sound !== 'ok') throw new Error(String(sound))
    const tables = raw
      .prepare<[], { name: string }>("select name from sqlite_master where type = 'table' order by name")
      .all()
    if (!tables.some(({ name }) => name === 'migrations')) throw new Error('it has no migrations table')
    const ours = tables.filter(({ name }) => !bookkeeping(name))
    return Object.fromEntries(
      ours.map(({ name }) => [
        name,
        raw.prepare<[], { n: number }>(`select count(*) as n from "${name}"`).get()?.n ?? 0,
      ]),
    )
  } finally {
    raw.close()
  }
}
const rowsIn = async (db: Database, table: string) =>
  Number(
    (
      await db
        .selectFrom(table)
        .select((make) => make.fn.countAll().as('n'))
        .executeTakeFirst()
    )?.n ?? 0,
  )
const isFilled = async (db: Database, table: string) =>
  (await db.introspection.getTables()).some(({ name }) => name === table) && (await rowsIn(db, table)) > 0

/** Every row of every table, in one transaction of the target. */
async function copyRows(from: Database, to: Store, progress: Progress): Promise<void> {
  const tables = (await to.db.introspection.getTables()).filter(({ name }) => !bookkeeping(name))
  const there = new Set((await from.introspection.getTables()).map(({ name }) => name))
  await to.db.transaction().execute(async (open: Database) => {
    for (const [n, { name, columns }] of tables.entries()) {
      progress(n, tables.length)
      if (!there.has(name)) continue
      const names = columns.map((column) => column.name)
      const some: Row[] = []
      for await (const row of from.selectFrom(name).select(names).stream(page)) {
        some.push(row as Record<string, Cell>)
        if (some.length === page) await put(open, name, some.splice(0))
      }
      if (some.length) await put(open, name, some)
    }
  })
  progress(tables.length, tables.length)
}
/** SQLite binds at most 32,766 parameters a statement, PostgreSQL 65,535. */
async function put(open: Database, table: string, rows: readonly Row[]): Promise<void> {
  const width = Object.keys(rows[0] ?? {}).length || 1
  const most = Math.max(1, Math.floor(30_000 / width))
  for (let at = 0; at < rows.length; at += most)
    await open
      .insertInto(table)
      .values(rows.slice(at, at + most))
      .execute()
}
