import { expect, it } from 'vitest'
import { check } from '../../../src/features/schedule/check.ts'
import { config } from '../../../src/features/schedule/config.ts'

const text = { en: 'Good morning, {group}' }
const found = (posts: object[], library: object = {}) =>
  check(config.parse({ posts, library })).map(({ path, message }) => `${path.join('.')}: ${message.en}`)

it('finds nothing wrong with a good schedule', () => {
  const post = { id: 'a', cron: '0 9 * * *' }
  const library = { poems: [{ id: 'p', text }] }
  expect(
    found(
      [
        { ...post, text },
        { ...post, id: 'b', content: 'poems' },
        { ...post, id: 'c', cron: 'lunar: 1-1', text },
      ],
      library,
    ),
  ).toEqual([])
  expect(check(config.parse({}))).toEqual([])
})

it.each([
  [[{ id: 'a', cron: '0 25 * * *', text }], 'posts.0.cron: 25 is out of range for hour (character 3)'],
  [[{ id: 'a', cron: '* 9 * * *', text }], 'posts.0.cron: posts more than once in five minutes'],
  [
    [
      { id: 'a', cron: '59 23 1 * *', text },
      { id: 'a', cron: '@daily', text },
    ],
    'posts.1.id: the id “a” is used twice',
  ],
  [[{ id: 'a', cron: '@daily' }], 'posts.0: needs either text or content, not both'],
  [[{ id: 'a', cron: '@daily', content: 'jokes' }], 'posts.0.content: names the library “jokes”, which is not here'],
  [[{ id: 'a', cron: '@daily', text: { en: 'Hi {name}' } }], 'posts.0.text.en: uses {name}, which is not known here'],
])('finds what is wrong %#', (posts, expected) => {
  expect(found(posts)).toEqual([expected])
})

it('looks into libraries', () => {
  const entry = { id: 'p', text: { zh: '{谁}{who}' } }
  expect(found([], { poems: [entry, { ...entry, text }] })).toEqual([
    'library.poems.1.id: the id “p” is used twice',
    'library.poems.0.text.zh: uses {who}, which is not known here',
  ])
})

it.each([
  { id: 'Ä', cron: '@daily', text },
  { id: 'a', cron: '@daily', text, lateWithin: '10' },
  { id: 'a', cron: '@daily', text, late: 'always' },
  { id: 'a', cron: '@daily', text: {} },
  { id: 'a', cron: '@daily', text, sticky: true },
])('is refused by the schema: %j', (post) => {
  expect(config.safeParse({ posts: [post] }).success).toBe(false)
})
