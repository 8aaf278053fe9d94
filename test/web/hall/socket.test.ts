/** The hall's socket: acknowledgement, presence, limits, and a session that ends while a page is open. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { card, reading } from '../../adapters/web/kit.ts'
import { openPage, openServer, type TestPage, type TestServer } from './server.ts'

let inn: TestServer
const pages: TestPage[] = []
beforeEach(async () => {
  inn = await openServer([card('rules'), card('warn', { role: 'moderator' })])
})
afterEach(async () => {
  for (const page of pages.splice(0)) page.close()
  expect(inn.hall.log.errors).toEqual([])
  await inn.close()
})
async function page(cookie: string) {
  const opened = await openPage(inn, cookie)
  pages.push(opened)
  await opened.hears((told) => told.type === 'hello')
  opened.raw(JSON.stringify({ type: 'open', nonce: inn.hall.nonce(), group: reading, since: 0 }))
  await opened.hears((told) => told.type === 'opened')
  return opened
}

test('strangers get no socket', async () => {
  await expect(openPage(inn, '')).rejects.toThrow('401')
})

test('what one writes the others are told; commands are offered by role', async () => {
  const tom = await inn.cookieOf('Tom')
  const mo = await inn.cookieOf('Mo', 'moderator')
  const [toms, mos] = [await page(tom.cookie), await page(mo.cookie)]
  expect(await toms.says({ type: 'post', text: 'hello' })).toMatchObject({ type: 'done' })
  expect(await mos.hears((told) => told.type === 'post' && told.post.text === 'hello')).toMatchObject({
    post: { name: 'Tom' },
  })
  const names = (opened: TestPage) =>
    opened.told.flatMap((told) => (told.type === 'hello' ? told.commands.map((one) => one.name) : []))
  expect([names(toms), names(mos)]).toEqual([['rules'], ['rules', 'warn']])
})

test('presence follows pages that open and close; two pages of one person are one', async () => {
  const tom = await inn.cookieOf('Tom')
  const mo = await inn.cookieOf('Mo', 'moderator')
  const toms = await page(tom.cookie)
  const mos = await page(mo.cookie)
  const again = await page(mo.cookie)
  await toms.hears((told) => told.type === 'here' && told.here.length === 2)
  again.close()
  mos.close()
  await expect.poll(() => toms.told.findLast((told) => told.type === 'here')).toMatchObject({ here: [tom.actor.user] })
})

test('a refused command tells its errors at their fields', async () => {
  const tom = await inn.cookieOf('Tom')
  const toms = await page(tom.cookie)
  const errors = [{ field: 'member', code: 'command/no-such-member', message: 'nobody' }]
  inn.hall.door.answer = async () => ({ ok: false, errors })
  expect(await toms.says({ type: 'command', name: 'rules', input: {} })).toMatchObject({
    type: 'refused',
    code: 'command',
    errors,
  })
})

test('writing too fast is refused, over all pages of one person; others are not slowed', async () => {
  const tom = await inn.cookieOf('Tom')
  const mei = await inn.cookieOf('Mei')
  const [one, two, meis] = [await page(tom.cookie), await page(tom.cookie), await page(mei.cookie)]
  const answers = await Promise.all(
    Array.from({ length: 30 }, (_, n) => (n % 2 ? one : two).says({ type: 'post', text: `${n}` })),
  )
  const refused = answers.filter((told) => told.type === 'refused')
  expect(refused.length).toBeGreaterThanOrEqual(8)
  expect(refused.every((told) => told.type === 'refused' && told.code === 'too_fast')).toBe(true)
  expect(await meis.says({ type: 'post', text: 'calm' })).toMatchObject({ type: 'done' })
})

test('one person opens a dozen pages and no more', async () => {
  const tom = await inn.cookieOf('Tom')
  for (let n = 0; n < 12; n++) await page(tom.cookie)
  const more = await openPage(inn, tom.cookie)
  await expect(more.hears((told) => told.type === 'hello', 300)).rejects.toThrow('not told')
  more.close()
})

test('nonsense is refused by its nonce, and later words are served', async () => {
  const tom = await inn.cookieOf('Tom')
  const toms = await page(tom.cookie)
  for (const raw of ['', '{', 'null', '[]', '{"type":"post"}', '{"type":"drop tables","nonce":"nonce-x","group":"g"}'])
    toms.raw(raw)
  await toms.hears((told) => told.type === 'refused' && told.nonce === 'nonce-x' && told.code === 'bad_request')
  expect(await toms.says({ type: 'post', text: 'x'.repeat(4001) })).toMatchObject({ code: 'too_long', detail: '4000' })
  expect(await toms.says({ type: 'post', text: 'fine' })).toMatchObject({ type: 'done' })
})

test('who is shown out hears it and hears no more', async () => {
  const tom = await inn.cookieOf('Tom')
  const mo = await inn.cookieOf('Mo', 'moderator')
  const [toms, mos] = [await page(tom.cookie), await page(mo.cookie)]
  await inn.hall.does('e1/moderation.0', { type: 'ban', group: reading, user: tom.actor.user, reason: 'spam' })
  expect(await toms.hears((told) => told.type === 'out')).toMatchObject({ how: 'banned' })
  await mos.says({ type: 'post', text: 'at last' })
  expect(await toms.says({ type: 'post', text: 'hey' })).toMatchObject({ type: 'refused', code: 'banned' })
  expect(toms.told.some((told) => told.type === 'post' && told.post.text === 'at last')).toBe(false)
})

test('a session that ends stops an open page from acting', async () => {
  const tom = await inn.cookieOf('Tom')
  const toms = await page(tom.cookie)
  inn.hall.now += 91 * 86_400_000
  expect(await toms.says({ type: 'post', text: 'ghost' })).toMatchObject({ type: 'refused', code: 'not_signed_in' })
})

test('a mute is told to the page of the muted', async () => {
  const tom = await inn.cookieOf('Tom')
  const toms = await page(tom.cookie)
  await inn.hall.does('e1/moderation.0', {
    type: 'mute',
    group: reading,
    user: tom.actor.user,
    forMs: 60_000,
    reason: 'x',
  })
  expect(await toms.hears((told) => told.type === 'room')).toMatchObject({
    room: { mutedUntil: inn.hall.now + 60_000 },
  })
  expect(await toms.says({ type: 'post', text: 'mmh' })).toMatchObject({ code: 'muted' })
})
