import { describe, expect, test } from 'vitest'
import { judge } from '../../../src/features/moderation/judge.ts'
import { shipped } from '../../../src/features/moderation/shipped.ts'
import { found, newcomer, regular, scored, section } from './section.ts'

describe('listed words', () => {
  const lists = section({
    words: [
      { name: 'gambling', words: ['博彩', '赌博网', 'casino'], score: 0.6 },
      { name: 'drugs', words: 'viagra, cialis\n# a remark, not a word\n伟哥', match: 'substring', score: 0.6 },
      { name: 'sales', words: ['优惠'], score: 0.3, reach: 'newcomers', does: 'delete' },
    ],
  })
  test.each([
    ['plain', '欢迎来玩博彩', true],
    ['full-width', 'best ＣＡＳＩＮＯ in town', true],
    ['look-alike', 'best сasіnо in town', true],
    ['maths letters', 'best 𝐜𝐚𝐬𝐢𝐧𝐨 in town', true],
    ['zero-width', 'best ca\u200bsi\u200cno in town', true],
    ['spaced out', 'best c a s i n o in town', true],
    ['dotted', 'best c.a.s.i.n.o in town', true],
    ['spaced out, zh', '欢迎来玩 博 彩', true],
    ['signs between, zh', '欢迎来玩赌*博*网', true],
    ['within a word, where not asked', 'casinos are fun', false],
    ['within a word, where asked', 'superviagraplus', true],
    ['from a text', '卖伟哥', true],
    ['a remark in a text', 'a remark, not a word', false],
    ['harmless', '今天的读书会几点开始？', false],
  ])('%s', (_name, text, expected) => {
    expect(found(lists, regular(text)).includes('words')).toBe(expected)
  })
  test('a list for newcomers leaves regulars alone', () => {
    expect(found(lists, regular('有优惠吗'))).toEqual([])
    expect(found(lists, newcomer('有优惠吗'))).toEqual(['words'])
    expect(found(lists, newcomer('有優惠嗎'))).toEqual(['words'])
  })
  test('several words add up, and the reason names them', () => {
    const one = judge(lists, regular('博彩'))
    const two = judge(lists, regular('博彩 casino'))
    expect(two.score).toBeGreaterThan(one.score)
    expect(two.findings[0]?.found).toBe('gambling: 博彩, casino')
  })
  test('a word within another found word does not count twice', () => {
    const nested = section({ words: [{ name: 'x', words: ['免费', '免费送'], score: 0.3 }] })
    expect(scored(nested, regular('门票免费送'))).toBe(0.3)
  })
})

describe('links and invitations', () => {
  const rules = section({
    links: { allow: ['example.org', 'discord.gg/ours'], deny: ['evil.example.com', 'bad.cn/x'] },
  })
  test.each([
    ['a newcomer’s link', newcomer('see https://shop.example.net/a'), ['links']],
    ['a regular’s link', regular('see https://shop.example.net/a'), []],
    ['an allowed domain', newcomer('see https://www.example.org/rules'), []],
    ['below an allowed domain', newcomer('docs.example.org/x'), []],
    ['a look-alike of an allowed domain', newcomer('https://example.org.evil.top/x'), ['links']],
    ['our own invitation', newcomer('discord.gg/ours'), []],
    ['a foreign invitation', newcomer('join discord.gg/theirs'), ['invites']],
    ['a regular’s invitation', regular('join discord.gg/theirs'), []],
    ['percent-encoded', newcomer('join discord%2egg/theirs'), ['invites']],
    ['telegram', newcomer('t.me/+AbCd'), ['invites']],
    ['denied for everyone', regular('http://evil.example.com/'), ['links']],
    ['below a denied domain', regular('http://a.evil.example.com/'), ['links']],
    ['a denied path', regular('bad.cn/x/y'), ['links']],
    ['another path', regular('bad.cn/xy'), []],
  ])('%s', (_name, reading, expected) => {
    expect(found(rules, reading)).toEqual(expected)
  })
  test('a link that hides where it leads weighs more', () => {
    expect(scored(rules, newcomer('https://bit.ly/abc'))).toBeGreaterThan(scored(rules, newcomer('https://a.net/abc')))
  })
  test('everyone’s invitations, where the owner says so', () => {
    const strict = section({ links: { invites: 'everyone' } })
    expect(found(strict, regular('discord.gg/theirs'))).toEqual(['invites'])
  })
})

describe('mentions', () => {
  const rules = section({ mentions: { most: 3 } })
  test.each([
    ['as many as allowed', regular('hi', { mentions: 3 }), []],
    ['one more', regular('hi', { mentions: 4 }), ['mentions']],
    ['a newcomer calling everyone', newcomer('@everyone look'), ['mentions']],
    ['a newcomer calling everyone in Chinese', newcomer('@所有人 看过来'), ['mentions']],
    ['a regular calling everyone', regular('@all lunch?'), []],
  ])('%s', (_name, reading, expected) => {
    expect(found(rules, reading)).toEqual(expected)
  })
})

describe('contact bait', () => {
  const rules = section()
  test.each([
    ['id and lure', '加我微信 abc12345 领福利', 0.6],
    ['swapped characters', '加薇信：abc12345 有惊喜', 0.6],
    ['QQ', '想赚钱的加 QQ 123456789', 0.6],
    ['messenger in English', 'DM me on Telegram @richman99', 0.6],
    ['number on a messenger', 'whatsapp +1 (555) 123-4567 for details, contact me', 0.6],
    ['only words', '有兴趣的私聊我', 0.2],
    ['nothing', '我昨天读完了第三章', 0],
    ['a phone number alone', '13800138000', 0.2],
  ])('%s', (_name, text, expected) => {
    const finding = judge(rules, newcomer(text)).findings.find(({ name }) => name === 'contact')
    expect(finding?.score ?? 0).toBeCloseTo(expected, 2)
  })
  test.each([
    ['a contact id', '小丽 加微信 abc12345', true],
    ['an invitation', 'join t.me/+AbCdEf', true],
    ['an address', '博彩bet888.com', true],
    ['a name', '王小明', false],
    ['a name with figures', 'Tom_1987', false],
    ['initials', 'J. R. Smith', false],
  ])('a newcomer’s name that is %s', (_name, name, expected) => {
    expect(found(rules, newcomer('大家好', { name })).includes('contact')).toBe(expected)
    expect(found(rules, regular('大家好', { name }))).toEqual([])
  })
  test('regulars may give their contact', () => {
    expect(found(rules, regular('加我微信 abc12345'))).toEqual([])
  })
})

describe('disguise', () => {
  const rules = section()
  test.each([
    ['maths letters', '𝐅𝐫𝐞𝐞 𝐦𝐨𝐧𝐞𝐲', true],
    ['invisible characters', '加\u200b微\u200b信', true],
    ['mixed alphabets', 'frее mоney', true],
    ['Russian beside Latin', 'Привет, это Lucidchart', false],
    ['emoji with joiners', '👩‍👩‍👧 hello', false],
    ['Chinese with full-width signs', '你好，大家（都）好！ＯＫ', false],
    ['accents', 'déjà vu, naïve, Müller', false],
  ])('%s', (_name, text, expected) => {
    expect(found(rules, newcomer(text)).includes('disguise')).toBe(expected)
  })
})

describe('the shipped rulebook', () => {
  const rules = shipped()
  test.each([
    ['日赚500，在家兼职刷单，加微信 zhuanqian888 了解', 'act'],
    ['澳门新葡京娱乐城，首存送彩金 https://bit.ly/x', 'act'],
    ['Earn up to $5000, guaranteed profit! DM me on telegram @fxking_1', 'act'],
    ['代开各类发票，欢迎咨询，电话13800138000', 'ask'],
    ['大家好，我是新来的，喜欢看科幻小说', 'silent'],
    ['请问下次读书会是什么时候？报名在哪里？', 'silent'],
    ['Hi all! Is the next meetup on Saturday?', 'silent'],
    ['I found this review: https://www.goodreads.com/review/1', 'silent'],
    ['how do i install vlc-plugin-fluidsynth on 22.04?', 'silent'],
  ])('%s', (text, level) => {
    const judged = judge(rules, newcomer(text)).level
    expect(level === 'ask' ? ['ask', 'act'] : [level]).toContain(judged)
  })
  test.each([
    '日赚500，在家兼职刷单，加微信 zhuanqian888 了解',
    '日 赚 500，在家兼职 刷 单，加微信 zhuanqian888 了解',
    '日赚５００，在家兼职刷單，加薇信 ｚｈｕａｎｑｉａｎ８８８ 了解',
    '日\u200b赚500，在家兼职刷\u200b单，加微\u200b信 zhuanqian888 了解',
  ])('an evasion is caught as the original is: %s', (text) => {
    expect(judge(rules, newcomer(text)).level).toBe('act')
  })
})
