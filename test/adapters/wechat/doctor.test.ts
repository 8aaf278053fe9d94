/** What the doctor finds of WeChat, and what it says to do. */
import '../../emulators/wechat/quiet.ts'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ofFolder } from '../../../adapters/wechaty/doctor/folder.ts'
import { type Patient, wechatFindings } from '../../../adapters/wechaty/doctor/index.ts'
import { freePort, openService, type Service } from '../../emulators/wechat/service.ts'
import { World } from '../../emulators/wechat/world.ts'

const home = mkdtempSync(join(tmpdir(), 'innkeeper-doctor-'))
const servers: Server[] = []
let service: Service
beforeAll(async () => {
  service = await openService(new World())
})
afterAll(async () => {
  for (const server of servers) server.close()
  await service.kill()
  rmSync(home, { recursive: true })
})
const book = (over: Partial<Patient['books'][number]> = {}) => ({
  section: { rooms: { reading: { topic: '灯下读书会' } }, people: { mei: { remark: '群主梅' } } },
  listed: ['wechat:reading'],
  staff: ['wechat:mei', 'web:bo', 'wechat:p0123456789abcd'],
  serves: (ref: string) => ref === 'wechat:reading',
  ...over,
})
const env = (over: Record<string, string> = {}) => ({
  WECHATY_PUPPET: 'wechaty-puppet-service',
  WECHATY_PUPPET_SERVICE_TOKEN: service.options.token,
  WECHATY_PUPPET_SERVICE_ENDPOINT: service.options.endpoint,
  ...over,
})
/** "state detail → remedy", in English. */
async function finds(over: Record<string, string | undefined> = {}, books = [book()]): Promise<string[]> {
  const patient = { env: { ...env(), ...over }, folder: join(home, 'none'), books, timeoutMs: 300 }
  const found = await wechatFindings(patient)
  for (const { detail, remedy } of found) {
    const both = [detail.zh, detail.en, ...(remedy ? [remedy.zh, remedy.en] : [])]
    expect(both.join('\n')).not.toMatch(/\{\w+\}|undefined/u)
  }
  return found.map(({ state, detail, remedy }) => `${state} ${detail.en}${remedy ? ` → ${remedy.en}` : ''}`)
}
async function listens(hangsUp: boolean): Promise<string> {
  const port = await freePort()
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    if (hangsUp) socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')
  })
  servers.push(server.listen(port, '127.0.0.1'))
  return `127.0.0.1:${port}`
}

it('finds nothing wrong where nothing is', async () => {
  expect((await finds()).filter((one) => !one.startsWith('ok '))).toEqual([])
})

describe('the environment', () => {
  it.each([
    [{ WECHATY_PUPPET: '' }, /^bad .*no WECHATY_PUPPET → WECHATY_PUPPET=wechaty-puppet-service/u],
    [{ WECHATY_PUPPET: 'wechaty-puppet-servise' }, /^bad .* → Is wechaty-puppet-service meant/u],
    [{ WECHATY_PUPPET: 'wechaty-puppet-nobody-knows' }, /^bad .*not installed → npm install wechaty-puppet-nobody/u],
    [{ WECHATY_PUPPET: 'wechaty-puppet-wechat4u' }, /^bad an empty package stands/u],
    [{ WECHATY_PUPPET: 'wechaty-puppet-padlocal' }, /^warn .* works no more: The iPad protocol/u],
    [{ WECHATY_PUPPET: 'wechaty-puppet-wechat' }, /^warn ids of rooms and people change/u],
    [{ WECHATY_PUPPET_SERVICE_TOKEN: '' }, /^bad there is no token/u],
    [{ WECHATY_PUPPET_SERVICE_TOKEN: '0b1c2d3e-0000-4000-8000-000000000000' }, /^bad .*name of a server/u],
    [{ WECHATY_PUPPET_SERVICE_ENDPOINT: '' }, /^warn there is no address/u],
    [{ WECHATY_PUPPET_SERVICE_ENDPOINT: 'http://here' }, /^bad http:\/\/here is no address/u],
  ])('%j', async (over, found) => {
    expect((await finds(over)).filter((one) => found.test(one))).toHaveLength(1)
  })
  it('a certificate that everybody has is for here and private networks', async () => {
    const publicly = async (endpoint: string) =>
      (await finds({ WECHATY_PUPPET_SERVICE_ENDPOINT: endpoint })).some((one) => one.includes('everybody has'))
    expect([await publicly('203.0.113.5:8788'), await publicly('10.0.0.5:1'), await publicly('gateway:1')]).toEqual([
      true,
      false,
      false,
    ])
  }, 20_000)
  it('never says the token', async () => {
    const found = await finds({ WECHATY_PUPPET_SERVICE_TOKEN: 'insecure_topsecret' })
    expect(found.join()).not.toContain('topsecret')
  })
})

describe('the other end', () => {
  it('is there', async () => {
    expect((await finds()).join('\n')).toMatch(/ok 127\.0\.0\.1:\d+ answers, in \d+ ms/u)
  })
  it('is not', async () => {
    const endpoint = `127.0.0.1:${await freePort()}`
    expect((await finds({ WECHATY_PUPPET_SERVICE_ENDPOINT: endpoint })).join('\n')).toMatch(
      /bad .* cannot be reached: ECONNREFUSED → Look whether the gateway runs/u,
    )
  })
  it.each([true, false])('is something else (it hangs up: %s)', async (hangsUp) => {
    const endpoint = await listens(hangsUp)
    expect((await finds({ WECHATY_PUPPET_SERVICE_ENDPOINT: endpoint })).join('\n')).toMatch(/bad .* not in TLS: /u)
    const plainly = { WECHATY_PUPPET_SERVICE_NO_TLS_INSECURE_CLIENT: 'true' }
    expect((await finds({ WECHATY_PUPPET_SERVICE_ENDPOINT: endpoint, ...plainly })).join('\n')).toContain('answers, in')
  })
})

describe('the folder of the login', () => {
  const folder = join(home, 'wechat')
  it.each([
    [0o700, 'ok'],
    [0o755, 'bad'],
    [0o710, 'bad'],
  ] as const)('with the mode %o', (mode, state) => {
    mkdirSync(folder, { recursive: true })
    chmodSync(folder, mode)
    expect(ofFolder(folder).state).toBe(state)
  })
  it('is none', () => {
    writeFileSync(join(home, 'file'), '')
    expect([ofFolder(join(home, 'file')).state, ofFolder(join(home, 'not-yet')).state]).toEqual(['bad', 'ok'])
  })
})

describe('the rulebook', () => {
  const lines = async (over: Parameters<typeof book>[0]) =>
    (await finds({}, [book(over)])).filter((one) => !one.startsWith('ok '))
  it.each([
    [{ section: {} }, /^bad there is no room in wechat\.yaml/u],
    [
      { serves: () => false, listed: [] },
      /^warn .*does not list “reading”.* → Add to groups .*match: "wechat:reading"/u,
    ],
    [{ serves: () => false, listed: ['wechat:raeding'] }, /^warn .*does not list “reading”.* → Is “raeding” meant/u],
    [{ listed: ['wechat:reading', 'wechat:craft'] }, /^warn .*no “craft” under rooms → Add “craft”/u],
    [{ listed: ['wechat:reading', 'wechat:readings'] }, /^warn .* → Is “reading” meant/u],
    [{ staff: ['wechat:bo'] }, /^bad .*no “bo” under people/u],
    [{ staff: ['wechat:meii'] }, /^bad .* → Is “mei” meant/u],
  ])('%#', async (over, found) => {
    expect((await lines(over)).filter((one) => found.test(one))).toHaveLength(1)
  })
  it('one room in two rulebooks', async () => {
    expect((await finds({}, [book(), book()])).join('\n')).toContain('warn “wechat:reading” is in two files')
  })
})
