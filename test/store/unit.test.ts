import { rmSync } from 'node:fs'
import { afterEach, describe, expect, inject, it } from 'vitest'
import { createTable } from '../../src/core/schema.ts'
import type { Store } from '../../src/store/driver.ts'
import { openStore } from '../../src/store/open.ts'
import { Unit } from '../../src/store/unit.ts'
import { newDatabase } from '../kit/postgres.ts'

type Guest = { group_id: string; member_id: string; nights: number; note: string }
type Sum = { day: string; messages: number; replies: number }
const migrations = {
  '2026-store-test': {
    up: async (db: Parameters<typeof createTable>[0]) => {
      await createTable(db, 'guests', { group_id: 'text', member_id: 'text', nights: 'bigint', note: 'text' }, [
        'group_id',
        'member_id',
      ])
      await createTable(db, 'sums', { day: 'text', messages: 'bigint', replies: 'bigint' }, ['day'])
      await createTable(db, 'visits', { id: 'text', at: 'bigint' }, ['id'])
    },
  },
}
const kinds = {
  sqlite: async () => {
    const file = `.artifacts/unit-${process.pid}.db`
    for (const end of ['', '-wal', '-shm', '.lock']) rmSync(file + end, { force: true })
    return file
  },
  postgres: () => newDatabase(inject('postgres'), `unit_${process.pid}`),
}
const open: Store[] = []
afterEach(async () => {
  for (const store of open.splice(0)) await store.close()
})
const tables = (unit: Unit) => ({
  guests: unit.records<Guest, 'group_id' | 'member_id'>({
    table: 'guests',
    key: ['group_id', 'member_id'],
    empty: { nights: 0, note: '' },
  }),
  sums: unit.tallies<Sum, 'day'>({ table: 'sums', key: ['day'], sums: ['messages', 'replies'] }),
  visits: unit.journal<{ id: string; at: number }>('visits', ['id', 'at']),
})

describe.each(Object.entries(kinds))('the unit of work on %s', (_kind, place) => {
  const start = async () => {
    const store = await openStore(await place(), [migrations])
    open.push(store)
    const unit = new Unit(store)
    return { store, unit, ...tables(unit) }
  }
  const key = { group_id: 'g', member_id: 'm' }

  it('merges what a batch remembers and writes it at its end', async () => {
    const { store, unit, guests, sums, visits } = await start()
    await unit.run(async () => {
      for (let n = 0; n < 300; n++) {
        const row = await guests.get({ group_id: 'g', member_id: `m${n % 100}` })
        await unit.writing(() => {
          guests.put({ ...row, nights: row.nights + 1, note: '掌柜 🏮' })
          sums.add({ day: '2026-11-22' }, { messages: 1, replies: n % 2 })
          visits.insert({ id: `v${n}`, at: 1_790_000_000_000 + n })
        })
      }
    })
    expect(await store.db.selectFrom('guests').selectAll().where('nights', '=', 3).execute()).toHaveLength(100)
    expect(await store.db.selectFrom('sums').selectAll().execute()).toEqual([
      { day: '2026-11-22', messages: 300, replies: 150 },
    ])
    expect(await store.db.selectFrom('visits').selectAll().where('id', '=', 'v299').execute()).toEqual([
      { id: 'v299', at: 1_790_000_000_299 },
    ])
  })
  it('adds to sums across batches and finds rows that another run wrote', async () => {
    const { unit, guests, sums, store } = await start()
    for (let n = 0; n < 3; n++) await unit.run(() => unit.writing(() => sums.add({ day: 'd' }, { messages: 2 })))
    await unit.run(() => unit.writing(() => guests.put({ ...key, nights: 7, note: '' })))
    const second = tables(new Unit(store))
    expect(await store.db.selectFrom('sums').selectAll().execute()).toEqual([{ day: 'd', messages: 6, replies: 0 }])
    await expect(async () => second.guests.find(key)).rejects.toThrow('outside of a transaction')
    const fresh = new Unit(store)
    const again = tables(fresh)
    expect(await fresh.run(async () => await again.guests.get(key))).toEqual({ ...key, nights: 7, note: '' })
  })
  it('leaves nothing of a batch that fails, in memory or on disk', async () => {
    const { unit, guests, sums, visits, store } = await start()
    await unit.run(() => unit.writing(() => guests.put({ ...key, nights: 1, note: 'kept' })))
    const failing = unit.run(async () => {
      await unit.writing(() => {
        guests.put({ ...key, nights: 99, note: 'lost' })
        sums.add({ day: 'd' }, { messages: 1 })
        visits.insert({ id: 'lost', at: 1 })
      })
      await unit.sql()
      throw new Error('the batch fails')
    })
    await expect(failing).rejects.toThrow('the batch fails')
    expect(await unit.run(async () => await guests.get(key))).toMatchObject({ nights: 1, note: 'kept' })
    expect(await store.db.selectFrom('sums').selectAll().execute()).toEqual([])
    expect(await store.db.selectFrom('visits').selectAll().execute()).toEqual([])
  })
  it('shows pending rows to sql(), and drops rows', async () => {
    const { unit, guests } = await start()
    await unit.run(async () => {
      await unit.writing(() => guests.put({ ...key, nights: 1, note: '' }))
      expect(await (await unit.sql()).selectFrom('guests').selectAll().execute()).toHaveLength(1)
      await unit.writing(() => guests.drop(key))
      expect(await guests.find(key)).toBeUndefined()
      expect(await (await unit.sql()).selectFrom('guests').selectAll().execute()).toHaveLength(0)
    })
  })
  it('refuses writes outside of save', async () => {
    const { unit, guests } = await start()
    await expect(unit.run(async () => guests.put({ ...key, nights: 1, note: '' }))).rejects.toThrow('outside of save')
  })
  it('is held by one process at a time', async () => {
    const { store } = await start()
    const where = store.driver.dialect === 'sqlite' ? store.place : `${inject('postgres')}/unit_${process.pid}`
    await expect(openStore(where, [migrations])).rejects.toMatchObject({ code: 'store/taken' })
  })
})
