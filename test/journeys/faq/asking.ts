/** Members ask: the three zones, many at once, a member who answers first, and what nobody should ask. */
import { describe, expect, it } from 'vitest'
import { locales } from '../../../src/core/words.ts'
import type { Platform } from '../moderation/stage.ts'
import { openDesk } from './desk.ts'

const says = {
  zh: {
    asked: '请问怎么才能签到啊？',
    mixed: '活动报名后可以 refund 吗？',
    unknown: '停车场在几楼？',
    chatter: ['早上好呀', '哈哈哈哈', '谢谢大家！', '我昨天签到了', '今天的直播真好看'],
    helps: '公告里有链接的，往下翻',
    replay: '直播错过了在哪里看回放？',
    pointer: /刚刚回答过/,
    also: '同问',
  },
  en: {
    asked: 'how do I check in here?',
    mixed: 'Can I get a 退款 for my event ticket?',
    unknown: 'On which floor is the car park?',
    chatter: ['good morning', 'lol', 'thanks everybody!', 'I checked in yesterday', 'the talk today was lovely'],
    helps: 'the recording is linked in the announcement, scroll down',
    replay: 'Where can I watch the recording of the live talk?',
    pointer: /was answered just now/,
    also: 'Also asked by',
  },
} as const
/** As long as each platform lets its members write. */
const longest: Readonly<Record<string, number>> = { discord: 2000, web: 4000 }
const hostile = (most: number) => [
  '怎么签到？'.repeat(2000).slice(0, most),
  '👍🏽'.repeat(60),
  '\u202eكيف أسجل الدخول؟\u202c',
  '<script>alert(1)</script>',
]

export function asking(platform: Platform): void {
  describe.each(locales)('asking, in %s', (language) => {
    const words = says[language]

    it('what is known is answered, in either language and both mixed; what is not, and chatter, gets silence', async () => {
      const desk = await openDesk(platform, language, 'zones')
      const [ann, bob] = desk.members
      await desk.play.says(ann, words.asked)
      await desk.play.hears(ann, desk.answer('check-in'))
      await desk.play.passes(11)
      await desk.play.says(bob, words.mixed)
      await desk.play.hears(bob, desk.answer('refund'))
      const heard = await desk.during(ann, async () => {
        for (const text of [words.unknown, ...words.chatter]) await desk.play.says(ann, text)
      })
      expect(heard.map(({ text }) => text)).toEqual([])
      expect(await desk.play.stage.rows('faq_unanswered')).toMatchObject([{ text: words.unknown, askers: 1 }])
      await desk.play.ends()
    })
    it('half a question is offered entries; the one chosen is answered, "none of these" is noted', async () => {
      const desk = await openDesk(platform, language, 'offer')
      const [ann, bob] = desk.members
      const { text, first } = desk.half
      await desk.play.says(ann, text)
      await desk.offers(ann, first)
      await desk.play.presses(ann, desk.title(first), ann.name)
      await desk.play.hears(ann, desk.answer(first))
      await desk.play.passes(11)
      await desk.play.says(bob, text)
      const none = language === 'zh' ? '都不是' : 'None of these'
      await desk.offers(bob, first)
      await desk.play.presses(bob, none, bob.name)
      await desk.probe()
      expect(await desk.play.stage.rows('faq_unanswered')).toMatchObject([{ askers: 1 }])
      await desk.play.ends()
    })
    it('five who ask the same within a minute get one answer that names them all; later ones a pointer', async () => {
      const desk = await openDesk(platform, language, 'crowd')
      const [ann, bob, cat, dan, eve] = desk.members
      const { play } = desk
      const standing = await play.lines(ann, desk.answer('check-in'))
      for (const guest of [ann, bob, cat, dan, eve]) await play.says(guest, words.asked)
      await play.hears(ann, desk.answer('check-in'))
      if (!play.stage.can('edit')) await play.passes(2)
      const called = play.stage.can('edit') ? words.also : words.pointer.source
      const everybody = [bob, cat, dan, eve].map(({ name }) => `(?=[\\s\\S]*${name})`).join('')
      await play.hears(ann, new RegExp(`^${everybody}[\\s\\S]*${called}`))
      expect((await play.lines(ann, desk.answer('check-in'))).length).toBe(standing.length + 1)
      expect(await play.stage.rows('moderation_cases')).toEqual([])
      await play.passes(3)
      await play.says(desk.moderator, words.asked)
      const pointer = await play.hears(
        desk.moderator,
        new RegExp(`${desk.moderator.name}[\\s\\S]*${words.pointer.source}`),
      )
      expect(pointer.text).not.toMatch(desk.answer('check-in'))
      await play.passes(11)
      await play.says(ann, words.asked)
      const again = async () => (await play.lines(ann, desk.answer('check-in'))).length
      await expect.poll(again, { timeout: 10_000 }).toBe(standing.length + 2)
      await play.ends()
    })
    it('where the owner lets members go first, their word is left standing; else it is answered after a moment', async () => {
      const desk = await openDesk(platform, language, 'hold', { holdSeconds: 30 })
      const [ann, bob, cat] = desk.members
      const { play } = desk
      const left = await desk.during(ann, async () => {
        await play.says(ann, words.replay)
        await play.says(bob, words.helps)
      })
      expect(left.filter(({ text }) => desk.answer('replay').test(text))).toEqual([])
      await play.says(cat, words.asked)
      await play.passes(1)
      await play.hears(cat, desk.answer('check-in'))
      await play.ends()
    })
    it('hostile input is harmless', async () => {
      const desk = await openDesk(platform, language, 'hostile')
      const [ann] = desk.members
      for (const text of hostile(longest[platform.name] ?? 10_000)) {
        await desk.play.says(ann, text)
        await desk.play.passes(2)
      }
      await desk.probe()
      expect(await desk.play.stage.rows('faq_taught')).toEqual([])
      await desk.play.ends()
    })
  })
}
