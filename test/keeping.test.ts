import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { adapterMigrations, adapterSweeps } from '../adapters/index.ts'
import { keepHouse, keptMs, tellGap } from '../src/keeping.ts'
import type { Store } from '../src/store/driver.ts'
import { openStore } from '../src/store/open.ts'
import { Unit } from '../src/store/unit.ts'
import { type Inn, openInn } from './kit/inn.ts'

const now = Date.UTC(2026, 10, 22)

describe('house-keeping', () => {
  let store: Store
  beforeEach(async () => {
    store = await openStore(':memory:', adapterMigrations)
  })
  afterEach(() => store.close())

  it('sweeps out what is older than two weeks, never what still waits', async () => {
    const old = now - keptMs - 1
    await store.db
      .insertInto('inbox')
      .values([
        { id: 'old', at: old },
        { id: 'new', at: now },
      ])
      .execute()
    await store.db
      .insertInto('outbox')
      .values([
        { id: 'sent', at: old, state: 'done' },
        { id: 'waits', at: old, state: 'waiting' },
      ])
      .execute()
    await store.db
      .insertInto('web_done')
      .values([{ action_id: 'sent', at: old, user_id: '' }])
      .execute()
    const unit = new Unit(store)
    await unit.run(() => keepHouse(unit, now, adapterSweeps))
    const ids = async (table: string, column = 'id') =>
      (await store.db.selectFrom(table).select(`${column} as id`).execute()).map(({ id }) => id)
    expect(await ids('inbox')).toEqual(['new'])
    expect(await ids('outbox')).toEqual(['waits'])
    expect(await ids('web_done', 'action_id')).toEqual([])
  })
})

describe('a gap', () => {
  let inn: Inn
  beforeEach(async () => {
    inn = await openInn({ features: [] })
  })
  afterEach(() => inn.close())

  it('is told with its times, and a restart is none', async () => {
    const unit = new Unit(inn.store)
    await unit.run(() => keepHouse(unit, now))
    await unit.run(() => tellGap(unit, inn.engine, now + 60_000))
    expect(inn.engine.notices.all()).toEqual([])
    await unit.run(() => tellGap(unit, inn.engine, now + 4 * 3_600_000))
    expect(inn.engine.notices.all()).toMatchObject([{ kind: 'gap', over: true }])
    expect(inn.engine.notices.all()[0]?.text).toContain('2026-11-22 00:00')
    expect(inn.engine.notices.all()[0]?.text).toContain('2026-11-22 04:00')
  })
})
