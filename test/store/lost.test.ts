/** A database server that drops its connections costs the work of that moment, not the process. */
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { expect, inject, it } from 'vitest'
import { openStore } from '../../src/store/open.ts'
import { Unit } from '../../src/store/unit.ts'
import { newDatabase } from '../kit/postgres.ts'

async function dropConnections(server: string, name: string): Promise<void> {
  const admin = new pg.Client({ connectionString: `${server}/postgres` })
  await admin.connect()
  await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name])
  await admin.end()
}

it('goes on after the server dropped every connection, and holds the lock again', async () => {
  const name = `lost_${process.pid}`
  const place = await newDatabase(inject('postgres'), name)
  const store = await openStore(place, [])
  const unit = new Unit(store)
  const counters = unit.records({ table: 'counters', key: ['name'], empty: { value: 0 } })
  const add = (value: number) => unit.run(() => unit.writing(() => counters.put({ name: 'n', value })))
  await add(1)
  const cut = unit.run(async () => {
    await unit.writing(() => counters.put({ name: 'n', value: 2 }))
    await unit.sql()
    await dropConnections(inject('postgres'), name)
    await setTimeout(50) // between two queries: nobody but the connection hears of it
  })
  await expect(cut).rejects.toThrow()
  await add(3)
  expect(await store.db.selectFrom('counters').selectAll().execute()).toEqual([{ name: 'n', value: 3 }])
  await setTimeout(300)
  await expect(openStore(place, [])).rejects.toMatchObject({ code: 'store/taken' })
  await store.close()
  await (await openStore(place, [])).close()
})
