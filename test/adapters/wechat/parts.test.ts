/** The parts that need no WeChat. */
import { describe, expect, it, test } from 'vitest'
import { bind } from '../../../adapters/wechaty/binding.ts'
import { check, config } from '../../../adapters/wechaty/config.ts'
import { isTheirs } from '../../../adapters/wechaty/containment.ts'
import { mentionsIn } from '../../../adapters/wechaty/mentions.ts'
import { quoteIn, Recent } from '../../../adapters/wechaty/quotes.ts'
import { outcomeOf, tooOften } from '../../../adapters/wechaty/refusals.ts'
import { likeness, rematch, roomLikeness } from '../../../adapters/wechaty/rematch.ts'
import { limitsOf, settingsOf } from '../../../adapters/wechaty/settings.ts'
import { plain, split } from '../../../adapters/wechaty/text.ts'
import { wishOf } from '../../../adapters/wechaty/wish.ts'
import { friendRequest, joinRequest, requestIn, roomByWord } from '../../../adapters/wechaty/words.ts'
import type { DoorRules } from '../../../src/core/adapter.ts'

describe('text', () => {
  test.each([
    ['**群规有更新** and *more*', '群规有更新 and more'],
    ['# 本周小结', '【本周小结】'],
    ['- 一\n- 二\n  - 三', '• 一\n• 二\n　• 三'],
    ['1. 一\n2. 二', '1. 一\n2. 二'],
    ['看[群规](https://example.org/rules_a_b)吧', '看群规 https://example.org/rules_a_b 吧'],
    ['[https://example.org](https://example.org)', 'https://example.org'],
    ['发送 `/check_in *now*`', '发送 /check_in *now*'],
    ['```sh\n# not a heading\n```', '# not a heading'],
    ['> 引用', '│ 引用'],
    ['| 名字 | 分 |\n|---|---|\n| 小明 | 3 |', '名字 ｜ 分\n\n小明 ｜ 3'],
    ['snake_case_name 2*3*4', 'snake_case_name 2*3*4'],
    ['\\*not\\* _em_ ~~gone~~ ||hidden||', '*not* em gone hidden'],
    ['一\n\n\n\n二', '一\n\n二'],
    ['---', '————'],
  ])('%j is %j', (markdown, text) => expect(plain(markdown)).toBe(text))
  it('is split between sentences, never within a character', () => {
    const text = `${'一句话。'.repeat(10)}${'😀'.repeat(30)}`
    const parts = split(text, 21)
    expect(parts.join('')).toBe(text)
    expect(parts.every((part) => part.length <= 21 && part.isWellFormed())).toBe(true)
    expect(parts[0]?.endsWith('。')).toBe(true)
  })
})

describe('mentions', () => {
  const people = [
    { user: 'ming', names: ['小明'] },
    { user: 'mate', names: ['小明同学', '班长'] },
    { user: 'cola1', names: ['可乐'] },
    { user: 'cola2', names: ['可乐'] },
  ]
  const none = { users: [], bot: false }
  const own = ['掌柜', '灯下 掌柜']
  test.each([
    ['@小明\u2005早', { users: ['ming'], bot: false, text: '@小明 早' }],
    ['@小明 早', { users: ['ming'], bot: false, text: '@小明 早' }],
    ['早 @小明同学', { users: ['mate'], bot: false, text: '早 @小明同学' }],
    ['@班长，@小明：来', { users: ['mate', 'ming'], bot: false, text: '@班长，@小明：来' }],
    ['@灯下 掌柜\u2005群规', { users: [], bot: true, text: '@灯下掌柜 群规' }],
    ['＠掌柜 群规', { users: [], bot: true, text: '@掌柜 群规' }],
    ['@小明明 早', { users: [], bot: false, text: '@小明明 早' }],
    ['me@example.org', { users: [], bot: false, text: 'me@example.org' }],
    ['@可乐 早', { users: [], bot: false, text: '@可乐 早' }],
  ])('%j', (text, found) => expect(mentionsIn(text, people, own, none)).toEqual(found))
  it('of one of two with a name is whom the puppet names', () => {
    expect(mentionsIn('@可乐\u2005早', people, own, { users: ['cola2'], bot: false }).users).toEqual(['cola2'])
  })
})

describe('quotes', () => {
  it('are read, and found again', () => {
    const recent = new Recent()
    recent.keep('wechat:a', { id: 'm1', user: 'u', names: ['小明', '班长'], text: '周五几点？\n在哪' })
    const found = quoteIn('「班长：周五几点？\n在哪」\n- - - - - - - - - - - - - - -\n七点')
    expect(found).toEqual({ quote: { name: '班长', text: '周五几点？\n在哪' }, text: '七点' })
    expect(found && recent.find('wechat:a', found.quote)).toBe('m1')
    expect(found && recent.find('wechat:b', found.quote)).toBeUndefined()
    expect(quoteIn('「引号」里的话')).toBeUndefined()
    const line = '- - - - - - - - - - - - - - -'
    expect(quoteIn(`「小明：「小花：停车场在几楼？」\n${line}\n地下二层」\n${line}\n教`)).toEqual({
      quote: { name: '小明', text: '地下二层' },
      text: '教',
    })
  })
  it('are forgotten after a while', () => {
    const recent = new Recent(2)
    for (const id of ['m1', 'm2', 'm3']) recent.keep('r', { id, user: id, names: [], text: id })
    expect([recent.authorOf('r', 'm1'), recent.authorOf('r', 'm3')]).toEqual([undefined, 'm3'])
  })
})

test.each([
  ['小花 开启了朋友验证，你还不是他（她）朋友', { kind: 'denied' }],
  ['消息已发出，但被对方拒收了', { kind: 'denied' }],
  ['只有群主和管理员可以移出群成员', { kind: 'denied' }],
  ['你已不在群聊「读书会」中', { kind: 'gone' }],
  ['14 UNAVAILABLE: No connection established', { kind: 'busy' }],
  ['14 UNAVAILABLE: Connection dropped', { kind: 'failed' }],
  ['boom', { kind: 'failed' }],
])('%j is an outcome', (message, outcome) => {
  expect(outcomeOf(new Error(message))).toMatchObject(outcome)
  expect(tooOften(new Error(message))).toBe(false)
})
test.each([
  ['2 UNKNOWN: Error: 操作过于频繁，请稍后再试\n    at isOwner (群主)', true],
  ['操作频繁，请稍后重试', true],
  ['2 UNKNOWN: Error: 你已不在群聊「操作」中\n    at 操作过于频繁', false],
])('whether %j wants us to rest', (message, so) => expect(tooOften(new Error(message))).toBe(so))

describe('faces', () => {
  const face = (id: string, name: string, alias = '', remark = '') => ({ id, name, alias, remark })
  it('are recognised where nobody else comes near', () => {
    expect(rematch([face('k1', '小明')], [face('f1', '小明'), face('f2', '小红')])).toEqual({
      sure: [{ known: 'k1', found: 'f1', confidence: 0.85 }],
      unsure: [],
    })
  })
  it('are not where two do', () => {
    const { sure, unsure } = rematch([face('k1', '可乐'), face('k2', '可乐')], [face('f1', '可乐')])
    expect(sure).toEqual([])
    expect(unsure.map(({ known, confidence }) => [known, confidence])).toEqual([
      ['k1', 0.425],
      ['k2', 0.425],
    ])
  })
  it('a remark outweighs a name, and another remark rules it out', () => {
    const known = [face('k1', '梅', '', '群主梅'), face('k2', '梅')]
    expect(rematch(known, [face('f1', '新名字', '', '群主梅')]).sure).toMatchObject([{ known: 'k1', found: 'f1' }])
    expect(likeness(face('k', '梅', '', '甲'), face('f', '梅', '', '乙'))).toBe(0)
  })
  it('a name that anybody could have is a question', () => {
    expect(rematch([face('k1', '.')], [face('f1', '.')]).sure).toEqual([])
  })
  it('five hundred of them take no time', () => {
    const many = (prefix: string) => Array.from({ length: 500 }, (_, n) => face(`${prefix}${n}`, `成员${n}`))
    const began = performance.now()
    expect(rematch(many('k'), many('f')).sure).toHaveLength(500)
    expect(performance.now() - began).toBeLessThan(500)
  })
  it('a room is its people', () => {
    expect(roomLikeness(['a', 'b'], ['a', 'b', 'c'], false)).toBe(1)
    expect(roomLikeness(['a', 'b'], ['x', 'y'], false)).toBe(0.5)
    expect(roomLikeness(['a', 'b'], ['a', 'b'], true)).toBeLessThan(0.8)
  })
})

describe('rooms', () => {
  const listed = (ref: string, more: object) => ({ ref, words: [], ...more })
  it('are bound by id, by what was known, by their name', () => {
    const rooms = [
      listed('a', { id: '1' }),
      listed('b', { topic: 'B' }),
      listed('c', { topic: 'C' }),
      listed('d', { topic: 'D' }),
    ]
    const found = [
      { id: '1', topic: 'x' },
      { id: '2', topic: 'renamed' },
      { id: '3', topic: 'C' },
    ]
    const { bound, missing } = bind(rooms, new Map([['b', '2']]), found)
    expect([...bound]).toEqual([
      ['a', '1'],
      ['b', '2'],
      ['c', '3'],
    ])
    expect(missing).toEqual(['d'])
  })
})

describe('code words', () => {
  const rooms = [
    { ref: 'wechat:a', words: ['读书'], topic: 'A' },
    { ref: 'wechat:b', words: ['读书会手作'], topic: 'B' },
  ]
  test.each([
    ['你好，我想参加读书', 'wechat:a'],
    ['我要 读书会 手作', 'wechat:b'],
    ['你好', undefined],
  ])('%j leads to %j', (text, ref) => expect(roomByWord(text, rooms)?.ref).toBe(ref))
  it('in private has to stand alone', () => {
    expect(roomByWord('今天读书了吗', rooms, true)).toBeUndefined()
    expect(roomByWord(' 读书 ', rooms, true)?.ref).toBe('wechat:a')
  })
  it('make requests that can be answered after a restart', () => {
    expect(requestIn(friendRequest('wechat:a', '{"id": "x y"}'))).toEqual({
      kind: 'friend',
      ref: 'wechat:a',
      friendship: '{"id": "x y"}',
    })
    expect(requestIn(joinRequest('wechat:a', 'wechat:p1', 0))).toMatchObject({ kind: 'join', ref: 'wechat:a' })
    expect(requestIn('nonsense')).toBeUndefined()
  })
})

describe('settings', () => {
  const rules = (section: object): DoorRules => ({
    community: 'c',
    name: 'C',
    section: config.parse(section),
    languages: ['zh'],
    timezone: 'UTC',
  })
  it('of several rulebooks are put together; the slowest pace holds', () => {
    const settings = settingsOf({
      rules: () => [
        rules({ rooms: { a: { topic: 'A' } }, pacing: { perDay: 100 } }),
        rules({ rooms: { a: { topic: 'X' }, b: { topic: 'B' } }, pacing: { roomGapSeconds: 9 } }),
      ],
    })
    expect(settings.rooms.map(({ ref, topic }) => [ref, topic])).toEqual([
      ['wechat:a', 'A'],
      ['wechat:b', 'B'],
    ])
    expect(settings.double).toEqual(['wechat:a'])
    expect(limitsOf(settings)).toMatchObject({ sendsPerDay: 100, groupGapMs: 9000, sendsPerMinute: 12, jitter: 0.5 })
  })
  test.each([
    [{ rooms: { a: {} } }, ['rooms', 'a']],
    [{ rooms: { a: { topic: 'A' }, b: { topic: 'A' } } }, ['rooms', 'b', 'topic']],
    [{ rooms: { a: { topic: 'A', words: ['x'] }, b: { topic: 'B', words: ['x'] } } }, ['rooms', 'b', 'words', 0]],
    [{ people: { mei: {} } }, ['people', 'mei']],
    [{ members: { compareMinutes: { least: 9, most: 2 } } }, ['members', 'compareMinutes']],
  ])('%j is refused', (section, path) => {
    const [rejection] = check(config.parse(section))
    expect(rejection?.path).toEqual(path)
    expect(rejection?.remedy.zh).toMatch(/\p{Script=Han}/u)
  })
})

describe('the environment', () => {
  const service = { WECHATY_PUPPET: 'wechaty-puppet-service' }
  test.each([
    [{}, 'wechat/no-puppet'],
    [{ WECHATY_PUPPET: 'wechaty-puppet-nope' }, 'wechat/puppet-missing'],
    [{ WECHATY_PUPPET: 'wechaty-puppet-wechat4u' }, 'wechat/puppet-missing'], // an empty package in its place
    [service, 'wechat/no-token'],
    [{ ...service, WECHATY_PUPPET_SERVICE_TOKEN: '0b1c2d3e-4f5a' }, 'wechat/bare-token'],
  ])('%j is not enough', (env, code) => expect(() => wishOf(env)).toThrow(expect.objectContaining({ code })))
  const token = 'insecure_t'
  it('names the puppet, its token and where it is', () => {
    const env = { ...service, WECHATY_PUPPET_SERVICE_TOKEN: ` ${token}\n`, WECHATY_PUPPET_SERVICE_ENDPOINT: 'h:1' }
    expect(wishOf(env)).toEqual({ name: 'wechaty-puppet-service', token, endpoint: 'h:1' })
  })
  test.each([
    { WECHATY_PUPPET_SERVICE_TLS_SERVER_NAME: 'puppets.example.org' },
    { WECHATY_PUPPET_SERVICE_NO_TLS_INSECURE_CLIENT: 'true' },
  ])('says by %j what a bare token does not', (env) =>
    expect(wishOf({ ...service, ...env, WECHATY_PUPPET_SERVICE_TOKEN: 't' })).toMatchObject({ token: 't' }),
  )
})

describe('errors nobody caught', () => {
  const thrown = (stack: string) => Object.assign(new Error('x'), { stack: `Error: x\n${stack}` })
  test.each([
    ['    at f (node:events:1:1)\n    at g (file:///a/node_modules/wechaty-puppet/dist/x.js:1:1)', true],
    ['    at /a/node_modules/@grpc/grpc-js/build/x.js:1:1', true],
    ['    at f (file:///a/src/core/engine/loop.ts:1:1)\n    at g (/a/node_modules/wechaty/x.js:1:1)', false],
    ['    at f (/a/node_modules/kysely/x.js:1:1)', false],
  ])('%j', (stack, theirs) => expect(isTheirs(thrown(stack))).toBe(theirs))
})
