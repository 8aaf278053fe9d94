/** Taking back: one case, many at once, and nothing left behind. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { features } from '../../../../src/features.ts'
import { type Inn, openInn } from '../../../kit/inn.ts'
import { advert, caseOf, cases, codes, deeds, house, inForce, script, staffed, toldTo } from './talk.ts'

describe.each([
  ['en', 'has been undone', 'Taken back: the ban'],
  ['zh', '已经撤销', '已取消：封禁'],
] as const)('a wrong ban, %s', (language, sorry, back) => {
  test('is lifted, the member told, what cannot be taken back is said, and the text is not held against anybody', async () => {
    const inn = await staffed(
      { does: 'ban', links: { does: 'ban' }, text: { reach: 'nobody' } },
      { languages: [language] },
    )
    await inn.join('tom')
    await inn.says('tom', advert[language])
    expect(deeds(inn)).toContain('ban test:tom')
    await inn.gives('mod', 'undo', { case: '1' })
    const read = script(inn)
    expect(read).toContain('unban')
    expect(read.find((line) => line.startsWith('tom:'))).toContain(sorry)
    const answer = read.find((line) => line.startsWith('edit:')) ?? ''
    expect(answer).toContain(back)
    expect(answer).toMatch(/Cannot be taken back: the deleted message|恢复不了：删掉的消息/)
    expect(await inForce(inn)).toEqual([])
    expect(codes(await inn.gives('mod2', 'undo', { case: '1' }))).toEqual(['moderation/case-decided'])
    await inn.close()
  })
})

describe('two moderators at once', () => {
  test.each(['en', 'zh'] as const)(
    'the second is told who decided, and nothing is done twice, %s',
    async (language) => {
      const inn = await staffed({ act: 1 }, { languages: [language] })
      await inn.join('tom')
      await inn.says('tom', advert[language])
      inn.took()
      const [first, second] = await Promise.all([
        inn.chooses('mod', 'moderation:case:1', 'ban'),
        inn.chooses('mod2', 'moderation:case:1', 'dismiss'),
      ])
      expect(first).toMatchObject({ ok: true })
      expect(codes(second)).toEqual(['moderation/case-decided'])
      expect(second).toMatchObject({ errors: [{ message: expect.stringMatching(/by mod|由 mod/) }] })
      expect(deeds(inn).filter((deed) => deed === 'ban test:tom')).toHaveLength(1)
      expect(await caseOf(inn, 1)).toMatchObject({ state: 'done', by_name: 'mod' })
      await inn.close()
    },
  )
  test('by numbers written back where there are no buttons, too', async () => {
    const inn = await staffed(
      { act: 1 },
      { does: ['send', 'whisper', 'delete', 'ban', 'unban', 'mute', 'unmute', 'kick'] },
    )
    await inn.join('tom')
    await inn.says('tom', advert.en)
    inn.took()
    await inn.says('mod', '3', { private: true })
    await inn.says('mod2', '1', { private: true })
    expect(toldTo(inn, 'mod2').join('\n')).toContain('already decided by mod')
    expect(await caseOf(inn, 1)).toMatchObject({ state: 'dismissed', by_name: 'mod' })
    await inn.close()
  })
})

describe('many at once', () => {
  const flooded = async (language: 'en' | 'zh' = 'en') => {
    const inn = await staffed({ does: 'mute', repeats: { crowd: 0 } }, { languages: [language] })
    for (const name of ['ann', 'bob', 'cat']) {
      await inn.join(name)
      await inn.says(name, `${advert[language]} ${name}${name}`)
    }
    inn.took()
    return inn
  }
  const asked = (inn: Inn) => {
    const found = inn.adapter.all.findLast(({ action }) => action.type === 'ask' && action.ask.includes(':many:'))
    return found?.action.type === 'ask' ? found.action : undefined
  }

  test.each([
    ['en', 'To be undone: 3 cases of 3 members', 'has been undone'],
    ['zh', '将撤销 3 个案件，涉及 3 人', '已经撤销'],
  ] as const)('of one rule, shown first and done after a yes, %s', async (language, head, sorry) => {
    const inn = await flooded(language)
    const rule = String((await cases(inn))[0]?.rule)
    await inn.gives('mod', '批量撤销', { what: 'rule', which: rule, for: '3h' })
    const question = asked(inn)
    expect(question?.text).toContain(head)
    expect((await cases(inn)).map(({ state }) => state)).toEqual(['done', 'done', 'done'])
    expect(codes(await inn.chooses('mod2', question?.ask ?? '', 'yes'))).toEqual([])
    expect((await cases(inn)).map(({ state }) => state)).toEqual(['done', 'done', 'done'])
    inn.took()
    await inn.chooses('mod', question?.ask ?? '', 'yes')
    await inn.passes('1m')
    expect((await cases(inn)).map(({ state, by_name }) => `${state} ${by_name}`)).toEqual(Array(3).fill('undone mod'))
    expect(
      inn.adapter.all.filter(({ action }) => action.type === 'whisper' && action.text.includes(sorry)),
    ).toHaveLength(3)
    await inn.chooses('mod', question?.ask ?? '', 'yes')
    await inn.close()
  })
  test('left alone after a no, and after an hour', async () => {
    const inn = await flooded()
    const rule = String((await cases(inn))[0]?.rule)
    await inn.gives('mod', 'undo-many', { what: 'rule', which: rule })
    await inn.chooses('mod', asked(inn)?.ask ?? '', 'no')
    await inn.gives('mod', 'undo-many', { what: 'rule', which: rule })
    await inn.passes('61m')
    await inn.chooses('mod', asked(inn)?.ask ?? '', 'yes')
    await inn.passes('1m')
    expect((await cases(inn)).map(({ state }) => state)).toEqual(['done', 'done', 'done'])
    await inn.close()
  })
  test('of a moderator: two mutes of one member leave none behind', async () => {
    const inn = await staffed()
    for (const name of ['ann', 'bob']) await inn.join(name)
    await inn.gives('mod', 'mute', { member: 'test:ann', for: '5h' })
    await inn.gives('mod', 'mute', { member: 'test:ann', for: '2h' })
    await inn.gives('mod2', 'mute', { member: 'test:bob', for: '2h' })
    await inn.gives('mod', 'ban', { member: 'test:bob' })
    inn.took()
    await inn.gives('owner', 'undo-many', { what: 'moderator', which: '@mod', for: '1h', confirm: true })
    await inn.passes('1m')
    const done = deeds(inn)
    expect(done).toContain('unmute test:ann')
    expect(done).toContain('unban test:bob')
    expect(done).not.toContain('unmute test:bob')
    expect((await cases(inn)).map(({ state }) => state)).toEqual(['undone', 'undone', 'done', 'undone'])
    await inn.close()
  })
  test.each(['en', 'zh'] as const)('of a whole raid that was none, %s', async (language) => {
    const inn = await staffed({ raid: { joins: 5, seconds: 10, does: 'mute' } }, { languages: [language] })
    for (let n = 1; n <= 7; n++) await inn.join(`guest${n}`)
    await inn.passes('1m')
    const muted = deeds(inn).flatMap((deed) => /^mute (\S+)/.exec(deed)?.[1] ?? [])
    expect(muted.length).toBeGreaterThan(0)
    await inn.gives('mod', 'undo-many', { what: 'raid' })
    await inn.chooses('mod', asked(inn)?.ask ?? '', 'yes')
    await inn.passes('1m')
    const lifted = deeds(inn).flatMap((deed) => /^unmute (\S+)/.exec(deed)?.[1] ?? [])
    expect(lifted.toSorted()).toEqual(muted.toSorted())
    expect((await cases(inn)).every(({ state }) => state === 'undone')).toBe(true)
    await inn.close()
  })
  test('nothing to undo, and no rule named, is said', async () => {
    const inn = await staffed()
    await inn.gives('mod', 'undo-many', { what: 'rule', which: 'links' })
    expect(toldTo(inn, 'mod').join('\n')).toContain('no such cases')
    expect(codes(await inn.gives('mod', 'undo-many', { what: 'rule' }))).toEqual(['moderation/which'])
    expect(codes(await inn.gives('mod', 'undo-many', { what: 'moderator', which: 'zed' }))).toEqual([
      'moderation/no-such-member',
    ])
    await inn.close()
  })
})

const act = fc.record({
  command: fc.constantFrom('warn', 'mute', 'ban', 'kick', 'zonk'),
  member: fc.constantFrom('ann', 'bob'),
  minutes: fc.integer({ min: 1, max: 600 }),
})
const rulebook = {
  counters: { strikes: { per: 'member' } },
  rules: [{ id: 'shout', when: [{ words: ['zonk'] }], do: [{ count: { counter: 'strikes' } }, 'delete'] }],
}
/** All that a deed may change and undoing has to give back. */
async function state(inn: Inn) {
  const counts = (await inn.rows('moderation_counts')).map(({ member_id, counter, count }) => [
    member_id,
    counter,
    count,
  ])
  const kept = (await inn.rows('moderation_standing')).map(({ member_id, sanctions }) => [member_id, sanctions])
  const points = (await inn.rows('activity_days')).map(({ member_id, points: some }) => [member_id, some])
  const trust = (await inn.rows('moderation_members')).map(({ member_id, meaningful }) => [member_id, meaningful])
  return {
    counts: counts.filter(([, , count]) => count !== '' && count !== '0 0'),
    kept: kept.filter(([, sanctions]) => sanctions !== '[]'),
    points,
    trust,
  }
}
test('any sequence of deeds, undone in any order, leaves counters, points, trust and sanctions where they were', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 5 }), fc.infiniteStream(fc.nat()), async (all, order) => {
      const inn = await openInn({ features, languages: ['en'], sections: { moderation: rulebook } })
      for (const name of ['mod', 'ann', 'bob']) await inn.says(name, 'good morning to all of you out there')
      const before = await state(inn)
      for (const { command, member, minutes } of all) {
        await inn.passes('11m')
        if (command === 'zonk') await inn.says(member, 'zonk')
        const timed = command === 'mute' || command === 'ban' ? { for: `${minutes}m` } : {}
        if (command !== 'zonk') await inn.gives('mod', command, { member: `test:${member}`, ...timed })
      }
      const left = all.map((_, at) => at + 1)
      while (left.length > 0) {
        const [number] = left.splice((order.next().value ?? 0) % left.length, 1)
        expect(await inn.gives('mod', 'undo', { case: String(number) })).toMatchObject({ ok: true })
      }
      expect(await state(inn)).toEqual(before)
      await inn.close()
    }),
    { numRuns: 12 },
  )
})
test('what a rule counted is given back with its case', async () => {
  const inn = await openInn({ features, languages: ['en'], sections: { moderation: rulebook } })
  await inn.says('mod', 'good morning')
  await inn.says('tom', 'good morning to all of you out there')
  const before = await state(inn)
  await inn.says('tom', 'zonk zonk zonk')
  expect((await state(inn)).counts).not.toEqual(before.counts)
  await inn.gives('mod', 'undo', { case: '1' })
  expect((await state(inn)).counts).toEqual(before.counts)
  await inn.close()
})
test('a group that never heard of a raid has none to undo', async () => {
  const inn = await house()
  await inn.gives('mod', 'undo-many', { what: 'raid' })
  expect(toldTo(inn, 'mod').join('\n')).toContain('no such cases')
  await inn.close()
})
