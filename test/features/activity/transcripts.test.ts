import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import activity from '../../../src/features/activity/index.ts'
import { type Inn, type InnOptions, openInn } from '../../kit/inn.ts'
import { newDatabase } from '../../kit/postgres.ts'

let inn: Inn
let place = ':memory:'
let database = 0
const open = async (options: Partial<InnOptions> = {}) => {
  inn = await openInn({ features: [activity], languages: ['zh'], timezone: 'Asia/Shanghai', place, ...options })
}
afterEach(async () => {
  expect(inn.log.errors).toEqual([])
  await inn.close()
})
/** Three messages that say something, far enough apart: from then on one's answers count. */
async function settle(...users: string[]) {
  for (const user of users)
    for (const n of [1, 2, 3]) {
      await inn.passes('40s')
      await inn.says(user, `hello everybody, this is line ${n}`)
    }
  inn.sent()
}
const numbers = async (name: string, table = 'activity_members') => {
  const { id } = (await inn.rows('members')).find((member) => member.name === name) ?? {}
  return (await inn.rows(table)).find((row) => row.member_id === id) ?? {}
}

describe.each(['sqlite', 'postgres'])('on %s', (kind) => {
  beforeEach(async () => {
    place = kind === 'sqlite' ? ':memory:' : await newDatabase(inject('postgres'), `activity_${database++}`)
  })
  describe('/me', () => {
    it('says so to somebody who has only just come', async () => {
      await open()
      await inn.join('tom', { name: 'Tom' })
      await inn.gives('tom', '我')
      expect(inn.sent()).toEqual(['Tom，你是本群第 1 位成员。还没看到你发言，来打个招呼吧！'])
    })
    it('tells in private what one did, in one’s own language', async () => {
      await open({ languages: ['zh', 'en'] })
      await settle('tom', 'mei')
      const help = await inn.says('tom', 'have you tried turning it off and on?')
      await inn.says('mei', 'that was it, thank you!', { replyTo: help })
      await inn.reacts('mei', help, '👍')
      await inn.gives('tom', 'me', {}, { locale: 'en' })
      const text = [
        '**tom**, member no. 1 · new here',
        'Messages: 4, days active: 1',
        'Current streak in days: 1, longest: 1',
        'Replies given: 0, received: 1',
        'Reactions given: 0, received: 1',
        'Contribution over 30 days: 1.7, place 1',
      ].join('\n')
      expect(inn.took().map(({ action }) => action)).toMatchObject([{ type: 'whisper', user: 'test:tom', text }])
      await inn.gives('mei', '我', {}, { locale: 'zh' })
      expect(inn.sent()[0]).toContain('回应别人 1 次，得到回应 0 次\n点过 1 个表情，收到 0 个')
    })
  })

  describe('answers', () => {
    it('are known by reply, by mention and by name; never one’s own', async () => {
      await open()
      await settle('tom', 'mei', 'ada')
      const question = await inn.says('tom', 'how do I mount this drive?')
      await inn.says('mei', 'with the disks tool', { replyTo: question })
      await inn.says('ada', 'or on the command line', { mentions: ['test:tom'] })
      await inn.says('mei', 'Tom: did it work?')
      await inn.says('tom', 'tom: talking to myself')
      await inn.says('tom', 'still to myself', { replyTo: question })
      expect(await numbers('tom', 'activity_regard')).toMatchObject({ replies_received: 3, points: 200 })
      expect(await numbers('tom')).toMatchObject({ replies_given: 0 })
      expect(await numbers('mei')).toMatchObject({ replies_given: 2 })
    })
    it('of accounts that have said nothing yet earn nobody points', async () => {
      await open()
      await settle('tom')
      const help = await inn.says('tom', 'have you tried turning it off and on?')
      for (const n of [1, 2, 3, 4]) await inn.says(`sock${n}`, 'thanks', { replyTo: help })
      expect(await numbers('tom', 'activity_regard')).toMatchObject({ replies_received: 4, points: 0 })
    })
    it('of bots and by bots do not count', async () => {
      await open()
      await settle('tom')
      await inn.says('ubotu', 'tom: see the manual', { bot: true })
      expect(await inn.rows('activity_members')).toHaveLength(1)
      expect(await inn.rows('activity_regard')).toHaveLength(0)
    })
    it('are credited to the same people after a restart', async () => {
      const folder = await mkdtemp(join(tmpdir(), 'innkeeper-'))
      if (place === ':memory:') place = join(folder, 'inn.db')
      try {
        await open()
        await settle('tom', 'mei')
        const help = await inn.says('tom', 'have you tried turning it off and on?', { id: 'kept' })
        const { now } = inn
        await inn.close()
        await open({ start: now })
        await inn.says('mei', 'that was it', { replyTo: help, id: 'answer' })
        await inn.happens({ type: 'message', user: 'test:mei', name: 'mei', text: 'TOM, thank you', id: 'named' })
        expect(await numbers('tom', 'activity_regard')).toMatchObject({ replies_received: 2, points: 100 })
      } finally {
        await rm(folder, { recursive: true })
      }
    })
  })

  describe('reactions', () => {
    it('taken back take back the counts; again and again earns nothing', async () => {
      await open()
      await settle('tom', 'mei')
      const help = await inn.says('tom', 'have you tried turning it off and on?')
      for (let n = 0; n < 5; n++) {
        await inn.reacts('mei', help, '👍')
        await inn.reacts('mei', help, '👍', { added: false })
      }
      await inn.reacts('tom', help, '🎉')
      expect(await numbers('tom', 'activity_regard')).toMatchObject({
        reactions_received: 0,
        reactions_given: 1,
        points: 100,
      })
      expect(await numbers('mei', 'activity_regard')).toMatchObject({ reactions_given: 0 })
    })
  })

  describe('/top', () => {
    it('puts the helper before the flooder, and leaves out who left', async () => {
      await open()
      await settle('helper', 'a', 'b', 'flood', 'left')
      const help = await inn.says('helper', 'open the terminal and type lsblk')
      for (const user of ['a', 'b']) await inn.says(user, 'oh, it works', { replyTo: help })
      for (let n = 0; n < 60; n++) await inn.says('flood', `look at this number ${n} everybody`)
      await inn.leave('left')
      await inn.gives('a', '排行')
      expect(inn.sent()).toEqual([
        [
          '**近 7 天贡献榜**',
          '1. helper  ⭐ 2.7  💬 4',
          '2. flood  ⭐ 0.8  💬 63',
          '3. a  ⭐ 0.7  💬 4',
          '4. b  ⭐ 0.7  💬 4',
          '⭐ 贡献分：每天说话最多得 1 分，每有一位群友回应或点赞再加 1 分；刷屏不加分。',
        ].join('\n'),
      ])
    })
    it('forgets the week after a week, not the total', async () => {
      await open({ languages: ['en'] })
      await settle('tom')
      await inn.passes('8d')
      await inn.gives('tom', 'top')
      expect(inn.sent().at(-1)).toBe('**Top contributors, last 7 days**\nNobody has earned points in this time yet.')
      for (const period of ['month', 'all']) await inn.gives('tom', 'top', { period })
      expect(inn.sent().filter((text) => text.includes('1. tom  ⭐ 0.6  💬 3'))).toHaveLength(2)
    })
  })

  describe('/stats', () => {
    it('compares seven whole days with the seven before', async () => {
      await open({ languages: ['zh', 'en'] })
      for (const user of ['tom', 'mei']) await inn.join(user)
      await inn.says('tom', 'hello')
      await inn.passes('7d')
      for (const user of ['tom', 'mei', 'tom']) await inn.says(user, 'hello')
      await inn.leave('mei')
      await inn.passes('1d')
      await inn.says('tom', 'hello again')
      inn.sent()
      await inn.gives('tom', 'stats')
      expect(inn.sent()[0]).toBe(
        [
          '**main · 近 7 天**（到昨天为止，括号内为与前一周相比）',
          '消息 3 条（+200%）▁▁▁▁▁▁█',
          '发言 2 人（+100%）',
          '新来 0 人，离开 1 人（前一周 2 和 0）',
          '最热闹的时段：18:00–19:00',
          '今天到现在：1 条消息，1 人发言',
          '成员：核心 0，活跃 1，新人 0，沉睡 0，已离开 1',
          '**main · last 7 days** (up to yesterday; in brackets, against the week before)',
          'Messages: 3 (+200%) ▁▁▁▁▁▁█',
          'People who wrote: 2 (+100%)',
          'Joined: 0, left: 1 (the week before: 2 and 0)',
          'Busiest time of day: 18:00–19:00',
          'Today so far – messages: 1, people: 1',
          'Members – core: 0, active: 1, new: 0, dormant: 0, gone: 1',
        ].join('\n'),
      )
    })
  })
})
