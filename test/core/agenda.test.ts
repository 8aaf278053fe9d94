/** What is due when, by a wall clock that the test moves: summer time, stops, changed rulebooks, failing jobs. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { z } from 'zod'
import { kit, type Recurrence } from '../../src/core/feature.ts'
import { texts } from '../../src/core/texts.ts'
import { TestClock } from '../kit/clock.ts'
import { type Inn, type InnOptions, openInn } from '../kit/inn.ts'
import { newDatabase } from '../kit/postgres.ts'

const folder = mkdtempSync(join(tmpdir(), 'innkeeper-agenda-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let count = 0

const wish = z.strictObject({
  key: z.string().default('bell'),
  cron: z.string(),
  late: z.enum(['skip', 'once']).default('skip'),
  lateWithin: z.int().optional(),
})
const bells = kit({
  name: 'bells',
  config: z.strictObject({ wishes: z.array(wish).default([]) }),
  store: () => ({}),
})
const zoned = (at: number, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone)
    .toString({ smallestUnit: 'minute', timeZoneName: 'never' })
const feature = bells.feature({
  texts: texts({}, {}),
  needs: ['send'],
  migrations: {},
  personal: [],
  on: {
    message: ({ event, group }) => {
      const [word, key = '', ms = '0'] = event.text.split(' ')
      if (word === 'later')
        return { later: [{ job: 'ring', key, at: event.at + Number(ms), payload: { text: `later ${key}` } }] }
      if (word === 'never') return { later: [{ job: 'ring', key, at: null }] }
      return { actions: [{ type: 'send', group: group.ref, text: `heard ${event.text}` }] }
    },
  },
  jobs: [
    {
      name: 'ring',
      recurs: ({ wishes }) =>
        wishes.map(
          ({ key, cron, late, lateWithin }): Recurrence => ({
            key,
            cron,
            late,
            ...(lateWithin !== undefined && { lateWithin }),
          }),
        ),
      run: ({ due, key, group, payload }) => {
        if (key === 'broken') throw new Error('a bug in the job')
        const text = typeof payload.text === 'string' ? payload.text : `${key} ${zoned(due, group.timezone)}`
        return { actions: [{ type: 'send', group: group.ref, text }], why: { decided: 'rung' } }
      },
    },
  ],
})
type Wish = z.input<typeof wish>
const open = (clock: TestClock | undefined, wishes: readonly Wish[], more: Partial<InnOptions> = {}) =>
  openInn({ features: [feature], languages: ['en'], sections: { bells: { wishes } }, ...(clock && { clock }), ...more })
/** An inn that knows its group. */
async function settled(clock: TestClock, wishes: readonly Wish[], more: Partial<InnOptions> = {}): Promise<Inn> {
  const inn = await open(clock, wishes, more)
  await inn.happens({ type: 'group', name: 'Bells', at: clock.now(), id: `opened ${++count}` })
  inn.sent()
  return inn
}
/** Moves the clock in small steps, as time goes. */
async function until(inn: Inn, clock: TestClock, end: string, stepMs = 600_000): Promise<void> {
  const to = Temporal.Instant.from(end).epochMilliseconds
  while (clock.now() < to) {
    clock.pass(Math.min(stepMs, to - clock.now()))
    await inn.engine.tick()
  }
  await inn.engine.idle()
}
const occurrences = async (inn: Inn) =>
  (await inn.rows('occurrences'))
    .map((row) => ({ due: Number(row.due), key: String(row.key), state: String(row.state), note: String(row.note) }))
    .sort((a, b) => a.due - b.due)

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

const places = {
  sqlite: async () => join(folder, `${++count}.db`),
  postgres: () => newDatabase(inject('postgres'), `agenda_${process.pid}_${++count}`),
}
describe.each(Object.entries(places))('a stop of three days, on %s', (_kind, place) => {
  const zone = 'Europe/Berlin'
  const stopped = '2026-03-26T12:00Z' // and summer time begins meanwhile
  const back = '2026-03-29T12:00Z'
  /** Lives until the stop, and is opened again after it. */
  async function over(wishes: readonly Wish[], before?: (inn: Inn) => Promise<unknown>, wishesAfter = wishes) {
    const where = await place()
    const clock = new TestClock(stopped)
    const inn = await settled(clock, wishes, { place: where, timezone: zone })
    await before?.(inn)
    await inn.close()
    clock.set(back)
    const again = await open(clock, wishesAfter, { place: where, timezone: zone })
    await again.engine.start()
    await again.engine.greetGroups()
    await Promise.all([again.engine.tick(), again.engine.tick(), again.engine.tick()])
    await again.engine.idle()
    return { inn: again, clock }
  }

  it('skips what was missed where the policy is to skip, and says so of each', async () => {
    const { inn, clock } = await over([{ cron: '0 9 * * *', late: 'skip' }])
    expect(inn.sent()).toEqual([])
    expect(await occurrences(inn)).toEqual([
      { due: Date.UTC(2026, 2, 27, 8), key: 'bell', state: 'skipped', note: 'missed while away' },
      { due: Date.UTC(2026, 2, 28, 8), key: 'bell', state: 'skipped', note: 'missed while away' },
      { due: Date.UTC(2026, 2, 29, 7), key: 'bell', state: 'skipped', note: 'missed while away; policy: skip' },
    ])
    await until(inn, clock, '2026-03-30T12:00Z')
    expect(inn.sent()).toEqual(['bell 2026-03-30T09:00+02:00'])
    await inn.close()
  })
  it('makes up for the last one only, once, where that is the policy and it is not too late', async () => {
    const { inn } = await over([{ cron: '0 9 * * *', late: 'once', lateWithin: 6 * 3_600_000 }])
    expect(inn.sent()).toEqual(['bell 2026-03-29T09:00+02:00'])
    expect((await occurrences(inn)).map(({ state }) => state)).toEqual(['skipped', 'skipped', 'done'])
    await inn.passes('1m')
    expect(inn.sent()).toEqual([])
    await inn.close()
  })
  it('does not make up for one that is too late, and says so', async () => {
    const { inn } = await over([{ cron: '0 9 * * *', late: 'once', lateWithin: 4 * 3_600_000 }])
    expect(inn.sent()).toEqual([])
    expect((await occurrences(inn)).at(-1)).toMatchObject({ note: 'missed while away; too late to make up' })
    await inn.close()
  })
  it('runs one that is just due as any other', async () => {
    const { inn } = await over([{ cron: '0 14 * * *', late: 'skip' }])
    expect(inn.sent()).toEqual(['bell 2026-03-29T14:00+02:00'])
    expect((await occurrences(inn)).map(({ state }) => state)).toEqual(['skipped', 'skipped', 'skipped', 'done'])
    await inn.close()
  })
  it('notes every occurrence of a frequent wish, the last of them by policy', async () => {
    const { inn } = await over([{ cron: '*/10 * * * *', late: 'once' }])
    const all = await occurrences(inn)
    expect(all).toHaveLength(3 * 24 * 6)
    expect(new Set(all.map(({ due }) => due)).size).toBe(all.length)
    expect(all.filter(({ state }) => state === 'done')).toHaveLength(1)
    expect(inn.sent()).toHaveLength(1)
    await inn.close()
  })
  it('keeps one-off work and runs it, however late, in order', async () => {
    const { inn } = await over([], async (before) => {
      await before.says('tom', 'later second 7200000', { at: before.now })
      await before.says('tom', 'later first 3600000', { at: before.now })
      await before.says('tom', 'later dropped 3600000', { at: before.now })
      await before.says('tom', 'never dropped', { at: before.now })
    })
    expect(inn.sent()).toEqual(['later first', 'later second'])
    expect((await inn.rows('agenda')).length).toBe(0)
    await inn.close()
  })
  it('follows a rulebook changed meanwhile, and says what of the old one was missed', async () => {
    const old = [
      { cron: '0 9 * * *', late: 'once' as const },
      { key: 'gone', cron: '0 10 * * *' },
    ]
    const { inn, clock } = await over(old, undefined, [{ cron: '0 16 * * *', late: 'once' }])
    expect(inn.sent()).toEqual([])
    expect(await occurrences(inn)).toMatchObject([
      { key: 'bell', state: 'skipped', note: 'missed while away; the rulebook has changed since' },
      { key: 'gone', state: 'skipped', note: 'missed while away; the rulebook has changed since' },
    ])
    await until(inn, clock, '2026-03-30T12:00Z')
    expect(inn.sent()).toEqual(['bell 2026-03-29T16:00+02:00'])
    await inn.close()
  })
})

describe('the agenda', () => {
  it('follows an edit of the rulebook at once: changed, added and removed', async () => {
    const clock = new TestClock('2026-05-04T06:00Z')
    const inn = await settled(clock, [{ cron: '0 9 * * *' }, { key: 'gone', cron: '0 9 * * *' }], { timezone: 'UTC' })
    await inn.rules({ sections: { bells: { wishes: [{ cron: '0 8 * * *' }, { key: 'new', cron: '30 8 * * *' }] } } })
    await until(inn, clock, '2026-05-04T12:00Z')
    expect(inn.sent()).toEqual(['bell 2026-05-04T08:00+00:00', 'new 2026-05-04T08:30+00:00'])
    await inn.rules({ timezone: 'Asia/Shanghai', sections: { bells: { wishes: [{ cron: '0 21 * * *' }] } } })
    await until(inn, clock, '2026-05-04T14:00Z')
    expect(inn.sent()).toEqual(['bell 2026-05-04T21:00+08:00'])
    await inn.close()
  })
  it('goes on after a job that throws: that occurrence has failed, the others run', async () => {
    const clock = new TestClock('2026-05-04T06:00Z')
    const inn = await settled(clock, [{ key: 'broken', cron: '0 * * * *' }, { cron: '0 * * * *' }], { timezone: 'UTC' })
    await until(inn, clock, '2026-05-04T09:00Z')
    expect(inn.sent()).toHaveLength(3)
    const all = await occurrences(inn)
    expect(all.filter(({ key }) => key === 'broken').map(({ state }) => state)).toEqual(['failed', 'failed', 'failed'])
    expect(inn.log.errors).toHaveLength(3)
    await inn.close()
  })
  it('runs an occurrence once however many ticks overlap', async () => {
    const clock = new TestClock('2026-05-04T06:00Z')
    const inn = await settled(clock, [{ cron: '0 9 * * *' }], { timezone: 'UTC' })
    clock.set('2026-05-04T09:00Z')
    await Promise.all(Array.from({ length: 20 }, () => inn.engine.tick()))
    clock.set('2026-05-04T08:00Z') // the machine's clock is set back
    await inn.engine.tick()
    clock.set('2026-05-04T09:00Z')
    await inn.engine.tick()
    await inn.engine.idle()
    expect(inn.sent()).toEqual(['bell 2026-05-04T09:00+00:00'])
    await inn.close()
  })
  it('lets messages in between when very much is due at once', async () => {
    const clock = new TestClock('2026-05-04T06:00Z')
    const inn = await settled(clock, [], { timezone: 'UTC' })
    for (let n = 0; n < 120; n++)
      await inn.engine.emit({
        type: 'message',
        id: `l${n}`,
        at: clock.now(),
        group: 'test:main',
        user: 'test:tom',
        text: `later k${n} 1000`,
      })
    clock.pass(2000)
    const ticked = inn.engine.tick()
    const said = inn.engine.emit({
      type: 'message',
      id: 'urgent',
      at: clock.now(),
      group: 'test:main',
      user: 'test:tom',
      text: 'hello',
    })
    await Promise.all([ticked, said])
    await inn.engine.idle()
    const sent = inn.sent()
    expect(sent).toHaveLength(121)
    expect(sent.indexOf('heard hello')).toBeLessThan(60)
    await inn.close()
  })
  it('rests while the group is gone, and takes up again when it comes back', async () => {
    const clock = new TestClock('2026-05-04T06:00Z')
    const inn = await settled(clock, [{ cron: '0 9 * * *' }], { timezone: 'UTC' })
    await inn.happens({ type: 'group', gone: true, at: clock.now() })
    await until(inn, clock, '2026-05-05T06:00Z')
    expect(inn.sent()).toEqual([])
    expect(await occurrences(inn)).toMatchObject([
      { state: 'skipped', note: 'the group or the job is no longer there' },
    ])
    await inn.happens({ type: 'group', at: clock.now() })
    await until(inn, clock, '2026-05-05T12:00Z')
    expect(inn.sent()).toEqual(['bell 2026-05-05T09:00+00:00'])
    await inn.close()
  })
  it('under the events’ clock catches up in order, before the event that moved time', async () => {
    const inn = await open(undefined, [{ cron: '0 9 * * *' }, { key: 'noon', cron: '0 12 * * *' }], {
      timezone: 'UTC',
      start: Date.UTC(2026, 4, 4, 6),
    })
    await inn.says('tom', 'one')
    await inn.says('tom', 'later soon 3600000')
    await inn.says('tom', 'two', { at: Date.UTC(2026, 4, 6, 10) })
    expect(inn.sent()).toEqual([
      'heard one',
      'later soon',
      'bell 2026-05-04T09:00+00:00',
      'noon 2026-05-04T12:00+00:00',
      'bell 2026-05-05T09:00+00:00',
      'noon 2026-05-05T12:00+00:00',
      'bell 2026-05-06T09:00+00:00',
      'heard two',
    ])
    await inn.close()
  })
})
