import fc from 'fast-check'
import { expect, it } from 'vitest'
import { lastRun, nextRun, runsBetween } from '../../src/time/cron.ts'

const zones = [
  'UTC',
  'Asia/Shanghai',
  'America/New_York',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'Pacific/Apia',
] as const
const instant = fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2060, 0) })
const field = (low: number, high: number) =>
  fc.oneof(
    fc.constant({ raw: '*', values: undefined }),
    fc.uniqueArray(fc.integer({ min: low, max: high }), { minLength: 1, maxLength: 4 }).map((values) => ({
      raw: values.join(','),
      values,
    })),
  )
const wish = fc.record({
  minute: field(0, 59),
  hour: field(0, 23),
  day: field(1, 28),
  month: field(1, 12),
  weekday: field(0, 6),
})
type Wish = typeof wish extends fc.Arbitrary<infer T> ? T : never
const written = (w: Wish) => [w.minute, w.hour, w.day, w.month, w.weekday].map(({ raw }) => raw).join(' ')

function matches(w: Wish, local: Temporal.ZonedDateTime): boolean {
  const has = (values: number[] | undefined, value: number) => values === undefined || values.includes(value)
  const [byDay, byWeekday] = [has(w.day.values, local.day), has(w.weekday.values, local.dayOfWeek % 7)]
  const day = w.day.values && w.weekday.values ? byDay || byWeekday : byDay && byWeekday
  return has(w.minute.values, local.minute) && has(w.hour.values, local.hour) && has(w.month.values, local.month) && day
}
const local = (at: number, zone: string) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
const isEndOfGap = (at: number, zone: string) =>
  local(at - 1, zone).getTimeZoneTransition('next')?.epochMilliseconds === at

it('a run is later than asked, on the minute, and what the fields say, or the end of a gap', () => {
  fc.assert(
    fc.property(wish, instant, fc.constantFrom(...zones), (w, after, zone) => {
      const next = nextRun(written(w), after, zone)!
      expect(next).toBeGreaterThan(after)
      expect(next % 60_000).toBe(0)
      expect(matches(w, local(next, zone)) || isEndOfGap(next, zone)).toBe(true)
    }),
    { numRuns: 500 },
  )
})

it('no matching minute is passed over, but for those of the repeated hour', () => {
  fc.assert(
    fc.property(wish, instant, fc.constantFrom(...zones), (w, after, zone) => {
      const until = Math.min(nextRun(written(w), after, zone)!, after + 3 * 86_400_000)
      for (let at = Math.floor(after / 60_000) * 60_000 + 60_000; at < until; at += 60_000) {
        const clock = local(at, zone)
        const first = clock.toPlainDateTime().toZonedDateTime(zone, { disambiguation: 'earlier' }).epochMilliseconds
        expect(matches(w, clock) && first === at).toBe(false)
      }
    }),
    { numRuns: 25 },
  )
})

it('asking run by run and asking for a stretch agree, whatever was asked before', () => {
  fc.assert(
    fc.property(wish, instant, instant, fc.constantFrom(...zones), (w, a, b, zone) => {
      const cron = written(w)
      const [after, until] = [Math.min(a, b), Math.min(a, b) + (Math.abs(a - b) % (40 * 86_400_000))]
      const runs = runsBetween(cron, after, until, zone, Number.POSITIVE_INFINITY)
      expect(runs).toEqual([...new Set(runs)].sort((x, y) => x - y))
      expect(lastRun(cron, after, until, zone)).toBe(runs.at(-1) ?? null)
      for (const run of runs.slice(0, 3)) expect(nextRun(cron, run - 1, zone)).toBe(run)
    }),
    { numRuns: 50 },
  )
})

it('any text is either read or refused with a remedy', () => {
  const token = fc.constantFrom(
    '*',
    '0',
    '9',
    '59',
    '60',
    'mon',
    'fri',
    '-',
    ',',
    '/',
    ' ',
    '@daily',
    'lunar:',
    '1-1',
    'L',
  )
  fc.assert(
    fc.property(fc.array(token, { maxLength: 14 }), instant, (tokens, after) => {
      const expression = tokens.join('')
      try {
        expect(nextRun(expression, after, 'Europe/Berlin') ?? after + 1).toBeGreaterThan(after)
      } catch (error) {
        expect(error).toMatchObject({ name: 'CronError', remedy: expect.stringMatching(/./) })
      }
    }),
    { numRuns: 1000 },
  )
})
