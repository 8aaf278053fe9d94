/** The queue of one adapter by itself: what it keeps in memory, and what it does when the database is away. */
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { Dispatch, type Settled, type Writer } from '../../src/core/engine/dispatch.ts'
import { type OutboxRow, waiting } from '../../src/core/engine/outbox.ts'
import { TestClock } from '../kit/clock.ts'
import { Logbook } from '../kit/inn.ts'
import { Recorder } from '../kit/recorder.ts'
import { Slow } from '../kit/slow.ts'

const start = Date.UTC(2026, 2, 2, 10)

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
    action: JSON.stringify({ type: 'send', group: 'test:main', text: `${seq}` }),
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
    async said() {
      return {}
    }
    async load(_platform: string, priority: number, afterSeq: number, limit: number) {
      if (this.failing-- > 0) throw new Error('the database is away')
      this.loads++
      const some = this.all.filter((one) => one.state === 'waiting' && one.priority === priority && one.seq > afterSeq)
      const rows = some.slice(0, limit)
      this.mostLoaded = Math.max(this.mostLoaded, rows.length)
      return rows
    }
    async sent(_platform: string, since: number) {
      return this.all.filter((one) => one.state === 'done' && one.at >= since)
    }
  }
  const queue = async (rows: Rows, adapter = new Recorder(), clock = new TestClock(start)) => {
    const log = new Logbook()
    const dispatch = new Dispatch(adapter, clock, rows, log)
    await dispatch.start()
    return { dispatch, adapter, clock, log }
  }
  const sentBy = (adapter: Recorder) => adapter.all.map(({ id }) => id)

  it('goes on with the day where it was before a restart', async () => {
    const rows = new Rows()
    const done = Array.from({ length: 3 }, (_, n) => row(n, { state: 'done' }))
    rows.all.push(...done, ...Array.from({ length: 2 }, (_, n) => row(n + 3)))
    const { dispatch, adapter, clock } = await queue(rows, new Recorder({ sendsPerDay: 5 }))
    await dispatch.drained()
    expect(sentBy(adapter)).toHaveLength(1)
    clock.pass(24 * 3_600_000)
    await dispatch.drained()
    expect(sentBy(adapter)).toHaveLength(2)
    await dispatch.stop()
  })

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
