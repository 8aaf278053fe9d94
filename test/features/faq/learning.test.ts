/** From a question nobody had written down to an answer: taken together, with what members replied, taught, told. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { Inn } from '../../kit/inn.ts'
import { entries, halfKnown, openDesk } from './entries.ts'

let inn: Inn
afterEach(async () => {
  const { errors } = inn.log
  await inn.close()
  expect(errors).toEqual([])
})
const asking = '停车场在几楼？'
const keeping = { keepText: true }
const codeIn = (listing = '') => /\[#(\w+)\]/.exec(listing)?.[1] ?? ''

describe('unanswered questions', () => {
  it('are taken together in other words, and ranked by different people', async () => {
    inn = await openDesk()
    await inn.says('ann', '停车场在几楼？')
    await inn.says('bob', '请问停车场在哪一层楼？')
    await inn.says('ann', '停车场几楼啊？')
    for (let n = 0; n < 4; n++) await inn.says('cat', '有没有素食餐厅推荐？')
    await inn.gives('mod', '未答')
    const lines = (inn.sent()[0] ?? '').split('\n').slice(1)
    expect(lines).toHaveLength(2)
    expect(lines[0]).toContain('停车')
    expect(lines[0]).toContain('2 人问过，共 3 次')
    expect(lines[1]).toContain('1 人问过，共 4 次')
  })
  it.each([
    ['押金怎么退款？', '押金怎么投诉？'],
    ['签证要多久？', '签证多少钱？'],
    ['How do I change my invoice?', 'How do I change my password?'],
  ])('are two where they only share what they are about: %s %s', async (one, other) => {
    inn = await openDesk({ entries: [] })
    await inn.says('ann', one)
    await inn.says('bob', other)
    await inn.gives('mod', '未答')
    expect((inn.sent()[0] ?? '').split('\n').slice(1)).toHaveLength(2)
  })
  it('come with what members replied, staff first, and nobody’s own second thoughts', async () => {
    inn = await openDesk(keeping)
    const question = await inn.says('ann', asking)
    await inn.says('bob', '好像是地下一层', { replyTo: question })
    await inn.says('mod', '地下二层，B2', { replyTo: question, name: '管理小王' })
    await inn.says('ann', '我再找找', { replyTo: question })
    await inn.says('cat', '@ann 出电梯左转', { mentions: ['test:ann'] })
    await inn.gives('mod', '未答')
    const lines = (inn.sent()[0] ?? '').split('\n').slice(2)
    expect(lines).toEqual([
      expect.stringMatching(/管理小王（2026-03-02）回复过：地下二层，B2$/),
      expect.stringContaining('bob（2026-03-02）回复过：好像是地下一层'),
    ])
    expect(await inn.rows('faq_drafts')).toHaveLength(3)
  })
  it('keep no word of anybody where the owner keeps no texts', async () => {
    inn = await openDesk()
    const question = await inn.says('ann', asking)
    await inn.says('bob', '好像是地下一层', { replyTo: question })
    expect(await inn.rows('faq_drafts')).toEqual([])
    const all = JSON.stringify([
      await inn.rows('faq_asks'),
      await inn.rows('faq_unanswered'),
      await inn.rows('faq_said'),
    ])
    expect(all).not.toContain(asking)
  })
  it('lose their texts with time, and keep their words', async () => {
    inn = await openDesk({ ...keeping, textDays: 3, keepDays: 60 })
    const question = await inn.says('ann', asking)
    await inn.says('bob', '好像是地下一层', { replyTo: question })
    await inn.passes('5d')
    expect(await inn.rows('faq_drafts')).toEqual([])
    const all = JSON.stringify([await inn.rows('faq_asks'), await inn.rows('faq_unanswered')])
    expect(all).not.toContain(asking)
    await inn.gives('mod', '未答')
    expect(inn.sent()[0]).toContain('停车 · ')
  })
})

describe('teaching', () => {
  const listed = async () => {
    await inn.gives('mod', '未答')
    return codeIn(inn.sent()[0])
  }
  it('by code, with the reply that is there: whoever asked is told, and it is known from then on', async () => {
    inn = await openDesk(keeping)
    const question = await inn.says('ann', asking)
    const again = await inn.says('bob', '请问停车场在几楼？')
    await inn.says('cat', '地下二层', { replyTo: question })
    inn.took()
    await inn.gives('mod', '教', { question: `#${await listed()}` })
    const [reply, news, ...more] = inn.took()
    expect(more).toEqual([])
    expect(news?.action).toMatchObject({
      text: expect.stringMatching(/^(?=.*@ann)(?=.*@bob).*有答案了：\n地下二层$/s),
      replyTo: again,
      mentions: expect.arrayContaining([{ user: 'test:ann', name: 'ann' }]),
    })
    expect(reply?.action).toMatchObject({ text: expect.stringContaining('记住了') })
    await inn.says('dan', '停车场在几楼')
    expect(inn.sent()).toEqual(['地下二层'])
    expect(await inn.rows('faq_unanswered')).toEqual([])
  })
  it('by replying to the member who knew', async () => {
    inn = await openDesk(keeping)
    const question = await inn.says('ann', asking)
    const known = await inn.says('cat', '地下二层', { replyTo: question })
    inn.took()
    await inn.says('mod', '教', { replyTo: known })
    expect(inn.sent()).toContain('地下二层')
    await inn.says('dan', asking)
    expect(inn.sent()).toEqual(['地下二层'])
  })
  it('by code with an answer or an entry, where no text is kept', async () => {
    inn = await openDesk()
    await inn.says('ann', asking)
    const code = await listed()
    expect(await inn.gives('mod', 'teach', { question: `#${code}` })).toMatchObject({
      errors: [{ code: 'faq/noAnswer' }],
    })
    expect(await inn.gives('mod', 'teach', { question: '#zzzz', answer: 'x' })).toMatchObject({
      errors: [{ code: 'faq/noCode' }],
    })
    await inn.gives('mod', 'teach', { question: `#${code}`, answer: '=invite' })
    expect(inn.sent()).toContainEqual(expect.stringContaining('@ann'))
    await inn.says('dan', '停车场几楼')
    expect(inn.sent()).toEqual(['找管理员要邀请链接。'])
  })
  it('tells those who asked in another group there', async () => {
    inn = await openDesk(keeping)
    await inn.says('ann', asking, { group: 'other' })
    await inn.gives('mod', 'teach', { question: asking, answer: '地下二层' })
    expect(inn.took().at(-1)?.action).toMatchObject({ group: 'test:other', text: expect.stringContaining('@ann') })
  })
  it('is changed by its id, and outlives a restart', async () => {
    const place = join(mkdtempSync(join(tmpdir(), 'faq-')), 'inn.db')
    inn = await openDesk({}, { place })
    await inn.gives('mod', 'teach', { question: asking, answer: '地下一层' })
    const id = /\/unteach (\S+)/.exec(inn.sent()[0] ?? '')?.[1] ?? ''
    await inn.gives('mod2', '改问答', { id, answer: '地下二层' })
    inn.took()
    await inn.close()
    inn = await openDesk({}, { place, start: Date.UTC(2026, 2, 3) })
    await inn.says('ann', asking, { id: 'after' })
    expect(inn.sent()).toEqual(['地下二层'])
    expect(await inn.rows('faq_taught')).toMatchObject([{ by_name: 'mod2' }])
    expect(await inn.gives('mod', 'faq-edit', { id: 'check-in', answer: 'x' }, { id: 'edit' })).toMatchObject({
      ok: false,
    })
  })
})

describe('a suggestion', () => {
  const offerTo = async (who: string, text: string, group = who) => {
    await inn.says(who, text, { group })
    const [ask] = inn
      .took()
      .flatMap(({ action }) => (action.type === 'ask' && action.ask.startsWith('faq:offer') ? [action.ask] : []))
    return ask
  }
  it.each(['zh', 'en'] as const)(
    'chosen by two for the same words becomes another wording, until undone (%s)',
    async (language) => {
      inn = await openDesk()
      const { text, second } = halfKnown(language)
      const choose = async (who: string) => {
        await inn.chooses(who, String(await offerTo(who, text)), second, { group: who })
        inn.took()
      }
      await choose('ann')
      await choose('ann2')
      const [row, ...more] = await inn.rows('faq_taught')
      expect(more).toEqual([])
      expect(row).toMatchObject({ entry: second, by_id: '' })
      await inn.says('cat', text, { group: 'cat' })
      const answer = entries.find(({ id }) => id === second)?.answer[language]
      expect(inn.sent()).toEqual([answer])
      await inn.gives('mod', 'unteach', { id: String(row?.id) })
      inn.took()
      expect(await offerTo('dan', text)).toBeDefined()
      await choose('eve')
      await choose('fay')
      await choose('gil')
      expect(await inn.rows('faq_taught')).toEqual([])
    },
  )
  it('chosen twice by one member is chosen once', async () => {
    inn = await openDesk()
    const { text, second } = halfKnown('zh')
    for (const group of ['one', 'two'])
      await inn.chooses('ann', String(await offerTo('ann', text, group)), second, { group })
    expect(await inn.rows('faq_taught')).toEqual([])
  })
})

describe('a wrong answer', () => {
  const wrong = '直播的回放在哪里看'
  const rate = async (who: string, option: string, group: string) => {
    await inn.says(who, wrong, { group })
    const [ask] = inn.took().flatMap(({ action }) => (action.type === 'ask' ? [action.ask] : []))
    await inn.chooses(who, String(ask), option, { group })
  }
  it('said to be wrong by two is not given again for these words, until it is taught what is right', async () => {
    inn = await openDesk()
    await rate('ann', 'no', 'one')
    await rate('bob', 'no', 'two')
    inn.took()
    await inn.says('cat', wrong, { group: 'three' })
    expect(inn.took().filter(({ action }) => 'text' in action && action.text.includes('30 天'))).toEqual([])
    await inn.gives('mod', 'teach', { question: wrong, answer: '在公众号里看' }, { group: 'three' })
    inn.took()
    await inn.says('dan', wrong, { group: 'four' })
    expect(inn.sent()).toEqual(['在公众号里看'])
    await inn.says('eve', '直播错过了在哪里看回放？', { group: 'four' })
    expect(inn.sent()).toEqual(['回放在群公告的链接里，保留 30 天。'])
  })
  it('goes to the staff once, with the question', async () => {
    inn = await openDesk(keeping)
    await inn.says('mod', 'hello', { locale: 'zh' })
    await inn.says('ann', wrong)
    const [ask] = inn.took().flatMap(({ action }) => (action.type === 'ask' ? [action.ask] : []))
    await inn.chooses('ann', String(ask), 'no')
    await inn.chooses('bob', String(ask), 'no')
    const told = inn.took().filter(({ action }) => action.type === 'whisper' && action.user === 'test:mod')
    expect(told).toMatchObject([{ action: { text: expect.stringContaining(`ann 问「${wrong}」`) } }])
  })
})

describe('a thumb on the answer', () => {
  it('is a vote, in any colour, taken once; other messages and other signs are none', async () => {
    inn = await openDesk()
    await inn.says('ann', '怎么签到？')
    const [answered] = inn.took()
    const message = `sent:${answered?.id}`
    await inn.reacts('bob', message, '👍🏽')
    await inn.reacts('bob', message, '👍')
    await inn.reacts('cat', message, '👎')
    await inn.reacts('cat', message, '🎉')
    await inn.reacts('dan', 'm1', '👎')
    expect(await inn.rows('faq_uses')).toMatchObject([{ entry: 'check-in', helpful: 1, unhelpful: 1 }])
  })
  it('means nothing where the owner wants no feedback', async () => {
    inn = await openDesk({ feedback: false })
    await inn.says('ann', '怎么签到？')
    await inn.reacts('bob', `sent:${inn.took()[0]?.id}`, '👍')
    expect(await inn.rows('faq_uses')).toMatchObject([{ helpful: 0 }])
  })
})

describe('the report', () => {
  it('counts what was asked and what became of it, and names what is missing and unused', async () => {
    inn = await openDesk()
    await inn.says('ann', '怎么签到？')
    const [answered] = inn.took()
    await inn.reacts('ann', `sent:${answered?.id}`, '👍')
    await inn.says('bob', halfKnown('zh').text)
    await inn.says('ann', asking)
    await inn.says('cat', asking)
    inn.took()
    await inn.gives('mod', '问答报告', {}, { locale: 'zh' })
    const [report = ''] = inn.sent()
    expect(report).toContain('提问 4：答了 1，推荐 1，没答上 2；有用率 100%')
    expect(report).toMatch(/· 停车.*：2 人问过/)
    expect(report).toMatch(/从没用上的：[\s\S]*怎么邀请朋友进群？/)
    expect(report).not.toMatch(/从没用上的：[\s\S]*怎么签到/)
  })
  it('does not call two entries rivals for being offered together once', async () => {
    inn = await openDesk()
    await inn.says('bob', halfKnown('zh').text)
    inn.took()
    await inn.gives('mod', '问答报告', {}, { locale: 'zh' })
    expect(inn.sent()[0]).not.toContain('互相抢答')
  })
  it('names entries that are asked by the same words', async () => {
    inn = await openDesk({
      entries: [...entries, { id: 'refund-2', question: { zh: '活动报名费可以退吗？' }, answer: { zh: '不行。' } }],
    })
    await inn.gives('mod', '问答报告', {}, { locale: 'zh' })
    expect(inn.sent()[0]).toMatch(
      /「活动报名费可以退吗？」和「活动报名后可以退款吗？」|「活动报名后可以退款吗？」和「活动报名费可以退吗？」/,
    )
  })
})

describe('a question tried out', () => {
  it.each([
    ['怎么签到？', '一字不差'],
    ['怎么才能签到啊？', '会直接回答「怎么签到？」'],
    ['早上好', '寒暄'],
    ['火星上有水吗？', '没有一条问答用到这些词'],
  ])('%s', async (question, verdict) => {
    inn = await openDesk()
    await inn.gives('mod', '试问', { question }, { locale: 'zh' })
    expect(inn.sent()[0]).toContain(verdict)
    expect(await inn.rows('faq_uses')).toEqual([])
    expect(await inn.rows('faq_unanswered')).toEqual([])
  })
})
