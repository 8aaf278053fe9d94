import fc from 'fast-check'
import { expect, it } from 'vitest'
import { quietUntil } from '../../src/time/quiet.ts'

const at = (text: string) => Temporal.Instant.from(text).epochMilliseconds
const night = { from: '23:00', to: '08:00' }

it.each([
  ['2026-01-01T22:59:59+08:00', null],
  ['2026-01-01T23:00:00+08:00', '2026-01-02T08:00:00+08:00'],
  ['2026-01-02T03:00:00+08:00', '2026-01-02T08:00:00+08:00'],
  ['2026-01-02T08:00:00+08:00', null],
])('a night seen from %s ends at %s', (now, end) => {
  expect(quietUntil(at(now), night, 'Asia/Shanghai')).toBe(end === null ? null : at(end))
})

it('knows a rest at noon, and none at all', () => {
  const noon = { from: '12:00', to: '14:00' }
  expect(quietUntil(at('2026-01-01T13:00:00Z'), noon, 'UTC')).toBe(at('2026-01-01T14:00:00Z'))
  expect(quietUntil(at('2026-01-01T14:00:00Z'), noon, 'UTC')).toBeNull()
  expect(quietUntil(at('2026-01-01T14:00:00Z'), { from: '00:00', to: '00:00' }, 'UTC')).toBeNull()
})

it('ends right after the gap where its end is skipped', () => {
  const until = quietUntil(at('2025-03-09T05:00:00Z'), { from: '22:00', to: '02:30' }, 'America/New_York')
  expect(until).toBe(at('2025-03-09T03:00:00-04:00'))
})

const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'))

it('always ends, later than now and within a day and an hour', () => {
  // The night of the change, minute by minute, where the trouble is.
  const instant = fc.integer({ min: at('2025-11-01T12:00:00Z') / 1000, max: at('2025-11-03T00:00:00Z') / 1000 })
  fc.assert(
    fc.property(instant, clock, clock, (second, from, to) => {
      const until = quietUntil(second * 1000, { from, to }, 'America/New_York')
      if (until === null) return
      expect(until).toBeGreaterThan(second * 1000)
      expect(until - second * 1000).toBeLessThanOrEqual(25 * 3_600_000)
    }),
    { numRuns: 1000 },
  )
})
