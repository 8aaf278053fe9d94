/** Who gets in, and what keeps others out: keys, cookies, roles, headers, origins, limits. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { reading } from '../../adapters/web/kit.ts'
import { openPage, openServer, type TestServer } from './server.ts'

let inn: TestServer
beforeEach(async () => {
  inn = await openServer()
})
afterEach(async () => {
  expect(inn.hall.log.errors).toEqual([])
  await inn.close()
})
const enter = (key: string, more: object = {}) =>
  inn.ask('POST', '/api/hall/enter', { body: { key, name: 'Lin', locale: 'zh', ...more } })

test('the owner’s key works once, for seven days, and a new one ends the old', async () => {
  const key = await inn.sessions.ownerKey()
  expect(await inn.sessions.ownerIsIn()).toBe(false)
  const { status, cookie, headers } = await enter(key)
  expect(status).toBe(200)
  expect(String(headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Strict/)
  expect(await inn.sessions.ownerIsIn()).toBe(true)
  expect((await inn.ask('GET', '/api/hall/me', { cookie })).body).toMatchObject({ me: { name: 'Lin', role: 'owner' } })
  expect(await enter(key)).toMatchObject({ status: 401, body: { code: 'key_wrong' } })
  const old = await inn.sessions.ownerKey()
  const late = await inn.sessions.ownerKey()
  expect((await enter(old)).status).toBe(401)
  inn.hall.now += 8 * 86_400_000
  expect((await enter(late)).status).toBe(401)
})

test('a name that is not fit does not cost the owner the key', async () => {
  const key = await inn.sessions.ownerKey()
  expect(await enter(key, { name: '…' })).toMatchObject({ status: 400, body: { code: 'name_bad' } })
  expect((await enter(key)).status).toBe(200)
})

test('neither key nor cookie is stored as it is', async () => {
  const key = await inn.sessions.ownerKey()
  const token = await inn.sessions.open('web:owner')
  const tables = await Promise.all(
    ['web_keys', 'web_sessions'].map((table) => inn.hall.store.db.selectFrom(table).selectAll().execute()),
  )
  expect(JSON.stringify(tables)).not.toContain(key)
  expect(JSON.stringify(tables)).not.toContain(token)
})

test('signing out ends the session on the server', async () => {
  const { cookie } = await inn.cookieOf('Tom')
  await inn.ask('POST', '/api/hall/sign-out', { cookie })
  expect((await inn.ask('GET', '/api/hall/me', { cookie })).body).toEqual({ me: null })
})

test('a session ends after its time', async () => {
  const { cookie } = await inn.cookieOf('Tom')
  inn.hall.now += 91 * 86_400_000
  expect((await inn.ask('GET', '/api/hall/me', { cookie })).body).toEqual({ me: null })
})

test('every staff route refuses members and strangers', async () => {
  const { cookie } = await inn.cookieOf('Tom')
  const routes = [
    ['GET', '/api/hall/why/e1'],
    ['GET', `/api/hall/invites?group=${reading}`],
    ['POST', '/api/hall/invites'],
    ['DELETE', '/api/hall/invites/abc'],
    ['POST', '/api/hall/groups'],
  ] as const
  for (const [method, url] of routes) {
    expect((await inn.ask(method, url)).status, url).toBe(401)
    expect((await inn.ask(method, url, { cookie })).status, url).toBe(403)
  }
})

test('moderators invite members, only the owner invites moderators and makes groups', async () => {
  const { cookie } = await inn.cookieOf('Mo', 'moderator')
  const body = { group: reading, hours: 24, mostUses: 0 }
  expect((await inn.ask('POST', '/api/hall/invites', { cookie, body: { ...body, role: 'member' } })).status).toBe(200)
  expect((await inn.ask('POST', '/api/hall/invites', { cookie, body: { ...body, role: 'moderator' } })).status).toBe(
    403,
  )
  expect((await inn.ask('POST', '/api/hall/invites', { cookie, body: { ...body, role: 'owner' } })).status).toBe(400)
  expect((await inn.ask('POST', '/api/hall/groups', { cookie, body: { name: 'Mine' } })).status).toBe(403)
  expect((await inn.ask('GET', '/api/hall/why/e1', { cookie })).body).toMatchObject({ event: 'e1' })
  expect((await inn.ask('GET', '/api/hall/why/e2', { cookie })).status).toBe(404)
})

test('nobody reads a group they are not in', async () => {
  await inn.hall.adapter.ensureGroups([{ ref: 'web:secret', name: 'Secret' }])
  const { cookie } = await inn.cookieOf('Tom')
  const history = await inn.ask('GET', '/api/hall/history?group=web:secret&before=9', { cookie })
  expect(history).toMatchObject({ status: 403, body: { code: 'not_allowed' } })
})

test('documents carry a strict policy with a nonce of their own', async () => {
  const [one, other] = [await inn.ask('GET', '/'), await inn.ask('GET', '/join/abc')]
  const policy = String(one.headers['content-security-policy'])
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self';")
  expect(policy).not.toContain('unsafe')
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1]
  expect(one.body).toContain(`nonce="${nonce}"`)
  expect(other.headers['content-security-policy']).not.toBe(policy)
  expect(one.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' })
})

test('a write or a socket from another site’s page is refused', async () => {
  const { cookie } = await inn.cookieOf('Tom')
  for (const origin of ['http://evil.test', 'null', 'http://inn.test.evil.test']) {
    const answer = await inn.ask('POST', '/api/hall/sign-out', { cookie, headers: { origin } })
    expect(answer, origin).toMatchObject({ status: 403, body: { code: 'wrong_origin' } })
    await expect(openPage(inn, cookie, { origin })).rejects.toThrow('403')
  }
  expect((await inn.ask('POST', '/api/hall/sign-out', { cookie, headers: { origin: 'http://inn.test' } })).status).toBe(
    200,
  )
})

test('guessing keys and joining in masses is slowed down', async () => {
  const statuses = []
  for (let n = 0; n < 12; n++) statuses.push((await enter(`wrong-${n}`)).status)
  expect(statuses.slice(0, 10)).toEqual(Array(10).fill(401))
  expect(statuses.slice(10)).toEqual([429, 429])
})

test('malformed requests get an answer that says so', async () => {
  const { cookie } = await inn.cookieOf('Tom')
  expect((await inn.ask('POST', '/api/hall/join', { body: { token: 1 } })).body).toEqual({
    code: 'bad_request',
    detail: 'token',
  })
  expect((await inn.ask('GET', '/api/hall/history?group=', { cookie })).status).toBe(400)
  expect((await inn.ask('GET', '/no/such/page')).body).toEqual({ code: 'not_found' })
  const large = await inn.ask('POST', '/api/hall/join', { body: { name: 'x'.repeat(70_000) } })
  expect(large).toMatchObject({ status: 413, body: { code: 'too_long' } })
})
