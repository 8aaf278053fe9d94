import { expect, test } from 'vitest'
import type { Suggestion } from '../../../src/core/adapter.ts'
import { cases, codes, house, toldTo } from './house.ts'

test('a warning given on a message is for its author, and the message is kept with the case', async () => {
  const inn = await house()
  const message = await inn.says('tom', 'you are all idiots')
  expect(await inn.gives('mod', 'warn', { reason: 'rude' }, { replyTo: message })).toMatchObject({ ok: true })
  expect(await cases(inn)).toMatchObject([{ name: 'tom', messages: message, reason: 'rude' }])
  expect(toldTo(inn, 'tom')).toHaveLength(1)
  expect(codes(await inn.gives('mod', 'warn', {}))).toEqual(['moderation/no-such-member'])
  await inn.close()
})

test('a note about a member stands among their cases', async () => {
  const inn = await house()
  await inn.join('tom')
  expect(await inn.gives('mod', 'note', { member: 'test:tom', text: 'ask twice' })).toMatchObject({ ok: true })
  inn.took()
  await inn.gives('mod', 'cases', { member: 'test:tom' })
  expect(toldTo(inn, 'mod')[0]).toContain('Note by mod: ask twice')
  expect(codes(await inn.gives('mod', 'note', { text: 'about nobody' }))).toEqual(['moderation/no-such-member'])
  await inn.close()
})

test.each([
  ['/note 1 很吵 真的', { number: 1, note: '很吵 真的' }],
  ['/note @tom 很吵 真的', { number: 0, note: '很吵 真的' }],
])('typed: %s', async (text, expected) => {
  const inn = await house()
  await inn.join('tom')
  await inn.gives('mod', 'warn', { member: 'test:tom' })
  expect(await inn.happens({ type: 'command', user: 'test:mod', role: 'moderator', text })).toMatchObject({ ok: true })
  expect(await inn.rows('moderation_notes')).toMatchObject([expected])
  await inn.close()
})

test('cases are offered to staff, what waits first; to members only their own that can be appealed', async () => {
  const inn = await house()
  await inn.join('tom')
  await inn.join('ann')
  await inn.gives('mod', 'warn', { member: 'test:tom', reason: 'rude' })
  await inn.gives('mod', 'warn', { member: 'test:ann', reason: 'loud' })
  const offers = async (user: string, command: string, typed = '') =>
    (await inn.adapter.door?.suggest({
      group: 'test:main',
      user: `test:${user}`,
      command,
      field: 'case',
      typed,
      locale: 'en',
    })) as readonly Suggestion[]
  expect(await offers('mod', 'case')).toEqual([
    { value: '2', label: '#2 ann: loud, dealt with' },
    { value: '1', label: '#1 tom: rude, dealt with' },
  ])
  expect((await offers('mod', 'case', '#1')).map(({ value }) => value)).toEqual(['1'])
  expect((await offers('mod', 'case', 'An')).map(({ value }) => value)).toEqual(['2'])
  expect((await offers('tom', 'appeal')).map(({ value }) => value)).toEqual(['1'])
  expect(await offers('tom', 'case')).toEqual([])
  await inn.gives('tom', 'appeal', { case: '1', reason: 'was not me' })
  expect(await offers('tom', 'appeal')).toEqual([])
  await inn.close()
})
