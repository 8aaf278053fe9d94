/** Brings a database up to this version: one set of migrations, the engine's and every feature's, for both databases. */
import { existsSync, rmSync } from 'node:fs'
import { type Migration, Migrator } from 'kysely/migration'
import { InnkeeperError } from '../core/errors.ts'
import type { Store } from './driver.ts'

export type Migrations = Readonly<Record<string, Migration>>

/** Migrates; a SQLite file that is to be changed is copied aside first. Returns the names of the steps taken. */
export async function migrate(store: Store, sets: readonly Migrations[]): Promise<readonly string[]> {
  const all: Record<string, Migration> = Object.assign({}, ...sets)
  const migrator = new Migrator({
    db: store.db,
    provider: { getMigrations: async () => all },
    allowUnorderedMigrations: true,
    migrationTableName: 'migrations',
    migrationLockTableName: 'migrations_lock',
  })
  const known = await taken(store)
  const newer = known.filter((step) => !(step in all))
  if (newer.length) throw new InnkeeperError('store/newer', { place: store.place, detail: newer.join(', ') })
  const open = Object.keys(all).filter((step) => !known.includes(step))
  if (known.length && open.length) await keepCopy(store)
  const { error, results } = await migrator.migrateToLatest()
  if (error) throw error
  return (results ?? []).map((result) => result.migrationName)
}

async function taken(store: Store): Promise<string[]> {
  const tables = await store.db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some((table) => table.name === 'migrations')) return []
  const rows = await store.db.selectFrom('migrations').select('name').execute()
  return rows.map((row) => String(row.name))
}

async function keepCopy(store: Store): Promise<void> {
  if (store.driver.dialect !== 'sqlite' || !existsSync(store.place)) return
  const copy = `${store.place}.before-migration`
  rmSync(copy, { force: true })
  // Copying the file would leave out what still stands in the log beside it.
  await store.driver.write(store.db, 'vacuum into ?', [copy])
}
