import { describe, expect, it } from 'vitest'
import { nextRun, runsBetween } from '../../src/time/cron.ts'
import { lunarOf, wallOfLunar } from '../../src/time/lunar.ts'

/**
 * Days from the Hong Kong Observatory's Gregorian–Lunar calendar conversion tables
 * (hko.gov.hk/en/gts/time/conversion.htm).
 */
const newYears = [
  '2017-01-28',
  '2018-02-16',
  '2019-02-05',
  '2020-01-25',
  '2021-02-12',
  '2022-02-01',
  '2023-01-22',
  '2024-02-10',
  '2025-01-29',
  '2026-02-17',
  '2027-02-06',
  '2028-01-26',
]
const day = (wall: number) => new Date(wall).toISOString().slice(0, 10)

describe('the Chinese calendar', () => {
  it.each(newYears)('new year %s', (date) => {
    expect(day(wallOfLunar(Number(date.slice(0, 4)), { month: 1, day: 1 }))).toBe(date)
    expect(lunarOf(Date.parse(date))).toMatchObject({ month: 1, day: 1, leap: false })
  })

  it.each(['2022-09-10', '2023-09-29', '2024-09-17', '2025-10-06', '2026-09-25'])('mid-autumn %s', (date) => {
    expect(day(wallOfLunar(Number(date.slice(0, 4)), { month: 8, day: 15 }))).toBe(date)
  })

  it('takes the last day for the 30th of a short month: 12-30 is always the eve', () => {
    for (const date of newYears.slice(1)) {
      const eve = wallOfLunar(Number(date.slice(0, 4)) - 1, { month: 12, day: 30 })
      expect(eve).toBe(Date.parse(date) - 86_400_000)
    }
  })

  it('knows leap months and does not count them', () => {
    // The second month of 2023 and the sixth of 2025 came twice.
    expect(lunarOf(Date.parse('2023-03-25'))).toMatchObject({ month: 2, leap: true })
    expect(lunarOf(Date.parse('2025-07-30'))).toMatchObject({ month: 6, leap: true })
    const runs = runsBetween('lunar: 6-6', Date.parse('2025-01-29'), Date.parse('2026-02-17'), 'Asia/Shanghai')
    expect(runs.map(day)).toEqual(['2025-06-30'])
  })
})

describe('a lunar wish', () => {
  it('runs at nine unless told otherwise, in the wall clock of the group', () => {
    const after = Date.parse('2026-01-01')
    expect(new Date(nextRun('lunar: 1-1', after, 'Asia/Shanghai')!).toISOString()).toBe('2026-02-17T01:00:00.000Z')
    expect(new Date(nextRun('lunar: 1-1 00:00', after, 'America/New_York')!).toISOString()).toBe(
      '2026-02-17T05:00:00.000Z',
    )
    expect(new Date(nextRun('LUNAR:8-15 20:30', after, 'UTC')!).toISOString()).toBe('2026-09-25T20:30:00.000Z')
  })

  it('comes every year', () => {
    const runs = runsBetween('lunar: 1-1', Date.parse('2016-12-31'), Date.parse('2028-12-31'), 'Asia/Shanghai')
    expect(runs.map(day)).toEqual(newYears)
  })

  it('of a date at the end of the Chinese year is found from the new Gregorian year', () => {
    expect(day(nextRun('lunar: 12-8', Date.parse('2026-01-02'), 'Asia/Shanghai')!)).toBe('2026-01-26')
  })
})
