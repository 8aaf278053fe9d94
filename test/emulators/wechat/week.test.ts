/** Many rooms and messages on a clock of our own: cheap, and nothing piles up. */
import './quiet.ts'
import { setImmediate as turn } from 'node:timers/promises'
import { afterEach, expect, it } from 'vitest'
import { type Wechaty, WechatyBuilder } from 'wechaty'
import { bed } from './bed.ts'
import { mostWithin, paceOf } from './pace.ts'
import { lineTo, SimulatedPuppet } from './puppet.ts'
import { World } from './world.ts'

const bots: Wechaty[] = []
afterEach(async () => {
  for (const bot of bots.splice(0)) await bot.stop()
})
const listeners = ({ puppet }: Wechaty) =>
  puppet.eventNames().map((event) => [event, puppet.listenerCount(event as 'error')])

async function town(now: () => number) {
  const world = new World({ now, remembers: 1000, echoes: false })
  const people = Array.from({ length: 200 }, (_, index) => world.person(`${index}号`))
  const rooms = Array.from({ length: 100 }, (_, index) =>
    world.room(`群${index}`, { members: people.slice(index, index + 50) }),
  )
  const one = bed(world, WechatyBuilder.build({ puppet: new SimulatedPuppet(lineTo(world)) }))
  bots.push(one.bot)
  await one.bot.start()
  await one.hears('login 掌柜')
  return { world, rooms, one }
}

it('100 rooms talk for a day, 300 messages each', async () => {
  let now = Date.UTC(2026, 10, 2)
  const { world, rooms, one } = await town(() => now)
  let heard = 0
  one.bot.on('message', async (message) => {
    heard += 1
    if (heard % 100 === 0) await message.room()?.say('收到')
  })
  const before = listeners(one.bot)
  for (let round = 0; round < 300; round += 1) {
    for (const room of rooms) {
      now += 2880
      room.members.keys().next().value?.says(room, `第 ${round} 句`)
    }
    await turn()
  }
  await world.until(() => world.sent().length === 300, '300 answers', 60_000)
  expect([heard, world.messages.size]).toEqual([30_000, 1000])
  expect(listeners(one.bot)).toEqual(before)
  expect(paceOf(world.sent())).toMatchObject({ aDay: 300 })
})
it('a hundred joins and leaves leave no listener behind', async () => {
  const { world, rooms, one } = await town(Date.now)
  const before = listeners(one.bot)
  for (const [index, room] of rooms.entries()) {
    const person = world.person(`新人${index}`)
    person.joins(room)
    await one.hears(`join 群${index}: 新人${index} by 群${index}群主`)
    person.leaves(room)
    await one.hears(`leave 群${index}: 新人${index} by 新人${index}`)
  }
  expect(listeners(one.bot)).toEqual(before)
})
it('the pace is counted by any window, not by the clock’s', () => {
  expect(mostWithin([0, 59_999, 60_000, 60_001, 200_000], 60_000)).toBe(3)
  expect(mostWithin([], 60_000)).toBe(0)
  const world = new World({ now: () => 0 })
  const [one, two] = [world.room('一'), world.room('二')]
  for (const [to, at] of [
    [one, 0],
    [two, 1],
    [one, 3000],
    [two, 3500],
  ] as const)
    world.deliver({ by: world.bot, to, kind: 'text', at })
  expect(paceOf(world.sent())).toEqual({ aMinute: 4, aDay: 4, gapMs: 3000 })
})
