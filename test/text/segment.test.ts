import { describe, expect, it } from 'vitest'
import { normalise } from '../../src/text/normalise.ts'
import { segment } from '../../src/text/segment.ts'
import { stem } from '../../src/text/stem.ts'
import { groupsIn, groupsOf } from '../../src/text/synonyms.ts'

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
  it('hears a no', () => {
    expect(of("My card doesn't work").negated).toBe(true)
    expect(of('为什么收不到').negated).toBe(true)
    expect(of('My card works').negated).toBe(false)
  })
  it('finds synonyms whole, not within longer words', () => {
    expect(groupsOf(stem('purchase'))).toEqual(groupsOf(stem('buy')))
    expect(groupsIn('撤销')).toEqual(groupsIn('取消'))
    expect(groupsIn('打电话')).not.toContain(groupsIn('手机')[0])
  })
})
