import { afterEach, describe, expect, it } from 'vitest'
import type { Inn } from '../../kit/inn.ts'
import { entries, halfKnown, openDesk } from './entries.ts'

let inn: Inn
afterEach(async () => {
  const { errors } = inn.log
  await inn.close()
  expect(errors).toEqual([])
})
const decided = async (message: string) => (await inn.why(message)).faq

describe('a question it knows', () => {
  it.each([
    ['怎么签到啊？', '发「签到」两个字就行，每天一次。'],
    ['请问积分怎么兑换礼品', '发「/redeem」看目录。'],
    ['直播的回放在哪里看', '回放在群公告的链接里，保留 30 天。'],
    ['怎樣簽到？', '发「签到」两个字就行，每天一次。'],
    ['How do I check in?', 'Write “checkin”, once a day.'],
    ['how can I redeem my points for gifts', 'See the catalogue with /redeem.'],
    ['where can i watch the recording of the talk?', 'The recording is linked in the announcement for 30 days.'],
  ])('%s', async (text, answer) => {
    inn = await openDesk()
    const message = await inn.says('tom', text)
    const [taken, ...more] = inn.took()
    expect(more).toEqual([])
    expect(taken?.action).toMatchObject({
      type: 'ask',
      text: answer,
      replyTo: message,
      options: [{ id: 'yes' }, { id: 'no' }],
    })
    const why = await decided(message)
    expect(why).toMatchObject({ decided: 'answered', score: expect.any(Number) })
    expect(why?.checks?.[0]?.name).toMatch(/^[a-z-]+$/)
  })

  it('answers without buttons where the platform has none, or the owner wants none', async () => {
    inn = await openDesk({ feedback: false })
    await inn.says('tom', '怎么签到？')
    expect(inn.took()).toMatchObject([{ action: { type: 'send', text: '发「签到」两个字就行，每天一次。' } }])
  })
})

describe('silence', () => {
  it.each([
    '早上好',
    '谢谢大家！',
    '哈哈哈哈',
    '今天好累啊，晚上吃什么',
    '我昨天签到了',
    'thanks!',
    'good morning everyone',
    'lol that was a great talk',
    'Bob: yes, you can redeem points for a gift',
    'I watched the recording yesterday and loved it',
    'what are you doing tonight?',
    '👍👍👍',
    'https://example.com/redeem?points=1',
  ])('%s', async (text) => {
    inn = await openDesk()
    await inn.says('tom', text)
    expect(inn.took()).toEqual([])
  })
  it('for words to another member, replies, and mistyped commands', async () => {
    inn = await openDesk()
    await inn.says('tom', '怎么签到？', { mentions: ['test:ann'] })
    await inn.says('tom', '怎么签到？', { replyTo: 'm0' })
    await inn.says('tom', '/怎么签到？')
    await inn.says('tom', '怎么签到？', { bot: true })
    expect(inn.took()).toEqual([])
  })
  it('where the owner turned listening off; /faq still answers', async () => {
    inn = await openDesk({ listen: false })
    await inn.says('tom', '怎么签到？')
    expect(inn.took()).toEqual([])
    await inn.gives('tom', 'faq', { topic: '怎么签到' })
    expect(inn.sent()[0]).toContain('发「签到」两个字就行')
  })
})

describe('half sure', () => {
  const offered = async (section = {}) => {
    inn = await openDesk(section)
    const { text, first } = halfKnown('zh')
    const message = await inn.says('tom', text, { name: 'Tom' })
    return { message, first, taken: inn.took() }
  }
  it('offers entries to the asker alone, and answers the one pressed, once', async () => {
    const { message, first, taken } = await offered()
    expect(taken).toHaveLength(1)
    const action = taken[0]?.action
    if (action?.type !== 'ask') throw new Error('no offer')
    expect(action).toMatchObject({ user: 'test:tom', replyTo: message, text: 'Tom，你想问的是哪一个？' })
    expect(action.options.map(({ id }) => id)).toContain(first)
    expect(await decided(message)).toMatchObject({ decided: 'suggested' })
    await inn.chooses('tom', action.ask, first)
    const answer = entries.find(({ id }) => id === first)?.answer.zh
    expect(inn.took()).toMatchObject([{ action: { text: answer, replyTo: message } }])
    await inn.chooses('tom', action.ask, first)
    expect(inn.took()).toEqual([])
  })
  it('notes the question where none was meant', async () => {
    const { taken } = await offered()
    const action = taken[0]?.action
    if (action?.type !== 'ask') throw new Error('no offer')
    await inn.chooses('tom', action.ask, 'none')
    expect(inn.sent()).toEqual(['好的，已记下这个问题，管理员会看到。'])
    expect(await inn.rows('faq_unanswered')).toHaveLength(1)
  })
  it('keeps silent beyond the hourly allowance', async () => {
    const { taken } = await offered({ suggestionsPerHour: 0 })
    expect(taken).toEqual([])
  })
})

describe('/faq', () => {
  it('lists, and shows by number, key word and question', async () => {
    inn = await openDesk()
    await inn.gives('tom', 'faq', {}, { locale: 'en' })
    expect(inn.sent()[0]).toContain('1. How do I check in?\n2. How do I redeem points for a gift?')
    await inn.gives('ann', '群问答', { topic: '2' })
    await inn.gives('tom', 'faq', { topic: 'checkin' })
    await inn.gives('tom', 'faq', { topic: 'can I get my money back' })
    expect(inn.sent().map((text) => text.split('\n')[1])).toEqual([
      '发「/redeem」看目录。',
      'Write “checkin”, once a day.',
      'Up to 24 hours before the event, in full.',
    ])
  })
  it('answers as a line typed in the group, in Chinese words', async () => {
    inn = await openDesk()
    const message = await inn.says('tom', '群问答 怎么邀请朋友')
    expect(inn.took()).toMatchObject([
      { action: { type: 'send', replyTo: message, text: expect.stringContaining('邀请链接') } },
    ])
  })
  it('notes what it does not know', async () => {
    inn = await openDesk()
    await inn.gives('tom', 'faq', { topic: '停车场在几楼' })
    expect(inn.sent()).toEqual(['这个问题还没有答案，已经记下，管理员会看到。'])
    expect(await inn.rows('faq_unanswered')).toHaveLength(1)
  })
  it('says so where there is nothing yet', async () => {
    inn = await openDesk({ entries: [] })
    await inn.gives('tom', 'faq', {}, { locale: 'en' })
    expect(inn.sent()).toEqual(['There are no frequent questions yet.'])
  })
})

it('answers only where an entry holds', async () => {
  inn = await openDesk({
    entries: [{ id: 'vip', question: { zh: '会员群的暗号是什么' }, answer: { zh: '芝麻开门' }, groups: ['test:vip*'] }],
  })
  await inn.says('tom', '会员群的暗号是什么？')
  expect(inn.took()).toEqual([])
  await inn.says('tom', '会员群的暗号是什么？', { group: 'vip-1' })
  expect(inn.sent()).toEqual(['芝麻开门'])
})
