/** From the outbox to the platform: order, priority, pace, tries, late outcomes. */
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { Draft } from '../../src/core/action.ts'
import { TestClock } from '../kit/clock.ts'
import { Recorder } from '../kit/recorder.ts'
import { Slow } from '../kit/slow.ts'
import { does, open, outbox, say, start } from './sender.ts'

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
