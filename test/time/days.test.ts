import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayAt, dayKey, dayNumberAt, dayNumberOf, hourAt, weekAt, weekdayAt } from '../../src/time/days.ts'
import { instantOf, isTimezone, offsetAt } from '../../src/time/zone.ts'

const zones = [
  'UTC',
  'Asia/Shanghai',
  'Asia/Kolkata',
  'America/New_York',
  'Europe/Berlin',
  'Australia/Lord_Howe',
] as const
const instant = fc.integer({ min: Date.UTC(1950, 0), max: Date.UTC(2100, 0) })
const local = (at: number, zone: string) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)

describe('days of a zone', () => {
  it('agree with Temporal at any instant', () => {
    fc.assert(
      fc.property(instant, fc.constantFrom(...zones), (at, zone) => {
        const clock = local(at, zone)
        expect(offsetAt(at, zone)).toBe(clock.offsetNanoseconds / 1e6)
        expect(dayAt(at, zone)).toBe(clock.toPlainDate().toString())
        expect(weekdayAt(at, zone)).toBe(clock.dayOfWeek)
        expect(hourAt(at, zone)).toBe(clock.hour)
        const week = String(clock.weekOfYear).padStart(2, '0')
        expect(weekAt(at, zone)).toBe(`${clock.yearOfWeek}-W${week}`)
      }),
      { numRuns: 2000 },
    )
  })

  it('agree with Temporal right at a transition', () => {
    const change = Date.parse('2025-03-09T07:00:00Z')
    for (const at of [change - 1, change, change + 1, change - 1]) {
      expect(hourAt(at, 'America/New_York')).toBe(local(at, 'America/New_York').hour)
    }
  })

  it('count on from day to day', () => {
    const number = dayNumberAt(Date.parse('2026-02-28T23:00:00Z'), 'Asia/Shanghai')
    expect(dayKey(number)).toBe('2026-03-01')
    expect(dayKey(number - 1)).toBe('2026-02-28')
    expect(dayNumberOf('2026-03-01')).toBe(number)
  })

  it('cost far less than a microsecond or two', () => {
    const begun = performance.now()
    for (let index = 0; index < 1_000_000; index += 1) dayAt(1.7e12 + index * 1000, zones[index % zones.length]!)
    expect(performance.now() - begun).toBeLessThan(2000)
  })
})

describe('zones', () => {
  it('give back the wall time of every instant they were asked for', () => {
    fc.assert(
      fc.property(instant, fc.constantFrom(...zones), (at, zone) => {
        const wall = at + offsetAt(at, zone)
        expect([instantOf(wall, zone, 'first'), instantOf(wall, zone, 'second')]).toContain(at)
      }),
      { numRuns: 2000 },
    )
  })

  it('are told from what is none', () => {
    expect(['UTC', 'Asia/Shanghai', 'America/Argentina/Ushuaia'].every(isTimezone)).toBe(true)
    expect(['', 'Mars/Base', '+08:00', 'GMT+8 '].some(isTimezone)).toBe(false)
  })
})
