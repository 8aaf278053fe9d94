/** What Discord is told of commands, held to Discord's own limits and to its OpenAPI document. */

import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { ApplicationCommandOptionType as Kind, ApplicationCommandType as Type } from 'discord-api-types/v10'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bookOf } from '../../../adapters/discord/commands/book.ts'
import { type CommandBody, menuOf, sizeOf, slashOf } from '../../../adapters/discord/commands/card.ts'
import { cut, localeOf, shortly } from '../../../adapters/discord/commands/words.ts'
import type { CommandCard } from '../../../src/core/command.ts'
import { loosened, numbersAsText, type OpenApi } from '../../emulators/discord/schemas.ts'
import { anyCard, cardNamed, ours } from './cards.ts'

const slash = (name: string) => {
  const body = slashOf(cardNamed(name), 'global')
  if (!body) throw new Error(`/${name} has no body`)
  return body
}
const optionOf = (command: string, option: string) => slash(command).options?.find(({ name }) => name === option)

describe('a slash command', () => {
  test('is called and described in the reader’s language', () => {
    expect(slash('warn')).toMatchObject({
      type: Type.ChatInput,
      name: 'warn',
      name_localizations: { 'zh-CN': '警告', 'zh-TW': '警告' },
      description: 'Warn a member',
      description_localizations: { 'zh-CN': '警告一位成员' },
      contexts: [0],
      integration_types: [0],
    })
    expect(slashOf(cardNamed('warn'), 'guild')).not.toHaveProperty('contexts')
  })
  test.each([
    ['faq', null],
    ['warn', String(1n << 40n)],
  ])('/%s is shown by its role', (name, permissions) => {
    expect(slash(name).default_member_permissions).toBe(permissions)
  })
  test.each([
    ['warn', 'member', { type: Kind.User, required: true, name_localizations: { 'zh-CN': '成员' } }],
    ['warn', 'reason', { type: Kind.String, max_length: 500 }],
    ['mute', 'for', { type: Kind.String, autocomplete: true, name_localizations: { 'zh-CN': '时长' } }],
    ['case', 'case', { type: Kind.String, autocomplete: true, required: true }],
    ['faq', 'topic', { type: Kind.String, autocomplete: true }],
    ['redeem', 'perk', { type: Kind.String, autocomplete: true }],
    ['purge', 'count', { type: Kind.Integer, min_value: 1, max_value: 100 }],
    ['award', 'points', { type: Kind.Integer, min_value: -1_000_000, required: true }],
    ['teach', 'question', { type: Kind.String, required: true, max_length: 300 }],
  ])('/%s has the option %s', (command, option, expected) => {
    expect(optionOf(command, option)).toMatchObject(expected)
  })
  test('a long text is never required: it is asked for in a form', () => {
    expect(optionOf('teach', 'answer')).not.toHaveProperty('required')
    expect(optionOf('appeal', 'reason')).not.toHaveProperty('autocomplete')
  })
  test('choices are named in both languages', () => {
    const option = optionOf('cases', 'state')
    expect(option && 'choices' in option ? option.choices?.[0] : undefined).toEqual({
      name: 'Waiting',
      value: 'open',
      name_localizations: { 'zh-CN': '待处理', 'zh-TW': '待处理' },
    })
  })
})

describe('context menus', () => {
  const named = (menu: 'message' | 'member') =>
    ours.filter(({ menus }) => menus?.includes(menu)).map((card) => menuOf(card, menu, 'global').name)
  test('on messages: report, warn, teach', () => {
    expect(named('message').sort()).toEqual(['Report', 'Teach this as FAQ', 'Warn author'])
  })
  test('on members: cases and notes', () => expect(named('member')).toEqual(expect.arrayContaining(['Cases', 'Note'])))
  test('in Chinese', () => {
    expect(menuOf(cardNamed('teach'), 'message', 'global')).toMatchObject({
      type: Type.Message,
      name_localizations: { 'zh-CN': '收进常见问题' },
      default_member_permissions: String(1n << 40n),
    })
  })
})

const lowered = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u
/** Discord's rules, told once more and otherwise. */
function broken(body: CommandBody): string[] {
  const wrong: string[] = []
  const names = (one: { name: string; name_localizations?: object | null }) => [
    one.name,
    ...Object.values(one.name_localizations ?? {}),
  ]
  const nameHolds = (name: string, free: boolean) =>
    free ? name.length > 0 && name.length <= 32 : lowered.test(name) && name === name.toLowerCase()
  for (const name of names(body)) if (!nameHolds(name, body.type !== Type.ChatInput)) wrong.push(`name "${name}"`)
  if (sizeOf(body) > 8000) wrong.push(`size ${sizeOf(body)}`)
  if (!('description' in body)) return wrong
  const options = body.options ?? []
  if (options.length > 25) wrong.push('options')
  const firstOptional = options.findIndex(({ required }) => !required)
  if (firstOptional >= 0 && options.slice(firstOptional).some(({ required }) => required)) wrong.push('order')
  for (const locale of [undefined, 'zh-CN'] as const) {
    const shown = options.map((one) => (locale && one.name_localizations?.[locale]) || one.name)
    if (new Set(shown).size < shown.length) wrong.push(`two options of one name: ${shown}`)
  }
  for (const one of [body, ...options]) {
    const texts = [one.description, ...Object.values(one.description_localizations ?? {})]
    if (texts.some((text) => !text || text.length > 100)) wrong.push(`description of ${one.name}`)
    for (const name of names(one)) if (!nameHolds(name, false)) wrong.push(`name "${name}"`)
    if ('choices' in one && (one.choices?.length ?? 0) > 25) wrong.push('choices')
  }
  return wrong
}

/** Discord's own document; undefined where it is not at hand. */
function validator() {
  const file = resolve(import.meta.dirname, '../../../../shared/data/discord/openapi.json')
  if (!existsSync(file)) return undefined
  const document = loosened(JSON.parse(readFileSync(file, 'utf8')) as OpenApi)
  const ajv = new Ajv2020({ strict: false, logger: false })
  addFormats.default(ajv)
  for (const format of ['nonce', 'snowflake', 'int32']) ajv.addFormat(format, true)
  ajv.addSchema({ $id: 'discord', components: numbersAsText(document.components) })
  return ajv.compile({ $ref: 'discord#/components/schemas/ApplicationCommandUpdateRequest' })
}
const valid = validator()

const bodiesOf = (card: CommandCard) => bookOf([card], 'global').bodies

describe('any command', () => {
  test('of ours keeps within what Discord takes', () => {
    const { bodies, leftOut } = bookOf(ours, 'global')
    expect(leftOut).toEqual([])
    expect(bodies.flatMap(broken)).toEqual([])
  })
  test('that can be declared does, too', () => {
    fc.assert(
      fc.property(anyCard, (card) => {
        expect(bodiesOf(card).flatMap(broken)).toEqual([])
      }),
      { numRuns: 500 },
    )
  })
  test.skipIf(!valid)('is what Discord’s OpenAPI document describes (skipped where ../shared is missing)', () => {
    const complaints = (card: CommandCard) =>
      bodiesOf(card).flatMap((body) => (valid?.(JSON.parse(JSON.stringify(body))) ? [] : (valid?.errors ?? [])))
    expect(valid?.({ name: 'warn', options: [{ type: 3, name: 'x'.repeat(40), description: 'too long' }] })).toBe(false)
    expect(ours.flatMap(complaints)).toEqual([])
    fc.assert(
      fc.property(anyCard, (card) => {
        expect(complaints(card)).toEqual([])
      }),
      { numRuns: 200 },
    )
  })
  test('beyond a hundred members’ commands come first, and beyond fifteen entries a menu is full', () => {
    const many = Array.from(
      { length: 130 },
      (_, n): CommandCard => ({
        ...cardNamed('warn'),
        name: `c${n}`,
        aliases: [],
        role: n < 60 ? 'moderator' : 'member',
        title: { zh: `菜单${n}`, en: `Menu ${n}` },
      }),
    )
    const { bodies, leftOut } = bookOf(many, 'global')
    const slashes = bodies.filter(({ type }) => type === Type.ChatInput)
    expect(slashes).toHaveLength(100)
    expect(slashes.filter(({ default_member_permissions }) => default_member_permissions === null)).toHaveLength(70)
    expect(bodies.filter(({ type }) => type === Type.Message)).toHaveLength(15)
    expect(leftOut).toHaveLength(30 + 115)
  })
})

test('texts are cut at a character, never within one', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.integer({ min: 2, max: 100 }), (text, most) => {
      const short = cut(text, most)
      expect(short.length).toBeLessThanOrEqual(most)
      expect(short.isWellFormed()).toBe(true)
    }),
  )
})
test.each([
  ['zh-CN', 'zh'],
  ['zh-TW', 'zh'],
  ['en-GB', 'en'],
  ['de', undefined],
  [undefined, undefined],
])('a client in %s reads %s', (client, locale) => expect(localeOf(client)).toBe(locale))
test.each([
  ['理由，会告诉对方', '理由'],
  ['Why; the member is told', 'Why'],
  ['看谁的（仅管理员）', '看谁的'],
])('%s in short is %s', (about, short) => expect(shortly(about)).toBe(short))
