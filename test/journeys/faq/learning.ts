/** The desk gets better: what helped and what did not, what was missing, what members chose, what was wrong. */
import { describe, expect, it } from 'vitest'
import { type Locale, locales } from '../../../src/core/words.ts'
import type { Guest, Platform } from '../moderation/stage.ts'
import { type Desk, openDesk } from './desk.ts'

const says = {
  zh: {
    known: '怎么签到？',
    no: '👎 没解决',
    notSolved: '没解决',
    staff: /小安[\s\S]*问「怎么签到？」[\s\S]*没解决/,
    unknown: '停车场在几楼？',
    otherwise: '请问停车场在几楼呀？',
    listed: /\[#(\w+)\] [\s\S]*停车[\s\S]*2 人问过/,
    level: '地下二层',
    learned: /记住了[\s\S]*\/unteach (\S+?)[\s。]*$/,
    news: /现在有答案了[\s\S]*地下二层/,
    changed: '地下三层',
    withdrawn: /已撤下/,
    wrong: '直播的回放在哪里看',
    right: '在公众号菜单里',
    report: /提问 \d+：答了 \d+[\s\S]*👎 1/,
  },
  en: {
    known: 'How do I check in?',
    no: '👎 Not solved',
    notSolved: 'not solved',
    staff: /Ann asked “How do I check in\?”[\s\S]*did not help/,
    unknown: 'On which floor is the car park?',
    otherwise: 'which floor is the car park on?',
    listed: /\[#(\w+)\] [\s\S]*car park[\s\S]*asked by 2/,
    level: 'Level-B2',
    learned: /Learned[\s\S]*\/unteach (\S+)/,
    news: /there is an answer now[\s\S]*Level-B2/,
    changed: 'Level-B3',
    withdrawn: /Withdrawn/,
    wrong: 'where do I watch the recording of the talk',
    right: 'In-the-app',
    report: /\d+ asked: \d+ answered[\s\S]*👎 1/,
  },
} as const

/** By the button under it, or in words where there are none. */
async function isWrong(
  { play, answer }: Desk,
  guest: Guest,
  words: (typeof says)[Locale],
  entry: string,
): Promise<void> {
  const line = await play.hears(guest, answer(entry))
  if (!line.buttons.includes(words.no)) return play.says(guest, words.notSolved)
  await play.presses(guest, words.no, line.text.slice(0, 12))
}
/** By the form; typed in the group where there is none, as people write it there. */
async function teaches({ play, moderator, language }: Desk, question: string, answer: string): Promise<void> {
  if (play.stage.can('ask')) return play.orders(moderator, 'teach', { question, answer })
  await play.says(
    moderator,
    language === 'zh' ? `教 问：${question} 答：${answer}` : `/teach "${question}" "${answer}"`,
  )
}
const idIn = (text: string, pattern: RegExp) => pattern.exec(text)?.[1] ?? ''

export function learning(platform: Platform): void {
  describe.each(locales)('learning, in %s', (language) => {
    const words = says[language]

    it('what did not help reaches a moderator with the question, and the report', async () => {
      const desk = await openDesk(platform, language, 'feedback')
      const [ann] = desk.members
      await desk.play.says(ann, words.known)
      await isWrong(desk, ann, words, 'check-in')
      await desk.play.hears(desk.moderator, words.staff)
      await desk.play.orders(desk.moderator, 'faq-report', {})
      await desk.play.hears(desk.moderator, words.report)
      await desk.play.ends()
    })
    it('asked in vain, listed, taught by its code: whoever asked is told, and it is known until it is withdrawn', async () => {
      const desk = await openDesk(platform, language, 'teach')
      const [ann, bob, cat] = desk.members
      const { play, moderator } = desk
      await play.says(ann, words.unknown)
      await play.says(bob, words.otherwise)
      await desk.probe()
      await play.orders(moderator, 'unanswered', {})
      const code = idIn((await play.hears(moderator, words.listed)).text, words.listed)
      await play.orders(moderator, 'teach', { question: `#${code}`, answer: words.level })
      const learned = await play.hears(moderator, words.learned)
      const news = await play.hears(ann, words.news)
      for (const { name } of [ann, bob]) expect(news.text).toContain(name)
      await play.passes(11)
      const before = (await play.lines(cat, new RegExp(words.level))).length
      await play.says(cat, words.unknown)
      await expect
        .poll(async () => (await play.lines(cat, new RegExp(words.level))).length, soon)
        .toBeGreaterThan(before)
      const id = idIn(learned.text, words.learned)
      await play.orders(moderator, 'unteach', { id })
      await play.hears(moderator, words.withdrawn)
      const silent = await desk.during(cat, () => play.says(cat, words.unknown))
      expect(silent.filter(({ text }) => text.includes(words.level))).toEqual([])
      await play.ends()
    })
    it('what two members chose for the same words is answered from then on, until that is undone', async () => {
      const desk = await openDesk(platform, language, 'confirmed')
      const [ann, bob, cat] = desk.members
      const { play, half } = desk
      for (const guest of [ann, bob]) {
        await play.says(guest, half.text)
        await desk.offers(guest, half.second)
        await play.presses(guest, desk.title(half.second), guest.name)
        await play.hears(guest, desk.answer(half.second))
        await play.passes(11)
      }
      const [row] = await play.stage.rows('faq_taught')
      expect(row).toMatchObject({ entry: half.second, by_id: '' })
      const before = (await play.lines(cat, desk.answer(half.second))).length
      await play.says(cat, half.text)
      const answered = async () => (await play.lines(cat, desk.answer(half.second))).length
      await expect.poll(answered, soon).toBe(before + 1)
      await play.orders(desk.moderator, 'unteach', { id: String(row?.id) })
      await play.hears(desk.moderator, words.withdrawn)
      await play.passes(11)
      await play.says(cat, half.text)
      await desk.offers(cat, half.second)
      await play.ends()
    })
    it('an answer that two call wrong is not given for these words again, until the right one is taught', async () => {
      const desk = await openDesk(platform, language, 'wrong')
      const [ann, bob, cat] = desk.members
      const { play } = desk
      for (const guest of [ann, bob]) {
        await play.says(guest, words.wrong)
        await isWrong(desk, guest, words, 'replay')
        await desk.probe()
      }
      await expect.poll(async () => Number((await play.stage.rows('faq_marks'))[0]?.no), soon).toBe(2)
      const heard = await desk.during(cat, () => play.says(cat, words.wrong))
      expect(heard.filter(({ text }) => desk.answer('replay').test(text))).toEqual([])
      await teaches(desk, words.wrong, words.right)
      await play.hears(desk.moderator, words.learned)
      await play.passes(11)
      await play.says(ann, words.wrong)
      await play.hears(ann, new RegExp(words.right))
      await play.ends()
    })
  })
}
const soon = { timeout: 10_000, interval: 15 }
