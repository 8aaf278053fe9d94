/** Recurring work by the wall clock of its zone, across summer time, and by the Chinese calendar. */
import { describe, expect, it } from 'vitest'
import { TestClock } from '../kit/clock.ts'
import { occurrences, settled, until } from './bells.ts'

describe('across summer time', () => {
  const daily = [
    { key: 'morning', cron: '0 9 * * *' },
    { key: 'night', cron: '30 2 * * *' },
    { key: 'early', cron: '30 1 * * *' },
  ]
  // Forward: 02:30 does not exist and rings when the gap ends (in Lord Howe, where half an hour is skipped from 02:00).
  // Back: 01:30 comes twice (in Berlin 02:30 does; in Lord Howe 01:30 to 02:00) and rings the first time only.
  const changes = [
    [
      'America/New_York',
      '2026-03-07T15:00Z',
      '2026-03-09T12:00Z',
      [
        'early 2026-03-08T01:30-05:00',
        'night 2026-03-08T03:00-04:00',
        'morning 2026-03-08T09:00-04:00',
        'early 2026-03-09T01:30-04:00',
        'night 2026-03-09T02:30-04:00',
      ],
    ],
    [
      'America/New_York',
      '2026-10-31T14:00Z',
      '2026-11-01T20:00Z',
      ['early 2026-11-01T01:30-04:00', 'night 2026-11-01T02:30-05:00', 'morning 2026-11-01T09:00-05:00'],
    ],
    [
      'Europe/Berlin',
      '2026-03-28T12:00Z',
      '2026-03-29T12:00Z',
      ['early 2026-03-29T01:30+01:00', 'night 2026-03-29T03:00+02:00', 'morning 2026-03-29T09:00+02:00'],
    ],
    [
      'Europe/Berlin',
      '2026-10-24T12:00Z',
      '2026-10-25T12:00Z',
      ['early 2026-10-25T01:30+02:00', 'night 2026-10-25T02:30+02:00', 'morning 2026-10-25T09:00+01:00'],
    ],
    [
      'Australia/Lord_Howe',
      '2026-10-03T02:00Z',
      '2026-10-04T02:00Z',
      ['early 2026-10-04T01:30+10:30', 'night 2026-10-04T02:30+11:00', 'morning 2026-10-04T09:00+11:00'],
    ],
    [
      'Australia/Lord_Howe',
      '2026-04-04T02:00Z',
      '2026-04-05T02:00Z',
      ['early 2026-04-05T01:30+11:00', 'night 2026-04-05T02:30+10:30', 'morning 2026-04-05T09:00+10:30'],
    ],
  ] as const
  it.each(changes)('in %s from %s each time of day comes once', async (timezone, start, end, rung) => {
    const clock = new TestClock(start)
    const inn = await settled(clock, daily, { timezone })
    await until(inn, clock, end)
    expect(inn.sent()).toEqual(rung)
    expect((await occurrences(inn)).every(({ state }) => state === 'done')).toBe(true)
    await inn.close()
  })
  it('keeps the time of the Chinese calendar', async () => {
    const clock = new TestClock('2026-02-15T00:00Z')
    const inn = await settled(
      clock,
      [
        { key: 'eve', cron: 'lunar: 12-30 20:00' },
        { key: 'new year', cron: 'lunar: 1-1 00:00' },
        { key: 'lanterns', cron: 'lunar: 1-15' },
        { key: 'mid-autumn', cron: 'lunar: 8-15 18:30' },
      ],
      { timezone: 'Asia/Shanghai' },
    )
    await until(inn, clock, '2027-03-01T00:00Z', 1_800_000)
    // Spring Festivals 17 February 2026 and 6 February 2027, Mid-Autumn 25 September 2026: any almanac.
    expect(inn.sent()).toEqual([
      'eve 2026-02-16T20:00+08:00',
      'new year 2026-02-17T00:00+08:00',
      'lanterns 2026-03-03T09:00+08:00',
      'mid-autumn 2026-09-25T18:30+08:00',
      'eve 2027-02-05T20:00+08:00',
      'new year 2027-02-06T00:00+08:00',
      'lanterns 2027-02-20T09:00+08:00',
    ])
    await inn.close()
  })
})
