/** From the outbox to the platform: order, priority, pace, tries, and what a stop in the middle leaves. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { z } from 'zod'
import type { Draft, Outcome } from '../../src/core/action.ts'
import type { Filed } from '../../src/core/adapter.ts'
import { Dispatch, type Settled, type Writer } from '../../src/core/engine/dispatch.ts'
import { type OutboxRow, waiting } from '../../src/core/engine/outbox.ts'
import { kit } from '../../src/core/feature.ts'
import { texts } from '../../src/core/texts.ts'
import { TestClock } from '../kit/clock.ts'
import { type Inn, type InnOptions, Logbook, openInn } from '../kit/inn.ts'
import { newDatabase } from '../kit/postgres.ts'
import { Recorder } from '../kit/recorder.ts'

const folder = mkdtempSync(join(tmpdir(), 'innkeeper-dispatch-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const hands = kit({ name: 'hands', config: z.strictObject({}), store: () => ({}) })
const feature = hands.feature({
  texts: texts({}, {}),
  needs: ['send'],
  migrations: {},
  personal: [],
  on: { message: ({ event }) => ({ actions: JSON.parse(event.text) as Draft[] }) },
})
const start = Date.UTC(2026, 2, 2, 10)
const open = (adapter: Recorder, more: Partial<InnOptions> = {}) =>
  openInn({ features: [feature], languages: ['en'], adapter, ...more })
const say = (text: string, more: Partial<Draft> = {}): Draft =>
  ({ type: 'send', group: 'test:main', text, ...more }) as Draft
const does = (inn: Inn, drafts: readonly Draft[], more = {}) => inn.says('tom', JSON.stringify(drafts), more)
const outbox = async (inn: Inn) =>
  (await inn.rows('outbox')).sort((a, b) => Number(a.seq) - Number(b.seq)) as unknown as OutboxRow[]

/** An adapter whose answers the test gives one by one, in its own time. */
class Slow extends Recorder {
  readonly open: { filed: Filed; answer: (outcome: Outcome) => void }[] = []
  override answer = (filed: Filed) => new Promise<Outcome>((resolve) => this.open.push({ filed, answer: resolve }))
  text(n = 0) {
    const action = this.open[n]?.filed.action
    return action && 'text' in action ? action.text : undefined
  }
  async done(outcome: Outcome = { ok: true }) {
    this.open.shift()?.answer(outcome)
    await sleep(20)
  }
}

describe('order', () => {
  it('within a group is that of filing, one at a time; groups do not wait for each other', async () => {
    const adapter = new Slow()
    const clock = new TestClock(start)
    const inn = await open(adapter, { clock })
    await inn.engine.start()
    const emit = (id: string, group: string, drafts: Draft[]) =>
      inn.engine.emit({ type: 'message', id, at: start, group, user: 'test:tom', text: JSON.stringify(drafts) })
    await emit('a', 'test:one', [say('1'), say('2'), say('3')])
    await emit('b', 'test:two', [say('4')])
    await sleep(20)
    expect([adapter.text(0), adapter.text(1), adapter.open.length]).toEqual(['1', '4', 2])
    await adapter.done()
    expect([adapter.text(0), adapter.text(1), adapter.open.length]).toEqual(['4', '2', 2])
    await adapter.done()
    await adapter.done()
    expect([adapter.text(0), adapter.open.length]).toEqual(['3', 1])
    await adapter.done()
    await inn.close()
  })
  it('is by urgency first, in a group and among groups', async () => {
    const adapter = new Slow()
    const inn = await open(adapter, { clock: new TestClock(start) })
    await inn.engine.start()
    const drafts = [
      say('under way'),
      say('post', { priority: 'post' }),
      say('welcome', { priority: 'welcome' }),
      say('reply'),
      say('moderation', { priority: 'moderation' }),
      say('moderation too', { priority: 'moderation' }),
    ]
    await inn.engine.emit({
      type: 'message',
      id: 'a',
      at: start,
      group: 'test:main',
      user: 'test:tom',
      text: JSON.stringify(drafts.slice(0, 1)),
    })
    await inn.engine.emit({
      type: 'message',
      id: 'b',
      at: start,
      group: 'test:main',
      user: 'test:tom',
      text: JSON.stringify(drafts.slice(1)),
    })
    const order: (string | undefined)[] = []
    for (let n = 0; n < drafts.length; n++) {
      await sleep(10)
      order.push(adapter.text())
      await adapter.done()
    }
    expect(order).toEqual(['under way', 'moderation', 'moderation too', 'reply', 'welcome', 'post'])
    await inn.close()
  })
  it('is kept while the first of a group is tried again', async () => {
    const adapter = new Recorder()
    let away = true
    adapter.answer = () => (away ? { ok: false, kind: 'busy', retryAfterMs: 5000, detail: '' } : { ok: true })
    const inn = await open(adapter, { clock: new TestClock(start) })
    await does(inn, [say('1'), say('2')])
    await does(inn, [say('3'), say('urgent', { priority: 'moderation' })])
    away = false
    await inn.passes('1s')
    expect(inn.sent(), 'nothing goes ahead of what waits but what is more urgent').toEqual([])
    await inn.passes('10s')
    expect(inn.sent()).toEqual(['urgent', '1', '2', '3'])
    await inn.close()
  })
})

describe('pace', () => {
  it('is so many a minute in all, and the most urgent go first', async () => {
    const adapter = new Recorder({ sendsPerMinute: 3 })
    const inn = await open(adapter, { clock: new TestClock(start) })
    for (let n = 0; n < 8; n++) await does(inn, [say(`${n}`)], { group: `g${n % 4}` })
    expect(inn.sent()).toEqual(['0', '1', '2'])
    await does(inn, [say('out with them', { priority: 'moderation' })], { group: 'g9' })
    await inn.passes('59s')
    expect(inn.sent()).toEqual([])
    await inn.passes('1s')
    expect(inn.sent()).toEqual(['out with them', '3', '4'])
    await inn.passes('1m')
    expect(inn.sent()).toEqual(['5', '6', '7'])
    await inn.close()
  })
  it('leaves a gap between two in one group', async () => {
    const adapter = new Recorder({ groupGapMs: 2000 })
    const inn = await open(adapter, { clock: new TestClock(start) })
    await does(inn, [say('1'), say('2')], { group: 'a' })
    await does(inn, [say('3')], { group: 'b' })
    expect(inn.sent()).toEqual(['1', '3'])
    await inn.passes('1s')
    expect(inn.sent()).toEqual([])
    await inn.passes('1s')
    expect(inn.sent()).toEqual(['2'])
    await inn.close()
  })
  it('goes on by itself as the wall clock does', async () => {
    const adapter = new Recorder({ groupGapMs: 60 })
    const clock = { kind: 'live', now: () => Date.now() } as const
    const inn = await open(adapter, { clock })
    await does(inn, [say('1'), say('2'), say('3')])
    await expect.poll(() => adapter.all.length, { timeout: 2000 }).toBe(3)
    await inn.close()
  })
})

describe('tries', () => {
  const failing = (kind: 'busy' | 'failed', times: number, retryAfterMs?: number, idempotent = true) => {
    const adapter = new Recorder({ idempotent })
    const tries: number[] = []
    const outcome = { ok: false, kind, detail: 'not now', ...(retryAfterMs !== undefined && { retryAfterMs }) } as const
    adapter.answer = ({ attempt }) => {
      tries.push(attempt)
      return tries.length <= times ? outcome : { ok: true, message: 'sent' }
    }
    return { adapter, tries }
  }
  it('of a busy platform come when it says', async () => {
    const { adapter, tries } = failing('busy', 2, 30_000)
    const inn = await open(adapter, { clock: new TestClock(start) })
    await does(inn, [say('x')])
    await inn.passes('29s')
    expect(tries).toEqual([1])
    await inn.passes('1s')
    expect(tries).toEqual([1, 2])
    await inn.passes('30s')
    expect(tries).toEqual([1, 2, 3])
    expect((await outbox(inn))[0]).toMatchObject({ state: 'done', attempts: 3, message: 'sent', detail: '' })
    await inn.close()
  })
  it('of a platform that is away all day are not given up, and after two days are', async () => {
    const away = failing('busy', Number.POSITIVE_INFINITY, 600_000)
    const inn = await open(away.adapter, { clock: new TestClock(start) })
    await does(inn, [say('x')])
    for (let n = 0; n < 24 * 6; n++) await inn.passes('10m')
    expect((await outbox(inn))[0]).toMatchObject({ state: 'waiting', detail: 'busy: not now' })
    for (let n = 0; n < 24 * 6 + 2; n++) await inn.passes('10m')
    expect((await outbox(inn))[0]).toMatchObject({ state: 'failed', detail: 'busy: not now' })
    await inn.close()
  })
  it('after failures come ever later, twelve times in all, and then it has failed', async () => {
    const { adapter } = failing('failed', Number.POSITIVE_INFINITY)
    const times: number[] = []
    const answer = adapter.answer
    const clock = new TestClock(start)
    adapter.answer = (filed) => {
      times.push((clock.now() - start) / 1000)
      return answer(filed)
    }
    const inn = await open(adapter, { clock })
    await does(inn, [say('x')])
    for (let n = 0; n < 3600; n += 2) await inn.passes('2s')
    expect(times).toEqual([0, 2, 6, 14, 30, 62, 126, 254, 510, 1022, 1622, 2222])
    expect((await outbox(inn))[0]).toMatchObject({ state: 'failed', attempts: 12, detail: 'failed: not now' })
    await inn.close()
  })
  it('of one hopeless action do not hold up its group for long', async () => {
    const adapter = new Recorder()
    adapter.answer = ({ action }) =>
      'text' in action && action.text === 'hopeless' ? { ok: false, kind: 'failed', detail: '' } : { ok: true }
    const inn = await open(adapter, { clock: new TestClock(start) })
    await does(inn, [say('hopeless'), say('next')])
    await inn.passes('10s')
    expect(inn.sent()).toEqual([])
    for (let n = 0; n < 30; n++) await inn.passes('1s')
    expect(inn.sent()).toEqual(['next'])
    await inn.close()
  })
  it('of an adapter that throws are those of a failure, and it is logged', async () => {
    const adapter = new Recorder()
    let broken = true
    adapter.answer = () => {
      if (broken) throw new Error('a bug in the adapter')
      return { ok: true }
    }
    const inn = await open(adapter, { clock: new TestClock(start) })
    await does(inn, [say('x')])
    expect(inn.log.errors.map(({ message }) => message)).toEqual(['the adapter threw'])
    broken = false
    await inn.passes('2s')
    expect(inn.sent()).toEqual(['x'])
    await inn.close()
  })
  it('are not made where doing it twice would show: a failed send is told as it is', async () => {
    const { adapter, tries } = failing('failed', 1, undefined, false)
    const inn = await open(adapter, { clock: new TestClock(start) })
    await does(inn, [say('x')])
    await inn.passes('1h')
    expect(tries).toEqual([1])
    expect((await outbox(inn))[0]).toMatchObject({ state: 'failed', attempts: 1 })
    const twice = failing('failed', 1, undefined, false)
    const other = await open(twice.adapter, { clock: new TestClock(start) })
    await does(other, [{ type: 'pin', group: 'test:main', message: 'm' }])
    await other.passes('1h')
    expect(twice.tries, 'what shows no difference is tried again').toEqual([1, 2])
    await inn.close()
    await other.close()
  })
})

const places = {
  sqlite: async () => join(folder, 'cut.db'),
  postgres: () => newDatabase(inject('postgres'), `dispatch_${process.pid}`),
}
describe.each(Object.entries(places))('a stop in the middle, on %s', (kind, place) => {
  it('leaves a send whose fate is not known unsent, and says so; the rest goes out', { timeout: 60_000 }, async () => {
    const where = await place()
    const adapter = new Slow({ idempotent: false })
    const inn = await open(adapter, { clock: new TestClock(start), place: where })
    await inn.engine.start()
    const drafts = [say('cut short'), say('behind')]
    await inn.engine.emit({
      type: 'message',
      id: 'a',
      at: start,
      group: 'test:main',
      user: 'test:tom',
      text: JSON.stringify(drafts),
    })
    const pin = JSON.stringify([{ type: 'pin', group: 'test:two', message: 'm' }])
    await inn.engine.emit({ type: 'message', id: 'b', at: start, group: 'test:two', user: 'test:tom', text: pin })
    await sleep(50)
    expect((await outbox(inn)).map(({ state }) => state)).toEqual(['sending', 'waiting', 'waiting'])
    await inn.engine.stop(50) // as a kill leaves it: nobody answers any more
    await inn.store.close()
    const after = new Recorder({ idempotent: false })
    const again = await open(after, { clock: new TestClock(start), place: where })
    await again.engine.start()
    await again.engine.idle()
    expect(after.all.map(({ action }) => ('text' in action ? action.text : action.type)).sort()).toEqual([
      'behind',
      'pin',
    ])
    expect(await outbox(again)).toMatchObject([
      { state: 'failed', detail: expect.stringContaining('not sent again') },
      { state: 'done' },
      { state: 'done' },
    ])
    await again.close()
  })

  const many = kind === 'sqlite' ? 20_000 : 6000
  it(`${many} rows that wait while the platform is away do not fill the memory, and go out in order`, {
    timeout: 120_000,
  }, async () => {
    const adapter = new Recorder()
    let away = true
    let inHand = 0
    adapter.answer = () => {
      inHand++
      return away ? { ok: false, kind: 'busy', retryAfterMs: 60_000, detail: 'away' } : { ok: true }
    }
    const clock = new TestClock(start)
    const inn = await open(adapter, {
      clock,
      place: kind === 'sqlite' ? join(folder, 'many.db') : await newDatabase(inject('postgres'), `many_${process.pid}`),
    })
    await inn.engine.start()
    const groups = 40
    const drafts = (n: number) => Array.from({ length: 100 }, (_, m) => say(`${n * 100 + m}`))
    await Promise.all(
      Array.from({ length: many / 100 }, (_, n) =>
        inn.engine.emit({
          type: 'message',
          id: `e${n}`,
          at: start,
          group: `test:g${n % groups}`,
          user: 'test:tom',
          text: JSON.stringify(drafts(n)),
        }),
      ),
    )
    await does(inn, [say('urgent', { priority: 'moderation' })], { group: 'last' })
    expect(inHand, 'at most one try a group').toBeLessThanOrEqual(groups + 1)
    expect((await outbox(inn)).filter(({ state }) => state === 'waiting')).toHaveLength(many + 1)
    await inn.close()
    const rest = await open(adapter, {
      clock,
      place: inn.store.driver.dialect === 'sqlite' ? inn.store.place : `${inject('postgres')}/many_${process.pid}`,
    })
    away = false
    clock.pass(120_000)
    await rest.engine.start()
    await rest.engine.idle()
    expect(adapter.all).toHaveLength(many + 1)
    const byGroup = Map.groupBy(adapter.all, ({ id }) => Number(/^e(\d+)/.exec(id)?.[1] ?? -1) % groups)
    for (const some of byGroup.values()) {
      const numbers = some.map(({ action }) => Number('text' in action ? action.text : Number.NaN))
      expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
    }
    await rest.close()
  })
})

describe('the queue of an adapter', () => {
  const row = (seq: number, more: Partial<OutboxRow> = {}): OutboxRow => ({
    ...waiting,
    id: `a${seq}`,
    seq,
    event: 'e',
    feature: 'hands',
    platform: 'test',
    group_id: 'g',
    member_id: '',
    type: 'send',
    action: JSON.stringify(say(`${seq}`)),
    priority: 1,
    due: start,
    at: start,
    ...more,
  })
  /** A writer over an array, which may fail. */
  class Rows implements Writer {
    readonly all: OutboxRow[] = []
    failing = 0
    loads = 0
    mostLoaded = 0
    async settle(settled: readonly Settled[]) {
      if (this.failing-- > 0) throw new Error('the database is away')
      for (const one of settled) this.all[this.all.findIndex(({ id }) => id === one.row.id)] = one.row
    }
    async messageOf() {
      return undefined
    }
    async load(_platform: string, priority: number, afterSeq: number, limit: number) {
      if (this.failing-- > 0) throw new Error('the database is away')
      this.loads++
      const some = this.all.filter((one) => one.state === 'waiting' && one.priority === priority && one.seq > afterSeq)
      const rows = some.slice(0, limit)
      this.mostLoaded = Math.max(this.mostLoaded, rows.length)
      return rows
    }
  }
  const queue = async (rows: Rows, adapter = new Recorder(), clock = new TestClock(start)) => {
    const log = new Logbook()
    const dispatch = new Dispatch(adapter, clock, rows, log)
    await dispatch.start()
    return { dispatch, adapter, clock, log }
  }
  const sentBy = (adapter: Recorder) => adapter.all.map(({ id }) => id)

  it('reads by pages what it does not keep, and loses nothing pushed meanwhile', async () => {
    const rows = new Rows()
    const clock = new TestClock(start - 1)
    const { dispatch, adapter } = await queue(rows, new Recorder(), clock)
    for (let n = 0; n < 12_000; n += 10) {
      const some = Array.from({ length: 10 }, (_, m) => row(n + m, { group_id: `g${(n / 10) % 7}` }))
      rows.all.push(...some)
      dispatch.push(some)
      if (n === 3000) clock.set(start)
      if (n % 500 === 0) await sleep(1)
    }
    await dispatch.drained()
    expect(adapter.all).toHaveLength(12_000)
    expect(new Set(sentBy(adapter)).size).toBe(12_000)
    expect(rows.mostLoaded).toBeLessThanOrEqual(2500)
    await dispatch.stop()
  })
  it('lets posts that wait never crowd out what is urgent', async () => {
    const rows = new Rows()
    const { dispatch, adapter } = await queue(rows)
    const posts = Array.from({ length: 6000 }, (_, n) =>
      row(n, { priority: 3, due: start + 3_600_000, group_id: `g${n}` }),
    )
    rows.all.push(...posts)
    dispatch.push(posts)
    rows.all.push(row(6000, { priority: 0 }))
    dispatch.push(rows.all.slice(-1))
    await dispatch.drained()
    expect(sentBy(adapter)).toEqual(['a6000'])
    await dispatch.stop()
  })
  it('writes an outcome again when the database was away, before it goes on in that group', async () => {
    const rows = new Rows()
    const { dispatch, adapter, log } = await queue(rows)
    rows.all.push(row(1), row(2))
    rows.failing = 1
    dispatch.push(rows.all)
    await sleep(50)
    expect(sentBy(adapter)).toEqual(['a1'])
    await dispatch.drained()
    expect(sentBy(adapter)).toEqual(['a1', 'a2'])
    expect(rows.all.map(({ state }) => state)).toEqual(['done', 'done'])
    expect(log.errors).toHaveLength(1)
    await dispatch.stop()
  })
  it('stops though an outcome cannot be written', async () => {
    const rows = new Rows()
    const { dispatch } = await queue(rows)
    rows.all.push(row(1))
    rows.failing = Number.POSITIVE_INFINITY
    dispatch.push(rows.all)
    await sleep(10)
    await dispatch.stop()
    expect(rows.all[0]).toMatchObject({ state: 'waiting' })
  })
  it('begins though the outbox could not be read at first', async () => {
    const rows = new Rows()
    rows.all.push(row(1))
    rows.failing = 4
    const { dispatch, adapter } = await queue(rows)
    await dispatch.drained()
    expect(sentBy(adapter)).toEqual(['a1'])
    await dispatch.stop()
  })
  it('does not keep the processor busy while the first of a group waits for its next try', async () => {
    const rows = new Rows()
    let looked = 0
    class Counted extends TestClock {
      override now() {
        looked++
        return super.now()
      }
    }
    const adapter = new Recorder()
    adapter.answer = () => ({ ok: false, kind: 'busy', retryAfterMs: 60_000, detail: '' })
    const { dispatch } = await queue(rows, adapter, new Counted(start))
    rows.all.push(row(1), row(2), row(3))
    dispatch.push(rows.all)
    await dispatch.drained()
    const before = looked
    await sleep(200)
    expect(looked - before).toBeLessThan(5)
    await dispatch.stop()
  })
  it('sends no more what was told to be done by another way', async () => {
    const rows = new Rows()
    const adapter = new Slow()
    const { dispatch, clock } = await queue(rows, adapter)
    rows.all.push(row(1), row(2))
    dispatch.push(rows.all)
    await adapter.done({ ok: false, kind: 'busy', retryAfterMs: 1000, detail: '' })
    dispatch.told(row(1))
    clock.pass(1000)
    dispatch.pump()
    expect(adapter.text()).toBe('2')
    dispatch.told(row(2)) // while it is under way: what is told stands
    await adapter.done({ ok: false, kind: 'denied', detail: '' })
    await dispatch.drained()
    expect(rows.all[1]).toMatchObject({ state: 'waiting', attempts: 0 })
    expect(adapter.open).toEqual([])
    await dispatch.stop()
  })
})

describe('late outcomes', () => {
  it('are written, with the id of the message, and unknown ones are let be', async () => {
    const inn = await open(new Recorder())
    await does(inn, [say('x')], { id: 'late' })
    await inn.adapter.door?.settle('late/hands.0', { ok: true, message: 'platform-7' })
    await inn.adapter.door?.settle('nobody/knows.0', { ok: true })
    expect((await outbox(inn))[0]).toMatchObject({ state: 'done', message: 'platform-7', attempts: 1 })
    await does(inn, [{ type: 'edit', group: 'test:main', of: 'late/hands.0', text: 'y' }])
    expect(inn.took().at(-1)).toMatchObject({ message: 'platform-7' })
    await inn.adapter.door?.settle('late/hands.0', { ok: false, kind: 'gone', detail: 'deleted since' })
    expect((await outbox(inn))[0]).toMatchObject({ state: 'failed', detail: 'gone: deleted since' })
    await inn.close()
  })
  it('of something that waits for its next try end the tries', async () => {
    const adapter = new Recorder()
    adapter.answer = () => ({ ok: false, kind: 'busy', retryAfterMs: 1000, detail: '' })
    const inn = await open(adapter, { clock: new TestClock(start) })
    await does(inn, [say('x')], { id: 'late' })
    await inn.adapter.door?.settle('late/hands.0', { ok: true, message: 'platform-8' })
    adapter.answer = () => ({ ok: true })
    await inn.passes('1m')
    expect(adapter.all).toEqual([])
    expect((await outbox(inn))[0]).toMatchObject({ state: 'done', message: 'platform-8' })
    await inn.close()
  })
})
