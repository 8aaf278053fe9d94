/**
 * The limit: a hand-written better-sqlite3 loop with prepared statements that writes the same rows in the same batches
 * as the engine did, and decides nothing. The rows are recorded from a run of the engine.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import type { Event } from '../src/core/event.ts'
import type { AnyFeature } from '../src/core/feature.ts'
import type { Cell } from '../src/core/tables.ts'
import { openStore } from '../src/store/open.ts'
import { openBench } from './inn.ts'

interface Write {
  readonly sql: string
  readonly cells: readonly Cell[]
}
export interface Recording {
  readonly features: readonly AnyFeature[]
  readonly batches: readonly (readonly Write[])[]
  readonly events: number
  readonly rows: number
}

/** Runs the engine over the events and keeps every row it writes, batch by batch. */
export async function record(features: readonly AnyFeature[], some: readonly Event[]): Promise<Recording> {
  const bench = await openBench(features)
  const { driver } = bench.store
  const batches: Write[][] = [[]]
  const { unit } = bench.engine.options
  const { run } = unit
  unit.run = (work) => {
    batches.push([])
    return run.call(unit, work) as ReturnType<typeof unit.run<never>>
  }
  const { write } = driver
  driver.write = (open, sql, cells) => {
    batches.at(-1)?.push(...single(sql, cells))
    return write(open, sql, cells)
  }
  await bench.feed(some)
  await bench.close()
  const full = batches.filter((batch) => batch.length > 0)
  return { features, batches: full, events: some.length, rows: full.reduce((sum, batch) => sum + batch.length, 0) }
}
/** A many-row insert as its single rows. */
function single(sql: string, cells: readonly Cell[]): Write[] {
  const [, head, row, tail] = /^(insert into .* values )(\([^)]*\))(?:, \([^)]*\))*( .*)?$/s.exec(sql) ?? []
  if (head === undefined || row === undefined) return [{ sql, cells }]
  const width = row.split(',').length
  const one = `${head}${row}${tail ?? ''}`
  return Array.from({ length: cells.length / width }, (_, n) => ({
    sql: one,
    cells: cells.slice(n * width, (n + 1) * width),
  }))
}

/** Events per second of the loop, on an empty database of the same tables and settings. */
export async function limit({ features, batches, events }: Recording): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'innkeeper-limit-'))
  const file = join(folder, 'limit.db')
  await (
    await openStore(
      file,
      features.map((feature) => feature.migrations),
    )
  ).close()
  const db = new SQLite(file)
  for (const pragma of ['synchronous = NORMAL', 'cache_size = -65536', 'wal_autocheckpoint = 100000']) db.pragma(pragma)
  const texts = new Set(batches.flatMap((batch) => batch.map((write) => write.sql)))
  const prepared = new Map([...texts].map((sql) => [sql, db.prepare<[readonly Cell[]]>(sql)]))
  const commit = db.transaction((batch: readonly Write[]) => {
    for (const { sql, cells } of batch) prepared.get(sql)?.run(cells)
  })
  const started = performance.now()
  for (const batch of batches) commit(batch)
  const seconds = (performance.now() - started) / 1000
  db.close()
  rmSync(folder, { recursive: true, force: true })
  return events / seconds
}
