import { expect, test } from 'vitest'
import { EngineDesk } from '../../../src/core/engine/desk.ts'
import { check, config } from '../../../src/features/moderation/config.ts'
import moderation from '../../../src/features/moderation/index.ts'
import type { Inn } from '../../kit/inn.ts'
import { advert, house, toldTo } from './house.ts'

const panel = (inn: Inn, name: 'queue' | 'cases', locale: 'zh' | 'en' = 'en') =>
  new EngineDesk(inn.engine).panel('moderation', name, { community: 'here', locale })

test('the queue: oldest first, with reasons and acts', async () => {
  const inn = await house()
  await inn.says('tom', 'come to discord.gg/theirs')
  await inn.says('ann', 'come to t.me/+theirs')
  await inn.says('cat', advert.en)
  const queue = await panel(inn, 'queue')
  expect(queue.rows.map(({ cells }) => cells.member)).toEqual(['tom', 'ann'])
  const [first] = queue.rows
  expect(first?.cells).toMatchObject({ case: 1, group: 'main', text: 'come to discord.gg/theirs', score: 0.64 })
  expect(first?.why?.checks?.map(({ name }) => name)).toEqual(['invites', 'newcomer'])
  expect(first?.acts?.map(({ command }) => command)).toEqual(['decide', 'decide', 'dismiss'])
  for (const { command, input } of first?.acts?.slice(0, 1) ?? []) await inn.gives('mod', command, input)
  expect((await panel(inn, 'queue')).rows.map(({ cells }) => cells.member)).toEqual(['ann'])
  const all = await panel(inn, 'cases', 'zh')
  expect(all.rows.map(({ cells }) => cells.state)).toEqual(['已处理', '待处理', '已处理'])
  expect(all.rows[2]?.acts?.map(({ command }) => command)).toEqual(['undo'])
  await inn.close()
})

test('every column that names a member is declared', () => {
  const declared = new Set(moderation.personal.map(({ table, column }) => `${table}.${column}`))
  for (const one of [
    'moderation_members.member_id',
    'moderation_standing.member_id',
    'moderation_cases.member_id',
    'moderation_cases.by_id',
    'moderation_reports.member_id',
    'moderation_reports.reporter_id',
    'moderation_notes.member_id',
    'moderation_notes.by_id',
  ])
    expect(declared).toContain(one)
})

test.each([
  [{ ask: 0.9, act: 0.8 }, ['ask']],
  [
    {
      warnings: {
        ladder: [
          { at: 3, does: 'mute' },
          { at: 3, does: 'ban' },
        ],
      },
    },
    ['warnings', 'ladder', 1, 'at'],
  ],
  [
    {
      words: [
        { name: 'x', words: ['a'] },
        { name: 'x', words: ['b'] },
      ],
    },
    ['words', 1, 'name'],
  ],
])('a section that contradicts itself is refused at its place: %o', (section, path) => {
  expect(check(config.parse(section)).map((trouble) => trouble.path)).toEqual([path])
})
test.each([
  [{ for: 'ten minutes' }],
  [{ ask: 2 }],
  [{ flood: { message: 5 } }],
  [{ words: [{ name: 'x', words: [' '] }] }],
])('a section that is wrong is refused: %o', (section) => {
  expect(config.safeParse(section).success).toBe(false)
})

test('staff is told the reasons in their own language', async () => {
  const inn = await house({ act: 1 }, { languages: ['zh'] })
  await inn.says('tom', '𝓯𝓻𝓮𝓮 加微信 abc12345 领福利')
  expect(toldTo(inn, 'mod').join('\n')).toMatch(
    /联系方式 [\d.]+ \(微信\)、变形文字 [\d.]+ \(花体字母\)、读着像广告 [\d.]+ \([^)]*“微信 abc12345”[^)]*\)、新成员 [\d.]+ \(尚未受信任\)/,
  )
  await inn.close()
})
