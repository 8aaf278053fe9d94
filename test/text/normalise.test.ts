import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { confusables } from '../../src/text/confusables.ts'
import { normalise, squeeze } from '../../src/text/normalise.ts'

const read = (raw: string) => normalise(raw).text

describe('normalise', () => {
  it.each([
    ['Ｈｅｌｌｏ　　Ｗorld ', 'hello world'],
    ['рауpal', 'paypal'],
    ['f\u200br\u00ade\u200d\u202ee', 'free'],
    ['𝓯𝓻𝓮𝓮 🅵🆁🅴🅴 ⓕⓡⓔⓔ', 'free free free'],
    ['Z͓̽a͓̽l café', 'zal cafe'],
    ['加❶③８', '加138'],
    ['請問怎麼簽到', '请问怎么签到'],
    ['賭場莊家 滾球 百家樂 賠率', '赌场庄家 滚球 百家乐 赔率'],
    ['槓桿倉位 外匯兌換 虧損 穩賺', '杠杆仓位 外汇兑换 亏损 稳赚'],
    ['絲襪騷貨 援交約砲 裸聊', '丝袜骚货 援交约炮 裸聊'],
    ['這週的課業較難連義務勞動營都滿檔', '这周的课业较难连义务劳动营都满档'],
    ['韓國 한국어 ガ', '韩国 한국어 ガ'],
    ['\u202eabc\u0000d', 'abc d'],
    ['', ''],
    [' \n\t', ''],
  ])('reads %j as %j', (raw, expected) => expect(read(raw)).toBe(expected))

  it.each([
    ['加薇', '加微'],
    ['薇信 威芯', '微信 微信'],
    ['➕薇', '+微'],
    ['扣扣群', 'qq群'],
    ['权威发布', '权威发布'],
    ['安徽的蔷薇', '安徽的蔷薇'],
    ['参加威海年会', '参加威海年会'],
  ])('reads contact look-alikes only beside a contact: %s', (raw, expected) => expect(read(raw)).toBe(expected))

  it('quotes what was really written', () => {
    const normal = normalise('领ＦＲ\u200bＥＥ　礼品')
    const start = normal.text.indexOf('free')
    expect(normal.original(start, start + 4)).toBe('ＦＲ\u200bＥＥ')
    expect(normal.from(start)).toBe(1)
    expect(normal.original(0, normal.text.length)).toBe(normal.raw)
  })

  it('reads no character as one that is read as another in turn', () => {
    const twice = [...confusables].filter(([, to]) =>
      [...to].some((letter) => (confusables.get(letter) ?? letter) !== letter),
    )
    expect(twice).toEqual([])
    expect(confusables.size).toBeGreaterThan(1300)
  })

  it('gives offsets within the original for any text, and the same reading twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        const { text, from, original } = normalise(raw)
        let last = 0
        for (let offset = 0; offset <= text.length; offset++) {
          expect(from(offset)).toBeGreaterThanOrEqual(last)
          last = from(offset)
        }
        expect(raw).toContain(original(0, text.length))
        expect(read(text)).toBe(read(read(text)))
      }),
    )
  })
})

describe('squeeze', () => {
  it('joins what was spelt apart and quotes it whole', () => {
    const squeezed = squeeze(normalise('加 微-信 v . x'))
    expect(squeezed.text).toBe('加微信vx')
    expect(squeezed.original(1, 3)).toBe('微-信')
  })
})
