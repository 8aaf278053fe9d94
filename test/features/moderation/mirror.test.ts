import { describe, expect, test } from 'vitest'
import { actionSchema } from '../../../src/core/action.ts'
import { check } from '../../../src/features/moderation/config.ts'
import { wantedOf } from '../../../src/features/moderation/mirror.ts'
import { shipped } from '../../../src/features/moderation/shipped.ts'
import type { Inn } from '../../kit/inn.ts'
import { house } from './house.ts'
import { section } from './section.ts'

const list = (name: string, more: Record<string, unknown> = {}) => ({ name, words: [name], ...more })
const filters = (inn: Inn) => inn.took().flatMap(({ action }) => (action.type === 'filters' ? [action] : []))

describe('what is mirrored', () => {
  test('is never harsher than the rulebook', () => {
    const words = [
      list('asks', { score: 0.6 }),
      list('sure', { score: 0.9, match: 'substring' }),
      list('hints', { score: 0.3 }),
      list('strangers', { score: 0.9, reach: 'newcomers' }),
    ]
    expect(wantedOf(section({ words, links: { deny: ['evil.example'], allow: ['discord.gg/ours'] } }))).toEqual({
      words: ['*evil.example*', '*sure*', 'asks'],
      mentionLimit: 5,
      invites: false,
      links: false,
      allow: ['discord.gg/ours'],
    })
    expect(wantedOf(section({ links: { invites: 'everyone' } })).invites).toBe(true)
    expect(wantedOf(section({ mentions: { most: 60 } })).mentionLimit).toBeUndefined()
    expect(wantedOf(section({ mentions: { score: 0.2 } })).mentionLimit).toBeUndefined()
  })
  test('of the owner’s own rules is what takes a message away in any case', () => {
    const lists = {
      shops: { words: ['bargain'], match: 'substring', domains: ['shop.example'], invites: ['discord.gg/shop'] },
    }
    const rule = (when: unknown, more: object = {}) => ({ id: 'r', when: [when], do: ['delete'], ...more })
    const wanted = (...rules: object[]) =>
      wantedOf(section({ lists, rules: rules.map((one, n) => ({ ...one, id: `r${n}` })), mentions: { score: 0.2 } }))
    const nothing = { words: [], invites: false, links: false }
    expect(wanted(rule('links'))).toEqual({ ...nothing, links: true })
    expect(wanted(rule({ otherDomains: { list: 'shops' } }))).toEqual({
      ...nothing,
      links: true,
      allow: ['shop.example'],
    })
    expect(wanted(rule({ domains: ['evil.example'], words: { list: 'shops' } }))).toEqual({
      ...nothing,
      words: ['*evil.example*', '*bargain*'],
    })
    expect(wanted(rule({ invites: { except: { list: 'shops' } }, mentions: { least: 4 } }))).toEqual({
      ...nothing,
      invites: true,
      mentionLimit: 3,
      allow: ['discord.gg/shop', 'shop.example'],
    })
    for (const more of [{ do: ['warn'] }, { observe: true }, { cooldown: '1m' }, { if: [{ newcomer: true }] }])
      expect(wanted(rule('links', more)), JSON.stringify(more)).toEqual(nothing)
    expect(
      wanted(rule({ links: { least: 2 } }), rule({ links: { hidden: true } }), rule({ invites: { to: ['qq'] } })),
    ).toEqual(nothing)
    expect(wanted(rule('message', { do: ['allow'] }), rule('links'))).toEqual(nothing)
    expect(wanted(rule({ words: ['tea'] }, { do: ['log'], stop: true }), rule('links'))).toEqual(nothing)
  })
  test('of the shipped rulebook is an action, and leaves strangers’ words out', () => {
    const config = shipped()
    expect(check(config)).toEqual([])
    const wanted = wantedOf(config)
    expect(actionSchema.parse({ type: 'filters', group: 'test:main', ...wanted })).toBeDefined()
    expect(wanted.words).toContain('网盘资源')
    expect(wanted.words.length).toBeLessThan(config.words.flatMap(({ words }) => words).length)
  })
})

describe('mirroring', () => {
  const on = { mirror: true, words: [list('casino')] }
  test('does not happen unasked', async () => {
    const inn = await house({ words: [list('casino')] })
    await inn.says('mod', 'hello')
    await inn.passes('2d')
    expect(inn.adapter.all.filter(({ action }) => action.type === 'filters')).toEqual([])
    await inn.close()
  })
  test('happens when the group is new, when the section changes, and once a day', async () => {
    const inn = await house()
    inn.took()
    await inn.rules({ sections: { moderation: on } })
    expect(filters(inn)).toMatchObject([{ words: ['casino'], mentionLimit: 5 }])
    await inn.rules({ sections: { moderation: { ...on, words: [list('roulette')] } } })
    expect(filters(inn)).toMatchObject([{ words: ['roulette'] }])
    await inn.passes('1d')
    expect(filters(inn)).toHaveLength(1)
    await inn.close()
  })
  test('switched off again takes away what was set, once', async () => {
    const inn = await house(on)
    inn.took()
    await inn.rules({ sections: { moderation: {} } })
    const [empty, ...more] = filters(inn)
    expect(more).toEqual([])
    expect(empty).toEqual({ type: 'filters', group: 'test:main', words: [], invites: false, links: false })
    await inn.rules({ sections: { moderation: { ask: 0.4 } } })
    await inn.passes('2d')
    expect(filters(inn)).toEqual([])
    await inn.close()
  })
  test('is not asked of a platform without a filter', async () => {
    const inn = await house(on, { does: ['send', 'whisper', 'delete'] })
    expect(inn.adapter.all.map(({ action }) => action.type)).not.toContain('filters')
    expect(inn.log.errors).toEqual([])
    await inn.close()
  })
})
