/** What is due when, by a wall clock that the test moves: stops, changed rulebooks, failing jobs. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { TestClock } from '../kit/clock.ts'
import type { Inn } from '../kit/inn.ts'
import { newDatabase } from '../kit/postgres.ts'
import { occurrences, open, settled, until, type Wish } from './bells.ts'

const folder = mkdtempSync(join(tmpdir(), 'innkeeper-agenda-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let count = 0
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
