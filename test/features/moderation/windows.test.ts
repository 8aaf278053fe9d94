import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formOf } from '../../../src/features/moderation/form.ts'
import { keptIds, withForm, withId } from '../../../src/features/moderation/ids.ts'
import { judge } from '../../../src/features/moderation/judge.ts'
import { nearly, same, sketch, sketchLength } from '../../../src/features/moderation/sketch.ts'
import { countSince, crowdWindow, joinWindow, push, saidWindow } from '../../../src/features/moderation/window.ts'
import { normalise } from '../../../src/text/normalise.ts'
import { newcomer, section } from './section.ts'

const of = (text: string) => sketch(normalise(text).text)

describe('sketches', () => {
  const advert = '澳门新葡京娱乐城，首存送彩金，百家乐真人视讯，二十四小时客服在线，提款秒到账'
  test('the same text has the same sketch', () => {
    expect(of(advert).code).toBe(of(advert).code)
    expect(of(advert).code).toHaveLength(sketchLength)
  })
  test.each([
    ['other digits', `${advert}188`, `${advert}27566`],
    ['emoji and signs', `🔥🔥${advert}!!`, `${advert.replaceAll('，', '~')}💰`],
    ['a few words more', `${advert}欢迎咨询`, advert],
  ])('nearly the same: %s', (_name, one, other) => {
    expect(nearly(of(one).code, of(other).code, 0)).toBe(true)
    expect(same(of(one).code, of(other).code, 0)).toBe(false)
  })
  test.each([
    ['other text', advert, '大家好，我是新来的，喜欢看科幻小说，最近在读三体，请问有没有同好一起讨论呢'],
    ['short ones', 'ok', 'no'],
    ['numbers', '1', '2'],
    ['dice', '😂😂', '😂😂😂'],
  ])('not the same: %s', (_name, one, other) => {
    expect(nearly(of(one).code, of(other).code, 0)).toBe(false)
  })
  test('unrelated texts are not taken for one another', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 20 }), fc.string({ minLength: 20 }), (one, other) => {
        fc.pre(one !== other)
        if (same(of(one).code, of(other).code, 0)) expect(normalise(one).text).toBe(normalise(other).text)
      }),
    )
  })
  test('letters count, wide ones twice', () => {
    expect(of('hello').letters).toBe(5)
    expect(of('你好').letters).toBe(4)
    expect(of('!! 123 😂').letters).toBe(0)
  })
})

describe('windows', () => {
  test('keep what is within the time and no more than the most', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5000 }), { maxLength: 120 }), (steps) => {
        let at = 1_772_445_603_000
        let kept = ''
        const times: number[] = []
        for (const step of steps) {
          at += step
          times.push(at)
          kept = push(joinWindow, kept, at, '', at - 20_000)
          const expected = times.filter((time) => time > at - 20_000).slice(-joinWindow.most)
          expect(countSince(joinWindow, kept, at - 20_000)).toBe(expected.length)
        }
      }),
    )
  })
  test('stay small', () => {
    let kept = ''
    for (let n = 0; n < 1000; n++) kept = push(saidWindow, kept, 1000 + n, of(`text ${n}`).code, 0)
    expect(kept.length).toBeLessThan(2000)
  })
  test('ids of the last twenty messages', () => {
    let kept = ''
    const form = formOf(newcomer('a first form'))
    for (let n = 1; n <= 30; n++) kept = withId(kept, n * 1000, `m ${n}`, form)
    expect(keptIds(kept)).toHaveLength(20)
    expect(keptIds(kept).at(0)).toEqual({ at: 11_000, id: 'm 11', form })
    expect(keptIds(kept).at(-1)).toEqual({ at: 30_000, id: 'm 30', form })
    const other = formOf(newcomer('and what became of it'))
    expect(keptIds(withForm(kept, 'm 12', other)).map((one) => one.form === other && one.id)).toContain('m 12')
  })
  test('those from before forms were kept are read as well', () => {
    expect(keptIds('rs m 1\nrt ~m')).toEqual([
      { at: 1000, id: 'm 1' },
      { at: 1001, id: '~m' },
    ])
  })
})

describe('pace', () => {
  const rules = section({ flood: { messages: 3, seconds: 5 }, repeats: { times: 3, seconds: 60, members: 3 } })
  const said = (entries: [number, string][]) =>
    entries.reduce((kept, [at, text]) => push(saidWindow, kept, at, of(text).code, 0), '')
  const names = (text: string, at: number, kept: string, crowd = '') =>
    judge(rules, newcomer(text), { at, said: kept, crowd, mark: 'self' }).findings.map(({ name }) => name)

  test('the third message within five seconds is a flood, later ones are not', () => {
    const kept = said([
      [1_000, 'one'],
      [2_000, 'two'],
    ])
    expect(names('three', 3_000, kept)).toContain('flood')
    expect(names('three', 9_000, kept)).not.toContain('flood')
  })
  test('the third of the same text within a minute is a repetition', () => {
    const text = '有没有人看看我的问题呀'
    const kept = said([
      [10_000, text],
      [20_000, text],
    ])
    expect(names(text, 30_000, kept)).toContain('repeats')
    expect(names('另外一个完全不同的问题来了', 30_000, kept)).not.toContain('repeats')
    expect(names(text, 90_000, kept)).not.toContain('repeats')
  })
  test('short texts may be said again', () => {
    expect(
      names(
        '哈哈',
        30_000,
        said([
          [10_000, '哈哈'],
          [20_000, '哈哈'],
        ]),
      ),
    ).not.toContain('repeats')
  })
  test('nearly the same only asks, the very same acts', () => {
    const lines = ['Bus 004 Device 001: Linux Foundation root hub', 'Bus 003 Device 001: Linux Foundation root hub']
    const listing = judge(rules, newcomer('Bus 002 Device 001: Linux Foundation root hub', { newcomer: false }), {
      at: 30_000,
      said: said([
        [10_000, lines[0] as string],
        [20_000, lines[1] as string],
      ]),
      crowd: '',
      mark: '',
    })
    expect(listing.level).toBe('ask')
  })
  test('the same text by three newcomers is a crowd', () => {
    const text = '免费领取课程资料，名额有限，先到先得，快来看看吧'
    const entry = (kept: string, mark: string, at: number) => push(crowdWindow, kept, at, mark + of(text).code, 0)
    const two = entry('', 'aaaa', 10_000)
    expect(names(text, 30_000, '', two)).not.toContain('crowd')
    expect(names(text, 30_000, '', entry(two, 'aaaa', 20_000))).not.toContain('crowd')
    expect(names(text, 30_000, '', entry(two, 'bbbb', 20_000))).toContain('crowd')
  })
})
