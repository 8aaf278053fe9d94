import { describe, expect, test } from 'vitest'
import type { Inn } from '../../kit/inn.ts'
import { codes, house, toldTo } from './house.ts'

const typed = (inn: Inn, text: string, more: Record<string, unknown> = {}) =>
  inn.happens({ type: 'command', user: 'test:mod', name: undefined, role: 'moderator', text, where: 'c7', ...more })
/** The one action that is no word to somebody, without its reason. */
const did = (inn: Inn) => {
  const [only, ...more] = inn.took().flatMap(({ action }) => (action.type === 'whisper' ? [] : [action]))
  expect(more).toEqual([])
  return only
}
const place = { group: 'test:main', where: 'c7' }

describe('the channel', () => {
  test.each([
    ['/slowmode 30', '慢速 30', { type: 'slow', gapMs: 30_000, ...place }],
    ['/slowmode 0', '慢速 0', { type: 'slow', gapMs: 0, ...place }],
    ['/lock', '/锁定', { type: 'lock', locked: true, ...place }],
    ['/unlock', '/解锁', { type: 'lock', locked: false, ...place }],
    ['/pause-invites', '/暂停邀请', { type: 'invites', paused: true, group: 'test:main' }],
    ['/pause-invites resume', '/暂停邀请 恢复', { type: 'invites', paused: false, group: 'test:main' }],
  ])('%s, %s', async (english, chinese, expected) => {
    for (const [line, languages] of [
      [english, ['en']],
      [chinese, ['zh']],
    ] as const) {
      const inn = await house({}, { languages: [...languages] })
      expect(await typed(inn, line)).toMatchObject({ ok: true })
      expect(did(inn)).toMatchObject(expected)
      await inn.close()
    }
  })
  test('the answer is in the moderator’s language, the reason goes into the audit log', async () => {
    for (const [locale, answer, reason] of [
      ['en', 'one message per member every 30 seconds', 'by mod · spoilers'],
      ['zh', '每人每 30秒发一条', '管理员 mod · 剧透'],
    ] as const) {
      const inn = await house({}, { languages: [locale] })
      const text = locale === 'en' ? '/slowmode 30 spoilers' : '/慢速 30 剧透'
      await typed(inn, text)
      const [action, answered] = inn.took().map((filed) => filed.action)
      expect(action).toMatchObject({ type: 'slow', reason })
      expect(answered).toMatchObject({ type: 'whisper', user: 'test:mod', text: expect.stringContaining(answer) })
      await inn.close()
    }
  })
  test('is not for members, has bounds, and is refused where the platform cannot', async () => {
    const inn = await house()
    expect(codes(await inn.gives('tom', 'lock'))).toEqual(['command/not-allowed'])
    expect(await inn.gives('mod', 'slowmode', { seconds: 21_601 })).toMatchObject({ ok: false })
    expect(inn.took().filter(({ action }) => action.type === 'lock' || action.type === 'slow')).toEqual([])
    await inn.close()
    const bare = await house({}, { does: ['send', 'whisper', 'delete'] })
    for (const [command, input] of [
      ['slowmode', { seconds: 5 }],
      ['lock', {}],
      ['unlock', {}],
      ['pause-invites', {}],
    ] as const)
      expect(codes(await bare.gives('mod', command, input))).toEqual(['moderation/cannot'])
    expect(codes(await bare.gives('mod', 'nick', { member: 'test:mod', name: 'x' }))).toEqual(['moderation/cannot'])
    await bare.close()
  })
})

test.each([
  ['en', 'slow mode', 'Manage Channels'],
  ['zh', '慢速模式', 'Manage Channels'],
] as const)('what the platform refuses is told to staff, with its remedy (%s)', async (locale, what, remedy) => {
  const inn = await house({}, { languages: [locale] })
  inn.adapter.answer = ({ action }) =>
    action.type === 'slow' ? { ok: false, kind: 'denied', detail: `lacks ${remedy}` } : { ok: true }
  await inn.gives('mod', 'slowmode', { seconds: 5 })
  const told = toldTo(inn, 'mod').join('\n')
  expect(told).toContain(what)
  expect(told).toContain(remedy)
  await inn.close()
})

test('talk is talk', async () => {
  const inn = await house({}, { languages: ['zh'] })
  for (const text of ['解锁 新成就', '锁定 胜局了', '慢速 公路', '暂停邀请 大家']) await inn.says('mod', text)
  expect(inn.took()).toEqual([])
  await inn.close()
})

describe('/nick', () => {
  test('another name, or none; staff is not renamed', async () => {
    const inn = await house()
    await inn.join('tom')
    await inn.join('mod2')
    inn.took()
    await inn.gives('mod', 'nick', { member: 'test:tom', name: ' Tommy ' })
    expect(did(inn)).toMatchObject({ type: 'nick', user: 'test:tom', name: 'Tommy', reason: 'by mod' })
    await inn.gives('mod', '改名片', { member: 'test:tom' })
    expect(toldTo(inn, 'mod').join('\n')).toContain('goes by their own name')
    expect(codes(await inn.gives('mod', 'nick', { member: 'test:mod2', name: 'x' }))).toEqual(['moderation/staff'])
    expect(await inn.gives('mod', 'nick', { member: 'test:tom', name: 'x'.repeat(33) })).toMatchObject({ ok: false })
    await inn.close()
  })
})

describe('a ban that deletes', () => {
  const banned = async (input: Record<string, unknown>) => {
    const inn = await house()
    await inn.join('tom')
    inn.took()
    await inn.gives('mod', 'ban', { member: 'test:tom', ...input })
    const ban = inn.took().find(({ action }) => action.type === 'ban')?.action
    const [row] = await inn.rows('moderation_cases')
    await inn.close()
    return { ban, reason: row?.reason }
  }
  test('what was written lately, a week at most', async () => {
    expect((await banned({ delete: '1d' })).ban).toMatchObject({ deleteMs: 86_400_000 })
    expect((await banned({ delete: '30d' })).ban).toMatchObject({ deleteMs: 604_800_000 })
    expect((await banned({})).ban).not.toHaveProperty('deleteMs')
  })
  test('words in its place are the reason’s', async () => {
    expect(await banned({ for: '7d', delete: 'spamming', reason: 'links' })).toMatchObject({
      ban: expect.not.objectContaining({ deleteMs: expect.anything() }),
      reason: 'spamming links',
    })
    expect(await banned({ for: 'spamming', delete: 'many', reason: 'links' })).toMatchObject({
      reason: 'spamming many links',
    })
  })
})

describe('/purge where the platform deletes many at once', () => {
  test('is one action; without that, one each', async () => {
    for (const [does, expected] of [
      [undefined, ['purge']],
      [['send', 'whisper', 'delete'] as const, ['delete', 'delete', 'delete']],
    ] as const) {
      const inn = await house({}, does ? { does } : {})
      for (const id of ['a1', 'a2', 'a3']) await inn.says('tom', `message ${id}`, { id })
      inn.took()
      await inn.gives('mod', 'purge', { count: 3 })
      const actions = inn.took().flatMap(({ action }) => (action.type === 'whisper' ? [] : [action]))
      expect(actions.map(({ type }) => type)).toEqual(expected)
      expect(
        actions.flatMap((one) => ('messages' in one ? one.messages : 'message' in one ? [one.message] : [])),
      ).toEqual(['a1', 'a2', 'a3'])
      await inn.close()
    }
  })
})
