/** The hall page's pure parts: the timeline, what the composer offers, a command's fields. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Post } from '../../../adapters/web/wire.ts'
import type { CommandCard, Field } from '../../../src/core/command.ts'
import { fieldText, inputOf } from '../../../src/web/pages/hall/fields.ts'
import { mentioned, offers } from '../../../src/web/pages/hall/suggest.ts'
import { lines, merge } from '../../../src/web/pages/hall/timeline.ts'
import { problemText } from '../../../src/web/pages/problems.ts'
import { localeOf } from '../../../src/web/pages/texts.ts'
import { problemCodes } from '../../../src/web/problem.ts'
import { card } from '../../adapters/web/kit.ts'

const noon = new Date(2026, 2, 2, 12).getTime()
const post = (n: number, more: Partial<Post> = {}): Post => ({
  id: `p${n}`,
  group: 'web:reading',
  seq: n,
  changed: n,
  at: noon + n * 1000,
  kind: 'post',
  user: 'web:tom',
  name: 'Tom',
  text: `line ${n}`,
  ...more,
})

test('posts merge to the same list in whatever order and however often they come', () => {
  const news = [
    post(1),
    post(2),
    post(3),
    post(2, { changed: 9, text: 'edited' }),
    post(4),
    post(1, { changed: 10, text: '' }),
  ]
  fc.assert(
    fc.property(fc.shuffledSubarray([...news, ...news], { minLength: news.length * 2 }), (order) => {
      const list = order.reduce<readonly Post[]>((posts, one) => merge(posts, [one]), [])
      expect(list.map((one) => one.text)).toEqual(['', 'edited', 'line 3', 'line 4'])
    }),
  )
})

test('days, the unread line, and who speaks are shown where they change', () => {
  const tomorrow = post(5, { at: noon + 86_400_000 })
  const posts = [
    post(1),
    post(2),
    post(3, { user: 'web:mei', name: 'Mei' }),
    post(4, { user: 'web:mei', name: 'Mei' }),
    tomorrow,
  ]
  const shape = (readSeq: number, me = 'web:me') =>
    lines(posts, readSeq, me).map((line) =>
      line.type === 'post' ? `${line.post.id}${line.first ? '*' : ''}` : line.type,
    )
  expect(shape(0)).toEqual(['day', 'p1*', 'p2', 'p3*', 'p4', 'day', 'p5*'])
  expect(shape(3)).toEqual(['day', 'p1*', 'p2', 'p3*', 'unread', 'p4*', 'day', 'p5*'])
  expect(shape(2, 'web:mei')).toEqual(['day', 'p1*', 'p2', 'p3*', 'p4', 'day', 'unread', 'p5*'])
})

const commands = [
  card('rules', { aliases: ['群规'], about: { zh: '看群规', en: 'Show the house rules' } }),
  card('redeem', { aliases: ['兑换'] }),
  card('warn', { aliases: ['警告'] }),
]
const people = [
  { user: 'web:tom', name: 'Tom', role: 'member' as const, titles: [] },
  { user: 'web:xm', name: '小明', role: 'member' as const, titles: [] },
  { user: 'web:two', name: 'Tom Two', role: 'moderator' as const, titles: [] },
]
const offered = (text: string, caret = text.length) =>
  offers(text, caret, commands, people).map((offer) => (offer.type === 'command' ? offer.card.name : offer.person.name))

test('commands are offered by name, by alias in either language, and by what they do', () => {
  expect(offered('/')).toEqual(['redeem', 'rules', 'warn'])
  expect(offered('/ru')).toEqual(['rules'])
  expect(offered('/r')).toEqual(['redeem', 'rules', 'warn'])
  expect(offered('／群')).toEqual(['rules'])
  expect(offered('/house')).toEqual(['rules'])
  expect(offered('/rules now')).toEqual([])
  expect(offered('and/or')).toEqual([])
})

test('people are offered after an at sign, wherever the caret is', () => {
  expect(offered('hi @to')).toEqual(['Tom', 'Tom Two'])
  expect(offered('你好，@小')).toEqual(['小明'])
  expect(offered('mail me at tom@example')).toEqual([])
  expect(offered('@小 and more', 2)).toEqual(['小明'])
  expect(mentioned('@小明 and @Tom Two', people)).toEqual(['web:tom', 'web:xm', 'web:two'])
})

const fields: CommandCard['fields'] = (
  [
    { name: 'member', kind: 'text', required: true, ref: 'member' },
    { name: 'minutes', kind: 'int', required: true },
    { name: 'silent', kind: 'bool', required: false },
    { name: 'reason', kind: 'text', required: false },
  ] satisfies Field[]
).map((field) => ({ ...field, about: { en: field.name } }))

test('what a form holds becomes a command’s input, and comes back', () => {
  const mute = card('mute', { fields })
  const values = { member: '@小明', minutes: '３０', silent: 'true', reason: ' ' }
  const input = inputOf(mute, values, people)
  expect(input).toEqual({ member: 'web:xm', minutes: 30, silent: true })
  expect(fields.map((field) => fieldText(field, input[field.name], people))).toEqual(['小明', '30', 'true', ''])
  expect(inputOf(mute, { member: 'nobody', minutes: 'ten' }, people)).toEqual({ member: 'nobody', minutes: 'ten' })
})

test('the browser’s first language of ours is spoken', () => {
  expect(localeOf(['zh-TW', 'en'])).toBe('zh')
  expect(localeOf(['fr-FR', 'en-US', 'zh'])).toBe('en')
  expect(localeOf(['fr', 'zh-CN'])).toBe('zh')
  expect(localeOf(['fr'])).toBe('en')
})

test('every code of the server has words of its own', () => {
  const texts = problemCodes.filter((code) => code !== 'failed').map((code) => problemText(code))
  expect(new Set(texts).size).toBe(texts.length)
  expect(texts).not.toContain(problemText('failed'))
})
