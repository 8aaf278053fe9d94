/** What rules keep, on both databases, over a stop and start. */
import { expect, inject, test } from 'vitest'
import { newDatabase } from '../../../kit/postgres.ts'
import { cases } from '../house.ts'
import { ruled } from './inn.ts'

test('PostgreSQL keeps windows, rests, counters, profiles and marks as SQLite does', async () => {
  const place = await newDatabase(inject('postgres'), 'rules')
  const open = () =>
    ruled(
      [
        {
          when: [{ rate: { of: 'messages', count: 3, seconds: 3600 } }],
          do: ['warn', { count: { counter: 'heat' } }, { giveRole: { role: 'quiet' } }],
          cooldown: '1h',
        },
        {
          when: [{ cases: { least: 1, within: '1d' } }, { reports: { least: 2, within: '1d' } }],
          do: [{ alert: { en: '{id}' } }],
        },
        { when: ['rename'], if: [{ account: { under: '7d' } }], do: ['ask'] },
      ],
      { counters: { heat: { half: '1d' } } },
      { place },
    )
  let inn = await open()
  await inn.join('tom', { accountAt: inn.now - 1000, roles: ['VIP'] })
  await inn.says('tom', 'one', { id: 'o1', where: 'room' })
  await inn.says('tom', 'two', { id: 'o2', where: 'room' })
  await inn.close()
  inn = await open()
  await inn.says('tom', 'three', { id: 'o3', where: 'room' })
  expect(await cases(inn)).toMatchObject([{ number: 1, rule: 'rule:r1' }])
  for (const user of ['ann', 'bob']) await inn.gives(user, 'report', { member: 'test:tom' })
  await inn.happens({ type: 'member.update', user: 'test:tom', name: 'Thomas' })
  await inn.passes(1000)
  expect(inn.log.errors).toEqual([])
  const alerts = inn
    .took()
    .flatMap(({ action }) => (action.type === 'whisper' && action.text === 'r2' ? [action.text] : []))
  expect(alerts).toEqual(['r2', 'r2'])
  expect((await inn.rows('moderation_profiles')).map(({ name, avatar }) => [name, avatar])).toEqual([['Thomas', 0]])
  expect(await inn.rows('moderation_counts')).toHaveLength(1)
  await inn.gives('mod', 'undo', { case: '1' })
  expect(await inn.rows('moderation_rule_marks')).toEqual([])
  await inn.passes('40d')
  expect((await inn.rows('moderation_rule_paces')).filter(({ member_id }) => member_id !== '')).toEqual([])
  await inn.close()
})
