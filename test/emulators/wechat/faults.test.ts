/** What a plain wechaty does when its server fails: the ground on which the adapter's supervisor stands. */
import './quiet.ts'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, it } from 'vitest'
import { WechatyBuilder } from 'wechaty'
import { type Bed, bed } from './bed.ts'
import { CarefulService } from './client.ts'
import { roomOf } from './journeys/ground.ts'
import { freePort, openService, Service } from './service.ts'
import { World } from './world.ts'

const services: Service[] = []
const beds: Bed[] = []
afterEach(async () => {
  for (const one of beds.splice(0)) await one.stop()
  for (const service of services.splice(0)) await service.kill()
})
function reading() {
  const world = new World()
  const ming = world.person('小明').befriends()
  return { world, ming, room: world.room('读书会', { owner: world.bot, members: [ming] }) }
}
async function serve(world: World): Promise<Service> {
  const service = await openService(world)
  services.push(service)
  return service
}
function client(world: World, { options }: Pick<Service, 'options'>): Bed {
  const one = bed(world, WechatyBuilder.build({ puppet: new CarefulService({ ...options, timeoutSeconds: 3600 }) }))
  beds.push(one)
  return one
}
async function enter(world: World, service: Service): Promise<Bed> {
  const one = client(world, service)
  await one.bot.start()
  await one.hears('login 掌柜')
  return one
}
const errors = ({ heard }: Bed) => heard.filter((line) => line.startsWith('error'))

it('a server killed and back answers calls, and its events never come again', async () => {
  const { world, ming, room } = reading()
  const service = await serve(world)
  const one = await enter(world, service)
  const there = await roomOf(one, room)
  await service.kill()
  await one.hears('error 14 UNAVAILABLE: Connection dropped')
  await expect(there.say('在吗')).rejects.toMatchObject({ code: 14 })
  expect(one.bot.isLoggedIn).toBe(true)
  await service.start()
  const again = async () => ((await there.say('回来了').catch(() => undefined)) ? 'sent' : 'not yet')
  await expect.poll(again, { timeout: 10_000 }).toBe('sent')
  ming.says(room, '听见吗')
  one.bot.ding('听见吗')
  await sleep(300)
  expect([one.messages.length, one.heard.includes('dong 听见吗')]).toEqual([0, false])
})
it('a fresh client is in after a kill, the old one not even stopped, and misses what was said between', async () => {
  const { world, ming, room } = reading()
  const service = await serve(world)
  const old = await enter(world, service)
  await service.kill()
  ming.says(room, '没人听')
  await service.start()
  const one = await enter(world, service)
  const message = await one.next(() => ming.says(room, '有人听'))
  expect([message.text(), old.messages.length, world.messages.size]).toEqual(['有人听', 0, 2])
})
it('a frozen server holds what it was asked, and does it when it is thawed', async () => {
  const { world, ming, room } = reading()
  const service = await serve(world)
  const one = await enter(world, service)
  const there = await roomOf(one, room)
  service.freeze()
  const saying = there.say('慢')
  expect(await Promise.race([saying, sleep(1000, 'nothing')])).toBe('nothing')
  ming.says(room, '快')
  expect(room.sent).toEqual([])
  service.thaw()
  await saying
  await world.until(() => one.messages.length === 2, 'both messages')
  expect(room.sent.map(({ text }) => text)).toEqual(['慢'])
})
it('a wrong token and an absent server look alike: start resolves, nobody is in', async () => {
  const { world } = reading()
  const service = await serve(world)
  const stranger = client(world, { options: { ...service.options, token: 'insecure_other' } })
  const absent = client(world, { options: { ...service.options, endpoint: `127.0.0.1:${await freePort()}` } })
  await Promise.all([stranger.bot.start(), absent.bot.start()])
  expect(errors(stranger)).toContain('error 16 UNAUTHENTICATED: Invalid Wechaty TOKEN "insecure_other"')
  expect(errors(absent).join()).toContain('error 14 UNAVAILABLE')
  expect([stranger.bot.isLoggedIn, absent.bot.isLoggedIn]).toEqual([false, false])
})
it('a second client hears nothing, and deafens the first when it stops', async () => {
  const { world, ming, room } = reading()
  const service = await serve(world)
  const first = await enter(world, service)
  const second = client(world, service)
  await second.bot.start()
  second.bot.ding('二')
  await first.hears('dong 二')
  await first.next(() => ming.says(room, '一'))
  expect([second.messages.length, second.bot.isLoggedIn]).toEqual([0, false])
  await second.stop()
  ming.says(room, '三')
  await sleep(300)
  expect([first.messages.length, first.bot.isLoggedIn]).toEqual([1, true])
})
it('a client cut off leaves its place to the next, and the puppet as it was', async () => {
  const { world, ming, room } = reading()
  world.habits.replays = 10
  const service = await serve(world)
  const puppet = new CarefulService({ ...service.options, timeoutSeconds: 3600 })
  const gone = bed(world, WechatyBuilder.build({ puppet }))
  beds.push(gone)
  await gone.bot.start()
  await gone.hears('login 掌柜')
  await gone.next(() => ming.says(room, '一'))
  puppet.cut()
  const one = await enter(world, service)
  await one.next(() => ming.says(room, '二'))
  expect(one.messages.map((message) => message.text())).toEqual(['二'])
  expect([gone.messages.length, world.login]).toEqual([1, 1])
})
it('heartbeats come as often as they are wished for', async () => {
  const { world } = reading()
  const service = new Service(world, await freePort(), { beatMs: 50 })
  services.push(service)
  await service.start()
  const one = await enter(world, service)
  let beats = 0
  one.bot.on('heartbeat', () => {
    beats += 1
    world.changed()
  })
  await world.until(() => beats >= 3, 'three heartbeats')
})
