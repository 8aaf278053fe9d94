/** What a stop in the middle of sending leaves, and a platform that is away for long. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { TestClock } from '../kit/clock.ts'
import { newDatabase } from '../kit/postgres.ts'
import { Recorder } from '../kit/recorder.ts'
import { Slow } from '../kit/slow.ts'
import { does, open, outbox, say, start } from './sender.ts'

const folder = mkdtempSync(join(tmpdir(), 'innkeeper-outage-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
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

it.each([
  ['is away for an hour', 2, { ok: false, kind: 'busy', retryAfterMs: 5000, detail: 'away' }],
  ['says no to each whisper', 60, { ok: false, kind: 'denied', detail: 'no friend' }],
] as const)('a platform that %s does not use up what may be sent in a day', async (_, refused, refusal) => {
  const adapter = new Recorder({ sendsPerMinute: 12, sendsPerDay: 30 })
  let refuses = true
  adapter.answer = () => (refuses ? refusal : { ok: true })
  const inn = await open(adapter, { clock: new TestClock(start) })
  await inn.engine.start()
  for (let n = 0; n < 720; n++) {
    if (n < refused) await does(inn, [say(`refused ${n}`)])
    await inn.passes(5000)
  }
  refuses = false
  await does(inn, [say('one'), say('two')])
  await inn.passes('1m')
  expect((await outbox(inn)).slice(-2).map(({ state }) => state)).toEqual(['done', 'done'])
  await inn.close()
})
