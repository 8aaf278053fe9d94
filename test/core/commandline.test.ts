import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CommandCard, Field } from '../../src/core/command.ts'
import { CommandLines, writeLine } from '../../src/core/commandline.ts'
import { Commands } from '../../src/core/engine/commands.ts'
import { features } from '../../src/features.ts'

const about = { zh: '', en: '' }
const field = (name: string, kind: Field['kind'], more: Partial<Field> = {}) => ({
  name,
  kind,
  required: false,
  about,
  ...more,
})
const card = (name: string, aliases: string[], fields: CommandCard['fields']): CommandCard => ({
  name,
  feature: 'test',
  aliases,
  role: 'member',
  private: false,
  about,
  fields,
})
const mute = card(
  'mute',
  ['禁言'],
  [
    field('member', 'text', { ref: 'member', required: true }),
    field('minutes', 'int'),
    field('mode', 'choice', { choices: ['soft', 'hard'], labels: { soft: { zh: '轻', en: 'soft' } } }),
    field('reason', 'text'),
  ],
)
const lines = new CommandLines([
  mute,
  card('rules', ['群规'], []),
  card('me', ['我'], []),
  card('faq', ['群问答'], [field('topic', 'text')]),
])
const read = (line: string, toBot = false) => {
  const typed = lines.parse(line, toBot)
  return typed && [typed.card.name, typed.input]
}

describe('a command line', () => {
  it.each([
    ['/rules', ['rules', {}]],
    ['／群规', ['rules', {}]],
    ['  /RULES  ', ['rules', {}]],
    ['群规', ['rules', {}]],
    ['/mute @小明 30 hard 刷屏 广告', ['mute', { member: '@小明', minutes: 30, mode: 'hard', reason: '刷屏 广告' }]],
    ['禁言　@小明　３０　轻', ['mute', { member: '@小明', minutes: 30, mode: 'soft' }]],
    ['/mute @小明 reason=刷屏', ['mute', { member: '@小明', reason: '刷屏' }]],
    ['/mute reason＝刷屏 @小明', ['mute', { member: '@小明', reason: '刷屏' }]],
    ['/mute "two words" reason="a \\"b\\""', ['mute', { member: 'two words', reason: 'a "b"' }]],
    ['/我', ['me', {}]],
  ])('%s', (line, expected) => expect(read(line)).toEqual(expected))

  it.each([
    '群规是什么？',
    '群规 第三条是什么',
    '我',
    '我觉得不错',
    'rules',
    'the rules say no',
    '禁言',
    '禁言 小明 很久',
    '/unknown',
    '/etc/passwd is a file',
    'http://rules',
    '',
  ])('%s is talk', (line) => expect(read(line)).toBeUndefined())

  it('takes a command spoken to the bot without a slash', () => {
    expect(read('@掌柜 群规', true)).toEqual(['rules', {}])
    expect(read('@掌柜\u2005rules', true)).toEqual(['rules', {}])
    expect(read('@掌柜 how are you', true)).toBeUndefined()
  })

  it('reads back what it writes, for any input of any command', () => {
    const { cards, lines: all } = new Commands(features)
    const text = fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }).filter((raw) => raw.trim() !== '')
    const value = (one: Field): fc.Arbitrary<unknown> => {
      if (one.kind === 'int') return fc.integer({ min: -1000, max: 1000 })
      if (one.kind === 'number')
        return fc.float({ noNaN: true, noDefaultInfinity: true }).map((n) => (Object.is(n, -0) ? 0 : n))
      if (one.kind === 'bool') return fc.boolean()
      return one.kind === 'choice' ? fc.constantFrom(...(one.choices as string[])) : text
    }
    const typed = fc
      .constantFrom(...cards)
      .chain((one) =>
        fc
          .record(Object.fromEntries(one.fields.map((each) => [each.name, fc.option(value(each), { nil: undefined })])))
          .map((input) => ({ one, input })),
      )
    fc.assert(
      fc.property(typed, ({ one, input }) => {
        const given = Object.fromEntries(Object.entries(input).filter(([, each]) => each !== undefined))
        expect(all.parse(writeLine(one, given))).toEqual({ card: one, input: given })
      }),
      { numRuns: 1000 },
    )
  })
})

describe('in a reply', () => {
  const warn = card(
    'warn',
    ['警告'],
    [field('member', 'text', { ref: 'member', unlessReply: true }), field('reason', 'text', { ref: 'longtext' })],
  )
  const lines = new CommandLines([warn])
  it.each([
    ['/warn 刷屏 广告', { reason: '刷屏 广告' }],
    ['/warn @Tom flooding', { member: '@Tom', reason: 'flooding' }],
    ['/warn member=Tom flooding', { member: 'Tom', reason: 'flooding' }],
    ['/warn', {}],
  ])('%s', (line, input) => expect(lines.parse(line, false, true)?.input).toEqual(input))
  it('and not elsewhere', () =>
    expect(lines.parse('/warn Tom flooding')?.input).toEqual({ member: 'Tom', reason: 'flooding' }))
})
