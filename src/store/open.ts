/** SQLite unless DATABASE_URL names a PostgreSQL. */
import { InnkeeperError } from '../core/errors.ts'
import type { Store } from './driver.ts'
import { lockPostgres, lockSqlite } from './lock.ts'
import { type Migrations, migrate } from './migrate.ts'
import { openPostgres } from './postgres.ts'
import { engineMigrations } from './schema.ts'
import { openSqlite } from './sqlite.ts'

export const isUrl = (place: string) => /^postgres(ql)?:\/\//.test(place)

/** Opens, locks and migrates. `place`: a file, ":memory:" or a postgres:// address. */
export async function openStore(place: string, migrations: readonly Migrations[]): Promise<Store> {
  const lock = await takeLock(place)
  try {
    const store = isUrl(place) ? openPostgres(place) : openSqlite(place)
    await migrate(store, [engineMigrations, ...migrations])
    return { ...store, close: () => store.close().finally(() => lock?.release()) }
  } catch (error) {
    await lock?.release()
    throw error
  }
}

async function takeLock(place: string) {
  if (place === ':memory:') return undefined
  if (isUrl(place)) return lockPostgres(place)
  if (place === '') throw new InnkeeperError('cli/usage', { detail: '--db needs a file' })
  return lockSqlite(place)
}
