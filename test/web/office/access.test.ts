import { describe, expect, test } from 'vitest'
import { officeOf, strangers } from './office.ts'

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
    const reply = await strangers().inject(`/api/office/${path}`)
    expect([reply.statusCode, reply.json().error.code]).toEqual([401, 'not-signed-in'])
  })
  test.each(routes)('%s is closed to members', async (path) => {
    const { get } = officeOf({}, { user: 'web:tom', name: 'Tom', role: 'member' })
    const { status, body } = await get(path)
    expect([status, body.error.code]).toEqual([403, 'not-staff'])
  })
  test('a member cannot give a command here', async () => {
    const { post, emitted } = officeOf({}, { user: 'web:tom', name: 'Tom', role: 'member' })
    expect((await post(order)).status).toBe(403)
    expect(emitted).toEqual([])
  })
  test('a moderator is not offered what only owners may', async () => {
    const names = async (role: 'moderator' | 'owner') => {
      const { body } = await officeOf({}, { user: 'web:mei', name: 'Mei', role }).get('start')
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
    ['from another origin', { 'x-innkeeper': 'office', origin: 'https://evil.example' }],
    ['from an opaque origin', { 'x-innkeeper': 'office', origin: 'null' }],
    ['that the browser calls cross-site', { 'x-innkeeper': 'office', 'sec-fetch-site': 'cross-site' }],
  ])('one %s changes nothing', async (_, headers) => {
    const { post, emitted } = officeOf()
    const { status, body } = await post(order, headers as Record<string, string>)
    expect([status, body.error.code, emitted]).toEqual([403, 'cross-site', []])
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
    expect([status, body.error.code, body.error.field]).toEqual([400, 'bad-request', field])
    expect(body.error.message).toContain(field)
  })
  test.each([
    ['log?group=g9', 'no-group'],
    ['log?group=nowhere', 'no-group'],
    ['today?community=nowhere', 'no-community'],
    ['panel/faq/entries', 'no-panel'],
    ['panel/faq/entries.csv', 'no-panel'],
    ['why?event=none', 'no-event'],
  ])('%s: %s', async (path, code) => {
    const { status, body } = await officeOf().get(path)
    expect([status, body.error.code]).toEqual([404, code])
  })
  test('a refusal is in the language asked for, else in the browser’s', async () => {
    const { get } = officeOf()
    expect((await get('why?event=x&lang=zh')).body.error.message).toMatch(/没有找到/)
    expect((await get('why?event=x', { 'accept-language': 'zh-CN,en;q=0.5' })).body.error.message).toMatch(/没有找到/)
    expect((await get('why?event=x', { 'accept-language': 'fr' })).body.error.message).toMatch(/no such entry/)
  })
})
