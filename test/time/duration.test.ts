import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDuration, parseDuration } from '../../src/time/duration.ts'

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000]

describe('a length of time', () => {
  it.each([
    ['10m', 10 * minute],
    ['2h', 2 * hour],
    ['1d12h', 36 * hour],
    ['1 day, 2 hours', 26 * hour],
    ['90s', 90_000],
    ['1.5h', 90 * minute],
    ['3天', 3 * day],
    ['2小时', 2 * hour],
    ['30分钟', 30 * minute],
    ['1小时30分', 90 * minute],
    ['１０分钟', 10 * minute],
    ['半小时', 30 * minute],
    ['两个小时', 2 * hour],
    ['十二天', 12 * day],
    ['二十分钟', 20 * minute],
    ['一周', 7 * day],
  ])('%s', (text, ms) => {
    expect(parseDuration(text)).toBe(ms)
  })

  it.each(['', '10', 'm', 'soon', '1h x', '-5m', '0m', '零秒', '三三天', '999999w', '1.2.3h'])('%j is none', (text) => {
    expect(parseDuration(text)).toBeUndefined()
  })

  it.each([
    [90_000, '1分钟30秒', '1 minute 30 seconds'],
    [36 * hour, '1天12小时', '1 day 12 hours'],
    [hour - 400, '1小时', '1 hour'],
    [day - 1, '1天', '1 day'],
    [2 * day + 61_000, '2天', '2 days'],
    [0, '0秒', '0 seconds'],
  ])('%d ms in words', (ms, zh, en) => {
    expect(formatDuration(ms, 'zh')).toBe(zh)
    expect(formatDuration(ms, 'en')).toBe(en)
  })

  it('reads what it writes, to within its two largest units', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1000, max: 365 * day }),
        fc.constantFrom('zh' as const, 'en' as const),
        (ms, locale) => {
          const back = parseDuration(formatDuration(ms, locale))!
          expect(Math.abs(back - ms)).toBeLessThanOrEqual(ms >= day ? hour / 2 : ms >= hour ? minute / 2 : 500)
        },
      ),
    )
  })

  it('never chokes on any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => void parseDuration(text)))
  })
})
