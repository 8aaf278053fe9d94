/** The text model: what it says of made-up messages, however they are dressed, and why. */
import { describe, expect, test } from 'vitest'
import { text } from '../../../src/features/moderation/checks/text.ts'
import { config } from '../../../src/features/moderation/config.ts'
import { decode, encode } from '../../../src/features/moderation/model/file.ts'
import { noLessons } from '../../../src/features/moderation/model/lessons.ts'
import { tableOf, WeightTable } from '../../../src/features/moderation/model/table.ts'
import { newcomer, regular } from './section.ts'

const rules = config.parse({})
const score = (said: string) => text(rules, newcomer(said), noLessons)?.score ?? 0

const zh = '在家兼职刷单，日赚500元，当天结算，加微信 zhuanqian888'
const en = 'Earn $5000 weekly from home, guaranteed profit, no experience needed. Message me on telegram @fxking_77'
const spaced = (said: string) => [...said].join(' ')

describe('spam, and spam dressed up', () => {
  test.each([
    ['plain', zh],
    ['full-width', '在家兼职刷单，日赚５００元，当天结算，加微信 ｚｈｕａｎｑｉａｎ８８８'],
    ['invisible characters', '在\u200b家兼\u200b职刷\u2060单，日赚500元，当\u200b天结算，加微\u200b信 zhuanqian888'],
    ['circled figures', '在家兼职刷单，日赚⑤⓪⓪元，当天结算，加微信 zhuanqian⑧⑧⑧'],
    ['characters that sound alike', '在家兼值刷但，日赚500米，当天结算，伽薇❤ zhuanqian888'],
    ['traditional', '在家兼職刷單，日賺500元，當天結算，加微信 zhuanqian888'],
    ['signs between', '在*家*兼*职*刷*单，日*赚*500元，当天*结算，加*微*信 zhuanqian888'],
    ['emoji within', '在🔥家兼职🔥刷单，日赚🔥500元，当天🔥结算，加微🔥信 zhuanqian888'],
    ['spaced', spaced(zh)],
    ['percent codes', zh.replace('加微信', encodeURIComponent('加微信'))],
    ['English', en],
    ['English, look-alikes', en.replaceAll('e', 'е').replaceAll('o', 'о')],
    ['English, maths letters', en.replace(/[a-z]/g, (l) => String.fromCodePoint(0x1d41a + l.charCodeAt(0) - 97))],
    ['English, leet', en.replace('profit', 'pr0f1t').replace('guaranteed', 'gu4r4nt33d')],
    ['English, capitals', en.toUpperCase()],
  ])('%s', (_name, said) => {
    expect(score(said)).toBeGreaterThanOrEqual(0.5)
  })
})

describe('harmless, and harmless dressed up', () => {
  test.each([
    ['zh', '今晚的读书会改到八点，还在老地方，记得带书'],
    ['zh, full-width', '今晚的读书会改到８点，还在老地方，ＯＫ？'],
    ['zh, emoji', '今晚🎉的读书会🎉改到八点🎉'],
    ['zh, traditional', '請問讀書會是在幾樓？我第一次來'],
    ['zh, about money', '工资又没发，这个月房租都交不起了'],
    ['zh, about swindlers', '刷单兼职都是骗人的，别加他微信'],
    ['en', 'does anyone know when the meetup starts on friday?'],
    ['en, maths letters', '𝐬𝐞𝐞 𝐲𝐨𝐮 𝐚𝐭 𝐭𝐡𝐞 𝐦𝐞𝐞𝐭𝐮𝐩 𝐭𝐨𝐦𝐨𝐫𝐫𝐨𝐰'],
    ['en, stretched', 'sooooo goooood, looooved the film last night'],
    ['en, about coins', 'my btc is down 12% today, glad i sold half last week'],
    ['en, about swindlers', 'careful, someone is pretending to be a mod and asks for your seed phrase'],
    ['a link', 'slides from yesterday: https://docs.google.com/document/d/1aBcD'],
    ['nothing', ''],
    ['signs', '……？！'],
  ])('%s', (_name, said) => {
    expect(score(said)).toBeLessThan(0.5)
  })
})

test('regulars are not judged by how they write, unless the owner says so', () => {
  expect(text(rules, regular(zh), noLessons)).toBeUndefined()
  expect(text(config.parse({ text: { reach: 'everyone' } }), regular(zh), noLessons)?.score).toBeGreaterThan(0.5)
  expect(text(config.parse({ text: { reach: 'nobody' } }), newcomer(zh), noLessons)).toBeUndefined()
})
test('the dial', () => {
  const by = (dial: string) =>
    text(config.parse({ text: { dial } }), newcomer('我这边招兼职，周末有空的私聊我'), noLessons)?.score ?? 0
  expect(by('strict')).toBeGreaterThan(by('balanced'))
  expect(by('balanced')).toBeGreaterThanOrEqual(by('lenient'))
})
test('what the owner allows to be posted is not held against the poster', () => {
  const open = config.parse({ links: { allow: ['discord.gg/ours'] } })
  const said = newcomer('https://discord.gg/ours')
  expect(text(open, said, noLessons)?.score ?? 0).toBeLessThan(0.3)
})
test.each([
  ['as written', '你好，在家 兼 职 刷 单，日 赚 500 元，加 薇 信 zhuanqian888'],
  ['in letters of mathematics', '𝐄𝐚𝐫𝐧 $𝟓𝟎𝟎𝟎 𝐰𝐞𝐞𝐤𝐥𝐲 from home, guaranteed profit, 𝐦𝐞𝐬𝐬𝐚𝐠𝐞 me on telegram'],
])('the reasons quote the message %s', (_name, said) => {
  const finding = text(rules, newcomer(said), noLessons)
  expect(finding?.found).not.toBe('')
  expect(finding?.places?.length).toBeGreaterThan(0)
  for (const [start, end] of finding?.places ?? []) {
    expect(start).toBeLessThan(end)
    expect(end).toBeLessThanOrEqual(said.length)
    // Never half of a letter that takes two units.
    expect(said.slice(start, end).isWellFormed()).toBe(true)
  }
})

test('of a Latin word the whole is quoted', () => {
  const said = 'Significant returns guaranteed, join our signals room on telegram'
  const words = new Set(said.match(/\w+/g))
  for (const [start, end] of text(rules, newcomer(said), noLessons)?.places ?? [])
    for (const word of said.slice(start, end).match(/\w+/g) ?? []) expect(words).toContain(word)
})

describe('the file', () => {
  const header = {
    format: 2,
    slots: 4,
    scale: 0.5,
    bias: -1,
    markScale: 0.35,
    calibration: {
      zh: [
        [0.01, 1],
        [0.001, 2],
      ],
      en: [
        [0.01, 1],
        [0.001, 2],
      ],
      other: [
        [0.01, 1],
        [0.001, 2],
      ],
    },
    trained: { seed: 1, messages: { made: 2 } },
  } as const
  test('is read as it was written, byte for byte', () => {
    const table = new WeightTable(Uint8Array.from([7, 1, 0, 0, 255, 129, 9, 254]))
    const made = encode({ header: structuredClone(header) as never, table })
    expect(encode(decode(made, 'x'))).toEqual(made)
    expect(decode(made, 'x').table.entries).toEqual(table.entries)
  })
  test.each([
    ['cut off', (file: Buffer) => file.subarray(0, file.length - 1)],
    ['something else', () => Buffer.from('PNG\n')],
    ['empty', () => Buffer.alloc(0)],
  ])('is refused when %s', (_name, spoil) => {
    const made = encode({ header: structuredClone(header) as never, table: new WeightTable(new Uint8Array(8)) })
    expect(() => decode(spoil(made), 'model.bin')).toThrow(expect.objectContaining({ code: 'moderation/no-model' }))
  })
})

describe('the table of weights', () => {
  const hashes = Array.from({ length: 700 }, (_, index) => Math.imul(index + 1, 0x9e3779b1) ^ (index << 7))
  const weighed = hashes.map((hash, index) => ({ hash, weight: (index % 254) - 127 || 127 }))
  const { table, kept } = tableOf(1000, weighed)
  test('knows what was put in, whoever came first before the others', () => {
    const right = weighed.filter(({ hash, weight }) => table.weightOf(hash) === weight)
    expect(kept).toBeGreaterThan(560)
    expect(right.length).toBeGreaterThanOrEqual(kept - 10)
    for (const { hash, weight } of weighed.slice(0, 100)) expect(table.weightOf(hash)).toBe(weight)
  })
  test('takes a stranger for somebody else once in a hundred times at most', () => {
    const strangers = Array.from({ length: 20_000 }, (_, index) => Math.imul(index + 5, 0x85ebca6b) ^ 0x1234_5678)
    expect(strangers.filter((hash) => table.weightOf(hash) !== 0).length).toBeLessThan(200)
  })
})
