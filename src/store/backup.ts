/**
 * Backups are SQLite files whatever the database is: an online copy that can be looked into with any tool, and
 * restored to either. A restore proves the file first and never writes to it: it works on a copy, which is brought up
 * to this version, and the rows are counted again afterwards.
 */
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import SQLite from 'better-sqlite3'
import { type CompiledQuery, sql } from 'kysely'
import { InnkeeperError } from '../core/errors.ts'
import type { Database, Row } from '../core/tables.ts'
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
    // Held open, this reading is of one moment: else every commit of the engine would make the copy begin anew.
    from.exec('begin')
    from.prepare('select count(*) from sqlite_master').get()
    await from.backup(draft, {
      progress: ({ totalPages, remainingPages }) => {
        progress(totalPages - remainingPages, totalPages)
        return page
      },
    })
  } catch (cause) {
    throw broken(place, cause)
  } finally {
    from.close()
  }
  const copy = new SQLite(draft)
  copy.pragma('journal_mode = DELETE') // one file, no companions
  copy.close()
}
const broken = (place: string, cause: unknown) =>
  new InnkeeperError('store/broken', { place, detail: String(cause), cause })
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
      .execute((open: Database) => copyRows({ ...from, open }, to, progress))
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

/**
 * Puts a backup in place of an absent or empty database; returns the number of rows by table.
 * @throws InnkeeperError `backup/not-a-backup`, `backup/exists`, or `store/newer` where this version is too old for it
 */
export async function restore(
  file: string,
  place: string,
  migrations: readonly Migrations[],
  progress: Progress,
): Promise<Counts> {
  prove(file)
  if (!isUrl(place) && existsSync(place)) throw new InnkeeperError('backup/exists', { place })
  const folder = mkdtempSync(join(isUrl(place) ? tmpdir() : madeFolder(place), 'innkeeper-restore-'))
  try {
    const copy = join(folder, 'copy.db')
    copyFileSync(file, copy)
    await (await emptySqlite(copy, migrations)).close() // from an older version: brought up to this one
    const counts = countsOf(copy)
    if (isUrl(place)) await intoPostgres(copy, place, counts, migrations, progress)
    else renameSync(copy, place)
    return counts
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
const madeFolder = (file: string) => {
  mkdirSync(dirname(file), { recursive: true })
  return dirname(file)
}
async function intoPostgres(
  copy: string,
  url: string,
  counts: Counts,
  migrations: readonly Migrations[],
  progress: Progress,
): Promise<void> {
  const to = await openStore(url, migrations)
  const from = openSqlite(copy)
  try {
    const seeded = await seededTables(migrations)
    for (const table of Object.keys(counts))
      if (!seeded.has(table) && (await rowsIn(to.db, table)) > 0)
        throw new InnkeeperError('backup/exists', { place: `${to.place}, table ${table}` })
    await copyRows({ ...from, open: from.db }, to, progress, counts)
  } finally {
    await from.close()
    await to.close()
  }
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
/** Tables that migrations fill themselves, such as a secret's: they do not make a database one in use. */
async function seededTables(migrations: readonly Migrations[]): Promise<ReadonlySet<string>> {
  const fresh = await emptySqlite(':memory:', migrations)
  const seeded = new Set<string>()
  for (const { name } of await fresh.db.introspection.getTables()) if (await rowsIn(fresh.db, name)) seeded.add(name)
  await fresh.close()
  return seeded
}

/** Every row of every table, in one transaction of the target; `counts`, where given, must come true in it. */
async function copyRows(from: Reading, to: Store, progress: Progress, counts: Counts = {}): Promise<void> {
  const tables = (await to.db.introspection.getTables()).filter(({ name }) => !bookkeeping(name))
  const there = new Set((await from.open.introspection.getTables()).map(({ name }) => name))
  await to.db.transaction().execute(async (open: Database) => {
    for (const [n, { name, columns }] of tables.entries()) {
      progress(n, tables.length)
      if (!there.has(name)) continue
      await open.deleteFrom(name).execute()
      for await (const some of pagesOf(
        from,
        name,
        columns.map((column) => column.name),
      ))
        await put(open, name, some)
      const got = counts[name] === undefined ? undefined : await rowsIn(open, name)
      if (got !== counts[name])
        throw new InnkeeperError('backup/not-a-backup', { detail: `${name}: ${got} of ${counts[name]} rows` })
    }
  })
  progress(tables.length, tables.length)
}
interface Reading extends Pick<Store, 'driver'> {
  /** The transaction, or the connection. */
  readonly open: Database
}
async function* pagesOf({ open, driver }: Reading, table: string, columns: string[]): AsyncGenerator<Row[]> {
  const rows = open.selectFrom(table).select(columns)
  if (driver.dialect === 'postgres') return yield* fetched(open, rows.compile())
  const some: Row[] = []
  for await (const row of rows.stream()) {
    some.push(row as Row)
    if (some.length === page) yield some.splice(0)
  }
  if (some.length) yield some
}
/** PostgreSQL would hand over a whole table at once; a cursor hands it over in pages. */
async function* fetched(open: Database, query: CompiledQuery): AsyncGenerator<Row[]> {
  await sql`declare pages no scroll cursor for ${sql.raw(query.sql)}`.execute(open)
  for (;;) {
    const { rows } = await sql<Row>`fetch forward ${sql.lit(page)} from pages`.execute(open)
    if (rows.length === 0) break
    yield rows
  }
  await sql`close pages`.execute(open)
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
