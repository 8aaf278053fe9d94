/** Backups are copies of one moment, of either database, restored to either; what is no backup is refused. */
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { adapterMigrations } from '../../adapters/index.ts'
import { createTable } from '../../src/core/schema.ts'
import type { Database } from '../../src/core/tables.ts'
import { features } from '../../src/features.ts'
import { migrationsOf } from '../../src/main.ts'
import { backup, restore } from '../../src/store/backup.ts'
import type { Migrations } from '../../src/store/migrate.ts'
import { openStore } from '../../src/store/open.ts'
import { openInn } from '../kit/inn.ts'
import { newDatabase } from '../kit/postgres.ts'

const folder = mkdtempSync(join(tmpdir(), 'innkeeper-backup-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let count = 0
const fresh = (name: string) => join(folder, `${++count}-${name}.db`)
const database = (name: string) => newDatabase(inject('postgres'), `backup_${name}_${process.pid}`)
const all = migrationsOf()
const silent = () => undefined

/** All rows of all tables but the migrations', in an order of their own. */
async function contents(place: string, migrations: readonly Migrations[] = all): Promise<Record<string, string[]>> {
  const store = await openStore(place, migrations)
  const found = await tablesOf(store.db)
  await store.close()
  return found
}
async function tablesOf(db: Database): Promise<Record<string, string[]>> {
  const tables = (await db.introspection.getTables()).filter(({ name }) => !/^(migrations|sqlite_)/.test(name))
  const found: Record<string, string[]> = {}
  for (const { name } of tables.sort((a, b) => a.name.localeCompare(b.name)))
    found[name] = (await db.selectFrom(name).selectAll().execute())
      .map((row) => JSON.stringify(Object.entries(row as object).sort(([a], [b]) => (a < b ? -1 : 1))))
      .sort()
  return found
}
/** A database with a few people, talk, and names that are hard to copy. */
async function lived(place: string): Promise<void> {
  const inn = await openInn({ features, place, migrations: adapterMigrations })
  await inn.join('tom', { name: '汤姆 🏮 "O\'Hara" \\ %_' })
  for (let n = 0; n < 20; n++) await inn.says(`guest${n % 7}`, `第${n}条 how do I join?`)
  await inn.gives('mod', 'warn', { member: 'test:guest3', reason: 'too "loud"' })
  await inn.passes('1d')
  await inn.close()
}

describe('a backup', () => {
  it('is taken while the engine writes, and is of one moment', { timeout: 60_000 }, async () => {
    const place = fresh('busy')
    const inn = await openInn({ features, place, migrations: adapterMigrations })
    await inn.says('tom', 'the first')
    const padding = 'x'.repeat(4000)
    await inn.store.db.transaction().execute(async (open: Database) => {
      for (let n = 0; n < 3000; n++)
        await open
          .insertInto('occurrences')
          .values({ id: `pad${n}`, note: padding })
          .execute() // several steps of the copy
    })
    let working = true
    const writing = (async () => {
      for (let n = 0; working; n++) await inn.says(`guest${n % 50}`, `talk ${n}`)
    })()
    const file = fresh('copy')
    let steps = 0
    const counts = await backup(place, file, all, () => void steps++)
    working = false
    await writing
    const after = Number((await inn.rows('inbox')).length)
    await inn.close()
    expect(steps).toBeGreaterThan(2)
    expect(after).toBeGreaterThan(counts.inbox as number)
    const copy = new SQLite(file, { readonly: true })
    const one = (text: string) => Number(copy.prepare<[], { n: number }>(text).get()?.n)
    // Written in one transaction each, so a copy of one moment has both or neither.
    expect(one('select sum(messages) as n from activity_days')).toBe(
      one("select count(*) as n from inbox where type = 'message'"),
    )
    expect(one('select count(*) as n from members')).toBe(
      one("select value as n from counters where name = 'members of here'"),
    )
    copy.close()
    expect(readdirSync(folder).filter((name) => name.includes('copy') && !name.endsWith('.db'))).toEqual([])
  })

  const ways = {
    'SQLite to SQLite': [async () => fresh('from'), async () => fresh('to')],
    'SQLite to PostgreSQL': [async () => fresh('from'), () => database('to')],
    'PostgreSQL to SQLite': [() => database('from'), async () => fresh('to')],
    'PostgreSQL to PostgreSQL': [() => database('from2'), () => database('to2')],
  } as const
  it.each(Object.entries(ways))('goes from %s with every row as it was', async (_name, [from, to]) => {
    const [place, target, file] = [await from(), await to(), fresh('between')]
    await lived(place)
    const before = await contents(place)
    const counts = await backup(place, file, all, silent)
    const bytes = readFileSync(file)
    expect(await restore(file, target, all, silent)).toEqual(counts)
    expect(await contents(target)).toEqual(before)
    expect(before.members).toHaveLength(9)
    expect(readFileSync(file).equals(bytes), 'the backup itself is not written to').toBe(true)
    const start = Date.UTC(2026, 2, 4)
    const inn = await openInn({ features, place: target, start, migrations: adapterMigrations })
    await inn.gives('mod', 'rules', {}, { id: 'after' })
    expect(inn.took().length, 'it goes on from there').toBeGreaterThan(0)
    await inn.close()
  })

  it('copies tables longer than a page from PostgreSQL', async () => {
    const place = await database('long')
    const store = await openStore(place, all)
    for (let n = 0; n < 5; n++) {
      const rows = Array.from({ length: 500 }, (_, m) => ({ name: `c${n}-${m}`, value: n * 500 + m + 2 ** 40 }))
      await store.db.insertInto('counters').values(rows).execute()
    }
    await store.close()
    const file = fresh('long')
    expect((await backup(place, file, all, silent)).counters).toBe(2500)
    const copy = new SQLite(file, { readonly: true })
    expect(copy.prepare<[], { n: number }>('select sum(value) as n from counters').get()?.n).toBe(
      2500 * 2 ** 40 + (2499 * 2500) / 2,
    )
    copy.close()
  })

  it('of an older version is brought up to this one', async () => {
    const place = fresh('older')
    const some = all.filter((set) => !Object.keys(set).some((step) => step.includes('perks')))
    await (await openStore(place, some)).close()
    const file = fresh('older-copy')
    await backup(place, file, some, silent)
    const target = fresh('newer')
    await restore(file, target, all, silent)
    expect(await contents(target)).toHaveProperty('perks_members')
  })
})

describe('what is refused', () => {
  const sound = async () => {
    const place = fresh('sound')
    const store = await openStore(place, all)
    const rows = Array.from({ length: 2000 }, (_, n) => ({ name: `counter ${n}`, value: n }))
    for (let at = 0; at < rows.length; at += 500)
      await store.db
        .insertInto('counters')
        .values(rows.slice(at, at + 500))
        .execute()
    await store.close()
    const file = fresh('good')
    await backup(place, file, all, silent)
    return { place, file }
  }
  const damages: Record<string, (file: string) => void> = {
    'a file cut in half': (file) => truncateSync(file, Math.floor(readFileSync(file).length / 2)),
    'a file cut to its first page': (file) => truncateSync(file, 4096),
    garbage: (file) => writeFileSync(file, 'this is no database at all, only a text'.repeat(100)),
    'an empty file': (file) => writeFileSync(file, ''),
    'a damaged middle': (file) => {
      const bytes = readFileSync(file)
      bytes.fill(0xab, Math.floor(bytes.length / 3), Math.floor(bytes.length / 3) + 9000)
      writeFileSync(file, bytes)
    },
    'a SQLite file of another program': (file) => {
      rmSync(file)
      const other = new SQLite(file)
      other.exec('create table songs (title text); insert into songs values (1)')
      other.close()
    },
  }
  it.each(Object.entries(damages))('as a backup: %s, and nothing is left behind', async (_name, damage) => {
    const { file } = await sound()
    damage(file)
    const target = fresh('target')
    await expect(restore(file, target, all, silent)).rejects.toMatchObject({ code: 'backup/not-a-backup', place: file })
    expect(existsSync(target)).toBe(false)
  })
  it('as a backup: one of a newer version, by name', async () => {
    const newer: Migrations = { '2999-later': { up: (db) => createTable(db, 'later', { id: 'text' }, ['id']) } }
    const place = fresh('newer')
    await (await openStore(place, [...all, newer])).close()
    const file = fresh('newer-copy')
    await backup(place, file, [...all, newer], silent)
    const target = fresh('target')
    await expect(restore(file, target, all, silent)).rejects.toMatchObject({ code: 'store/newer' })
    expect(existsSync(target)).toBe(false)
  })
  it('as a target: a file that is there, and a database in use', async () => {
    const { place, file } = await sound()
    const before = readFileSync(place)
    await expect(restore(file, place, all, silent)).rejects.toMatchObject({ code: 'backup/exists', place })
    expect(readFileSync(place).equals(before)).toBe(true)
    await expect(backup(place, file, all, silent)).rejects.toMatchObject({ code: 'backup/exists', place: file })
    const url = await database('used')
    await restore(file, url, all, silent)
    await expect(restore(file, url, all, silent)).rejects.toMatchObject({ code: 'backup/exists' })
  })
  it('files that are not there', async () => {
    const missing = join(folder, 'missing.db')
    await expect(backup(missing, fresh('x'), all, silent)).rejects.toMatchObject({ code: 'cli/no-such-file' })
    await expect(restore(missing, fresh('x'), all, silent)).rejects.toMatchObject({ code: 'cli/no-such-file' })
    expect(existsSync(missing)).toBe(false)
  })
  it('a damaged database, at start and as the source of a backup', async () => {
    const { place } = await sound()
    damages['a damaged middle']?.(place)
    await expect(openStore(place, all)).rejects.toMatchObject({ code: 'store/broken', place })
    damages.garbage?.(place)
    await expect(openStore(place, all)).rejects.toMatchObject({ code: 'store/broken', place })
    await expect(backup(place, fresh('x'), all, silent)).rejects.toMatchObject({ code: 'store/broken', place })
    const taken = openStore(place, all)
    await expect(taken, 'the lock was given back').rejects.toMatchObject({ code: 'store/broken' })
  })
  it('a database of a newer version, and it stays as it is', async () => {
    const newer: Migrations = { '2999-later': { up: (db) => createTable(db, 'later', { id: 'text' }, ['id']) } }
    const place = fresh('newer')
    await (await openStore(place, [...all, newer])).close()
    const before = readFileSync(place)
    await expect(openStore(place, all)).rejects.toMatchObject({
      code: 'store/newer',
      message: expect.stringContaining('2999-later'),
    })
    expect(readFileSync(place).equals(before)).toBe(true)
  })
})

describe('a migration', () => {
  const first: Migrations = { '2026-a': { up: (db) => createTable(db, 'notes', { id: 'text', text: 'text' }, ['id']) } }
  const second: Migrations = { '2026-b': { up: (db) => createTable(db, 'more', { id: 'text' }, ['id']) } }

  it('keeps a copy of the older database, with what still stood in its log', async () => {
    const place = fresh('old')
    const store = await openStore(place, [first])
    for (let n = 0; n < 50; n++)
      await store.db
        .insertInto('notes')
        .values({ id: `n${n}`, text: '掌柜' })
        .execute()
    const killed = fresh('killed') // as the files are at this moment: what a killed process leaves
    copyFileSync(place, killed)
    copyFileSync(`${place}-wal`, `${killed}-wal`)
    await store.close()
    const opened = await openStore(killed, [first, second])
    expect((await opened.db.introspection.getTables()).map(({ name }) => name)).toContain('more')
    await opened.close()
    const copy = new SQLite(`${killed}.before-migration`, { readonly: true })
    expect(copy.prepare('select count(*) as n from notes').get()).toEqual({ n: 50 })
    expect(copy.prepare("select name from sqlite_master where name = 'more'").get()).toBeUndefined()
    copy.close()
  })
  it('that fails leaves the database as it was, and its copy', async () => {
    const place = fresh('failing')
    const store = await openStore(place, [first])
    await store.db.insertInto('notes').values({ id: 'n', text: 'kept' }).execute()
    await store.close()
    const failing: Migrations = {
      '2026-c': {
        up: async (db) => {
          await createTable(db, 'half', { id: 'text' }, ['id'])
          throw new Error('the migration fails')
        },
      },
    }
    await expect(openStore(place, [first, failing])).rejects.toThrow('the migration fails')
    const again = await openStore(place, [first])
    expect(await again.db.selectFrom('notes').selectAll().execute()).toEqual([{ id: 'n', text: 'kept' }])
    expect((await again.db.introspection.getTables()).map(({ name }) => name)).not.toContain('half')
    await again.close()
    expect(existsSync(`${place}.before-migration`)).toBe(true)
  })
  it('does nothing, and copies nothing, where there is nothing to do', async () => {
    const place = fresh('same')
    await (await openStore(place, [first])).close()
    await (await openStore(place, [first])).close()
    expect(existsSync(`${place}.before-migration`)).toBe(false)
  })
})
