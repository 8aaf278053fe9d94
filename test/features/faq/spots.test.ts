/** Where a question was asked is where it is answered: in its channel, to one alone, whatever leads to the answer. */
import { afterEach, describe, expect, it } from 'vitest'
import { actionTypes } from '../../../src/core/action.ts'
import type { Inn } from '../../kit/inn.ts'
import { entries, halfKnown, openDesk } from './entries.ts'

let inn: Inn
afterEach(async () => {
  const { errors } = inn.log
  await inn.close()
  expect(errors).toEqual([])
})
const [general, help] = ['test:general', 'test:help']
const checkIn = '发「签到」两个字就行，每天一次。'
const withoutEdit = { does: actionTypes.filter((type) => type !== 'edit') }
const answers = (id: string) => entries.find((one) => one.id === id)?.answer.zh

describe('channels', () => {
  it('have an answer each, which names those who asked there', async () => {
    inn = await openDesk()
    await inn.says('ann', '怎么签到？', { where: general })
    await inn.says('bob', '怎么签到？', { where: help })
    await inn.says('cat', '怎么签到？', { where: help })
    const taken = inn.took()
    expect(taken.slice(0, 2)).toMatchObject([
      { action: { type: 'ask', where: general, text: checkIn } },
      { action: { type: 'ask', where: help, text: checkIn } },
    ])
    expect(taken.slice(2)).toMatchObject([
      { action: { type: 'edit', of: taken[1]?.id, text: `${checkIn}\n\n同问：cat` } },
    ])
  })
  it('each call their own askers when the minute is over, where nothing can be edited', async () => {
    inn = await openDesk({}, withoutEdit)
    for (const where of [general, help])
      for (const who of ['ann', 'bob', 'cat']) await inn.says(`${who}-${where.slice(5)}`, '怎么签到？', { where })
    inn.took()
    await inn.passes('2m')
    const called = inn.took().map(({ action }) => action)
    expect(called).toMatchObject([
      { type: 'send', where: general, text: expect.stringMatching(/^@bob-general @cat-general 「/) },
      { type: 'send', where: help, text: expect.stringMatching(/^@bob-help @cat-help 「/) },
    ])
  })
  it('are pointed to the answer that stands in them', async () => {
    inn = await openDesk()
    await inn.says('ann', '怎么签到？', { where: general })
    await inn.says('ann', '怎么签到？', { where: help })
    const [, second] = inn.took()
    await inn.passes('3m')
    await inn.says('bob', '怎么签到？', { where: help })
    expect(inn.took()).toMatchObject([{ action: { where: help, replyTo: `sent:${second?.id}` } }])
  })
  it('are where an answer that waited, and a choice made elsewhere, is said', async () => {
    inn = await openDesk({ holdSeconds: 20 })
    await inn.says('ann', '怎么签到？', { where: help })
    await inn.passes('20s')
    expect(inn.took()).toMatchObject([{ action: { where: help, text: checkIn } }])
    const { text, first } = halfKnown('zh')
    await inn.says('bob', text, { where: help })
    const [offer] = inn.took().flatMap(({ action }) => (action.type === 'ask' ? [action.ask] : []))
    await inn.chooses('bob', String(offer), first) // pressed in private, as on Discord
    expect(inn.took()).toMatchObject([{ action: { where: help, text: answers(first) } }])
  })
  it('hold a question for their own members only', async () => {
    inn = await openDesk({ holdSeconds: 20 })
    await inn.says('ann', '直播的回放在哪里看', { where: help })
    await inn.says('bob', '公告里有链接的', { where: general })
    await inn.passes('1m')
    expect(inn.sent()).toEqual([answers('replay')])
  })
  it('are told, each by itself, once a question is taught, wherever that is done', async () => {
    inn = await openDesk()
    await inn.says('ann', '停车场在几楼？', { where: help })
    const last = await inn.says('bob', '停车场在几楼？', { where: general })
    await inn.gives('mod', '教', { question: '停车场在几楼？', answer: '地下二层' }, { where: 'test:staff' })
    const news = inn.took().filter(({ action }) => 'text' in action && action.text.includes('地下二层'))
    expect(news.map(({ action }) => action)).toMatchObject([
      { where: general, replyTo: last, text: expect.stringMatching(/^@bob /) },
      { where: help, text: expect.stringMatching(/^@ann /) },
    ])
  })
})

it('what is taught alone is told to the group where it was asked', async () => {
  inn = await openDesk()
  await inn.says('ann', '停车场在几楼？')
  await inn.says('mod', '教 问：停车场在几楼 答：地下二层', { private: true })
  expect(inn.took().map(({ action }) => action)).toMatchObject([
    { type: 'whisper', user: 'test:mod', text: expect.stringContaining('记住了') },
    { type: 'send', text: expect.stringMatching(/^@ann .*地下二层$/s) },
  ])
})

describe('what is asked alone', () => {
  it('is answered alone, and is no answer to the group', async () => {
    inn = await openDesk()
    await inn.says('ann', '怎么签到？', { private: true })
    const message = await inn.says('bob', '怎么签到？')
    expect(inn.took().map(({ action }) => action)).toMatchObject([
      { type: 'ask', user: 'test:ann', text: checkIn },
      { type: 'ask', text: checkIn, replyTo: message },
    ])
  })
  it('is answered each time, and leaves the group its allowance', async () => {
    inn = await openDesk({ answersPerMinute: 1 })
    await inn.says('ann', '怎么签到？', { private: true })
    await inn.passes('2m')
    await inn.says('ann', '怎么签到？', { private: true })
    await inn.says('bob', '怎么签到？')
    expect(inn.sent()).toEqual([checkIn, checkIn, checkIn])
  })
  it.each([
    ['a button', actionTypes],
    ['a number', actionTypes.filter((type) => type !== 'ask' && type !== 'edit')],
  ] as const)('is answered alone once %s says what was meant', async (_, does) => {
    inn = await openDesk({}, { does })
    const { text, first } = halfKnown('zh', 'lenient')
    await inn.says('ann', text, { private: true })
    const [offer] = inn.took()
    if (offer?.action.type === 'ask') await inn.chooses('ann', offer.action.ask, first)
    else await inn.says('ann', '1', { private: true })
    const taken = inn.took()
    expect(taken).toHaveLength(1)
    expect(taken[0]?.action).toMatchObject({ user: 'test:ann', text: expect.stringContaining(String(answers(first))) })
  })
  it('is told alone once it is taught', async () => {
    inn = await openDesk()
    await inn.join('ann')
    await inn.says('ann', '停车场在几楼？', { private: true })
    expect(inn.took()).toMatchObject([
      { action: { type: 'whisper', user: 'test:ann', text: expect.stringContaining('还没有答案') } },
    ])
    await inn.gives('mod', '教', { question: '停车场在几楼？', answer: '地下二层' })
    expect(inn.took().map(({ action }) => action)).toContainEqual(
      expect.objectContaining({ type: 'whisper', user: 'test:ann', text: expect.stringContaining('地下二层') }),
    )
  })
  it('is followed up alone', async () => {
    const ios = { id: 'ios', after: 'check-in', question: { zh: '那在平板上呢？' }, answer: { zh: '一样的。' } }
    inn = await openDesk({ entries: [...entries, ios] })
    await inn.says('ann', '怎么签到？', { private: true })
    inn.took()
    await inn.says('bob', '那平板上呢？')
    expect(inn.sent()).toEqual([])
    await inn.says('ann', '那平板上呢？', { private: true })
    expect(inn.took()).toMatchObject([{ action: { user: 'test:ann', text: '一样的。' } }])
  })
})

it('whoever asks again later is pointed to the answer they had, once', async () => {
  inn = await openDesk()
  await inn.says('ann', '怎么签到？')
  await inn.says('ann', '怎么签到？')
  expect(inn.took()).toHaveLength(1)
  await inn.passes('3m')
  await inn.says('ann', '怎么签到？')
  expect(inn.sent()).toEqual([expect.stringContaining('@ann 「怎么签到？」刚刚回答过')])
  await inn.passes('3m')
  await inn.says('ann', '怎么签到？')
  expect(inn.sent()).toEqual([])
})

it('where nothing was asked for days, nothing is kept of the place', async () => {
  inn = await openDesk()
  await inn.says('ann', '怎么签到？', { where: general })
  await inn.says('bob', '怎么签到？', { private: true })
  expect((await inn.rows('faq_rooms')).length).toBeGreaterThan(1)
  await inn.passes('4d')
  expect([...(await inn.rows('faq_rooms')), ...(await inn.rows('faq_answers'))]).toEqual([])
  await inn.says('cat', '怎么签到？', { where: general })
  expect(inn.took().at(-1)).toMatchObject({ action: { where: general, text: checkIn } })
})
