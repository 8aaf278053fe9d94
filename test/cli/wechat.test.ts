/** `innkeeper start --adapters web,wechat`, as an owner starts it: what is printed, and what stands in the office. */
import '../emulators/wechat/quiet.ts'
import { cpSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { freePort, openService, type Service } from '../emulators/wechat/service.ts'
import { World } from '../emulators/wechat/world.ts'
import { begin, fresh, type Running, root, run } from './process.ts'

const soon = { timeout: 60_000, interval: 100 }
let service: Service
let running: Running | undefined
beforeAll(async () => {
  service = await openService(new World())
})
afterEach(async () => {
  running?.child.kill('SIGTERM')
  await running?.ended
  running = undefined
})
afterAll(() => service.kill())

function rulebook(wechat?: string): string {
  const dir = fresh('rules')
  cpSync(join(root, 'rules/demo'), dir, { recursive: true })
  const file = join(dir, 'community.yaml')
  writeFileSync(file, readFileSync(file, 'utf8').replace('groups:\n', 'groups:\n  - match: "wechat:reading"\n'))
  if (wechat) writeFileSync(join(dir, 'wechat.yaml'), wechat)
  return dir
}
const listed = 'rooms: { reading: { topic: 灯下读书会 } }\n'
const env = (over = {}) => ({
  WECHATY_LOG: '',
  WECHATY_PUPPET: 'wechaty-puppet-service',
  WECHATY_PUPPET_SERVICE_TOKEN: service.options.token,
  WECHATY_PUPPET_SERVICE_ENDPOINT: service.options.endpoint,
  ...over,
})
const args = (rules: string, db: string) => [
  ...['start', '--adapters', 'web,wechat', '--rules', rules, '--db', db, '--port', '0'],
]
function opens(rules: string, over = {}) {
  const db = join(fresh('house'), 'i.db')
  const one = begin(args(rules, db), { env: env(over) })
  let err = ''
  one.child.stderr?.on('data', (chunk) => {
    err += chunk
  })
  running = one
  return { out: one.out, err: () => err, db }
}
/** What the owner's page says is to be told. */
async function office(out: () => string) {
  await expect.poll(out, soon).toContain('/enter#')
  const [, url = '', key = ''] = /(http:\S+)\/enter#(\S+)/u.exec(out()) ?? []
  const reply = await fetch(`${url}/api/hall/enter`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ key, name: 'Lin', locale: 'zh' }),
  })
  const cookie = reply.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  return async (path: string) => (await fetch(`${url}/api/office/${path}`, { headers: { cookie } })).text()
}

it('shows the code in the terminal and in the office, and works once it is scanned', { timeout: 120_000 }, async () => {
  const world = new World({ loggedIn: false })
  const ming = world.person('小明')
  const room = world.room('灯下读书会', { members: [ming] })
  service.serve(world)
  const { out, err, db } = opens(rulebook(listed))
  await expect.poll(err, soon).toMatch(/请用机器人的微信扫码登录[\s\S]*▄▄▄▄▄▄▄ /u)
  const reads = await office(out)
  await expect.poll(() => reads('logins'), soon).toContain('"step":"scan"')
  expect(statSync(join(db, '../wechat')).mode & 0o777).toBe(0o700)
  world.scan('confirmed')
  await expect.poll(() => reads('logins'), soon).toContain('"step":"confirm"')
  world.logsIn()
  await expect.poll(() => reads('logins'), soon).toBe('{"logins":[]}')
  ming.says(room, '群规')
  await expect.poll(() => room.sent.length, soon).toBe(1)
  expect(err()).not.toContain(service.options.token)
})
it.each([
  ['a wrong token', { WECHATY_PUPPET_SERVICE_TOKEN: 'insecure_other' }, /微信服务不认 WECHATY_PUPPET_SERVICE_TOKEN/u],
  ['nobody there', {}, /还没有连上微信：连不上微信服务[\s\S]*innkeeper doctor/u],
])('says so at once: %s', { timeout: 120_000 }, async (name, over, said) => {
  service.serve(new World())
  const elsewhere = { WECHATY_PUPPET_SERVICE_ENDPOINT: `127.0.0.1:${await freePort()}` }
  const { out, err } = opens(rulebook(listed), name === 'nobody there' ? elsewhere : over)
  await expect.poll(err, soon).toMatch(said)
  const reads = await office(out)
  expect(await reads('today')).toMatch(said)
})
it('says that no room is listed', { timeout: 120_000 }, async () => {
  service.serve(new World())
  const { err } = opens(rulebook())
  await expect.poll(err, soon).toContain('wechat.yaml 里一个群也没有')
})
it.each([
  ['wechat/no-puppet', { WECHATY_PUPPET: '' }],
  ['wechat/puppet-missing', { WECHATY_PUPPET: 'wechaty-puppet-xp' }],
  ['wechat/no-token', { WECHATY_PUPPET_SERVICE_TOKEN: '' }],
  ['wechat/bare-token', { WECHATY_PUPPET_SERVICE_TOKEN: '0b1c2d3e' }],
])('does not start where trying again is of no use: %s', async (code, over) => {
  const ended = await run(args(rulebook(listed), fresh('n.db')), '', { env: env(over) })
  expect([ended.code, ended.err.includes(code), ended.err.includes('→')]).toEqual([78, true, true])
})
