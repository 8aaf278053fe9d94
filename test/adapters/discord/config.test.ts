import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { check, config } from '../../../adapters/discord/config.ts'
import { bare, named, nearestName } from '../../../adapters/discord/naming.ts'

interface Schema {
  readonly description?: string
  readonly default?: unknown
  readonly properties?: Readonly<Record<string, Schema>>
}

describe('discord.yaml', () => {
  test('is whole where it is empty', () => {
    const section = config.parse({})
    expect(section.channels).toEqual({})
    expect(section).toMatchObject({ bots: 'ignore', commands: 'global', shards: 'auto', invites: true })
    expect(section.intents).toEqual({ content: true, members: true })
    expect(section.automod).toMatchObject({ words: true, mentions: true, invites: true, links: true })
  })
  test('every key says what it means', () => {
    const silent: string[] = []
    const visit = (schema: Schema, path: string): void =>
      Object.entries(schema.properties ?? {}).forEach(([name, property]) => {
        if (!property.properties && !property.description) silent.push(`${path}${name}`)
        visit(property, `${path}${name}.`)
      })
    visit(z.toJSONSchema(config, { io: 'input' }) as Schema, '')
    expect(silent).toEqual([])
  })
  test('unknown keys, ids without quotes and blank names are refused', () => {
    for (const wrong of [
      { chanels: {} },
      { channels: { rule: 'rules' } },
      { channels: { rules: 1234567890 } },
      { channels: { rules: ' # ' } },
      { roles: { owner: 'Admin' } },
      { shards: 0 },
    ])
      expect(config.safeParse(wrong).success).toBe(false)
  })
  test('a role is not owner and moderator at once', () => {
    const section = config.parse({ roles: { owner: ['Host'], moderator: ['Helpers', '@host'] } })
    const [only, ...more] = check(section)
    expect(more).toEqual([])
    expect(only).toMatchObject({ path: ['roles', 'moderator', 1] })
    expect(only?.message.zh).toContain('@host')
    expect(check(config.parse({ roles: { owner: ['Host'], moderator: ['Helpers'] } }))).toEqual([])
  })
})

describe('names', () => {
  const list = [
    { id: '100000000000000001', name: 'rules' },
    { id: '100000000000000002', name: 'Mod Room' },
    { id: '100000000000000003', name: 'mod-room' },
    { id: '100000000000000004', name: '群规' },
  ]
  test.each([
    ['100000000000000001', '100000000000000001'],
    ['#rules', '100000000000000001'],
    ['Mod Room', '100000000000000002'],
    ['mod-room', '100000000000000003'],
    ['mod_room', '100000000000000002'],
    ['＃群规', '100000000000000004'],
    ['nowhere', undefined],
    ['100000000000000009', undefined],
  ])('%s is %s', (wanted, id) => expect(named(list, wanted)?.id).toBe(id))
  test('a mistyped name is told its nearest', () => {
    expect(nearestName(list, 'ruels')).toBe('rules')
    expect(nearestName(list, 'giveaways')).toBeUndefined()
    expect(bare(' @Mod  Room ')).toBe('mod-room')
  })
})
