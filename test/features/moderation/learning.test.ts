/** What moderators teach: at once, by little, with the false-alarm rate kept. */
import { describe, expect, test } from 'vitest'
import { learnt, text } from '../../../src/features/moderation/checks/text.ts'
import { config } from '../../../src/features/moderation/config.ts'
import { bucketsOf, likeness, withText } from '../../../src/features/moderation/known.ts'
import { noLessons, raise, written } from '../../../src/features/moderation/model/lessons.ts'
import { readLessons } from '../../../src/features/moderation/model/lessons-file.ts'
import { sketch } from '../../../src/features/moderation/sketch.ts'
import { normalise } from '../../../src/text/normalise.ts'
import { house } from './house.ts'
import { newcomer } from './section.ts'

const rules = config.parse({})
const scoreBy = (lessons: typeof noLessons, said: string) => text(rules, newcomer(said), lessons)?.score ?? 0
/** Something no model can know to be unwelcome. */
const local = [
  '团长的鸡蛋又来了，接龙的扣一，明早楼下自提',
  '团长的草莓到了，接龙扣一，今晚楼下自提',
  '团长新到的牛奶，要的接龙扣一，楼下自提',
]
/** Log-odds as the model might have them. */
const thresholds = { ask: 1.5, act: 3, common: -1.5 }
const innocent = ['明早楼下集合去爬山', '你们谁买过那家的草莓', '今晚八点上线打游戏吗', '牛奶喝完了，下楼买点']

describe('lessons', () => {
  test('one verdict is felt at once, by messages like it and not by others', () => {
    const one = learnt(noLessons, newcomer(local[0] as string), true)
    expect(scoreBy(one, local[0] as string)).toBeGreaterThan(scoreBy(noLessons, local[0] as string))
    for (const said of innocent) expect(scoreBy(one, said)).toBeLessThan(0.5)
  })
  test('a few catch what is like them', () => {
    const [first, second, third] = local as [string, string, string]
    const two = [first, second, first, second].reduce((kept, said) => learnt(kept, newcomer(said), true), noLessons)
    expect(scoreBy(noLessons, third)).toBeLessThan(0.5)
    expect(scoreBy(two, third)).toBeGreaterThanOrEqual(0.5)
    for (const said of innocent) expect(scoreBy(two, said)).toBeLessThan(0.5)
  })
  test('the opposite takes it back', () => {
    const said = local[0] as string
    const spam = learnt(noLessons, newcomer(said), true)
    const back = learnt(learnt(spam, newcomer(said), false), newcomer(said), false)
    expect(scoreBy(back, said)).toBeLessThan(0.5)
  })
  test('false alarms raise the thresholds, so that there are no more of them than the owner wants', () => {
    const alarms = ['加微信 abc12345 领资料', '兼职日结，私聊我', '扫码进群领福利'].reduce(
      (kept, said) => learnt(kept, newcomer(said), false),
      noLessons,
    )
    expect(raise(alarms, 'zh', thresholds)).toBeGreaterThan(0)
    expect(raise(alarms, 'en', thresholds)).toBe(0)
    expect(alarms).toMatchObject({ spam: 0, ham: 3 })
  })
  test('of very many harmless messages the highest still count, though only some are remembered', () => {
    const having = (hams: number, top: number) => ({
      ...noLessons,
      ham: hams,
      hams: { zh: hams },
      high: { zh: hams * 0.05 },
      passed: { zh: Array.from({ length: 12 }, () => top) },
    })
    const [few, many] = [raise(having(2600, 3), 'zh', thresholds), raise(having(2700, 3), 'zh', thresholds)]
    expect(few).toBeGreaterThan(1)
    expect(many).toBeCloseTo(few, 1)
    expect(raise(having(0, 3), 'zh', thresholds)).toBe(0)
  })
  test('what was judged rightly by far teaches nothing new', () => {
    const after = learnt(noLessons, newcomer('大家晚安，明天见，早点休息'), false)
    expect(raise(after, 'zh', thresholds)).toBeLessThan(0)
  })
  test('are written and read, and hold no words', () => {
    const lessons = local.reduce((kept, said) => learnt(kept, newcomer(said), true), noLessons)
    const file = written(lessons)
    expect(readLessons(file, 'x')).toEqual(lessons)
    const older = file.replace('"format":2', '"format":1').replace(/"high":\{[^}]*\},/, '')
    expect(readLessons(older, 'x')).toEqual({ ...lessons, high: {} })
    const tame = { ...lessons, spam: 0, hams: { zh: 400 }, passed: { zh: [] } }
    const tameThen = written(tame)
      .replace('"format":2', '"format":1')
      .replace(/"high":\{[^}]*\},/, '')
    expect(raise(readLessons(tameThen, 'x'), 'zh', thresholds)).toBeCloseTo(0, 1) // not known to have been low
    expect(file).not.toContain('鸡蛋')
    expect(file.length).toBeLessThan(200_000)
    expect(() => readLessons('{"format":1}', 'x')).toThrow(expect.objectContaining({ code: 'moderation/no-lessons' }))
    expect(() => readLessons(file.replace(/"corrections":"..../, '"corrections":"////'), 'x')).toThrow(/place/)
  })
})

const sketched = (said: string) => sketch(normalise(said).text)
describe('texts known to staff', () => {
  const advert = '恭喜发财，本店周年庆全场五折，地址人民路八号，欢迎光临选购'
  const keep = (said: string, spam: boolean, kept = new Map<number, string>()) => {
    for (const bucket of bucketsOf(sketched(said)))
      kept.set(bucket, withText(kept.get(bucket) ?? '', sketched(said), spam))
    return kept
  }
  const look = (kept: ReadonlyMap<number, string>, said: string) =>
    likeness(
      bucketsOf(sketched(said)).map((bucket) => kept.get(bucket) ?? ''),
      sketched(said),
    )

  test('the same, nearly the same, another', () => {
    const kept = keep(advert, true)
    expect(look(kept, advert)).toBe('same spam')
    expect(look(kept, `${advert}哦`)).toBe('near spam')
    expect(look(kept, '今天的读书会改到明天晚上八点，地点不变，请互相转告')).toBeUndefined()
    expect(look(keep(advert, false, kept), advert)).toBe('same ham')
  })
  test('a short text is nobody’s', () => expect(bucketsOf(sketched('你好啊'))).toEqual([]))
  test('a bucket keeps the latest and no more than it holds', () => {
    let entries = ''
    for (let n = 0; n < 500; n++)
      entries = withText(entries, sketched(`第${n}种不同的广告文案，各写各的${n * 7}`), true)
    expect(entries.length).toBeLessThan(4096)
  })
})

describe('in the house', () => {
  const said = '周年庆全场五折，地址人民路八号，欢迎各位新老朋友光临选购'
  test('what staff removed once is known when another brings it, elsewhere', async () => {
    const inn = await house({ links: { newcomers: 0.6 } }, { languages: ['zh'] })
    await inn.says('tom', `${said} https://shop.example.net/a`)
    await inn.gives('mod', 'decide', { case: '1', what: 'ban' }, { role: 'moderator' })
    const again = await inn.says('eve', `${said} https://shop.example.net/a`, { group: 'test:other' })
    expect((await inn.why(again)).moderation?.checks).toContainEqual(
      expect.objectContaining({ name: 'known', found: 'same spam' }),
    )
    expect((await inn.rows('moderation_known')).length).toBe(4)
    expect(JSON.stringify(await inn.rows('moderation_lessons'))).not.toContain('周年庆')
    await inn.close()
  })
  test('what staff found harmless is not flagged again for its words', async () => {
    const inn = await house(
      { links: { newcomers: 0 }, contact: { baited: 0, bare: 0, lure: 0 } },
      { languages: ['zh'] },
    )
    const alarm = '在家兼职刷单，日赚500元，当天结算，私聊我'
    await inn.says('tom', alarm)
    expect(await inn.rows('moderation_cases')).toHaveLength(1)
    await inn.gives('mod', 'dismiss', { case: '1' }, { role: 'moderator' })
    await inn.says('eve', alarm)
    expect(await inn.rows('moderation_cases')).toHaveLength(1)
    await inn.close()
  })
  test('too much too fast teaches nothing about words', async () => {
    const inn = await house({ flood: { messages: 3, seconds: 60 }, text: { reach: 'nobody' } })
    for (const one of ['good morning all', 'how was your weekend', 'mine was quite nice']) await inn.says('tom', one)
    await inn.gives('mod', 'decide', { case: '1', what: 'warn' }, { role: 'moderator' })
    expect(await inn.rows('moderation_lessons')).toEqual([])
    await inn.close()
  })
})
