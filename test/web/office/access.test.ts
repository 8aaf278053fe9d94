import { describe, expect, test } from 'vitest'
import { moderator, officeOf } from './office.ts'

const order = { group: 'g1', name: 'warn', input: { member: 'm1' }, nonce: 'abcdefgh1' }
const routes = [
  'start',
  'today',
  'queue',
  'panels',
  'panel/faq/entries',
  'planned',
  'planned.csv',
  'log',
  'log.csv',
  'why',
]

describe('who may come in', () => {
  test.each(routes)('%s is closed to strangers', async (path) => {
    const { status, body } = await officeOf({}, null).get(path)
    expect([status, body.code]).toEqual([401, 'not_signed_in'])
  })
  test.each(routes)('%s is closed to members', async (path) => {
    const { get } = officeOf({}, { ...moderator, role: 'member' })
    const { status, body } = await get(path)
    expect([status, body.code]).toEqual([403, 'not_allowed'])
  })
  test('a member cannot give a command here', async () => {
    const { post, emitted } = officeOf({}, { ...moderator, role: 'member' })
    expect((await post(order)).status).toBe(403)
    expect(emitted).toEqual([])
  })
  test('a moderator is not offered what only owners may', async () => {
    const names = async (role: 'moderator' | 'owner') => {
      const { body } = await officeOf({}, { ...moderator, role }).get('start')
      return body.commands.map((card: { name: string }) => card.name)
    }
    expect(await names('moderator')).toEqual(['warn'])
    expect(await names('owner')).toEqual(['warn', 'forget'])
  })
  test('answers are never kept by a cache on the way', async () => {
    expect((await officeOf().get('today')).headers['cache-control']).toBe('no-store')
  })
})

describe('cross-site requests', () => {
  test.each([
    ['without the header', {}],
    ['that the browser calls cross-site', { 'x-innkeeper': 'office', 'sec-fetch-site': 'cross-site' }],
  ])('one %s changes nothing', async (_, headers) => {
    const { post, emitted } = officeOf()
    const { status, body } = await post(order, headers as Record<string, string>)
    expect([status, body.code, emitted]).toEqual([403, 'wrong_origin', []])
  })
  test('one from our own page is served', async () => {
    const { post, emitted } = officeOf()
    const headers = { 'x-innkeeper': 'office', host: 'inn.example:8080', origin: 'http://inn.example:8080' }
    expect((await post(order, { ...headers, 'sec-fetch-site': 'same-origin' })).status).toBe(200)
    expect(emitted).toHaveLength(1)
  })
})

describe('what is asked wrongly', () => {
  test.each([
    ['log?limt=5', 'limt'],
    ['log?limit=0', 'limit'],
    ['log?before=yesterday', 'before'],
    ['log?decided=maybe', 'decided'],
    ['planned?past=2', 'past'],
    ['panel/faq/entries?page=-1', 'page'],
  ])('%s is told at %s', async (path, field) => {
    const { status, body } = await officeOf().get(path)
    expect([status, body.code]).toEqual([400, 'bad_request'])
    expect(body.message).toMatch(new RegExp(`^${field}: .`))
  })
  test.each([
    ['log?group=g9', 'group'],
    ['log?group=nowhere', 'group'],
    ['today?community=nowhere', 'community'],
    ['panel/faq/entries', 'faq/entries'],
    ['panel/faq/entries.csv', 'faq/entries.csv'],
    ['why?event=none', 'event'],
  ])('%s is not found, and says what', async (path, what) => {
    const { status, body } = await officeOf().get(path)
    expect([status, body.code, body.message]).toEqual([404, 'not_found', what])
  })
})
