import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Inn } from '../../kit/inn.ts'
import { openDesk } from './entries.ts'

let inn: Inn
beforeEach(async () => {
  inn = await openDesk({ keepText: true })
})
afterEach(async () => {
  expect(inn.log.errors).toEqual([])
  await inn.close()
})

it.each([
  ['ten thousand characters', '怎么签到？'.repeat(2000)],
  ['ten thousand letters without a space', 'a'.repeat(10_000)],
  ['ten thousand dots', 'a.'.repeat(5000)],
  ['only emoji', '👍🏽👨‍👩‍👧‍👦🇨🇳'.repeat(50)],
  ['only signs', '?!?!？！'.repeat(50)],
  ['right to left', '\u202eكيف أسجل الدخول؟\u202c'],
  ['zero-width only', '\u200b\u200d\ufeff'],
  ['a script', '<script>alert("points")</script>'],
  ['SQL', "'; drop table faq_answers; --?"],
  ['a prototype', '__proto__ constructor toString?'],
  ['combining marks', `Z${'\u0301'.repeat(500)}?`],
])('passes over %s', async (_, text) => {
  const started = performance.now()
  await inn.says('tom', text)
  expect(inn.took()).toEqual([])
  expect(performance.now() - started).toBeLessThan(500)
})
it('sees through letters dressed up', async () => {
  await inn.says('tom', '怎\u200b么\u200b签\u200b到？')
  await inn.says('ann', 'Ｈｏｗ ｄｏ Ｉ 𝓻𝓮𝓭𝓮𝓮𝓶 points for a gift?')
  expect(inn.sent()).toEqual(['发「签到」两个字就行，每天一次。', 'See the catalogue with /redeem.'])
})
it('keeps what it is taught as text, whatever it is', async () => {
  await inn.gives('mod', 'teach', {
    question: 'Is <b>this</b> {name} safe?',
    answer: '<img src=x onerror=alert(1)> {name}',
  })
  inn.took()
  await inn.says('tom', 'is <b>this</b> {name} safe?')
  expect(inn.sent()).toEqual(['<img src=x onerror=alert(1)> {name}'])
})
it('refuses a choice it never offered', async () => {
  await inn.chooses('tom', 'faq:offer::nonsense', 'check-in')
  await inn.chooses('tom', 'faq:rate:check-in:x', 'maybe')
  await inn.chooses('tom', 'faq:', 'yes')
  expect(inn.took()).toEqual([])
})
