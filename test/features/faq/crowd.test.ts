import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { actionTypes } from '../../../src/core/action.ts'
import type { Inn } from '../../kit/inn.ts'
import { openDesk } from './entries.ts'

let inn: Inn
afterEach(() => inn.close())
const people = ['ann', 'bob', 'cat', 'dan', 'eve']
const answerText = '发「签到」两个字就行，每天一次。'

it('gives five who ask within a minute one answer that names them', async () => {
  inn = await openDesk()
  for (const who of people) await inn.says(who, '怎么签到？')
  const taken = inn.took()
  expect(taken.map(({ action }) => action.type)).toEqual(['ask', 'edit', 'edit', 'edit', 'edit'])
  expect(taken.at(-1)?.action).toMatchObject({ of: taken[0]?.id, text: `${answerText}\n\n同问：bob、cat、dan、eve` })
})
it('calls them all to the answer when the minute is over, where nothing can be edited', async () => {
  inn = await openDesk({}, { does: actionTypes.filter((type) => type !== 'edit') })
  for (const who of people) await inn.says(who, '怎么签到？')
  const [answered, ...more] = inn.took()
  expect([answered?.action, more]).toMatchObject([{ text: answerText }, []])
  await inn.passes('1m')
  const [pointer, ...others] = inn.took()
  expect(others).toEqual([])
  expect(pointer?.action).toMatchObject({
    type: 'send',
    text: expect.stringMatching(/^@bob @cat @dan @eve 「怎么签到？」刚刚回答过/),
    replyTo: `sent:${answered?.id}`,
    mentions: ['bob', 'cat', 'dan', 'eve'].map((name) => ({ user: `test:${name}`, name })),
  })
  await inn.passes('5m')
  expect(inn.took()).toEqual([])
})
it('points to the answer later on, once a minute at most, and answers again after the window', async () => {
  inn = await openDesk()
  await inn.says('ann', '怎么签到？')
  await inn.passes('3m')
  await inn.says('bob', '怎么签到？')
  await inn.says('cat', '怎么签到？')
  await inn.says('bob', '怎么签到？')
  const [answered, pointer, ...more] = inn.took()
  expect(more).toEqual([])
  expect(pointer?.action).toMatchObject({
    text: expect.stringContaining('@bob 「怎么签到？」刚刚回答过'),
    replyTo: `sent:${answered?.id}`,
  })
  await inn.passes('10m')
  await inn.says('dan', '怎么签到？')
  expect(inn.sent()).toEqual([answerText])
})
it('does not answer again after a restart within the window', async () => {
  const place = join(mkdtempSync(join(tmpdir(), 'faq-')), 'inn.db')
  inn = await openDesk({}, { place })
  await inn.says('ann', '怎么签到？', { id: 'first' })
  const start = inn.now
  await inn.close()
  inn = await openDesk({}, { place, start })
  await inn.says('bob', '怎么签到？', { id: 'second' })
  expect(inn.took()).toMatchObject([{ action: { type: 'edit', of: 'first/faq.answer' } }])
})
it('answers each group by itself', async () => {
  inn = await openDesk()
  await inn.says('ann', '怎么签到？')
  await inn.says('bob', '怎么签到？', { group: 'other' })
  expect(inn.sent()).toEqual([answerText, answerText])
})
it('waits a moment where the owner says so, and holds back when a member replies', async () => {
  inn = await openDesk({ holdSeconds: 20 })
  const first = await inn.says('ann', '怎么签到？')
  await inn.says('bob', '看置顶', { replyTo: first })
  await inn.passes('1m')
  expect(inn.took()).toEqual([])
  const second = await inn.says('ann', '怎么签到？')
  await inn.passes('20s')
  const [answered] = inn.took()
  expect(answered?.action).toMatchObject({ text: answerText, replyTo: second })
  await inn.says('cat', '怎么签到？')
  await inn.passes('20s')
  expect(inn.took()).toMatchObject([{ action: { type: 'edit', of: answered?.id } }])
})
it('counts helpful and unhelpful once per member', async () => {
  inn = await openDesk()
  await inn.says('ann', 'how do I check in?')
  const action = inn.took()[0]?.action
  if (action?.type !== 'ask') throw new Error('no buttons')
  await inn.chooses('ann', action.ask, 'yes')
  await inn.chooses('ann', action.ask, 'yes')
  await inn.chooses('bob', action.ask, 'yes')
  await inn.chooses('bob', action.ask, 'no')
  expect(await inn.rows('faq_uses')).toMatchObject([{ entry: 'check-in', answered: 1, helpful: 1, unhelpful: 1 }])
})
it('answers only so often in a minute, save those who call it by name', async () => {
  inn = await openDesk({ answersPerMinute: 2 })
  await inn.says('ann', '怎么签到？')
  await inn.says('bob', '直播的回放在哪里看')
  const third = await inn.says('cat', '报名费怎么退')
  expect(inn.sent()).toHaveLength(2)
  expect((await inn.why(third)).faq?.decided).toBe('too many')
  await inn.says('dan', '@掌柜 报名费怎么退', { mentionsBot: true })
  expect(inn.sent()).toHaveLength(1)
  await inn.passes('1m')
  await inn.says('eve', '怎么邀请朋友进群？')
  expect(inn.sent()).toHaveLength(1)
})
it('holds back when another member talks of it or to the asker, and not when they talk of something else', async () => {
  inn = await openDesk({ holdSeconds: 20 })
  await inn.says('ann', '直播的回放在哪里看')
  await inn.says('bob', '公告里有链接的')
  await inn.passes('1m')
  expect(inn.took()).toEqual([])
  await inn.says('ann', '怎么签到？')
  await inn.says('bob', '@ann 发那两个字', { mentions: ['test:ann'] })
  await inn.passes('1m')
  expect(inn.took()).toEqual([])
  await inn.says('ann', '报名费怎么退')
  await inn.says('bob', '今天天气真好')
  await inn.passes('1m')
  expect(inn.sent()).toHaveLength(1)
})
