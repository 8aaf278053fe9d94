import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import { config } from '../../../src/features/activity/config.ts'
import activity from '../../../src/features/activity/index.ts'
import { daysPanel, membersPanel } from '../../../src/features/activity/panels.ts'
import { standingIn } from '../../../src/features/activity/store.ts'
import { type Inn, openInn } from '../../kit/inn.ts'
import { newDatabase } from '../../kit/postgres.ts'

let inn: Inn
afterEach(async () => {
  expect(inn.log.errors).toEqual([])
  await inn.close()
})
async function ctx(locale: 'zh' | 'en' = 'zh') {
  const group = (await inn.rows('groups'))[0] ?? {}
  return {
    db: inn.store.reader,
    config: config.parse({}),
    community: { id: String(group.community), name: 'test' },
    groups: [
      {
        id: String(group.id),
        community: String(group.community),
        ref: 'test:main',
        platform: 'test',
        name: 'main',
        languages: ['zh'] as const,
        timezone: 'Asia/Shanghai',
        observe: false,
      },
    ],
    now: inn.now,
    locale,
  }
}

describe.each(['sqlite', 'postgres'])('on %s', (kind) => {
  beforeEach(async () => {
    const place = kind === 'sqlite' ? ':memory:' : await newDatabase(inject('postgres'), 'activity_panels')
    inn = await openInn({ features: [activity], languages: ['zh'], timezone: 'Asia/Shanghai', place })
  })
  describe('the office sees', () => {
    it('fourteen days, the last one today', async () => {
      await inn.join('tom')
      for (const user of ['tom', 'mei', 'tom']) await inn.says(user, 'hello')
      await inn.passes('1d')
      await inn.leave('mei')
      const { rows } = await daysPanel(await ctx())
      expect(rows).toHaveLength(14)
      expect(rows.slice(-2)).toMatchObject([
        { id: '2026-03-02', cells: { messages: 3, active: 2, joins: 1, leaves: 0 } },
        { id: '2026-03-03', cells: { messages: 0, active: 0, joins: 0, leaves: 1 } },
      ])
    })
    it('every member with what they are to the group', async () => {
      await inn.join('silent')
      await inn.says('tom', 'hello everybody in this group')
      await inn.says('mei', 'hello')
      await inn.leave('mei')
      const { rows } = await membersPanel(await ctx('en'))
      expect(
        rows.map(({ cells }) => [cells.name, cells.messages, cells.score, cells.segment, cells.seen === null]),
      ).toEqual([
        ['mei', 1, 0, 'gone', false],
        ['tom', 1, 0.25, 'new here', false],
        ['silent', 0, 0, 'new here', true],
      ])
    })
  })

  describe('other features', () => {
    it('can ask for a member’s standing', async () => {
      await inn.says('tom', 'hello everybody in this group')
      await inn.says('tom', 'ok')
      const unit = inn.engine.options.unit
      const row = (await inn.rows('activity_members'))[0] ?? {}
      const standing = await unit.run(async () => standingIn(unit)(String(row.group_id), String(row.member_id)))
      expect(standing).toMatchObject({ messages: 2, meaningful: 1, days: 1 })
      const nobody = await unit.run(async () => standingIn(unit)(String(row.group_id), 'm?'))
      expect(nobody).toMatchObject({ messages: 0, firstAt: 0 })
    })
  })
})
