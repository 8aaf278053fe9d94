/** Names and accounts of one making, and those of people who only came together. */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { type Arrival, likenessOf, namesAlike, shapeOf } from '../../../src/features/moderation/raid/likeness.ts'

const hour = 3_600_000
const at = Date.UTC(2026, 2, 2, 10)
const one = (name: string, more: Partial<Arrival> = {}): Arrival => ({
  name,
  at,
  accountAt: 0,
  avatar: undefined,
  ...more,
})

describe('names', () => {
  it.each([
    ['mia_2291', 'mia7'],
    ['crypto.queen01', 'CryptoQueen 99'],
    ['ｃｒｙｐｔｏqueen01', 'cryptoqueen77'],
    ['兼职客服01', '兼职客服-17'],
    ['cryptoqueenxa', 'cryptoqueenlk'],
    ['BonusHunter', 'BonusHuntar'],
    ['FreeNitroGift', 'FreeNitroGift'],
  ])('%s and %s are of one making', (a, b) => {
    expect(namesAlike(shapeOf(a), shapeOf(b))).toBe(1)
    expect(namesAlike(shapeOf(b), shapeOf(a))).toBe(1)
  })
  it.each([
    ['王小明', '王小红'],
    ['李伟', '李伟'],
    ['Anna', 'Anne'],
    ['Alexander', 'Alexis'],
    ['Christina', 'Christopher'],
    ['maria.k', 'mario.p'],
    ['小满', '小雪'],
    ['', ''],
    ['!!!', '???'],
  ])('%s and %s are two people', (a, b) => expect(namesAlike(shapeOf(a), shapeOf(b))).toBeLessThan(1))
  it('that a platform gives to those without one say little by themselves', () => {
    expect(namesAlike(shapeOf('user1234'), shapeOf('user77'))).toBe(0.5)
    expect(namesAlike(shapeOf('微信用户1'), shapeOf('微信用户'))).toBe(0.5)
    const made = { accountAt: at - hour }
    expect(likenessOf(one('user1234', made), [one('user77', { accountAt: at - hour / 2 })])).toBe(1)
  })
})
test('accounts made in the same hour, without a face, count half; old ones do not', () => {
  const young = { accountAt: at - hour, avatar: false }
  expect(likenessOf(one('Bo', young), [one('Ines', { accountAt: at - hour / 2, avatar: false })])).toBe(0.5)
  const old = { accountAt: at - 400 * 24 * hour, avatar: false }
  expect(likenessOf(one('Bo', old), [one('Ines', old)])).toBe(0)
})
test('no name is too odd, and nobody is alike by having none', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      (a, b) => {
        const score = likenessOf(one(a), [one(b)])
        expect([0, 0.5, 1]).toContain(score)
        expect(likenessOf(one(b), [one(a)])).toBe(score)
      },
    ),
  )
})
