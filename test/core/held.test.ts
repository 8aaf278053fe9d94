import { afterEach, describe, expect, it } from 'vitest'
import { Held } from '../../src/core/held.ts'
import { createTable } from '../../src/core/schema.ts'
import type { Store } from '../../src/store/driver.ts'
import { openStore } from '../../src/store/open.ts'
import { Unit } from '../../src/store/unit.ts'

type Guest = { group_id: string; member_id: string; state: string }
const migrations = {
  '2026-held-test': {
    up: (db: Parameters<typeof createTable>[0]) =>
      createTable(db, 'guests', { group_id: 'text', member_id: 'text', state: 'text' }, ['group_id', 'member_id']),
  },
}
let open: Store | undefined
afterEach(async () => {
  await open?.close()
  open = undefined
})

async function inn(most = 3) {
  open = await openStore(':memory:', [migrations])
  const unit = new Unit(open)
  const records = unit.records<Guest, 'group_id' | 'member_id'>({
    table: 'guests',
    key: ['group_id', 'member_id'],
    empty: { state: '' },
  })
  let reads = 0
  const held = new Held<Guest>(unit, {
    read: async (group) => {
      reads++
      const db = await unit.sql(['guests'])
      const rows = db.selectFrom('guests').selectAll().where('group_id', '=', group).where('state', '=', 'waiting')
      return rows.orderBy('member_id').$castTo<Guest>().execute()
    },
    key: ({ member_id }) => member_id,
    fits: ({ state }) => state === 'waiting',
    most,
  })
  const guests = held.noting(records)
  const put = (member_id: string, state = 'waiting', group_id = 'g') =>
    unit.run(async () => unit.writing(() => guests.put({ group_id, member_id, state })))
  const waiting = (group = 'g') => unit.run(async () => (await held.of(group)).map(({ member_id }) => member_id))
  return { unit, guests, put, waiting, reads: () => reads }
}

describe('Held', () => {
  it('asks the database once for a group, and then keeps up with what is put', async () => {
    const { put, waiting, reads } = await inn()
    await put('ann')
    expect(await waiting()).toEqual(['ann'])
    await put('bob')
    await put('cat', 'waiting', 'elsewhere')
    expect(await waiting()).toEqual(['ann', 'bob'])
    await put('ann', 'welcomed')
    expect(await waiting()).toEqual(['bob'])
    expect(reads()).toBe(1)
    expect(await waiting('elsewhere')).toEqual(['cat'])
    expect(reads()).toBe(2)
  })
  it('lets those go first who came first', async () => {
    const { put, waiting } = await inn(2)
    await waiting()
    for (const who of ['ann', 'bob', 'cat']) await put(who)
    expect(await waiting()).toEqual(['bob', 'cat'])
  })
  it('holds nothing of a batch that was rolled back', async () => {
    const { unit, guests, put, waiting, reads } = await inn()
    await put('ann')
    await waiting()
    const lost = unit.run(async () => {
      unit.writing(() => guests.put({ group_id: 'g', member_id: 'bob', state: 'waiting' }))
      throw new Error('the house burnt down')
    })
    await expect(lost).rejects.toThrow('burnt')
    expect(await waiting()).toEqual(['ann'])
    expect(reads()).toBe(2)
  })
})
