/** Ban lists that are followed by their address: fetched beside the loop, only whole, told once where they cannot be. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { type Entry, newKeys, privateKeyOf, written } from '../../../../src/features/moderation/shared/format.ts'
import { Subscriptions } from '../../../../src/subscriptions.ts'
import type { Inn } from '../../../kit/inn.ts'
import { section } from '../section.ts'
import { cases, deeds, staffed } from './talk.ts'

const theirs = newKeys()
const key = privateKeyOf(theirs.privateKey)
const entry = (user: string, more: Partial<Entry> = {}): Entry => ({
  account: `test:${user}`,
  reason: 'sells forged papers',
  evidence: 'text',
  date: '2026-02-28',
  ...more,
})
const list = (...users: readonly string[]) => users.map((user) => `${written(entry(user), key)}\n`).join('')

/** A host on the loopback that gives out what it is told to. */
async function host() {
  const state = { status: 200, body: '', asked: 0 }
  const server = createServer((_request, response) => {
    state.asked++
    response.writeHead(state.status).end(state.body)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  return { state, url: `http://127.0.0.1:${port}/friends.jsonl`, close: () => server.close() }
}
type Host = Awaited<ReturnType<typeof host>>
let at: Host
let inn: Inn
afterEach(async () => {
  expect(inn.log.errors).toEqual([])
  await inn.close()
  at.close()
})
const following = (more: Record<string, unknown> = {}) => ({
  sharedBans: [{ name: 'friends', url: at.url, key: theirs.publicKey, effect: 'ban', ...more }],
})
async function open(body: string, more: Record<string, unknown> = {}, options: Parameters<typeof staffed>[1] = {}) {
  at = await host()
  at.state.body = body
  inn = await staffed(following(more), options)
  return new Subscriptions(inn.engine, () => inn.now)
}
const banned = () => deeds(inn).filter((deed) => deed.startsWith('ban') || deed.startsWith('unban'))
const notices = () => inn.desk.notices().map(({ text, over }) => `${over ? 'over: ' : ''}${text}`)

describe('a list that is followed', () => {
  test('is fetched, and holds for who comes and who is here', async () => {
    const lists = await open(list('eve', 'bob'))
    await inn.join('bob')
    expect(banned()).toEqual([]) // not fetched yet
    await lists.look()
    await inn.join('eve')
    await inn.passes('1s')
    expect(banned()).toEqual(['ban test:eve'])
    await inn.passes('6m')
    expect(banned()).toEqual(['ban test:bob'])
    expect((await cases(inn)).map(({ origin, reason }) => `${origin} ${reason}`)).toEqual([
      'shared friends: sells forged papers',
      'shared friends: sells forged papers',
    ])
    await inn.passes('1d')
    expect(banned()).toEqual([]) // nobody twice
  })
  test('is fetched again every so often, and whoever is taken off it is let in again', async () => {
    const lists = await open(list('eve', 'bob'), { every: '30m' })
    await lists.look()
    for (const user of ['eve', 'bob']) await inn.join(user)
    await inn.passes('6m')
    inn.took()
    at.state.body = list('bob')
    await lists.look()
    expect(at.state.asked).toBe(1)
    await inn.passes('31m')
    await lists.look()
    expect(at.state.asked).toBe(2)
    await inn.passes('6m')
    expect(banned()).toEqual(['unban test:eve'])
    await inn.rules({ sections: { moderation: {} } })
    await inn.passes('1m')
    expect(banned()).toEqual(['unban test:bob'])
  })
  test('one line that is not signed, and none of it is taken; the one that is here stays, told once', async () => {
    const lists = await open(list('eve'), { every: '30m' })
    await lists.look()
    at.state.body = `${list('bob')}${list('ann').replace('test:ann', 'test:zoe')}`
    for (const _ of [1, 2, 3]) {
      await inn.passes('2h')
      await lists.look()
    }
    expect(at.state.asked).toBe(4)
    for (const user of ['eve', 'bob', 'zoe']) await inn.join(user)
    expect(banned()).toEqual(['ban test:eve'])
    expect(notices()).toEqual([
      expect.stringMatching(
        /名单 friends .*有的行用你填的公钥验不过.*继续有效[\s\S]*not every line is signed.*stays in force.*told only once/,
      ),
    ])
    at.state.body = list('eve', 'bob')
    await inn.passes('2h')
    await lists.look()
    expect(notices()).toEqual([expect.stringMatching(/^over: /)])
    at.state.status = 503
    for (const _ of [1, 2]) {
      await inn.passes('2h')
      await lists.look()
    }
    expect(notices()).toHaveLength(2)
    expect(notices()[0]).toMatch(/nothing could be fetched/)
  })
  test('empty all of a sudden, it lets nobody in again', async () => {
    const lists = await open(list('eve'), { every: '30m' })
    await lists.look()
    await inn.join('eve')
    at.state.body = '# moved\n'
    await inn.passes('31m')
    await lists.look()
    await inn.passes('2d')
    expect(banned()).toEqual(['ban test:eve'])
    expect(notices()).toEqual([expect.stringContaining('stays in force')])
  })
  test('never there: nobody is banned by it, and nobody let in who was banned otherwise', async () => {
    const lists = await open('')
    at.state.status = 404
    await inn.join('eve')
    await inn.gives('mod', 'ban', { member: 'test:eve', reason: 'sells papers' })
    inn.took()
    await lists.look()
    await inn.passes('2d')
    expect(banned()).toEqual([])
    expect(notices()).toEqual([expect.stringContaining('It has never been fetched')])
  })
  test('by another key it is another list: what the old one said is neither held nor lifted until it is fetched', async () => {
    const lists = await open(list('eve'))
    await lists.look()
    await inn.join('eve')
    await inn.passes('1s')
    expect(banned()).toEqual(['ban test:eve'])
    const other = newKeys()
    await inn.rules({ sections: { moderation: following({ key: other.publicKey }) } })
    await lists.look()
    await inn.join('bob')
    await inn.passes('2d')
    expect(banned()).toEqual([])
    expect(notices()).toHaveLength(1)
    at.state.body = `${written(entry('bob'), privateKeyOf(other.privateKey))}\n`
    await inn.passes('2h')
    await lists.look()
    await inn.passes('6m')
    expect(banned().sort()).toEqual(['ban test:bob', 'unban test:eve'])
  })
  test('longer than a list may be, it is not read to its end', async () => {
    const lists = await open(`# ${'x'.repeat(4_100_000)}`)
    await lists.look()
    expect((await inn.rows('moderation_subscriptions'))[0]).toMatchObject({
      content: '',
      failed: expect.stringMatching(/longer than/),
    })
  })
  test('over a restart without the host it is still in force', async () => {
    const { mkdtempSync, rmSync } = await import('node:fs')
    const { tmpdir } = await import('node:os')
    const folder = mkdtempSync(`${tmpdir()}/innkeeper-lists-`)
    const lists = await open(list('eve'), {}, { place: `${folder}/house.db` })
    await lists.look()
    const { now } = inn
    await inn.close()
    inn = await staffed(following(), { place: `${folder}/house.db`, start: now + 60_000 })
    await inn.join('eve')
    await inn.passes('1s')
    expect(banned()).toEqual(['ban test:eve'])
    rmSync(folder, { recursive: true, force: true })
  })
})

test.each<[string, Record<string, unknown>, RegExp]>([
  ['both', { source: '', url: 'https://example.org/l.jsonl' }, /write one of them/],
  ['neither', {}, /write one of them/],
  ['no address', { url: 'friends' }, /is no address/],
  ['without a lock', { url: 'http://example.org/l.jsonl' }, /is not https/],
  ['far too often', { url: 'https://example.org/l.jsonl', every: '5s' }, /shorter than 10m/],
])('in the rulebook: %s is refused', async (_name, more, why) => {
  await open('')
  expect(() => section({ sharedBans: [{ name: 'friends', key: theirs.publicKey, ...more }] })).toThrow(why)
})
