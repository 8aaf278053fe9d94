/** Whoever asks to be forgotten is: in every table, of every feature and door, on both databases. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { personalTables } from '../../src/cli/keep.ts'
import type { Database } from '../../src/core/tables.ts'
import { migrationsOf, readRules } from '../../src/main.ts'
import { openStore } from '../../src/store/open.ts'
import { exportPerson, findPerson, forgetPerson, type Person } from '../../src/store/personal.ts'
import { newDatabase } from '../kit/postgres.ts'
import { House, keepingTexts, names, story } from './life.ts'

const folder = mkdtempSync(join(tmpdir(), 'innkeeper-personal-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const bookkeeping = /^(migrations|sqlite_)/
const tablesOf = async (db: Database) =>
  (await db.introspection.getTables()).filter(({ name }) => !bookkeeping.test(name))

describe('the declarations', () => {
  /** Columns that hold who somebody is: our member id in features' tables, the account in doors'. */
  const names = /(^|_)(member|user|reporter|inviter|author|owner|actor)(_id)?$|(^|_)by(_id|_member|_user)?$|^only_for$/
  /** The engine's own, which `forgetPerson` knows; and those that hold something else. */
  const otherwise: Readonly<Record<string, string>> = {
    'accounts.user': 'goes with its member',
    'accounts.member_id': 'the engine’s own',
    'memberships.user': 'goes with its member',
    'memberships.member_id': 'the engine’s own',
    'inbox.member_id': 'the engine’s own',
    'outbox.member_id': 'the engine’s own',
    'moderation_cases.user': 'blanked with the case',
  }
  const declared = new Set(
    [...personalTables.byMember, ...personalTables.byUser].map((one) => `${one.table}.${one.column}`),
  )

  it('name every column that holds a person, in tables that exist', async () => {
    const store = await openStore(':memory:', migrationsOf())
    const tables = await tablesOf(store.db)
    const columns = new Set(tables.flatMap(({ name, columns: some }) => some.map((one) => `${name}.${one.name}`)))
    await store.close()
    const persons = [...columns].filter((column) => names.test(column.slice(column.indexOf('.') + 1)))
    expect(persons.length).toBeGreaterThan(25)
    expect(persons.filter((column) => !declared.has(column) && !(column in otherwise))).toEqual([])
    expect(
      [...declared].filter((column) => !columns.has(column)),
      'of tables that are not there',
    ).toEqual([])
    const blanked = [...personalTables.byMember, ...personalTables.byUser].flatMap(({ table, blank = [] }) =>
      blank.map((column) => `${table}.${column}`),
    )
    expect(blanked.filter((column) => !columns.has(column))).toEqual([])
  })
})

type Cell = { readonly at: string; readonly value: string }
async function textCells(db: Database): Promise<Cell[]> {
  const found: Cell[] = []
  for (const { name, columns } of await tablesOf(db))
    for (const row of await db.selectFrom(name).selectAll().execute())
      for (const column of columns) {
        const value: unknown = (row as Record<string, unknown>)[column.name]
        if (typeof value === 'string' && value !== '') found.push({ at: `${name}.${column.name}`, value })
      }
  return found
}
/** What the story does not come to: a row of each such table, about this person. Returns the tables. */
async function plant(db: Database, who: Person): Promise<string[]> {
  const kept = await exportPerson(db, who, personalTables)
  const tables = await tablesOf(db)
  const owners = [
    ...personalTables.byMember.map((one) => ({ ...one, value: who.id })),
    ...personalTables.byUser.map((one) => ({ ...one, value: who.users[0] ?? '' })),
  ]
  const missing = [...Map.groupBy(owners, ({ table }) => table)].filter(([table]) => !(table in kept))
  for (const [table, columns] of missing) {
    const all = tables.find(({ name }) => name === table)?.columns ?? []
    const empty = all.map(({ name, dataType }) => [name, dataType.toLowerCase() === 'text' ? '' : 0] as const)
    const about = columns.map(({ column, value }) => [column, value] as const)
    await db
      .insertInto(table)
      .values(Object.fromEntries([...empty, ...about]))
      .execute()
  }
  return missing.map(([table]) => table)
}
/** Where a person still is. What others wrote themselves in the hall is theirs. */
const traces = (cells: readonly Cell[], who: Person, others: ReadonlySet<string>): string[] => {
  const inJson = (word: string) => JSON.stringify(word).slice(1, -1)
  const words = [who.id, ...who.users, ...who.names].flatMap((word) => [word, inJson(word)])
  return [
    ...new Set(
      cells
        .filter(({ at, value }) => !others.has(`${at} ${value}`) && words.some((word) => value.includes(word)))
        .map(({ at, value }) => `${at}: ${value.slice(0, 300)}`),
    ),
  ]
}
/** Rows that tell of somebody, by table: to see that others are left alone. */
const rowsOf = async (db: Database, who: Person) =>
  Object.fromEntries(
    Object.entries(await exportPerson(db, who, personalTables)).map(([table, rows]) => [table, rows.length]),
  )

/** Rows about two people go with either of them. */
const shared: ReadonlySet<string> = new Set(['outbox', 'moderation_reports'])
const places = {
  sqlite: async () => join(folder, 'house.db'),
  postgres: () => newDatabase(inject('postgres'), `personal_${process.pid}`),
}
describe.each(Object.entries(places))('a member who is forgotten, on %s', (_kind, place) => {
  it('is nowhere any more; others are as they were; the books balance', { timeout: 120_000 }, async () => {
    const rulebooks = await keepingTexts(folder)
    const house = new House(await openStore(await place(), migrationsOf()), rulebooks)
    const cast = await story(house)
    expect(house.log.errors).toEqual([])
    await house.close()
    const store = await openStore(
      house.store.driver.dialect === 'sqlite' ? house.store.place : `${inject('postgres')}/personal_${process.pid}`,
      migrationsOf(),
    )
    const { db } = store
    const friend = await findPerson(db, cast.friend.user)
    const ownWords = new Set(
      (await db.selectFrom('web_messages').select(['user_id', 'text']).execute())
        .filter(({ user_id }) => user_id === cast.friend.user || user_id === cast.owner.user)
        .map(({ text }) => `web_messages.text ${text}`),
    )
    const teacher = await findPerson(db, names.teacher)
    const planted = await plant(db, teacher)
    const before = await rowsOf(db, friend)
    const reached = new Set<string>()
    for (const role of ['victim', 'teacher'] as const) {
      const who = await findPerson(db, names[role])
      expect(who.users).toEqual([cast[role].user])
      for (const table of Object.keys(await exportPerson(db, who, personalTables))) reached.add(table)
      expect(traces(await textCells(db), who, ownWords).length).toBeGreaterThan(20)
      await forgetPerson(store, who, personalTables)
      expect(traces(await textCells(db), who, ownWords)).toEqual([])
      expect(await exportPerson(db, who, personalTables)).toEqual({})
      await expect(findPerson(db, cast[role].user)).rejects.toMatchObject({ code: 'member/unknown' })
    }
    expect(reached.size - planted.length, 'tables that what people do reaches').toBeGreaterThan(20)
    const declared = new Set([...personalTables.byMember, ...personalTables.byUser].map(({ table }) => table))
    expect(
      [...declared].filter((table) => !reached.has(table)),
      'tables that the story does not reach',
    ).toEqual([])
    const after = await rowsOf(db, friend)
    for (const table of Object.keys(before))
      if (!shared.has(table)) expect([table, after[table]]).toEqual([table, before[table]])
    const balances = await db.selectFrom('perks_balances').selectAll().execute()
    expect(balances.length).toBeGreaterThan(3)
    expect(balances.reduce((sum, { balance }) => sum + Number(balance), 0)).toBe(0)
    await store.close()
  })
})

describe('who is meant', () => {
  it('is found by id, account or name, and refused where nobody or several fit', async () => {
    const { rulebooks } = await readRules('rules/demo')
    const house = new House(await openStore(':memory:', migrationsOf()), rulebooks)
    await house.engine.start()
    for (const [user, name] of [
      ['web:a', 'Ann'],
      ['web:b', 'Bo'],
      ['web:c', 'ＢＯ'],
    ])
      await house.happens({ type: 'message', user, name, text: 'hello' })
    const { db } = house.store
    const ann = await findPerson(db, 'web:a')
    expect(await findPerson(db, ann.id)).toEqual(ann)
    expect(await findPerson(db, 'ａｎｎ')).toEqual(ann)
    await expect(findPerson(db, 'bo')).rejects.toMatchObject({
      code: 'member/unknown',
      message: expect.stringContaining('2 members'),
    })
    await expect(findPerson(db, 'nobody')).rejects.toMatchObject({ code: 'member/unknown' })
    await house.close()
  })
})

describe('people whose names are like others’', () => {
  it('are told apart: whose name is part of another’s, or a common word', async () => {
    const { rulebooks } = await readRules('rules/demo')
    const house = new House(await openStore(':memory:', migrationsOf()), rulebooks)
    await house.engine.start()
    const people = [
      ['web:ann', 'Ann'],
      ['web:ann-marie', 'Ann-Marie'],
      ['web:ann2', 'Annabel'],
      ['web:te', 'Te'],
    ] as const
    for (const [user, name] of people) await house.happens({ type: 'member.join', user, name })
    await house.passes('1h')
    const cells = async () => (await textCells(house.store.db)).filter(({ at }) => !/^(web_|inbox|outbox)/.test(at))
    const before = await cells()
    for (const user of ['web:ann', 'web:te'])
      await forgetPerson(house.store, await findPerson(house.store.db, user), personalTables)
    const left = (some: readonly Cell[]) =>
      some.filter(({ value }) => /Ann-Marie|ann-marie|Annabel|annabel|ann2/.test(value)).length
    expect(left(before)).toBeGreaterThan(5)
    expect(left(await cells())).toBe(left(before))
    expect((await findPerson(house.store.db, 'Ann-Marie')).users).toEqual(['web:ann-marie'])
    await house.close()
  })
})
