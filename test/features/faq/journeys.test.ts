/** Whole journeys, as they read: with buttons and with numbers, in either language and both mixed, in the group and alone. */

import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
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
const titleIn = (id: string, language: 'zh' | 'en') => entries.find((one) => one.id === id)?.question[language]
const answerIn = (id: string, language: 'zh' | 'en') => entries.find((one) => one.id === id)?.answer[language]
const withoutButtons = { does: actionTypes.filter((type) => type !== 'ask' && type !== 'edit') }

describe.each(['zh', 'en'] as const)('in %s', (language) => {
  it('half a question is offered entries with buttons; the one pressed is answered with a question of our own', async () => {
    inn = await openDesk()
    const { text, first } = halfKnown(language)
    await inn.says('tom', text, { name: 'Tom' })
    const [offer] = inn.took()
    if (offer?.action.type !== 'ask') throw new Error('no buttons')
    expect(offer.action.options.map(({ label }) => label)).toContain(titleIn(first, language))
    await inn.chooses('tom', offer.action.ask, first)
    expect(inn.took()).toMatchObject([
      { action: { type: 'ask', text: answerIn(first, language), options: [{ id: 'yes' }, { id: 'no' }] } },
    ])
  })
  it('and with numbers where there are no buttons; the number, or the words, bring a plain answer', async () => {
    inn = await openDesk({}, withoutButtons)
    const { text, first, second } = halfKnown(language)
    await inn.says('tom', text, { name: 'Tom', group: 'one' })
    const [offered = ''] = inn.sent()
    expect(offered).toContain(`1. ${titleIn(first, language)}\n2. ${titleIn(second, language)}`)
    await inn.says('tom', '2', { group: 'one' })
    expect(inn.took()).toMatchObject([
      { action: { type: 'send', text: expect.stringContaining(`${answerIn(second, language)}\n`) } },
    ])
    await inn.says('ann', text, { group: 'two' })
    inn.took()
    await inn.says('ann', titleIn(first, language) ?? '', { group: 'two' })
    expect(inn.sent()[0]).toContain(answerIn(first, language))
  })
  it('none of them, by number too, is noted', async () => {
    inn = await openDesk({}, withoutButtons)
    const { text } = halfKnown(language)
    await inn.says('tom', text)
    const none = /^(\d)\. (?:都不是|None of these)$/m.exec(inn.sent()[0] ?? '')?.[1]
    await inn.says('tom', String(none))
    expect(await inn.rows('faq_unanswered')).toHaveLength(1)
  })
  it('what it does not know gets silence, and a word to whoever calls it by name', async () => {
    inn = await openDesk()
    const unknown = language === 'zh' ? '停车场在几楼？' : 'On which floor is the car park?'
    await inn.says('tom', unknown)
    expect(inn.took()).toEqual([])
    await inn.says('ann', `@掌柜 ${unknown}`, { mentionsBot: true, group: 'other' })
    expect(inn.sent()).toHaveLength(1)
  })
})

it.each([
  ['怎么 redeem 积分？', 'points'],
  ['签到 check in 怎么弄？', 'check-in'],
  ['直播 replay 在哪里看？', 'replay'],
])('both languages in one sentence: %s', async (text, entry) => {
  inn = await openDesk()
  await inn.gives('tom', 'faq', { topic: text }, { locale: 'zh' })
  const [reply = ''] = inn.sent()
  expect([answerIn(entry, 'zh'), answerIn(entry, 'en')].some((answer) => reply.includes(String(answer)))).toBe(true)
})

it('asked in private it answers in private', async () => {
  inn = await openDesk()
  await inn.says('tom', '怎么签到？', { private: true })
  const taken = inn.took()
  expect(taken).toHaveLength(1)
  expect(taken[0]?.action).toMatchObject({ user: 'test:tom', text: answerIn('check-in', 'zh') })
})
it('as one writes on WeChat: 群问答 and 问, without a slash', async () => {
  inn = await openDesk({}, withoutButtons)
  await inn.says('tom', '群问答 签到')
  await inn.says('tom', '问 直播的回放在哪里看？')
  expect(inn.sent()).toEqual([
    expect.stringContaining(String(answerIn('check-in', 'zh'))),
    expect.stringContaining(String(answerIn('replay', 'zh'))),
  ])
})

const word = fc.constantFrom(
  ...'停车 雨伞 退房 发票 早餐 宠物 打印 签证 电梯 充电 parking umbrella invoice breakfast printer'.split(' '),
)
const phrase = fc
  .array(word, { minLength: 2, maxLength: 5 })
  .map((words) => words.join(' '))
  .chain((text) => fc.constantFrom(`${text}？`, `怎么${text}`, `where is ${text}?`, `请问 ${text} 在哪里`))

it('whatever is taught is answered when it is asked in the same words, also after a restart', async () => {
  const place = join(mkdtempSync(join(tmpdir(), 'faq-')), 'inn.db')
  inn = await openDesk({ answersPerMinute: 600 }, { place })
  let n = 0
  const taught = new Map<string, string>()
  await fc.assert(
    fc.asyncProperty(phrase, async (question) => {
      n += 1
      const entry = entries[n % entries.length]
      if (taught.has(question) || !entry) return
      await inn.gives('mod', 'teach', { question, answer: `=${entry.id}` }, { id: `teach-${n}` })
      taught.set(question, entry.id)
      inn.took()
      await inn.says('tom', question, { id: `ask-${n}`, group: `g${n}` })
      const language = /\p{Script=Han}/u.test(question) ? 'zh' : 'en'
      expect(inn.sent()).toEqual([answerIn(entry.id, language)])
    }),
    { numRuns: 40 },
  )
  await inn.close()
  inn = await openDesk({ answersPerMinute: 600 }, { place, start: Date.UTC(2026, 2, 5) })
  for (const [question, entry] of taught) {
    await inn.says('tom', question, { id: `again-${question}`, group: `again ${question}` })
    expect([answerIn(entry, 'zh'), answerIn(entry, 'en')]).toContain(inn.sent()[0])
  }
}, 60_000)

describe('hostile input', () => {
  const nasty = [
    '怎么签到？'.repeat(2000).slice(0, 4000),
    '👍🏽'.repeat(60),
    '\u202eكيف أسجل الدخول؟\u202c',
    '<script>alert(1)</script>',
    '"; drop table faq_taught; --',
    '=cmd|calc',
    '__proto__',
    '\u200b\u200d',
  ]
  it.each(['faq', 'faq-try', 'teach', 'unteach', 'faq-edit'])('to /%s does no harm', async (name) => {
    inn = await openDesk({ keepText: true })
    const fields = { faq: 'topic', 'faq-try': 'question', unteach: 'id', 'faq-edit': 'id', teach: 'question' } as const
    for (const text of nasty) {
      const input = { [fields[name as 'faq']]: text.slice(0, 300), ...(name.startsWith('teach') && { answer: text }) }
      await inn.gives('mod', name, { ...input, ...(name === 'faq-edit' && { answer: text.slice(0, 400) }) })
    }
    inn.took()
    await inn.says('tom', '怎么签到？')
    expect(inn.sent()).toHaveLength(1)
  })
  it('as a reply, a thumb or a choice does none either', async () => {
    inn = await openDesk({ keepText: true, holdSeconds: 5 })
    const question = await inn.says('ann', '停车场在几楼？')
    for (const text of nasty) {
      await inn.says('bob', text, { replyTo: question })
      await inn.says('bob', text, { replyTo: text.slice(0, 100) })
      await inn.reacts('bob', text.slice(0, 100), text.slice(0, 60))
    }
    await inn.gives('mod', '未答')
    expect(inn.sent()[0]).toContain('停车场在几楼')
  })
})
