/** The same on PostgreSQL: what differs between the databases is in the queries of commands and tables. */
import { expect, inject, it } from 'vitest'
import { EngineDesk } from '../../../src/core/engine/desk.ts'
import { newDatabase } from '../../kit/postgres.ts'
import { books, catalogue, openPerks, quietly } from './kit.ts'

it('points, a redemption, a draw and the tables of the office', async () => {
  const section = { ...quietly, catalogue, budget: { perMonth: 40 } }
  const inn = await openPerks(section, { place: await newDatabase(inject('postgres'), `perks_${process.pid}`) })
  await inn.gives('tom', 'checkin')
  await inn.gives('mod', 'award', { member: '@tom', points: 10, reason: 'for the test' })
  expect(await inn.gives('tom', 'redeem', { perk: 'tea' })).toMatchObject({ ok: true })
  const [redeemed] = await inn.rows('perks_redemptions')
  expect(await inn.gives('mod', 'fulfil', { code: redeemed!.code, outcome: 'refund' })).toMatchObject({ ok: true })
  await inn.gives('mod', 'giveaway', { action: 'start', what: 'A book', time: '1h' })
  const [giveaway] = await inn.rows('perks_giveaways')
  await inn.gives('tom', 'giveaway', { action: 'enter', what: giveaway!.id })
  await inn.passes('1h')
  expect(inn.sent().some((text) => text.includes('1. tom (ticket 1)'))).toBe(true)
  await books(inn)
  const desk = new EngineDesk(inn.engine)
  const rows = async (name: string) => (await desk.panel('perks', name, { community: 'here', locale: 'en' })).rows
  expect(await rows('ledger')).toMatchObject([
    { id: 'members' },
    { id: 'mint' },
    { id: 'perk:tea' },
    { cells: { points: 0 } },
  ])
  expect(await rows('redemptions')).toMatchObject([{ cells: { name: 'tom', state: 'Taken back' } }])
  expect(await rows('giveaways')).toMatchObject([{ cells: { won: 'tom #1' } }])
  expect(inn.log.errors).toEqual([])
  await inn.close()
})
