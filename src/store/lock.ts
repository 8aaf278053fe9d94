/** One Innkeeper per database: two would greet everyone twice. The lock dies with its process, however that ends. */
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import SQLite from 'better-sqlite3'
import pg from 'pg'
import { InnkeeperError } from '../core/errors.ts'

/** Takes the lock or throws `store/taken`. */
export function lockSqlite(file: string): { release(): Promise<void> } {
  mkdirSync(dirname(file), { recursive: true })
  const lock = new SQLite(`${file}.lock`)
  try {
    lock.pragma('busy_timeout = 0')
    lock.exec('begin exclusive')
  } catch (cause) {
    lock.close()
    throw new InnkeeperError('store/taken', { place: file, cause })
  }
  return { release: async () => void lock.close() }
}

/** Any number that no other program on the server takes; "innkeep" in ASCII, cut to 31 bits. */
const advisoryKey = 1_768_845_931

export async function lockPostgres(url: string): Promise<{ release(): Promise<void> }> {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
  } catch (cause) {
    throw new InnkeeperError('store/unreachable', { place: new URL(url).host, cause })
  }
  const { rows } = await client.query('select pg_try_advisory_lock($1) as taken', [advisoryKey])
  if (rows[0]?.taken !== true) {
    await client.end()
    throw new InnkeeperError('store/taken', { place: new URL(url).host })
  }
  return { release: () => client.end() }
}
