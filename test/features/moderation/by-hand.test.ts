import { describe, expect, test } from 'vitest'
import type { Inn } from '../../kit/inn.ts'
import { cases, codes, deeds, house, inForce, toldTo } from './house.ts'

const acts = (inn: Inn, act: string, more: Record<string, unknown> = {}) =>
  inn.happens({
    type: 'moderated',
    act,
    user: 'test:mod',
    name: 'mod',
    role: 'moderator',
    target: 'test:tom',
    targetName: 'Tom',
    ...more,
  })
const steps = (row: Record<string, unknown> | undefined) =>
  (JSON.parse(String(row?.steps ?? '[]')) as { does: string; by: string }[]).map(({ does }) => does)

describe('a moderator’s own click', () => {
  test.each(['mute', 'kick', 'ban', 'delete'])(
    '%s: a case in the moderator’s name, and nothing is done',
    async (act) => {
      const inn = await house()
      await inn.join('tom')
      inn.took()
      await acts(inn, act, { reason: 'flooding', ...(act === 'mute' && { forMs: 600_000 }) })
      expect(deeds(inn)).toEqual([])
      const [row, ...more] = await cases(inn)
      expect(more).toEqual([])
      expect(row).toMatchObject({ number: 1, origin: 'hand', state: 'done', by_name: 'mod', reason: 'flooding' })
      expect(steps(row)).toEqual([act])
      await inn.close()
    },
  )
  test.each([
    ['en', 'Reason: flooding'],
    ['zh', '理由：刷屏'],
  ] as const)('reads in /case like any other (%s)', async (locale, expected) => {
    const inn = await house({}, { languages: [locale] })
    await inn.join('tom')
    await acts(inn, 'ban', { reason: locale === 'en' ? 'flooding' : '刷屏' })
    inn.took()
    await inn.gives('mod', 'case', { case: '1' })
    expect(toldTo(inn, 'mod').join('\n')).toContain(expected)
    await inn.close()
  })
  test('is in force, can be undone, and the appeal is open', async () => {
    const inn = await house()
    await inn.join('tom')
    await acts(inn, 'ban')
    await acts(inn, 'mute', { forMs: 3_600_000 })
    expect(await inForce(inn)).toMatchObject([
      { kind: 'ban', until: null },
      { kind: 'mute', case: 2 },
    ])
    expect(codes(await inn.gives('tom', 'appeal', { case: '1', reason: 'it was my brother' }))).toEqual([])
    inn.took()
    expect(await inn.gives('mod', 'undo', { case: '1' })).toMatchObject({ ok: true })
    expect(deeds(inn)).toContain('unban test:tom')
    await inn.close()
  })
  test('settles the case that waits, and whoever was asked sees it', async () => {
    const inn = await house()
    await inn.says('tom', 'come to discord.gg/theirs')
    inn.took()
    await acts(inn, 'ban')
    const edits = inn.took().filter(({ action }) => action.type === 'edit')
    expect(edits.map(({ action }) => 'text' in action && action.text)).toEqual([expect.stringContaining('mod')])
    expect(await cases(inn)).toMatchObject([{ number: 1, origin: 'auto', state: 'done', by_name: 'mod' }])
    await inn.close()
  })
  test('lifted by hand: what was in force ends, in the case it came from', async () => {
    const inn = await house()
    await inn.join('tom')
    await inn.gives('mod', 'mute', { member: 'test:tom', for: '2h' })
    await inn.gives('mod', 'ban', { member: 'test:tom', for: '1d' })
    inn.took()
    await acts(inn, 'unmute', { user: 'test:mod2', name: 'mod2' })
    await acts(inn, 'unban')
    expect(deeds(inn)).toEqual([])
    expect(await inForce(inn)).toEqual([])
    expect((await cases(inn)).map(steps)).toEqual([
      ['mute', 'unmute'],
      ['ban', 'unban'],
    ])
    await inn.passes('2d')
    expect(deeds(inn)).toEqual([])
    await acts(inn, 'unmute')
    expect(await cases(inn)).toHaveLength(2)
    await inn.close()
  })
  test('deletions one after the other are one case, those of tomorrow another', async () => {
    const inn = await house()
    await inn.join('tom')
    for (const _ of [1, 2, 3]) await acts(inn, 'delete', { count: 1 })
    expect((await cases(inn)).map(steps)).toEqual([['delete']])
    await inn.passes('1d')
    await acts(inn, 'delete', { count: 2 })
    expect(await cases(inn)).toHaveLength(2)
    await inn.close()
  })
  test('against somebody who was never here has a case as well', async () => {
    const inn = await house()
    await acts(inn, 'ban', { target: 'test:stranger', targetName: 'Stranger' })
    expect(await cases(inn)).toMatchObject([{ number: 1, name: 'Stranger', user: 'test:stranger', member_id: '' }])
    await inn.close()
  })
  test('told again is one case', async () => {
    const inn = await house()
    await inn.join('tom')
    for (const _ of [1, 2]) await acts(inn, 'ban', { id: 'audit:1' })
    expect(await cases(inn)).toHaveLength(1)
    await inn.close()
  })
})

describe('what the platform’s filter held back', () => {
  const held = (inn: Inn, more: Record<string, unknown> = {}) =>
    inn.happens({
      type: 'filtered',
      user: 'test:tom',
      name: 'tom',
      text: 'come to the casino',
      rule: 'Words 1',
      ...more,
    })
  test.each([
    ['en', 'held back by the platform’s filter', 'casino'],
    ['zh', '内容被平台的过滤器拦下', 'casino'],
  ] as const)('is asked of staff, without anything being done (%s)', async (locale, why, quote) => {
    const inn = await house({}, { languages: [locale] })
    await held(inn)
    const asked = inn.took().flatMap(({ action }) => (action.type === 'ask' ? [action.text] : [action.type]))
    expect(asked).toHaveLength(1)
    expect(asked[0]).toContain(why)
    expect(asked[0]).toContain(quote)
    expect(asked[0]).toContain('Words 1')
    expect(await cases(inn)).toMatchObject([{ origin: 'auto', rule: 'filter', state: 'open', messages: '' }])
    await inn.close()
  })
  test('again and again is one case; a ban from it deletes nothing that nobody saw', async () => {
    const inn = await house()
    await held(inn)
    await held(inn)
    expect(await cases(inn)).toHaveLength(1)
    inn.took()
    await inn.chooses('mod', 'moderation:case:1', 'ban')
    expect(deeds(inn).filter((deed) => !deed.startsWith('edit'))).toEqual(['whisper test:tom', 'ban test:tom'])
    await inn.close()
  })
  test('from staff is nobody’s business', async () => {
    const inn = await house()
    await held(inn, { user: 'test:mod', role: 'moderator' })
    expect(await cases(inn)).toEqual([])
    await inn.close()
  })
})
