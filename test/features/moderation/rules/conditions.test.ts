/** Every condition, where it holds and where it does not. */
import { describe, expect, test } from 'vitest'
import { counted, zero } from '../../../../src/features/moderation/rules/counters.ts'
import type { Happening, Memory, Spoken } from '../../../../src/features/moderation/rules/happening.ts'
import { conditionParts } from '../../../../src/features/moderation/rules/schema/conditions.ts'
import { monday } from '../../../kit/inn.ts'
import { emptyMemory, group, happening, outcomeOf, said, sectionOf, tom } from './looking.ts'

const day = 86_400_000
interface Case {
  readonly now?: Partial<Happening>
  readonly text?: string
  readonly spoken?: Partial<Spoken>
  readonly newcomer?: boolean
  readonly memory?: Partial<Memory>
}
const profile = (more: object) => ({
  memory: {
    profile: { group_id: 'g1', member_id: 'm1', name: 'Tom', roles: '', account_at: 0, avatar: 0, at: 0, ...more },
  },
})
const member = (more: object): Case => ({ now: { member: { ...tom, ...more } } })
/** 2026-03-02 18:00 in Shanghai, a Monday, in every happening that says nothing else. */
const table: Readonly<Record<string, readonly [condition: object, holds: Case, fails: Case]>> = {
  rank: [{ rank: ['moderator'] }, member({ role: 'moderator' }), member({ role: 'member' })],
  roles: [{ roles: ['VIP', '老人'] }, { now: { roles: ['老人'] } }, { now: { roles: ['new'] } }],
  'roles remembered': [{ roles: ['VIP'] }, profile({ roles: 'a\nVIP' }), profile({ roles: 'VIPs' })],
  allRoles: [{ allRoles: ['a', 'b'] }, { now: { roles: ['b', 'a', 'c'] } }, { now: { roles: ['a'] } }],
  groups: [{ groups: ['web:*', 'test:main'] }, {}, { now: { group: { ...group, ref: 'test:other' } } }],
  channels: [{ channels: ['room'] }, {}, { now: { place: 'hall' } }],
  platforms: [{ platforms: ['test'] }, {}, { now: { group: { ...group, platform: 'web' } } }],
  hours: [{ hours: { from: '17:30', to: '18:30' } }, {}, { now: { at: monday + 1_800_000 } }],
  'hours over midnight': [{ hours: { from: '23:00', to: '07:00' } }, { now: { at: monday + 6 * 3_600_000 } }, {}],
  days: [{ days: ['mon', 'tue'] }, {}, { now: { at: monday + 2 * day } }],
  'days of the zone': [
    { days: ['tue'] },
    { now: { at: monday + 6 * 3_600_000 } },
    { now: { at: monday + 5 * 3_600_000 } },
  ],
  joined: [{ joined: { under: '2h' } }, {}, member({ joinedAt: monday - day })],
  'joined long ago': [{ joined: { over: '7d' } }, member({ joinedAt: monday - 8 * day }), {}],
  account: [{ account: { under: '7d' } }, profile({ account_at: monday - day }), profile({ account_at: 0 })],
  avatar: [{ avatar: false }, profile({ avatar: 1 }), profile({ avatar: 0 })],
  newcomer: [{ newcomer: true }, { newcomer: true }, { newcomer: false }],
  messages: [{ messages: { most: 3 } }, { memory: { messages: 3 } }, { memory: { messages: 4 } }],
  language: [{ language: ['en'] }, { text: 'good morning all' }, { text: '大家早上好' }],
  attachment: [{ attachment: false }, {}, { spoken: { attachments: 1 } }],
  link: [{ link: true }, { text: 'see https://a.com' }, { text: 'see a' }],
  reply: [{ reply: true }, { spoken: { reply: true } }, {}],
  mentionsBot: [{ mentionsBot: true }, { spoken: { mentionsBot: true } }, {}],
  edited: [{ edited: true }, { now: { heard: 'edit' } }, {}],
  raid: [{ raid: true }, { memory: { raid: true } }, {}],
  warnings: [{ warnings: { least: 2 } }, { memory: { warnings: 2 } }, { memory: { warnings: 1 } }],
  counter: [
    { counter: { of: 'heat', least: 2 } },
    { memory: { counts: new Map([['heat', { before: 0, count: counted({}, zero, monday, 2) }]]) } },
    {},
  ],
  not: [{ not: { channels: ['hall'], platforms: ['test'] } }, {}, { now: { place: 'hall' } }],
  any: [{ any: [{ channels: ['hall'] }, { language: ['zh'] }] }, { text: '你好大家' }, { text: 'hello all' }],
}
const holds = (condition: object, { now, text = 'hello', spoken, newcomer, memory }: Case) => {
  const section = sectionOf([{ when: ['message', 'edit'], if: [condition] }], { counters: { heat: {} } })
  const wanted = { ...happening({ spoken: said(text, section, spoken, newcomer) }), ...now }
  return outcomeOf(section, wanted, emptyMemory(memory)).fired.length === 1
}

describe.each(Object.entries(table))('%s', (_name, [condition, good, bad]) => {
  test('holds, and does not', () => {
    expect(holds(condition, good)).toBe(true)
    expect(holds(condition, bad)).toBe(false)
  })
})
test('all of one condition must hold, and all conditions', () => {
  expect(holds({ channels: ['room'], language: ['zh'] }, {})).toBe(false)
  const section = sectionOf([{ when: ['message'], if: [{ channels: ['room'] }, { language: ['zh'] }] }])
  expect(outcomeOf(section, happening({ spoken: said('hello', section) })).fired).toEqual([])
  expect(outcomeOf(section, happening({ spoken: said('大家好呀', section) })).fired).toHaveLength(1)
})
test('no condition is without a row', () => {
  const here = new Set(Object.keys(table).map((name) => name.split(' ')[0]))
  expect(Object.keys(conditionParts).filter((name) => !here.has(name))).toEqual([])
})
