/** What keeps the account slow beside the engine's queue: rests that outlive a restart, and actions of several messages. */
import '../../emulators/wechat/quiet.ts'
import { afterEach, expect, it } from 'vitest'
import { migrations } from '../../../adapters/wechaty/migrations.ts'
import { features } from '../../../src/features.ts'
import { openStore } from '../../../src/store/open.ts'
import { paceOf } from '../../emulators/wechat/pace.ts'
import { World } from '../../emulators/wechat/world.ts'
import { openWechat, reading, type WechatInn, type Wish } from './kit.ts'

const hourMs = 3_600_000
const inns: WechatInn[] = []
afterEach(async () => {
  for (const inn of inns.splice(0)) await inn.close()
})
/** On a clock that moves only while the bot waits, and by hand. */
function timed() {
  let now = Date.UTC(2026, 2, 2, 4)
  const world = new World({ now: () => now })
  const room = world.room('灯下读书会', { members: [world.person('小明')] })
  const passes = async (ms: number) => {
    now += ms
  }
  return { world, room, passes, wish: { now: () => now, pause: passes } satisfies Wish }
}
async function open(world: World, wish: Wish) {
  const inn = await openWechat(world, wish)
  inns.push(inn)
  await inn.isUp()
  return inn
}
const says = (inn: WechatInn, text: string, more = {}) =>
  inn.adapter.perform({
    id: `e/test.${text.length}`,
    action: { type: 'send', group: reading, text, ...more },
    attempt: 1,
    feature: 'test',
  })

it('rests after 操作过于频繁, over a restart too, and tells the owner again', async () => {
  const { world, room, passes, wish } = timed()
  const store = await openStore(':memory:', [...features.map((feature) => feature.migrations), migrations])
  const before = await open(world, { ...wish, store })
  world.frequent()
  const resting = { ok: false, kind: 'busy', all: true, retryAfterMs: 6 * hourMs }
  expect(await says(before, '早')).toMatchObject(resting)
  world.calms()
  inns.length = 0
  await before.close(true)

  await passes(2 * hourMs)
  const after = await open(world, { ...wish, store })
  expect(after.told().join()).toMatch(/操作过于频繁：4 小时/u)
  expect(await says(after, '早')).toMatchObject({ ...resting, retryAfterMs: 4 * hourMs })
  expect(room.sent).toEqual([])
  await passes(4 * hourMs)
  expect(await says(after, '早')).toMatchObject({ ok: true })
  expect(room.sent).toHaveLength(1)
  expect(after.desk.notices().filter(({ over }) => !over)).toEqual([])
})

it('keeps the gap between a picture, its text and the parts of it, and after them', async () => {
  const { world, room, wish } = timed()
  const inn = await open(world, { ...wish, wechat: { pacing: {} } })
  const image = { png: Buffer.from('89504e470d0a1a0a', 'hex').toString('base64'), alt: 'a chart' }
  await says(inn, '很长的一句话。'.repeat(600), { image })
  await says(inn, '再说一句')
  expect(room.sent.map(({ kind }) => kind)).toEqual(['image', 'text', 'text', 'text', 'text'])
  const { gapMs } = paceOf(world.sent())
  expect(gapMs).toBeGreaterThanOrEqual(1500)
})

it('counts every part against what may be sent in a minute', async () => {
  const { world, wish } = timed()
  const pacing = { roomGapSeconds: 0, perMinute: 12, jitter: 0 }
  const inn = await open(world, { ...wish, wechat: { pacing } })
  const long = '很长的一句话。'.repeat(2000)
  expect(await says(inn, long)).toMatchObject({ ok: true })
  expect(world.sent()).toHaveLength(8)
  expect(await says(inn, long)).toMatchObject({ ok: false, kind: 'busy', retryAfterMs: 60_000 })
  expect(await says(inn, '短')).toMatchObject({ ok: true })
  await Promise.all([says(inn, '一'), says(inn, '二'), says(inn, '三'), says(inn, '四')])
  expect(paceOf(world.sent()).aMinute).toBeLessThanOrEqual(12)
})
