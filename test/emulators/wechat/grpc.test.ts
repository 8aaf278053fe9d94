/** The simulated WeChat under a real wechaty, over gRPC and TLS on the loopback, the server in its own process. */
import './quiet.ts'
import { FileBox } from 'file-box'
import { afterEach, describe, expect, it } from 'vitest'
import { type Wechaty, WechatyBuilder } from 'wechaty'
import { openService, type Service } from './service.ts'
import { World } from './world.ts'

const bots: Wechaty[] = []
const services: Service[] = []
const errors: string[] = []
async function begin(world: World): Promise<{ bot: Wechaty; service: Service }> {
  const service = await openService(world)
  services.push(service)
  const bot = WechatyBuilder.build({
    puppet: 'wechaty-puppet-service',
    puppetOptions: { ...service.options, timeoutSeconds: 3600 },
  })
  bots.push(bot)
  bot.on('error', (error) => {
    errors.push(error.message)
  })
  const login = new Promise((resolve) => bot.once('login', resolve))
  await bot.start()
  await login
  return { bot, service }
}
afterEach(async () => {
  for (const bot of bots.splice(0)) await bot.stop()
  for (const service of services.splice(0)) await service.kill()
  errors.length = 0
})

describe('over gRPC', () => {
  it('a message comes in with its mention, and is answered', async () => {
    const world = new World()
    const ming = world.person('小明')
    const room = world.room('读书会', { members: [ming] })
    const { bot } = await begin(world)
    bot.on('message', async (message) => {
      if (message.self() || !(await message.mentionSelf())) return
      await message.room()?.say('你好', message.talker())
    })
    ming.says(room, '群规', { mention: world.bot })
    await world.until(() => room.sent.length > 0, 'an answer')
    expect(room.sent).toMatchObject([{ kind: 'text', text: '@小明 你好', mentions: [ming] }])
    expect(errors).toEqual([])
  })
  it('carries a picture each way', async () => {
    const world = new World()
    const ming = world.person('小明')
    const room = world.room('读书会', { members: [ming] })
    const { bot } = await begin(world)
    bot.on('message', async (message) => {
      if (message.self()) return
      const file = await message.toFileBox()
      await message.room()?.say(FileBox.fromBuffer(await file.toBuffer(), 'back.png'))
    })
    ming.sends(room, { name: 'chart.png', bytes: new Uint8Array([1, 2, 3]) })
    await world.until(() => room.sent.length > 0, 'an answer')
    expect([...(room.sent[0]?.file?.bytes ?? [])]).toEqual([1, 2, 3])
  })
})
