import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { config } from '../../../src/features/activity/config.ts'
import { code, fingerprint } from '../../../src/features/activity/hash.ts'
import { counted, emptyMember, type MemberRow, streakOn, wrote } from '../../../src/features/activity/tally.ts'
import { dayNumberAt } from '../../../src/time/days.ts'

const { score } = config.parse({})
const fresh: MemberRow = { group_id: 'g1', member_id: 'm1', ...emptyMember }
const say = (row: MemberRow, at: number, text: string, zone = 'UTC', message = `m${at}`) =>
  counted(row, { at, day: dayNumberAt(at, zone), text, message, called: 7, answers: false }, score).row
const all = (lines: readonly (readonly [at: string, text: string])[], zone: string) =>
  lines.reduce(
    (row, [at, text]) => say(row, Temporal.ZonedDateTime.from(`${at}[${zone}]`).epochMilliseconds, text, zone),
    fresh,
  )

describe('days and streaks', () => {
  it('are of the local day', () => {
    const row = all(
      [
        ['2026-03-02T23:59:59', 'late'],
        ['2026-03-03T00:00:00', 'early'],
      ],
      'Asia/Shanghai',
    )
    expect(row).toMatchObject({ messages: 2, days: 2, streak: 2, best_streak: 2 })
  })
  it.each([
    ['America/New_York', '2026-03-07', '2026-03-08', '2026-03-09'], // 23 hours
    ['America/New_York', '2026-10-31', '2026-11-01', '2026-11-02'], // 25 hours
    ['Australia/Lord_Howe', '2026-04-04', '2026-04-05', '2026-04-06'], // half an hour
  ])('go on over the change of clocks in %s', (zone, ...days) => {
    const row = all(
      days.flatMap(
        (day) =>
          [
            [`${day}T00:00:01`, 'a'],
            [`${day}T23:59:58`, 'b'],
          ] as const,
      ),
      zone,
    )
    expect(row).toMatchObject({ messages: 6, days: 3, streak: 3 })
  })
  it('end with a day without a message', () => {
    const row = all(
      [
        ['2026-03-01T12:00', 'a'],
        ['2026-03-02T12:00', 'a'],
        ['2026-03-04T12:00', 'a'],
      ],
      'UTC',
    )
    expect(row).toMatchObject({ days: 3, streak: 1, best_streak: 2 })
    expect(streakOn(row, row.last_day + 1)).toBe(1)
    expect(streakOn(row, row.last_day + 2)).toBe(0)
  })
  it('are left alone by a message that comes late', () => {
    const before = all(
      [
        ['2026-03-03T12:00', 'a'],
        ['2026-03-04T12:00', 'a'],
      ],
      'UTC',
    )
    const after = say(before, Date.UTC(2026, 2, 3, 13), 'a late one, and a long one')
    expect(after).toMatchObject({ messages: 3, days: 2, streak: 2, last_day: before.last_day, last_at: before.last_at })
    expect(after.points).toBe(before.points)
  })
})

describe('what earns by talking', () => {
  it('is not a flood', () => {
    let row = fresh
    for (let n = 0; n < 500; n++) row = say(row, 1e12 + n * 100, `buy number ${n} right now`)
    expect(row).toMatchObject({ messages: 500, meaningful: 2, points: 44 })
  })
  it('is not the same again', () => {
    let row = fresh
    for (let n = 0; n < 50; n++) row = say(row, 1e12 + n * 60_000, n % 2 ? 'Good morning all' : ' good morning ALL')
    expect(row).toMatchObject({ meaningful: 1, points: 25 })
  })
  it('is at most a point a day, whatever is said', () => {
    const lines = fc.array(fc.tuple(fc.nat(86_399_999), fc.string({ maxLength: 80 })), { maxLength: 400 })
    fc.assert(
      fc.property(lines, (said) => {
        const day = Date.UTC(2026, 2, 2)
        const row = said.toSorted((a, b) => a[0] - b[0]).reduce((now, [at, text]) => say(now, day + at, text), fresh)
        expect(row.points).toBeLessThanOrEqual(100)
        expect(row.messages).toBe(said.length)
      }),
    )
  })
})

describe('remembering what one wrote', () => {
  it('finds the last twelve messages by id, and keeps no more', () => {
    let row = fresh
    for (let n = 0; n < 40; n++) row = say(row, 1e12 + n, 'x', 'UTC', `web:reading/${n}`)
    const known = Array.from({ length: 40 }, (_, n) => wrote(row, code(fingerprint(`web:reading/${n}`))))
    expect(known.lastIndexOf(false)).toBe(27)
    expect(row.wrote.length).toBe(84)
  })
})
