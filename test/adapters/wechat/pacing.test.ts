/** A hundred rooms at the pace that wechat.yaml has from the start: a burst of posts, and members who ask meanwhile. */
import '../../emulators/wechat/quiet.ts'
import { expect, it } from 'vitest'
import { paceOf } from '../../emulators/wechat/pace.ts'
import type { Room } from '../../emulators/wechat/room.ts'
import { World } from '../../emulators/wechat/world.ts'
import { openWechat } from './kit.ts'

const minuteMs = 60_000
it('spreads a hundred posts to a hundred rooms, and answers go first', async () => {
  let now = Date.UTC(2026, 2, 2, 3, 58) // 11:58 in Shanghai
  const world = new World({ now: () => now })
  const rooms: Room[] = []
  const listed: Record<string, { topic: string }> = {}
  for (let n = 0; n < 100; n++) {
    rooms.push(world.room(`群${n}`, { members: [world.person(`成员${n}`)] }))
    listed[`r${n}`] = { topic: `群${n}` }
  }
  const inn = await openWechat(world, {
    now: () => now,
    pause: async (ms) => {
      now += ms
    },
    wechat: { rooms: listed, pacing: {}, members: { compareMinutes: { least: 1440, most: 1440 } } },
    sections: {
      rules: { text: { zh: '友善待人' }, post: false },
      schedule: { posts: [{ id: 'noon', cron: '0 12 * * *', text: { zh: '今天读到第三章' }, lateWithin: '6h' }] },
    },
    community: { budgets: { posts: 1000 } },
  })
  await inn.waits(async () => (await inn.rows('groups')).length === 100, 'a hundred groups', 20_000)
  const asked: { readonly room: Room; readonly at: number }[] = []
  for (let second = 0; second < 60 * 60; second++) {
    now += 1000
    await inn.engine.tick()
    await inn.engine.idle()
    if (second % 600 !== 300) continue
    const room = rooms[second % 97]
    const member = room && [...room.members.keys()].find((one) => one !== world.bot && one !== room.owner)
    if (!room || !member) continue
    asked.push({ room, at: now })
    member.says(room, '群规')
    await inn.waits(async () => (await inn.heard('message')).length === asked.length, 'the question')
  }
  const sent = world.sent()
  const posts = sent.filter(({ text }) => text.includes('第三章'))
  expect(new Set(posts.map(({ to }) => to)).size).toBe(100)
  expect(posts).toHaveLength(100)
  const { aMinute, aDay, gapMs } = paceOf(sent)
  expect(aMinute).toBeLessThanOrEqual(12)
  expect(aDay).toBeLessThanOrEqual(300)
  expect(gapMs).toBeGreaterThanOrEqual(1500)
  const between = posts.slice(1).map((post, n) => post.at - (posts[n]?.at ?? 0))
  expect(Math.min(...between)).toBeGreaterThanOrEqual(10_000)
  expect(new Set(between).size).toBeGreaterThan(5) // no machine's beat
  for (const { room, at } of asked)
    expect(sent.some((one) => one.to === room && one.text.includes('友善待人') && one.at - at < minuteMs)).toBe(true)
  expect(inn.log.errors).toEqual([])
  await inn.close()
}, 60_000)
