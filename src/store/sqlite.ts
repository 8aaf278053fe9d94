/** SQLite through better-sqlite3: WAL, so that reports read while the engine writes. */
import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import SQLite from 'better-sqlite3'
import { Kysely, SqliteAdapter, SqliteDialect } from 'kysely'
import { InnkeeperError } from '../core/errors.ts'
import type { Cell, Database, Row } from '../core/tables.ts'
import { startCheckpointer } from './checkpointer.ts'
import type { Store } from './driver.ts'

/**
 * `NORMAL` in WAL mode survives the death of the process without loss; the death of the machine may lose the last
 * commits, never the database's integrity (sqlite.org/pragma.html#pragma_synchronous).
 * Checkpoints are the other thread's work; the writer's own, at 400 MB of log, is for when that thread is not there.
 */
const pragmas = [
  'journal_mode = WAL',
  'synchronous = NORMAL',
  'busy_timeout = 5000',
  'foreign_keys = ON',
  'temp_store = MEMORY',
  'cache_size = -65536',
  'mmap_size = 268435456',
  'wal_autocheckpoint = 100000',
]
const keptStatements = 500

/** Opens a file, or a database in memory where `file` is ":memory:". Throws `store/broken` when it is not sound. */
export function openSqlite(file: string): Store {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
  const existed = file !== ':memory:' && existsSync(file)
  const raw = soundly(file, () => new SQLite(file))
  try {
    soundly(file, () => {
      for (const pragma of pragmas) raw.pragma(pragma)
      if (existed) checkIntegrity(raw, file)
    })
  } catch (error) {
    raw.close()
    throw error
  }
  const prepare = statementCache(raw)
  const db: Database = new Kysely({ dialect: new Dialect({ database: withCache(raw, prepare) }) })
  const reader = file === ':memory:' ? db : openReader(file)
  const checkpointer = file === ':memory:' ? undefined : startCheckpointer(file)
  return {
    db,
    reader,
    place: file,
    driver: {
      dialect: 'sqlite',
      parameter: () => '?',
      lookup: (_open, sql, parameters) => prepare(sql).get(parameters as Cell[]) as Row | undefined,
      write: (_open, sql, parameters) => prepare(sql).run(parameters as Cell[]),
    },
    close: async () => {
      await checkpointer?.close()
      if (reader !== db) await reader.destroy()
      await db.destroy()
    },
  }
}

function soundly<T>(file: string, open: () => T): T {
  try {
    return open()
  } catch (cause) {
    if (cause instanceof InnkeeperError) throw cause
    throw new InnkeeperError('store/broken', { place: file, detail: String(cause), cause })
  }
}
function openReader(file: string): Database {
  const raw = new SQLite(file, { readonly: true })
  raw.pragma('busy_timeout = 5000')
  return new Kysely({ dialect: new SqliteDialect({ database: withCache(raw, statementCache(raw)) }) })
}

/** Kysely would run migrations outside of a transaction, though SQLite undoes a half-made table like any other change. */
class Dialect extends SqliteDialect {
  override createAdapter() {
    return new Adapter()
  }
}
class Adapter extends SqliteAdapter {
  override get supportsTransactionalDdl() {
    return true
  }
}

type Statement = SQLite.Statement<[Cell[]]>
/** Statements by their text: preparing costs more than running. */
function statementCache(raw: SQLite.Database): (sql: string) => Statement {
  const kept = new Map<string, Statement>()
  return (sql) => {
    const known = kept.get(sql)
    if (known) return known
    const made = raw.prepare<[Cell[]]>(sql)
    if (kept.size >= keptStatements) kept.delete(kept.keys().next().value as string)
    kept.set(sql, made)
    return made
  }
}

function withCache(raw: SQLite.Database, prepare: (sql: string) => Statement) {
  return {
    close: () => raw.close(),
    prepare: (sql: string) => {
      const statement = prepare(sql)
      return {
        reader: statement.reader,
        all: (parameters: readonly unknown[]) => statement.all(parameters as Cell[]),
        run: (parameters: readonly unknown[]) => statement.run(parameters as Cell[]),
        iterate: (parameters: readonly unknown[]) => statement.iterate(parameters as Cell[]),
      }
    },
  }
}

function checkIntegrity(raw: SQLite.Database, file: string): void {
  const found = raw.pragma('quick_check(1)', { simple: true })
  if (found !== 'ok') throw new InnkeeperError('store/broken', { place: file, detail: String(found) })
}
