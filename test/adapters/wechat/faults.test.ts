/** What WeChat and the way to it do to us: nothing is doubled, what was missed is told, and it comes back by itself. */
import '../../emulators/wechat/quiet.ts'
import { afterEach, describe, expect, it } from 'vitest'
import { CarefulService } from '../../emulators/wechat/client.ts'
import { openService, type Service } from '../../emulators/wechat/service.ts'
import { type Wished, World } from '../../emulators/wechat/world.ts'
import { openWechat, type WechatInn, type Wish } from './kit.ts'

const sections = {
  welcome: { windowSeconds: 0, text: { zh: '欢迎 {name}' } },
  rules: { text: { zh: '友善待人' }, post: false },
}
const inns: WechatInn[] = []
const services: Service[] = []
async function open(world: World, wish: Wish = {}) {
  const inn = await openWechat(world, { sections, ...wish })
  inns.push(inn)
  return inn
}
async function serve(world: World, wanted = {}) {
  const service = await openService(world, wanted)
  services.push(service)
  return service
}
afterEach(async () => {
  const errors = inns.flatMap((inn) => inn.log.errors)
  for (const inn of inns.splice(0)) await inn.close()
  for (const service of services.splice(0)) await service.kill()
  expect(errors).toEqual([])
})
function circle(wished: Wished = {}) {
  const world = new World(wished)
  const ming = world.person('小明')
  const room = world.room('灯下读书会', { members: [ming] })
  const asks = async (answers = room.sent.length + 1) => {
    ming.says(room, '群规')
    await world.until(() => room.sent.length >= answers, 'the rules')
  }
  return { world, ming, room, asks }
}
const isDown = (inn: WechatInn, ms = 10_000) =>
  inn.waits(() => inn.adapter.health().state === 'down', 'WeChat is away', ms)

describe('the server', () => {
  it('is killed, and comes back: nothing is doubled, and what was sent meanwhile waits', async () => {
    const { world, room, asks } = circle()
    const service = await serve(world)
    const inn = await open(world, { service })
    await inn.isUp()
    await asks()
    await service.kill()
    await isDown(inn)
    expect(inn.adapter.health().detail).toMatch(/连接断了|连不上/u)
    const outcome = await inn.adapter.perform({
      id: 'e/x.0',
      action: { type: 'send', group: 'wechat:reading', text: '早' },
      attempt: 1,
      feature: 'x',
    })
    expect(outcome).toMatchObject({ ok: false, kind: 'busy' })
    world.person('小红').joins(room)
    await service.start()
    const began = performance.now()
    await inn.isUp()
    expect(performance.now() - began).toBeLessThan(5000)
    await world.until(() => room.sent.some(({ text }) => text.includes('小红')), 'the late welcome')
    await asks()
    expect(room.sent.map(({ text }) => text.replace(/^@小明\u2005/u, ''))).toEqual([
      expect.stringContaining('友善待人'),
      expect.stringContaining('小红'),
      expect.stringContaining('友善待人'),
    ])
  })
  it('is frozen, and goes on: a send that was given up is not sent again', async () => {
    const { world, room, asks } = circle()
    const service = await serve(world)
    const inn = await open(world, { service, patience: { actMs: 1000 } })
    await inn.isUp()
    await asks()
    service.freeze()
    const filed = {
      id: 'e/x.0',
      action: { type: 'send', group: 'wechat:reading', text: '早' },
      attempt: 1,
      feature: 'x',
    } as const
    expect(await inn.adapter.perform(filed)).toMatchObject({ ok: false, kind: 'failed' })
    await isDown(inn)
    service.thaw()
    await inn.isUp()
    await asks(3)
    expect(room.sent.filter(({ text }) => text === '早').length).toBeLessThan(2)
  })
  it('is not there at the start, and comes later', async () => {
    const { world, asks } = circle()
    const service = await serve(world)
    await service.kill()
    const inn = await open(world, { service })
    await inn.waits(() => inn.adapter.health().detail !== undefined, 'a reason', 12_000)
    expect(inn.adapter.health()).toMatchObject({ state: 'down', detail: expect.stringContaining('连不上') })
    await service.start()
    await inn.isUp()
    await asks()
  })
  it('refuses the token: the owner is told at once', async () => {
    const { world } = circle()
    const service = await serve(world)
    const wrong = { ...service, options: { ...service.options, token: 'insecure_wrong' } } as unknown as Service
    const inn = await open(world, { service: wrong })
    await inn.waits(() => inn.told().some((text) => text.includes('WECHATY_PUPPET_SERVICE_TOKEN')), 'a notice', 12_000)
    expect(inn.adapter.health().detail).toContain('不认这个 token')
    expect(JSON.stringify([inn.log.warnings, inn.told()])).not.toContain('insecure_wrong')
  })
  it('serves another client first: ours says so, and does it no harm', async () => {
    const { world, asks } = circle()
    const service = await serve(world)
    const other = new CarefulService({ ...service.options, timeoutSeconds: 3600 })
    other.on('error', () => undefined)
    const heard: string[] = []
    other.on('message', ({ messageId }) => void heard.push(messageId))
    await other.start()
    const inn = await open(world, { service })
    await inn.waits(() => inn.told().some((text) => text.includes('另一个程序')), 'a notice', 12_000)
    const [ming] = world.people.filter(({ name }) => name === '小明')
    const [room] = world.rooms
    if (ming && room) ming.says(room, '你们好')
    await inn.waits(() => heard.length > 0, 'the other still hears')
    await other.stop()
    await inn.isUp()
    await asks()
  })
})

describe('the account', () => {
  it('asks to be let in by a code, drawn here, and says each step', async () => {
    const { world, asks } = circle({ loggedIn: false })
    const inn = await open(world)
    await inn.waits(() => inn.adapter.health().login?.step === 'scan', 'a code')
    expect(inn.adapter.health().login?.code).toMatch(/^http:\/\/weixin/u)
    await inn.waits(() => inn.terminal.length > 0, 'the code in the terminal')
    expect(inn.terminal[0]).toMatch(/▄|█/u)
    world.scan('scanned')
    await inn.waits(() => inn.adapter.health().login?.step === 'confirm', 'the confirmation')
    world.scan('timeout')
    await inn.waits(() => inn.adapter.health().login?.step === 'expired', 'the end of the code')
    world.scan('waiting')
    await inn.waits(() => inn.adapter.health().login?.step === 'scan', 'another code')
    world.logsIn()
    await inn.isUp()
    expect(inn.adapter.health().login).toBeUndefined()
    expect(inn.desk.notices().filter(({ over }) => !over)).toEqual([])
    await asks()
  })
  it.each(['in one process', 'over gRPC'])('is logged out by the phone %s, and in again', async (way) => {
    const { world, asks } = circle()
    const service = way === 'over gRPC' ? await serve(world) : undefined
    const inn = await open(world, service ? { service } : {})
    await inn.isUp()
    world.logsOut()
    await inn.waits(() => inn.adapter.health().login?.step === 'scan', 'a code')
    expect(inn.adapter.health().state).toBe('down')
    expect(inn.told()[0]).toContain('扫码')
    await new Promise((resolve) => setTimeout(resolve, 300))
    world.logsIn()
    await inn.isUp()
    await asks()
  })
  it.each(['in one process', 'over gRPC'])(
    'gets 500 old messages at login %s: none is answered, and it is told',
    async (way) => {
      const { world, ming, room, asks } = circle({ replays: 500 })
      for (let n = 0; n < 500; n++) ming.says(room, '群规', { at: Date.now() - 3_600_000 - n })
      const service = way === 'over gRPC' ? await serve(world) : undefined
      const inn = await open(world, service ? { service } : {})
      await inn.isUp()
      const counts = () => inn.told().map((text) => Number(/补发了 (\d+) 条旧消息/u.exec(text)?.[1] ?? 0))
      await inn.waits(() => counts().reduce((all, one) => all + one, 0) === 500, 'the notice', 12_000)
      expect(room.sent).toEqual([])
      await asks()
      expect(room.sent).toHaveLength(1)
    },
  )
  it('replays after a restart what was heard before it: it is heard once', async () => {
    const { world, ming, room, asks } = circle({ replays: 10 })
    const inn = await open(world)
    await inn.isUp()
    await asks()
    await inn.close(true)
    inns.length = 0
    const again = await open(world, { store: inn.store })
    await again.isUp()
    ming.says(room, '早')
    await again.waits(async () => (await again.heard('message')).length === 2, 'the second message')
    expect(room.sent).toHaveLength(1)
  })
})

describe('a puppet that answers no ding', () => {
  it('is asked for something instead, and stays', async () => {
    const { world, asks } = circle({ dongs: false })
    const service = await serve(world)
    const inn = await open(world, { service })
    await inn.isUp()
    const { since } = inn.adapter.health()
    await new Promise((resolve) => setTimeout(resolve, 2000))
    expect(inn.adapter.health()).toEqual({ state: 'up', since })
    await asks()
    service.freeze()
    await isDown(inn)
    service.thaw()
    await inn.isUp()
  })
})
