/** Ban lists that communities share by choice: signed, with reasons, overridden at home, left at will. */
import { describe, expect, test } from 'vitest'
import {
  type Entry,
  inForceOf,
  newKeys,
  privateKeyOf,
  publicKeyOf,
  read,
  written,
} from '../../../../src/features/moderation/shared/format.ts'
import { giveOut } from '../../../../src/features/moderation/shared/giving.ts'
import { section } from '../section.ts'
import { caseOf, cases, deeds, house, inForce, look, staffed, toldTo } from './talk.ts'

const theirs = newKeys()
const key = privateKeyOf(theirs.privateKey)
const entry = (user: string, more: Partial<Entry> = {}): Entry => ({
  account: `test:${user}`,
  reason: 'sells forged papers',
  evidence: 'text',
  date: '2026-02-28',
  ...more,
})
const list = (...entries: readonly Entry[]) => entries.map((one) => written(one, key)).join('\n')
const following = (effect: string, source: string) => ({
  sharedBans: [{ name: 'friends', source, key: theirs.publicKey, effect }],
})

describe('a list', () => {
  const known = publicKeyOf(theirs.publicKey)
  if (!known) throw new Error('no key')
  test('reads as it was written, later lines before earlier ones', () => {
    const file = `# friends of ours\n\n${list(entry('eve'), entry('bob'), entry('bob', { lifted: true }))}\n`
    const { entries, bad } = read(file, known)
    expect(bad).toEqual([])
    expect([...inForceOf(entries).keys()]).toEqual(['test:eve'])
  })
  test.each<[string, (line: string) => string, RegExp]>([
    ['an account put in its place', (line) => line.replace('test:eve', 'test:ann'), /not signed by this key/],
    ['another reason', (line) => line.replace('forged', 'honest'), /not signed by this key/],
    ['taken back by somebody else', (line) => line.replace('"date"', '"lifted":true,"date"'), /not signed by this key/],
    ['signed by another', () => written(entry('eve'), privateKeyOf(newKeys().privateKey)), /not signed by this key/],
    ['no reason', () => written(entry('eve', { reason: ' ' }), key), /reason/],
    ['no JSON', () => '{eve', /no JSON/],
  ])('is refused with %s', (_, change, why) => {
    const { entries, bad } = read(`${list(entry('bob'))}\n${change(list(entry('eve')))}`, known)
    expect(entries).toHaveLength(1)
    expect(bad).toMatchObject([{ line: 2, detail: expect.stringMatching(why) }])
  })
  test('in the rulebook it is checked, and the line at fault is named', () => {
    expect(() => section(following('ban', list(entry('eve')).replace('test:eve', 'test:ann')))).toThrow(
      /line 1 is not signed/,
    )
    expect(() => section({ sharedBans: [{ name: 'friends', source: '', key: 'AAAA' }] })).toThrow(
      /no Ed25519 public key/,
    )
    expect(section(following('ban', list(entry('eve')))).sharedBans).toHaveLength(1)
  })
})

describe.each([
  ['en', 'on a ban list shared between communities (friends: sells forged papers)'],
  ['zh', '在互通的封禁名单上（friends: sells forged papers）'],
] as const)('who is on it and comes in, %s', (language, rule) => {
  test('is banned where the owner wants that, told why and how to appeal', async () => {
    const inn = await staffed(following('ban', list(entry('eve'))), { languages: [language] })
    await inn.join('eve')
    await inn.join('ann')
    const told = inn.adapter.all.find(({ action }) => action.type === 'whisper')
    expect(told?.action).toMatchObject({ user: 'test:eve', text: expect.stringContaining(rule) })
    expect(deeds(inn)).toEqual(['whisper test:eve', 'ban test:eve', 'ask test:mod', 'ask test:mod2', 'ask test:owner'])
    expect(await caseOf(inn, 1)).toMatchObject({
      origin: 'shared',
      name: 'eve',
      state: 'done',
      reason: 'friends: sells forged papers',
    })
    expect(await look(inn, 1)).toContain(rule)
    await inn.close()
  })
})
test('staff is asked, or only told, where the owner wants that', async () => {
  const asked = await staffed(following('ask', list(entry('eve'))))
  await asked.join('eve')
  await asked.passes('1s')
  expect(deeds(asked)).toEqual(['ask test:mod', 'ask test:mod2', 'ask test:owner'])
  expect(await caseOf(asked, 1)).toMatchObject({ state: 'open' })
  await asked.close()
  const told = await staffed(following('flag', list(entry('eve'))))
  await told.join('eve')
  await told.passes('1s')
  expect(toldTo(told, 'mod').join('\n')).toContain('sells forged papers')
  await told.leave('eve')
  await told.join('eve')
  await told.passes('1s')
  expect(toldTo(told, 'mod')).toEqual([])
  expect(await cases(told)).toEqual([])
  await told.close()
})
test('our own word goes before theirs: undone here, it does not come back', async () => {
  const inn = await staffed(following('ban', list(entry('eve'))))
  await inn.join('eve')
  await inn.gives('mod', 'undo', { case: '1' })
  inn.took()
  await inn.leave('eve')
  await inn.join('eve')
  await inn.passes('2d')
  expect(deeds(inn).filter((deed) => deed.startsWith('ban'))).toEqual([])
  expect(await cases(inn)).toHaveLength(1)
  await inn.close()
})
test('members who are here already are held against a list that is new; staff never is', async () => {
  const inn = await staffed()
  await inn.join('eve')
  inn.took()
  await inn.rules({ sections: { moderation: following('ban', list(entry('eve'), entry('mod2'))) } })
  await inn.passes('1m')
  expect(deeds(inn)).toContain('ban test:eve')
  expect((await cases(inn)).map(({ name }) => name)).toEqual(['eve'])
  await inn.close()
})
test('left at will: what came from the list is lifted, what our own staff decided stays', async () => {
  const source = list(entry('eve'), entry('bob'), entry('zoe'))
  const inn = await staffed(following('ban', source))
  for (const name of ['eve', 'bob', 'zoe']) await inn.join(name)
  await inn.gives('mod', 'decide', { case: '2', what: 'ban' })
  inn.took()
  await inn.rules({ sections: { moderation: following('ban', list(entry('eve'), entry('bob'))) } })
  await inn.passes('1m')
  expect(deeds(inn).filter((deed) => deed.startsWith('unban'))).toEqual(['unban test:zoe'])
  await inn.rules({ sections: { moderation: {} } })
  await inn.passes('1m')
  expect(deeds(inn).filter((deed) => deed.startsWith('unban'))).toEqual(['unban test:eve'])
  expect((await cases(inn)).map(({ name, state }) => `${name} ${state}`)).toEqual([
    'eve undone',
    'bob done',
    'zoe undone',
  ])
  expect(await inForce(inn)).toEqual([])
  await inn.close()
})

test('our own list has the bans that stand, with a reason, and takes back those undone', async () => {
  const inn = await house()
  for (const name of ['a', 'b', 'c', 'd']) await inn.join(name)
  await inn.gives('mod', 'ban', { member: 'test:a', reason: 'sells forged papers' })
  await inn.gives('mod', 'ban', { member: 'test:b' })
  await inn.gives('mod', 'ban', { member: 'test:c', reason: 'a mistake' })
  await inn.gives('mod', 'ban', { member: 'test:d', for: '7d', reason: 'to cool down' })
  await inn.gives('mod', 'undo', { case: '3' })
  const given = await giveOut(inn.store.db, 'here', key)
  expect(given).toMatchObject({ bans: 1, lifted: 1, withoutReason: 1 })
  const known = publicKeyOf(theirs.publicKey)
  const { entries, bad } = known ? read(given.file, known) : { entries: [], bad: [] }
  expect(bad).toEqual([])
  expect(entries.map(({ account, lifted }) => [account, lifted])).toEqual([
    ['test:a', undefined],
    ['test:c', true],
  ])
  expect(given.file).toMatch(/"evidence":"moderator","date":"2026-03-02"/)
  await inn.close()
})
