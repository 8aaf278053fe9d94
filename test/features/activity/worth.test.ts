import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { onePoint, saysSomething, talkWorth } from '../../../src/features/activity/worth.ts'

describe('what talking is worth', () => {
  it('never reaches more than a point a day, and never takes away', () => {
    let sum = 0
    for (let n = 1; n <= 10_000; n++) {
      expect(talkWorth(n)).toBeGreaterThanOrEqual(0)
      expect(talkWorth(n)).toBeLessThanOrEqual(n > 1 ? talkWorth(n - 1) : onePoint)
      sum += talkWorth(n)
    }
    expect(sum).toBe(onePoint)
  })
  it('gives the first messages most', () => expect([1, 2, 3].map(talkWorth)).toEqual([25, 19, 14]))
})

describe('a message that says something', () => {
  it.each(['how do I mount a drive', '第三章我看完了', 'try `apt update`'])('%s', (text) =>
    expect(saysSomething(text, 8)).toBe(true),
  )
  it.each([
    'hi',
    'ok thx',
    '好的',
    '哈哈哈哈哈哈哈哈',
    '+1 +1 +1 +1 +1',
    '      a      b     ',
    '？？？？？？？？',
    '',
  ])('not: %s', (text) => expect(saysSomething(text, 8)).toBe(false))
  it('takes any text', () =>
    fc.assert(fc.property(fc.string({ maxLength: 100 }), (text) => typeof saysSomething(text, 8) === 'boolean')))
})
