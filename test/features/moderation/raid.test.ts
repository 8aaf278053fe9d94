import { expect, test } from 'vitest'
import { raids } from '../../../src/features/moderation/store.ts'
import { Unit } from '../../../src/store/unit.ts'
import type { Inn } from '../../kit/inn.ts'
import { deeds, house, toldTo } from './house.ts'

/** Of no likeness to each other. */
const people = ['Ana', 'Bertrand', 'Chiyo', '老周', 'Dmitri', 'Eun-ji', 'Fatou', 'Grzegorz', '小满', 'Hiroko', 'Ines']
const rush = async (inn: Inn, from: number, count: number) => {
  for (let n = from; n < from + count; n++) await inn.join(`raider${n}`, { name: people[n % people.length] as string })
}
async function isOn(inn: Inn): Promise<boolean> {
  const group = String((await inn.rows('groups'))[0]?.id)
  const unit = new Unit(inn.store)
  return unit.run(async () => await raids(unit).on(group, inn.now))
}

test('five strangers in ten seconds: staff is told once, and it ends by itself', async () => {
  const inn = await house({ raid: { joins: 5, seconds: 10, calm: '10m' } })
  await rush(inn, 0, 4)
  expect(await isOn(inn)).toBe(false)
  await rush(inn, 4, 3)
  expect(await isOn(inn)).toBe(true)
  expect(toldTo(inn, 'mod')).toEqual([expect.stringContaining('Raid mode is on')])
  await inn.passes('8m')
  expect(await isOn(inn)).toBe(true)
  await inn.passes('3m')
  expect(await isOn(inn)).toBe(false)
  expect(toldTo(inn, 'mod')).toEqual([expect.stringMatching(/is over[\s\S]*7 people/)])
  await inn.passes('1d')
  expect(toldTo(inn, 'mod')).toEqual([])
  await inn.close()
})
test('another burst prolongs it, up to the longest', async () => {
  const inn = await house({ raid: { joins: 3, seconds: 10, calm: '10m', longest: '15m' } })
  await rush(inn, 0, 3)
  await inn.passes('8m')
  await rush(inn, 7, 3)
  inn.took()
  await inn.passes('5m')
  expect(await isOn(inn)).toBe(true)
  await inn.passes('5m')
  expect(await isOn(inn)).toBe(false)
  expect(toldTo(inn, 'mod')).toEqual([expect.stringContaining('is over')])
  await inn.close()
})
test('those who come back are no raid', async () => {
  const inn = await house({ raid: { joins: 3, seconds: 30 } })
  for (const user of ['ana', 'bob', 'chiyo', 'dima']) {
    await inn.join(user)
    await inn.passes('1m')
  }
  for (const user of ['ana', 'bob', 'chiyo', 'dima']) await inn.leave(user)
  for (const user of ['ana', 'bob', 'chiyo', 'dima']) await inn.join(user)
  expect(inn.took()).toEqual([])
  await inn.close()
})
test.each([
  ['mute', 'mute test:raider3 3600000'],
  ['kick', 'kick test:raider3'],
])('who joins meanwhile: %s', async (does, expected) => {
  const inn = await house({ raid: { joins: 3, seconds: 10, does } })
  await rush(inn, 0, 3)
  await inn.passes('1m')
  inn.took()
  await rush(inn, 3, 1)
  expect(deeds(inn)).toContain(expected)
  await inn.close()
})
test('what raiders write weighs more', async () => {
  const inn = await house({ raid: { joins: 3, seconds: 10, score: 0.3 } })
  await rush(inn, 0, 3)
  inn.took()
  await inn.says('raider1', 'look here https://shop.example.net/x @everyone')
  expect(deeds(inn)).toEqual(['ask test:mod'])
  await inn.close()
})
test('a mute is not shaken off by leaving and coming back (complaint 19)', async () => {
  const inn = await house()
  await inn.join('tom')
  await inn.gives('mod', 'mute', { member: 'test:tom', for: '1h' })
  await inn.leave('tom')
  await inn.passes('20m')
  inn.took()
  await inn.join('tom')
  const [again] = deeds(inn)
  expect(again).toMatch(/^mute test:tom 23\d{5}$/)
  await inn.leave('tom')
  await inn.passes('1h')
  await inn.join('tom')
  expect(deeds(inn)).toEqual([])
  await inn.close()
})
