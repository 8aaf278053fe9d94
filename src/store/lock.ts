/** One Innkeeper per database: two would greet everyone twice. The lock dies with its process, however that ends. */
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import SQLite from 'better-sqlite3'
import pg from 'pg'
import { InnkeeperError } from '../core/errors.ts'

/** Takes the lock or throws `store/taken`, or `store/unwritable` where no file can be made. */
export function lockSqlite(file: string): { release(): Promise<void> } {
  let lock: SQLite.Database | undefined
  try {
    mkdirSync(dirname(file), { recursive: true })
    lock = new SQLite(`${file}.lock`)
    lock.pragma('busy_timeout = 0')
    lock.exec('begin exclusive')
  } catch (cause) {
    lock?.close()
    const taken = cause instanceof SQLite.SqliteError && cause.code.startsWith('SQLITE_BUSY')
    throw new InnkeeperError(taken ? 'store/taken' : 'store/unwritable', { place: file, detail: String(cause), cause })
  }
  const held = lock
  return { release: async () => void held.close() }
}

/** Any number that no other program on the server takes; "innkeep" in ASCII, cut to 31 bits. */
const advisoryKey = 1_768_845_931

/** The lock goes with its connection: when that is lost it is taken again, or Innkeeper stops in good order. */
export async function lockPostgres(url: string): Promise<{ release(): Promise<void> }> {
  let held = await takePostgres(url)
  let released = false
  const watch = (client: pg.Client) => client.once('error', () => void again())
  const again = async () => {
    if (released) return
    process.emitWarning('the connection that holds the database was lost')
    held.on('error', () => undefined)
    for (let n = 0; !released; n++) {
      try {
        held = await takePostgres(url)
        watch(held)
        return
      } catch (error) {
        if (error instanceof InnkeeperError && error.code === 'store/taken' && n >= patience) {
          process.emitWarning('another Innkeeper has taken the database meanwhile: this one stops')
          process.kill(process.pid, 'SIGTERM')
          return
        }
        await setTimeout(retryMs, undefined, { ref: false })
      }
    }
  }
  watch(held)
  return {
    release: async () => {
      released = true
      held.on('error', () => undefined)
      await held.end()
    },
  }
}
const retryMs = 1000
/** The server may take a moment to notice that the old connection is dead. */
const patience = 10

async function takePostgres(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
  } catch (cause) {
    throw new InnkeeperError('store/unreachable', { place: new URL(url).host, detail: String(cause), cause })
  }
  const { rows } = await client.query('select pg_try_advisory_lock($1) as taken', [advisoryKey])
  if (rows[0]?.taken === true) return client
  await client.end()
  throw new InnkeeperError('store/taken', { place: new URL(url).host })
}
