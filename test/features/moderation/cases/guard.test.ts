/** A moderator who removes or deletes beyond measure: their rights rest until the owner says so. */
import { describe, expect, test } from 'vitest'
import { caseOf, cases, codes, deeds, staffed, toldTo } from './talk.ts'

const tight = { guard: { removals: 2, mutes: 3, deletions: 5 } }

describe.each([
  ['en', 'Their rights in Innkeeper are paused', '/trust mod'],
  ['zh', '权限已暂停', '/恢复权限 mod'],
] as const)('mass bans by command, %s', (language, paused, remedy) => {
  test('the one too many is not done, the owner is told, and /trust ends it', async () => {
    const inn = await staffed(tight, { languages: [language] })
    for (const name of ['a', 'b', 'c', 'd']) await inn.join(name)
    await inn.gives('mod', 'ban', { member: 'test:a' })
    await inn.gives('mod', 'kick', { member: 'test:b' })
    inn.took()
    await inn.gives('mod', 'ban', { member: 'test:c' })
    const read = inn.took().map(({ action }) => action)
    expect(read.map(({ type }) => type)).toEqual(['whisper', 'whisper'])
    expect(read[0]).toMatchObject({ user: 'test:owner', text: expect.stringContaining(paused) })
    expect(read[0]).toMatchObject({ text: expect.stringContaining(remedy) })
    expect(read[1]).toMatchObject({ user: 'test:mod' })
    expect(await cases(inn)).toHaveLength(2)

    expect(codes(await inn.gives('mod', 'warn', { member: 'test:d' }))).toEqual(['moderation/rights-paused'])
    expect(codes(await inn.gives('mod', 'undo', { case: '1' }))).toEqual(['moderation/rights-paused'])
    expect(codes(await inn.gives('mod2', 'trust', { member: 'test:mod' }))).toEqual(['command/not-allowed'])
    expect(codes(await inn.gives('mod2', 'ban', { member: 'test:d' }))).toEqual([])
    await inn.gives('owner', '恢复权限', { member: 'test:mod' })
    expect(codes(await inn.gives('mod', 'warn', { member: 'test:c' }))).toEqual([])
    await inn.close()
  })
})

test('by hand, on the platform: what is done is done, but it is a case, and their rights here rest', async () => {
  const inn = await staffed(tight)
  for (const name of ['a', 'b', 'c']) await inn.join(name)
  for (const name of ['a', 'b', 'c'])
    await inn.happens({ type: 'moderated', user: 'test:mod', role: 'moderator', act: 'ban', target: `test:${name}` })
  expect(toldTo(inn, 'owner').join('\n')).toContain('mod')
  expect(await caseOf(inn, 3)).toMatchObject({ name: 'c', origin: 'hand', state: 'done' })
  expect(codes(await inn.gives('mod', 'mute', { member: 'test:a' }))).toEqual(['moderation/rights-paused'])
  inn.took()
  await inn.gives('owner', 'undo-many', { what: 'moderator', which: 'mod', for: '1h', confirm: true })
  await inn.passes('1m')
  expect(deeds(inn).filter((deed) => deed.startsWith('unban'))).toEqual([
    'unban test:a',
    'unban test:b',
    'unban test:c',
  ])
  await inn.close()
})
test('deleting: a purge beyond the limit is not done, a sweep by hand is counted by its messages', async () => {
  const inn = await staffed(tight)
  for (let n = 0; n < 8; n++) await inn.says('tom', `message number ${n} of mine`)
  inn.took()
  await inn.gives('mod', 'purge', { count: 6 })
  expect(deeds(inn)).toEqual(['whisper test:owner', 'whisper test:mod'])
  await inn.happens({
    type: 'moderated',
    user: 'test:mod2',
    role: 'moderator',
    act: 'delete',
    target: 'test:tom',
    count: 9,
  })
  expect(toldTo(inn, 'owner').join('\n')).toContain('deleted messages within an hour: 9')
  await inn.close()
})
test('an hour later it counts anew; the owner is not watched; a choice by button is barred, too', async () => {
  const inn = await staffed({ ...tight, act: 1 })
  for (const name of ['a', 'b', 'c', 'd', 'e']) await inn.join(name)
  await inn.gives('mod', 'ban', { member: 'test:a' })
  await inn.gives('mod', 'ban', { member: 'test:b' })
  await inn.passes('61m')
  expect(codes(await inn.gives('mod', 'ban', { member: 'test:c' }))).toEqual([])
  expect(await cases(inn)).toHaveLength(3)
  for (const name of ['a', 'b', 'c', 'd']) await inn.gives('owner', 'ban', { member: `test:${name}` })
  expect(await cases(inn)).toHaveLength(7)
  await inn.gives('mod', 'ban', { member: 'test:d' })
  await inn.gives('mod', 'ban', { member: 'test:e' })
  await inn.gives('owner', 'reopen', { case: '1' })
  await inn.gives('owner', 'undo', { case: '1' })
  await inn.gives('owner', 'reopen', { case: '1' })
  expect(codes(await inn.chooses('mod', 'moderation:case:1', 'ban'))).toEqual(['moderation/rights-paused'])
  expect(codes(await inn.chooses('mod2', 'moderation:case:1', 'dismiss'))).toEqual([])
  await inn.close()
})
test('the owner’s page shows it and gives the rights back', async () => {
  const inn = await staffed(tight)
  for (const name of ['a', 'b', 'c']) await inn.join(name)
  for (const name of ['a', 'b', 'c']) await inn.gives('mod', 'kick', { member: `test:${name}` })
  const { rows } = await inn.desk.panel('moderation', 'guard', { community: 'here', locale: 'en' })
  expect(rows[0]).toMatchObject({ cells: { member: 'mod', removals: 3, state: 'paused' } })
  const [act] = rows[0]?.acts ?? []
  expect(codes(await inn.gives('owner', act?.command ?? '', { ...act?.input }))).toEqual([])
  expect(codes(await inn.gives('mod', 'kick', { member: 'test:c' }))).toEqual([])
  await inn.close()
})
