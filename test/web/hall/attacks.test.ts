/** What somebody with bad intent tries through the hall's doors; each of these must come to nothing. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { card, reading } from '../../adapters/web/kit.ts'
import { openPage, openServer, type TestPage, type TestServer } from './server.ts'

const secret = 'web:secret'
let inn: TestServer
const pages: TestPage[] = []
beforeEach(async () => {
  inn = await openServer([card('rules'), card('warn', { role: 'moderator' })], { trustProxy: true })
  await inn.hall.adapter.ensureGroups([{ ref: secret, name: 'Secret' }])
})
afterEach(async () => {
  for (const page of pages.splice(0)) page.close()
  expect(inn.hall.log.errors).toEqual([])
  await inn.close()
})
async function page(cookie: string, group = reading) {
  const opened = await openPage(inn, cookie)
  pages.push(opened)
  await opened.hears((told) => told.type === 'hello')
  expect(await opened.opens(group)).toMatchObject({ type: 'opened' })
  return opened
}
const refused = (code: string) => ({ type: 'refused', code })

test('a member of one group can do nothing in another, nor hear of it', async () => {
  const tom = await inn.cookieOf('Tom')
  const mei = await inn.hall.joins('Mei', 'member', secret)
  const message = await inn.hall.says(mei, 'between us', { group: secret })
  const ask = { type: 'ask', group: secret, ask: 'perks:1', text: 'Take it?', options: [{ id: 'yes', label: 'Yes' }] }
  await inn.hall.does('e1/perks.0', { ...ask, type: 'ask' })
  const toms = await page(tom.cookie)
  const before = inn.hall.door.events.length
  const there = { group: secret, message }
  for (const said of [
    { type: 'open', since: 0, group: secret },
    { type: 'post', text: 'hi', group: secret },
    { ...there, type: 'edit', text: 'mine' },
    { ...there, type: 'remove' },
    { ...there, type: 'react', emoji: '👍', added: true },
    { group: secret, type: 'command', name: 'rules', input: {} },
    { group: secret, type: 'choose', message: 'e1/perks.0', ask: 'perks:1', option: 'yes' },
    { group: secret, type: 'leave' },
  ] as const)
    expect(await toms.says(said), said.type).toMatchObject(refused('not_allowed'))
  // By way of the group one is in.
  for (const said of [
    { type: 'post', text: 'what was it?', replyTo: message },
    { type: 'react', message, emoji: '👍', added: true },
    { type: 'remove', message },
    { type: 'choose', message: 'e1/perks.0', ask: 'perks:1', option: 'yes' },
  ] as const)
    expect(await toms.says(said), said.type).toMatchObject(refused('not_found'))
  await inn.hall.says(mei, 'still between us', { group: secret })
  expect(inn.hall.door.events.slice(before).map((event) => 'user' in event && event.user)).toEqual([mei.user])
  expect(JSON.stringify(toms.told)).not.toContain('between us')
})

test('a question to one person is answered by no other, nor after it was removed', async () => {
  const [tom, mei] = [await inn.cookieOf('Tom'), await inn.cookieOf('Mei')]
  const toms = await page(tom.cookie)
  const meis = await page(mei.cookie)
  const ask = { type: 'ask', group: reading, ask: 'perks:2', text: 'Yours?', options: [{ id: 'yes', label: 'Yes' }] }
  await inn.hall.does('e1/perks.0', { ...ask, type: 'ask', user: mei.actor.user })
  const choose = { type: 'choose', message: 'e1/perks.0', ask: 'perks:2', option: 'yes' } as const
  expect(await toms.says(choose)).toMatchObject(refused('not_found'))
  expect(await meis.says({ ...choose, option: 'all' })).toMatchObject(refused('not_found'))
  expect(await meis.says({ ...choose, ask: 'moderation:2' })).toMatchObject(refused('not_found'))
  expect(await meis.says(choose)).toMatchObject({ type: 'done' })
  await inn.hall.does('e2/perks.0', { type: 'delete', group: reading, message: 'e1/perks.0', reason: '' })
  expect(await meis.says(choose)).toMatchObject(refused('not_found'))
})

test('nobody says who they are: role, name, language, account and reader are the server’s to know', async () => {
  const tom = await inn.cookieOf('Tom')
  const toms = await page(tom.cookie)
  for (const forged of [{ role: 'owner' }, { user: 'web:owner' }, { name: '掌柜' }, { locale: 'zh' }, { only_for: '' }])
    expect(await toms.says({ type: 'post', text: 'x', ...forged })).toMatchObject(refused('bad_request'))
  expect(
    await toms.says({ type: 'command', name: 'rules', input: { deep: { role: 'owner' } } as never }),
  ).toMatchObject(refused('bad_request'))
  await toms.says({ type: 'post', text: 'honest' })
  expect(inn.hall.door.events.at(-1)).toMatchObject({ user: tom.actor.user, role: 'member', name: 'Tom', locale: 'en' })
})

test('who is muted, shown out or banned can do nothing more through a page that is still open', async () => {
  const tom = await inn.cookieOf('Tom')
  const toms = await page(tom.cookie)
  const message = await inn.hall.says(tom.actor, 'mine')
  const acts = [
    { type: 'post', text: 'hi' },
    { type: 'edit', message, text: 'hello' },
    { type: 'react', message, emoji: '👍', added: true },
    { type: 'command', name: 'rules', input: {} },
  ] as const
  const at = { group: reading, user: tom.actor.user, reason: 'x' }
  await inn.hall.does('e1/moderation.0', { ...at, type: 'mute', forMs: 60_000 })
  for (const said of acts) expect(await toms.says(said), said.type).toMatchObject(refused('muted'))
  inn.hall.now += 61_000
  await inn.hall.does('e2/moderation.0', { ...at, type: 'kick' })
  for (const said of [...acts, { type: 'open', since: 0 } as const])
    expect(await toms.says(said), said.type).toMatchObject(refused('not_allowed'))
  await inn.hall.does('e3/moderation.0', { ...at, type: 'ban' })
  for (const said of [...acts, { type: 'open', since: 0 } as const])
    expect(await toms.says(said), said.type).toMatchObject(refused('banned'))
  const { token } = await inn.hall.adapter.hall.createInvite({
    group: reading,
    role: 'member',
    by: 'web:owner',
    forMs: 60_000,
    mostUses: 0,
  })
  const body = { token, name: 'Tom2', locale: 'en' }
  expect(await inn.ask('POST', '/api/hall/join', { cookie: tom.cookie, body })).toMatchObject({
    status: 403,
    body: { code: 'banned' },
  })
})

test('who is shown out while opening a group hears nothing of it', async () => {
  const [tom, mei] = [await inn.cookieOf('Tom'), await inn.cookieOf('Mei')]
  const toms = await page(tom.cookie, reading)
  const meis = await page(mei.cookie, reading)
  const { hall } = inn.hall.adapter
  const open = hall.open
  hall.open = async (...rest) => {
    const kick = { type: 'kick', group: reading, user: mei.actor.user, reason: '' } as const
    // As news that came before the page followed again.
    await inn.hall.does('e1/moderation.0', kick)
    return open(...rest)
  }
  expect(await meis.opens(reading)).toMatchObject(refused('not_allowed'))
  hall.open = open
  await toms.says({ type: 'post', text: 'now she is gone' })
  await toms.hears((told) => told.type === 'post' && told.post.text === 'now she is gone')
  expect(JSON.stringify(meis.told)).not.toContain('now she is gone')
})

test('signing out closes the pages of that session at once, and no others', async () => {
  const tom = await inn.cookieOf('Tom')
  const elsewhere = `innkeeper=${await inn.sessions.open(tom.actor.user)}`
  const [toms, others] = [await page(tom.cookie), await page(elsewhere)]
  await inn.ask('POST', '/api/hall/sign-out', { cookie: tom.cookie })
  await expect.poll(() => toms.closed).toBe(true)
  expect(await others.says({ type: 'post', text: 'still here' })).toMatchObject({ type: 'done' })
})

test('a moderator does not come by an invite that makes moderators', async () => {
  const { cookie } = await inn.cookieOf('Mo', 'moderator')
  const owner = await inn.hall.adapter.hall.createInvite({
    group: reading,
    role: 'moderator',
    by: 'web:owner',
    forMs: 60_000,
    mostUses: 0,
  })
  const answer = await inn.ask('GET', `/api/hall/invites?group=${reading}`, { cookie })
  expect(answer.status).toBe(200)
  expect(JSON.stringify(answer.body)).not.toContain(owner.token)
  expect((await inn.ask('GET', `/api/hall/invites?group=${secret}`, { cookie })).status).toBe(403)
})

test('a moderator whom the owner dismissed is a member at once, also in a page that is open', async () => {
  const { actor, cookie } = await inn.cookieOf('Mo', 'moderator')
  const other = await inn.cookieOf('Mia', 'moderator')
  const mos = await page(cookie)
  const staff = `/api/hall/staff/${actor.user}`
  expect((await inn.ask('DELETE', staff, { cookie: other.cookie })).status).toBe(403)
  await inn.hall.adapter.hall.enterAsOwner({ user: 'web:owner', name: 'Lin', role: 'owner', locale: 'zh' })
  const owner = `innkeeper=${await inn.sessions.open('web:owner')}`
  expect((await inn.ask('DELETE', staff, { cookie: owner })).status).toBe(200)
  await expect.poll(() => mos.closed).toBe(true)
  expect((await inn.ask('GET', '/api/hall/why/e1', { cookie })).status).toBe(403)
  const again = await page(cookie)
  await again.says({ type: 'post', text: 'as a member' })
  expect(inn.hall.door.events.at(-1)).toMatchObject({ type: 'message', role: 'member' })
  for (const user of [actor.user, 'web:owner', 'web:nobody'])
    expect((await inn.ask('DELETE', `/api/hall/staff/${user}`, { cookie: owner })).status, user).toBe(404)
})

test('limits count the address that the proxy saw, whatever the visitor claims', async () => {
  const statuses = new Set<number>()
  for (let n = 0; n < 11; n++) {
    const headers = { 'x-forwarded-for': `10.0.0.${n}, 192.0.2.7` }
    const body = { key: 'wrong', name: 'Lin', locale: 'zh' }
    statuses.add((await inn.ask('POST', '/api/hall/enter', { headers, body })).status)
  }
  expect(statuses).toEqual(new Set([401, 429]))
})

test('no file outside the built pages is served', async () => {
  for (const path of [
    '/assets/../hall.html',
    '/assets/..%2fhall.html',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/assets/....//hall.html',
    '/assets/%00',
    '/assets/..\\hall.html',
    '//etc/passwd',
  ]) {
    const answer = await inn.ask('GET', path)
    expect([400, 403, 404], path).toContain(answer.status)
    expect(JSON.stringify(answer.body), path).not.toMatch(/csp-nonce|root:|"name"/)
  }
})

test('answers to mistakes tell nothing of the inside', async () => {
  const { cookie } = await inn.cookieOf('Tom')
  inn.hall.adapter.hall.history = async () => {
    throw new Error('SQLITE_ERROR: no such table at /srv/inn/data/innkeeper.db')
  }
  const answer = await inn.ask('GET', `/api/hall/history?group=${reading}&before=1`, { cookie })
  expect(answer).toMatchObject({ status: 500, body: { code: 'failed' } })
  expect(JSON.stringify(answer)).not.toContain('SQLITE')
  expect(inn.hall.log.errors.splice(0)).toHaveLength(1)
  expect((await inn.ask('POST', '/api/hall/join', { body: { token: '\r\nSet-Cookie: a=b' } })).body).toMatchObject({
    code: 'bad_request',
  })
})

test('nests without end, wrong types and other protocols’ names do no harm', async () => {
  const tom = await inn.cookieOf('Tom')
  const toms = await page(tom.cookie)
  for (const raw of [
    `${'['.repeat(30_000)}${']'.repeat(30_000)}`,
    `{"type":"post","nonce":"nonce-deep","group":"${reading}","text":${'{"a":'.repeat(8000)}1${'}'.repeat(8000)}}`,
    `{"type":"__proto__","nonce":"nonce-proto","group":"${reading}"}`,
    `{"type":"constructor","nonce":"nonce-cons1","group":"${reading}"}`,
    `{"type":"command","nonce":"nonce-proto2","group":"${reading}","name":"__proto__","input":{"__proto__":{"role":"owner"}}}`,
  ])
    toms.raw(raw)
  await toms.hears((told) => told.type === 'refused' && told.nonce === 'nonce-deep')
  await toms.hears((told) => told.type === 'refused' && told.nonce === 'nonce-proto2')
  expect(await toms.says({ type: 'post', text: 'fine' })).toMatchObject({ type: 'done' })
})

test('asking for a group again and again is slowed down', async () => {
  const tom = await inn.cookieOf('Tom')
  const toms = await page(tom.cookie)
  for (let n = 0; n < 90; n++)
    toms.raw(JSON.stringify({ type: 'open', nonce: inn.hall.nonce(), group: reading, since: 0 }))
  expect(await toms.says({ type: 'post', text: 'fine' })).toMatchObject({ type: 'done' })
  const slowed = toms.told.filter((told) => told.type === 'refused' && told.code === 'too_fast')
  expect(slowed.length).toBeGreaterThan(15)
})

test('a message takes twenty kinds of emoji and no more; joining in is always possible', async () => {
  const tom = await inn.cookieOf('Tom')
  const mei = await inn.hall.joins('Mei')
  const message = await inn.hall.says(tom.actor, 'look')
  const react = (by: typeof mei, emoji: string) =>
    inn.hall.adapter.hall.react(by, {
      type: 'react',
      nonce: inn.hall.nonce(),
      group: reading,
      message,
      emoji,
      added: true,
    })
  for (let n = 0; n < 20; n++) await react(tom.actor, String.fromCodePoint(0x1f600 + n))
  await expect(react(tom.actor, '🎉')).rejects.toThrow('emoji')
  await react(mei, '😀')
})
