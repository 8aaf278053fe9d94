/** Without a section in the rulebook moderation is that of `rules/demo`, but for the lists of words and domains. */
import { describe, expect, test } from 'vitest'
import { config } from '../../../src/features/moderation/config.ts'
import { judge } from '../../../src/features/moderation/judge.ts'
import { shipped } from '../../../src/features/moderation/shipped.ts'
import { newcomer, regular } from './section.ts'

const untouched = config.parse({})

test('the figures of an untouched section are those of rules/demo', () => {
  const { words: _words, links, ...demo } = shipped()
  const { words: _none, links: own, ...rest } = untouched
  expect(rest).toEqual(demo)
  expect(own).toEqual({ ...links, allow: [], deny: [] })
})

describe('nobody is asked about', () => {
  test.each([
    'Here are my notes on the third chapter: https://example.org/notes/3',
    'The map of the walk is at https://bit.ly/3abcdef if anybody wants it',
    'My mail is rosa.keller@example.org, send me the recipe when you find it',
    'You can reach the library under +44 20 7946 0958 until six',
    'please message me when you have read it, I would love to talk about the ending',
    '我整理了第三章的笔记，放在 https://example.org/notes 了，大家随便看',
    '图书馆的电话是 020-83511234，六点前都有人接',
    '想一起读的私聊我就行，周日晚上我们再对一下进度',
  ])('%s', (text) => {
    for (const reading of [newcomer(text), regular(text)]) expect(judge(untouched, reading).level).toBe('silent')
  })
})
test('an advert is one all the same', () => {
  for (const text of [
    '轻松赚钱，日结三百，加微信 abc12345 领福利，进群 https://t.me/+abcdef',
    'Earn $500 daily from home! DM me on telegram @richman99 and join https://t.me/+abcdef',
  ])
    expect(judge(untouched, newcomer(text)).level).not.toBe('silent')
})
