/** Questions and answers in the hall, in a real browser: a phone in Chinese, a desk in English, over the demo rulebook. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { parse } from 'yaml'
import { type Locale, locales } from '../../../src/core/words.ts'
import { Desk } from '../../../src/text/match.ts'
import type { Dial } from '../../../src/text/weights.ts'
import { overhang, serious } from '../accessible.ts'
import { type Guest, keepPicture, openVisit, says, stream, type Visit } from './visit.ts'

vi.setConfig({ testTimeout: 90_000 })
interface Entry {
  readonly id: string
  readonly after?: string
  readonly groups?: readonly string[]
  readonly question: Readonly<Record<Locale, string>>
  readonly alternatives?: readonly string[]
}
interface Section {
  readonly dial: Dial
  readonly entries: readonly Entry[]
}
const { dial, entries } = parse(readFileSync('rules/demo/faq.yaml', 'utf8')) as Section
const half = {
  zh: [
    '新人怎么换书？',
    '手作课的书在哪里？',
    '孩子的书怎么报名？',
    '积分怎么借书？',
    '共读的材料在哪里？',
    '怎么申诉换书？',
  ],
  en: [
    'how do I sign up for the book?',
    'where do I get points for a workshop?',
    'can my child swap books?',
    'tools for the session?',
  ],
} as const
/** What the demo's entries half answer: it depends on how the matcher is tuned. */
function halfKnown(language: Locale): { text: string; title: string } {
  const desk = new Desk()
  for (const { id, question, alternatives = [], after, groups } of entries)
    if (after === undefined && groups === undefined) desk.set(id, [question.zh, question.en, ...alternatives])
  for (const text of half[language]) {
    const { zone, ranked } = desk.ask(text, dial)
    const title = entries.find(({ id }) => id === ranked[0]?.entry)?.question[language]
    if (zone === 'suggest' && title !== undefined) return { text, title }
  }
  throw new Error('the matcher is never half sure of these: find another question')
}
const words = {
  zh: {
    look: { locale: 'zh-CN', width: 390, height: 844 },
    guest: '小明',
    asked: '参加要钱吗？',
    answer: '不收费',
    no: /没解决/,
    staff: 'Does it cost anything?',
    unknown: ['停车场在几楼？', '打印机的密码是多少？'],
    teach: ['教 问：停车场在几楼？ 答：地下二层', '教 问：打印机的密码是多少？ 答：四个八'],
    taught: ['地下二层', '四个八'],
    news: '现在有答案了',
  },
  en: {
    look: { locale: 'en-GB', width: 1280, height: 800 },
    guest: 'Tom',
    asked: 'How are the books chosen?',
    answer: 'vote on the 25th',
    no: /Not solved/,
    staff: 'How are the books chosen?',
    unknown: ['Are dogs welcome on the boat?', 'Is smoking allowed on the terrace?'],
    teach: [
      '/teach "Are dogs welcome on the boat?" "On the lower deck"',
      '/teach "Is smoking allowed on the terrace?" "Only outside"',
    ],
    taught: ['On the lower deck', 'Only outside'],
    news: 'there is an answer now',
  },
} as const

let visit: Visit
let owner: Guest
let invite = ''
const guests = new Map<Locale, Guest>()
beforeAll(async () => {
  visit = await openVisit()
  owner = await visit.owner('Lin')
  await owner.page.getByRole('button', { name: 'Invite' }).click()
  await owner.page.getByRole('button', { name: 'Make a link' }).click()
  invite = await owner.page.getByRole('textbox', { name: 'Invite' }).inputValue()
  await owner.page.getByRole('button', { name: 'Close' }).click()
  for (const language of locales)
    guests.set(language, await visit.guest(invite, words[language].guest, words[language].look))
}, 120_000)
afterAll(() => visit.close())
const line = (page: Page, text: string | RegExp) => stream(page).getByRole('listitem').filter({ hasText: text }).last()

describe.each(locales)('in %s', (language) => {
  const say = words[language]
  const page = () => (guests.get(language) as Guest).page

  test('half a question is offered entries, and the one pressed is answered', async () => {
    const { text, title } = halfKnown(language)
    await says(page(), text)
    const offer = stream(page())
      .getByRole('listitem')
      .filter({ has: page().getByRole('button', { name: title }) })
      .last()
    await offer.waitFor()
    expect(await overhang(page())).toBeLessThanOrEqual(0)
    expect(await serious(page())).toEqual([])
    await keepPicture(page(), `faq-offer-${language}`)
    const before = await stream(page()).getByRole('listitem').count()
    await offer.getByRole('button', { name: title }).click()
    await expect.poll(() => stream(page()).getByRole('listitem').count(), { timeout: 10_000 }).toBeGreaterThan(before)
  })
  test('what is known is answered; a thumb down reaches the owner', async () => {
    await says(page(), say.asked)
    const answer = line(page(), say.answer)
    await answer.waitFor()
    await answer.getByRole('button', { name: say.no }).click()
    // in the owner's language: who asked, and what it was answered with
    await line(owner.page, 'that did not help')
      .filter({ hasText: `${say.guest} asked` })
      .filter({ hasText: say.staff })
      .waitFor()
  })
  test('what nobody wrote down gets silence, is taught by the owner, and its asker is told', async () => {
    for (const [n, unknown] of say.unknown.entries()) {
      await says(page(), unknown)
      await line(owner.page, unknown).waitFor()
      await says(owner.page, say.teach[n] ?? '')
      const news = line(page(), say.news).filter({ hasText: say.taught[n] ?? '' })
      await news.waitFor()
    }
    await keepPicture(page(), `faq-taught-${language}`)
    await says(page(), say.unknown[0])
    const answered = stream(page())
      .getByRole('listitem')
      .filter({ hasText: say.taught[0] })
      .filter({ has: page().getByRole('button', { name: say.no }) })
    await answered.last().waitFor()
  })
})
test('a restart keeps what was taught', async () => {
  await visit.stop()
  await visit.restart()
  for (const language of locales) {
    const { page } = guests.get(language) as Guest
    const { unknown, taught, no } = words[language]
    await says(page, unknown[1])
    const answered = stream(page).getByRole('listitem').filter({ hasText: taught[1] })
    await answered
      .filter({ has: page.getByRole('button', { name: no }) })
      .last()
      .waitFor({ timeout: 20_000 })
  }
  expect(visit.log.errors).toEqual([])
})
