import { describe, expect, it } from 'vitest'
import { conceptsIn, conceptsOfStem, conceptsOfWord, oppositesOf, phrasesIn } from '../../src/text/concepts/read.ts'
import { normalise } from '../../src/text/normalise.ts'
import { segment } from '../../src/text/segment.ts'
import { stem } from '../../src/text/stem.ts'

const of = (raw: string) => segment(normalise(raw).text)

describe('stem', () => {
  it.each([
    ['activating', 'activated', 'activation', 'activate'],
    ['expire', 'expiry', 'expires', 'expiration'],
    ['cancel', 'cancelled', 'cancellation'],
    ['pay', 'paid', 'payment', 'payments'],
    ['stop', 'stopped', 'stopping'],
    ['deliver', 'delivery', 'delivered'],
    ['card', 'cards'],
    ['account', 'acct', 'accounts'],
    ['password', 'pw', 'passwords'],
    ['colour', 'color', 'colors'],
    ['tyre', 'tires'],
  ])('brings %s, %s and the like together', (...words) => {
    expect(new Set(words.map(stem)).size).toBe(1)
  })
  it('keeps apart what is not the same', () => {
    expect(new Set(['pin', 'ping', 'news', 'new', 'bus', 'gas', 'address', 'add'].map(stem)).size).toBe(8)
  })
})

describe('segment', () => {
  it('reads English, Chinese and both in one sentence', () => {
    expect(of('How do I activate my cards?')).toMatchObject({
      words: ['activ', 'card'],
      frames: ['how'],
      language: 'en',
    })
    expect(of('怎么修改密码')).toMatchObject({
      words: ['修改', '密码'],
      frames: ['how'],
      language: 'zh',
      negated: false,
    })
    expect(of('怎么用 Discord 领积分')).toMatchObject({ language: 'zh' })
    expect(of('怎么用 Discord 领积分').words).toContain('discord')
  })
  it('puts words right that the segmenter cuts apart', () => {
    expect(of('怎么还款啊').words).toEqual(['还款'])
    expect(of('微信里没有').words).toContain('微信')
    expect(of('怎么办呢不想上班').words).toEqual(['不想', '上班'])
  })
  it('hears a no', () => {
    expect(of("My card doesn't work").negated).toBe(true)
    expect(of('为什么收不到').negated).toBe(true)
    expect(of('My card works').negated).toBe(false)
  })
})

describe('concepts', () => {
  const shared = (a: readonly number[], b: readonly number[]) => a.filter((one) => b.includes(one))
  it('join words of one language and of both', () => {
    expect(shared(conceptsOfStem(stem('purchase')), conceptsOfStem(stem('buy')))).not.toEqual([])
    expect(shared(conceptsOfWord('撤销'), conceptsOfStem(stem('cancel')))).not.toEqual([])
    expect(shared(conceptsOfStem(stem('parking')), conceptsOfStem(stem('refund')))).toEqual([])
  })
  it('are found whole, not within longer words', () => {
    const found = conceptsIn('自动还款失败').map(({ start, end }) => '自动还款失败'.slice(start, end))
    expect(new Set(found)).toEqual(new Set(['自动还款', '失败']))
  })
  it('take a note for no negation, and small words left of a phrase for nothing', () => {
    expect(
      shared(
        conceptsOfStem(stem('note')),
        of("I didn't").units.flatMap(({ concepts }) => concepts),
      ),
    ).toEqual([])
    expect(conceptsOfStem('there')).toEqual([])
  })
  it('know phrases, whatever stands between their words', () => {
    const phrase = (text: string) => of(text).units.flatMap(({ concepts }) => concepts)
    expect(shared(phrase("I can't find my bag"), conceptsOfStem(stem('lost')))).not.toEqual([])
    expect(phrasesIn(['zebra', 'crossing'])).toEqual([])
  })
  it('have opposites', () => {
    const buying = conceptsOfStem(stem('buy'))
    expect(conceptsOfStem(stem('sell')).some((one) => oppositesOf(buying).has(one))).toBe(true)
    expect(buying.some((one) => oppositesOf(buying).has(one))).toBe(false)
  })
  it('hear the question behind what leads up to it', () => {
    expect(of('could you please tell me the opening hours').words).toEqual(of('opening hours').words)
    expect(of('请问一下怎么退款').words).toEqual(of('怎么退款').words)
  })
})
