/** What waits for a decision: oldest first with its age, once a day to staff, and nothing kept longer than it may be. */
import { expect, test } from 'vitest'
import moderation from '../../../../src/features/moderation/index.ts'
import { exportPerson, findPerson, forgetPerson } from '../../../../src/store/personal.ts'
import { advert, cases, codes, type house, staffed, toldTo } from './talk.ts'

const queue = async (inn: Awaited<ReturnType<typeof house>>, locale: 'en' | 'zh' = 'en') =>
  (await inn.desk.panel('moderation', 'queue', { community: 'here', locale })).rows

test.each([
  ['en', '2 hours', '1 hour'],
  ['zh', '2小时', '1小时'],
] as const)('the owner’s page has the oldest first and how long it waits, %s', async (language, older, newer) => {
  const inn = await staffed({ act: 1, repeats: { crowd: 0 } }, { languages: [language] })
  await inn.join('tom')
  await inn.says('tom', advert[language])
  await inn.passes('1h')
  await inn.join('eve')
  await inn.says('eve', advert[language])
  await inn.passes('1h')
  const rows = await queue(inn, language)
  expect(rows.map(({ cells }) => cells.member)).toEqual(['tom', 'eve'])
  expect(String(rows[0]?.cells.age)).toContain(older)
  expect(String(rows[1]?.cells.age)).toContain(newer)
  expect(rows[0]?.acts?.map(({ command }) => command)).toEqual(['decide', 'decide', 'dismiss'])
  await inn.close()
})
test('an appeal waits there with both answers, and each of them works', async () => {
  const inn = await staffed()
  await inn.join('tom')
  await inn.gives('mod', 'warn', { member: 'test:tom', reason: 'rude' })
  expect(await queue(inn)).toEqual([])
  await inn.gives('tom', 'appeal', { case: '1', reason: 'I was not' })
  const [row] = await queue(inn)
  expect(row?.cells).toMatchObject({ appeal: 'I was not' })
  expect(row?.acts?.map(({ command }) => command)).toEqual(['undo', 'uphold'])
  const uphold = row?.acts?.[1]
  expect(codes(await inn.gives('owner', uphold?.command ?? '', { ...uphold?.input }))).toEqual([])
  expect(await queue(inn)).toEqual([])
  await inn.close()
})

test.each([
  ['en', 'Waiting for a decision in “main”: 2, of which appeals: 1', '#1 tom appeals'],
  ['zh', '「main」有 2 件等着处理，其中申诉 1 件', '#1 tom 申诉'],
] as const)(
  'each morning staff is told what waits, and nothing where nothing does, %s',
  async (language, head, first) => {
    const inn = await staffed({ act: 1 }, { languages: [language], timezone: 'UTC' })
    await inn.passes('1d')
    expect(toldTo(inn, 'mod')).toEqual([])
    await inn.gives('mod', 'warn', { member: (await inn.says('tom', 'x')) && 'test:tom', reason: 'rude' })
    await inn.gives('tom', 'appeal', { case: '1', reason: 'no' })
    await inn.join('eve')
    await inn.says('eve', advert[language])
    inn.took()
    await inn.passes('1d')
    const told = toldTo(inn, 'mod').join('\n')
    expect(told).toContain(head)
    expect(told.indexOf(first)).toBeGreaterThan(0)
    expect(told.indexOf('#2')).toBeGreaterThan(told.indexOf(first))
    await inn.close()
  },
)
test('or never, where the owner does not want it', async () => {
  const inn = await staffed({ act: 1, queue: { digest: 'never' } })
  await inn.join('eve')
  await inn.says('eve', advert.en)
  inn.took()
  await inn.passes('1d')
  expect(toldTo(inn, 'mod')).toEqual([])
  await inn.close()
})

const personal = { byMember: moderation.personal, byUser: [] }
test('who asks for it gets what was said about them, and is forgotten in every table', async () => {
  const inn = await staffed()
  await inn.says('tom', 'hello', { name: 'Tom Unusual' })
  await inn.gives('mod', 'warn', { member: 'test:tom', reason: 'rude to Tom Unusual' })
  await inn.gives('tom', 'appeal', { case: '1', reason: 'I, Tom Unusual, was not' })
  await inn.gives('mod2', 'answer', { case: '1', text: 'what happened?' })
  await inn.says('eve', 'hello to all of you here')
  await inn.gives('tom', 'report', { member: 'test:eve' })
  await inn.gives('mod2', 'report', { member: 'test:eve' })
  await inn.gives('mod', 'decide', { case: '2', what: 'warn' })
  const who = await findPerson(inn.store.db, 'test:tom')
  const kept = await exportPerson(inn.store.db, who, personal)
  expect(JSON.stringify(kept.moderation_lines)).toContain('I, Tom Unusual, was not')
  expect(Object.keys(kept)).toEqual(
    expect.arrayContaining(['moderation_threads', 'moderation_reporters', 'moderation_cases']),
  )
  await forgetPerson(inn.store, who, personal)
  for (const table of [
    'moderation_cases',
    'moderation_threads',
    'moderation_lines',
    'moderation_reporters',
    'moderation_reports',
    'moderation_guards',
    'moderation_bulks',
  ]) {
    const rows = JSON.stringify(await inn.rows(table))
    expect(rows, table).not.toContain('Tom Unusual')
    expect(rows, table).not.toContain(who.id)
  }
  expect(await cases(inn)).toHaveLength(2)
  await inn.close()
})
test('what was said about an appeal goes when the case’s words go', async () => {
  const inn = await staffed({ evidence: { days: 3 } })
  await inn.says('tom', 'hello')
  await inn.gives('mod', 'warn', { member: 'test:tom', reason: 'rude' })
  await inn.gives('tom', 'appeal', { case: '1', reason: 'I was not' })
  await inn.gives('owner', 'uphold', { case: '1' })
  expect(await inn.rows('moderation_lines')).toHaveLength(1)
  await inn.passes('4d')
  await inn.passes('1d')
  expect(await inn.rows('moderation_lines')).toEqual([])
  await inn.close()
})
