import { describe, expect, it } from 'vitest'
import { CronError, cronProblem, lastRun, nextRun, runsBetween } from '../../src/time/cron.ts'

const at = (text: string) => Temporal.Instant.from(text).epochMilliseconds
/** The next run as the group's clock shows it. */
const shown = (expression: string, after: string, timezone: string) => {
  const next = nextRun(expression, at(after), timezone)
  return next === null ? null : Temporal.Instant.fromEpochMilliseconds(next).toZonedDateTimeISO(timezone).toString()
}

describe('the next run', () => {
  it.each([
    ['0 9 * * *', '2026-03-01T00:00:00Z', 'Asia/Shanghai', '2026-03-01T09:00:00+08:00[Asia/Shanghai]'],
    ['0 9 * * *', '2026-03-01T01:00:00Z', 'Asia/Shanghai', '2026-03-02T09:00:00+08:00[Asia/Shanghai]'],
    ['*/15 8-9 * * mon-fri', '2026-02-28T00:00:00Z', 'UTC', '2026-03-02T08:00:00+00:00[UTC]'],
    ['0 20 * * sat-sun', '2026-03-02T00:00:00Z', 'UTC', '2026-03-07T20:00:00+00:00[UTC]'],
    ['0 20 * * 7', '2026-03-02T00:00:00Z', 'UTC', '2026-03-08T20:00:00+00:00[UTC]'],
    ['30 6 1,15 jan,JUL *', '2026-01-15T06:30:00Z', 'UTC', '2026-07-01T06:30:00+00:00[UTC]'],
    ['5/20 * * * *', '2026-01-01T00:06:00Z', 'UTC', '2026-01-01T00:25:00+00:00[UTC]'],
    ['@weekly', '2026-01-01T00:00:00Z', 'UTC', '2026-01-04T00:00:00+00:00[UTC]'],
    ['@yearly', '2026-01-01T00:00:00Z', 'UTC', '2027-01-01T00:00:00+00:00[UTC]'],
    ['0 0 29 2 *', '2026-01-01T00:00:00Z', 'UTC', '2028-02-29T00:00:00+00:00[UTC]'],
    // 2100 is no leap year, so that 29 February on a Sunday is 12 years away instead of 28
    ['0 0 29 2 */7', '2088-03-01T00:00:00Z', 'UTC', '2128-02-29T00:00:00+00:00[UTC]'],
  ])('of %s after %s in %s', (expression, after, timezone, expected) => {
    expect(shown(expression, after, timezone)).toBe(expected)
  })

  it('takes either day where both day fields are given, as cron does', () => {
    const days = runsBetween('0 9 13 * fri', at('2026-02-01T00:00:00Z'), at('2026-03-01T00:00:00Z'), 'UTC')
    expect(days.map((run) => new Date(run).getUTCDate())).toEqual([6, 13, 20, 27])
    const stepped = runsBetween('0 9 */2 * mon', at('2026-02-01T10:00:00Z'), at('2026-03-01T00:00:00Z'), 'UTC')
    expect(stepped.map((run) => new Date(run).getUTCDate())).toEqual([9, 23])
  })

  it('is asked a hundred thousand times in a blink', () => {
    const begun = performance.now()
    for (let day = 0; day < 100_000; day += 1) nextRun('0 9 1 * *', 1.7e12 + day * 3_600_000, 'America/New_York')
    expect(performance.now() - begun).toBeLessThan(2000)
  })
})

describe('summer time', () => {
  it.each([
    // zone, spring: evening before, the skipped time, where it runs
    ['America/New_York', '2025-03-08T12:00:00Z', '30 2 * * *', '2025-03-09T03:00:00-04:00[America/New_York]'],
    ['Europe/Berlin', '2025-03-29T12:00:00Z', '15 2 * * *', '2025-03-30T03:00:00+02:00[Europe/Berlin]'],
    // half an hour is skipped here: 02:00 to 02:30
    ['Australia/Lord_Howe', '2025-10-04T12:00:00Z', '10 2 * * *', '2025-10-05T02:30:00+11:00[Australia/Lord_Howe]'],
  ])('%s: a skipped time runs once, right after the gap', (timezone, after, cron, expected) => {
    expect(shown(cron, after, timezone)).toBe(expected)
    const runs = runsBetween(cron, at(after), at(after) + 24 * 3_600_000, timezone)
    expect(runs).toHaveLength(1)
  })

  it.each([
    ['America/New_York', '2025-11-02T00:00:00-04:00', '30 1 * * *', '2025-11-02T01:30:00-04:00[America/New_York]'],
    ['Europe/Berlin', '2025-10-26T00:00:00+02:00', '30 2 * * *', '2025-10-26T02:30:00+02:00[Europe/Berlin]'],
    [
      'Australia/Lord_Howe',
      '2025-04-06T00:00:00+11:00',
      '45 1 * * *',
      '2025-04-06T01:45:00+11:00[Australia/Lord_Howe]',
    ],
  ])('%s: a repeated time runs once, the first time round', (timezone, after, cron, expected) => {
    expect(shown(cron, after, timezone)).toBe(expected)
    const runs = runsBetween(cron, at(after), at(after) + 24 * 3_600_000, timezone)
    expect(runs).toHaveLength(1)
  })

  it('keeps the wall clock: nine in the morning before and after both changes', () => {
    const runs = runsBetween('0 9 * * *', at('2025-01-01T00:00:00Z'), at('2026-01-01T00:00:00Z'), 'Europe/Berlin')
    expect(runs).toHaveLength(365)
    const clocks = runs.map((run) => Temporal.Instant.fromEpochMilliseconds(run).toZonedDateTimeISO('Europe/Berlin'))
    expect(new Set(clocks.map((clock) => clock.hour))).toEqual(new Set([9]))
    expect(new Set(runs.slice(1).map((run, index) => (run - runs[index]!) / 3_600_000))).toEqual(new Set([23, 24, 25]))
  })

  it('collapses what falls into a gap into one run', () => {
    const runs = runsBetween('*/10 * * * *', at('2025-03-09T06:45:00Z'), at('2025-03-09T07:20:00Z'), 'America/New_York')
    expect(runs).toEqual(['06:50', '07:00', '07:10', '07:20'].map((clock) => at(`2025-03-09T${clock}:00Z`)))
  })

  it('runs once for a day that a zone left out altogether', () => {
    // Samoa went from 29 to 31 December 2011
    expect(shown('0 12 30 12 *', '2011-12-29T00:00:00Z', 'Pacific/Apia')).toBe(
      '2011-12-31T00:00:00+14:00[Pacific/Apia]',
    )
  })
})

describe('missed runs', () => {
  it('are all found after a stop of three days', () => {
    const stop = at('2026-01-05T12:00:00Z')
    const runs = runsBetween('0 9,21 * * *', stop, stop + 72 * 3_600_000, 'Asia/Shanghai')
    expect(runs.map((run) => new Date(run).toISOString().slice(5, 16))).toEqual(
      ['05T13', '06T01', '06T13', '07T01', '07T13', '08T01'].map((hour) => `01-${hour}:00`),
    )
  })

  it('are bounded where asked', () => {
    expect(runsBetween('* * * * *', 0, 1e12, 'UTC', 3)).toEqual([60_000, 120_000, 180_000])
  })

  it.each(['* * * * *', '0 9 * * *', '0 9 1 * *', '0 0 29 2 *', 'lunar: 1-1'])('the last of %s is the last', (cron) => {
    const [after, until] = [at('2020-01-01T00:00:00Z'), at('2026-05-05T12:34:56Z')]
    const last = lastRun(cron, after, until, 'Asia/Shanghai')!
    expect(last).toBeLessThanOrEqual(until)
    expect(nextRun(cron, last, 'Asia/Shanghai')).toBeGreaterThan(until)
  })

  it('is none where none was missed', () => {
    expect(lastRun('0 9 * * *', at('2026-01-01T10:00:00Z'), at('2026-01-02T08:00:00Z'), 'UTC')).toBeNull()
  })
})

describe('what cannot be read', () => {
  it.each([
    ['* * * *', 8, 'five fields, this has 4'],
    ['0 0 * * * *', 11, 'this has 6'],
    ['61 * * * *', 1, 'out of range for minute'],
    ['0 24 * * *', 3, 'out of range for hour'],
    ['0 9 L * *', 5, '"L" is not a day of month'],
    ['0 9 * * mon,frei', 13, '"frei" is not a weekday'],
    ['0 9 * * fri-mon', 9, 'runs backwards'],
    ['*/0 * * * *', 1, 'a step must be 1 or more'],
    ['1, * * * *', 3, 'something is missing'],
    ['1-2-3 * * * *', 1, 'is not a range'],
    ['1/2/3 * * * *', 1, 'more than one step'],
    ['0 0 31 4,6 *', 5, 'no chosen month has a day 31'],
    ['@dayly', 1, 'not a known form'],
    ['lunar: 13-1', 7, 'no month 13'],
    ['lunar: 1-31', 7, 'at most 30 days'],
    ['lunar: 1-1 24:00', 7, 'no 24:00 on the clock'],
    ['lunar: new year', 7, 'not a date of the Chinese calendar'],
  ])('%s', (expression, position, message) => {
    const problem = cronProblem(expression)
    expect(problem).toBeInstanceOf(CronError)
    expect(problem?.message).toContain(message)
    expect(problem?.position).toBe(position)
    expect(problem?.remedy).not.toBe('')
    expect(() => nextRun(expression, 0, 'UTC')).toThrow(CronError)
  })

  it('names a remedy that can be read', () => {
    expect(cronProblem('0 9 * * fri-mon')?.remedy).toBe('write "fri-sat,sun-mon"')
    expect(cronProblem('0 9 * * fri-sat,sun-mon')).toBeUndefined()
  })

  it('is an unknown zone too', () => {
    expect(() => nextRun('0 9 * * *', 0, 'Asia/Peking')).toThrow(RangeError)
  })
})
