/** What the owner is told of a platform in trouble: when it goes, where, and what was lost meanwhile. */
import { expect, it } from 'vitest'
import type { Health } from '../../src/core/adapter.ts'
import { TestClock } from '../kit/clock.ts'
import { Recorder } from '../kit/recorder.ts'
import { does, open, outbox, say, start } from './sender.ts'

class Away extends Recorder {
  state: Health = { state: 'up', since: start }
  override health() {
    return this.state
  }
}
const notices = (inn: Awaited<ReturnType<typeof open>>) =>
  inn.desk.notices().map(({ kind, over, text }) => ({ kind, over, text: text.split('\n')[1] }))

it('a platform that comes back is said to have been away, with the posts that were too late', async () => {
  const adapter = new Away()
  const clock = new TestClock(start)
  const inn = await open(adapter, { clock, timezone: 'UTC' })
  await inn.engine.start()
  adapter.state = { state: 'down', since: start, detail: 'no route' }
  adapter.answer = () => ({ ok: false, kind: 'busy', retryAfterMs: 60_000, detail: 'away' })
  await does(inn, [say('good morning', { priority: 'post' })])
  await does(inn, [say('an answer')])
  await inn.passes('2m')
  expect(notices(inn)).toEqual([
    { kind: 'platform', over: false, text: 'test cannot be reached: no route. Trying again and again.' },
  ])
  for (let minute = 0; minute < 90; minute++) await inn.passes('1m')
  await does(inn, [say('good afternoon', { priority: 'post' })])
  adapter.answer = () => ({ ok: true })
  adapter.state = { state: 'up', since: clock.now() }
  await inn.passes('1m')
  expect(adapter.all.map(({ action }) => ('text' in action ? action.text : ''))).toEqual([
    'an answer',
    'good afternoon',
  ])
  expect((await outbox(inn)).map(({ state }) => state).sort()).toEqual(['done', 'done', 'failed'])
  expect(notices(inn)).toEqual([
    {
      kind: 'gap',
      over: true,
      text: 'test is back: away from Mon 2 Mar, 10:00 until Mon 2 Mar, 11:33; messages of that time may not have been seen. Posts skipped as too late: 1.',
    },
    { kind: 'platform', over: true, text: 'test cannot be reached: no route. Trying again and again.' },
  ])
  await inn.close()
})

it('notices reach the group that the rulebook names for them, on another platform', async () => {
  const inn = await open(new Recorder(), { alerts: ['lost:office', 'test:office'] })
  await inn.says('tom', 'hello', { group: 'office' })
  const about = (platform: string) =>
    ({ at: inn.now, kind: 'platform', platform, text: platform, over: false }) as const
  inn.engine.notices.add(about('test'))
  inn.engine.notices.add(about('lost'))
  await inn.engine.idle()
  expect(inn.took().map(({ action }) => action)).toEqual([{ type: 'send', group: 'test:office', text: '⚠️ lost' }])
  await inn.close()
})

it('what is past is told in the rooms that staff has on the platform itself, where no group is named', async () => {
  class Roomy extends Recorder {
    staffRoom = (group: string) => group !== 'test:bare'
  }
  const inn = await open(new Roomy(), {})
  for (const group of ['one', 'two', 'bare']) await inn.says('tom', 'hello', { group })
  const about = { at: inn.now, kind: 'gap', platform: 'test', text: 'away for an hour' } as const
  inn.engine.notices.add({ ...about, text: 'away', over: false })
  inn.engine.notices.add({ ...about, over: true })
  inn.engine.notices.add({ ...about, text: 'one was dark', group: 'test:one', over: false })
  await inn.engine.idle()
  const told = inn
    .took()
    .map(({ action }) => 'text' in action && [action.group, 'to' in action && action.to, action.text])
  expect(told).toEqual([
    ['test:one', 'staff', 'ℹ️ away for an hour'],
    ['test:two', 'staff', 'ℹ️ away for an hour'],
    ['test:one', 'staff', 'ℹ️ one was dark'],
  ])
  await inn.close()
})
