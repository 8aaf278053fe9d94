/** Patterns that hang other engines, and those too large even for ours. */
import { describe, expect, test } from 'vitest'
import { Reading } from '../../../../src/features/moderation/reading.ts'
import { faultOf, patternFinder } from '../../../../src/features/moderation/rules/patterns.ts'

const evil = [
  '(a+)+$',
  '(a|aa)+$',
  '(a*)*b',
  '([a-zA-Z0-9]+)*@',
  '(x+x+)+y',
  '(.*a){20}',
  '(?:[ab]*a[ab]{15})',
  '(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)[0-9]{50}x',
  String.raw`(\w+\s?)*$`,
  '^(([a-z])+.)+[A-Z]([a-z])+$',
  '(?:a?){50}a{50}',
  '.*.*.*.*=.*',
  String.raw`\p{Han}*\p{Han}*\p{Han}*x`,
  '([ab]*a[ab]{12}){3}',
  String.raw`^(\s+|\S+)*!$`,
  String.raw`(?:https?://)?(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)*\?$`,
  '(群|裙|qun|[微威薇]+)*加+$',
]
const length = 20_000
const texts = [
  `${'a'.repeat(length)}!`,
  'ab'.repeat(length / 2),
  'x'.repeat(length),
  Array.from({ length }, (_, at) => 'ab'[((at * 7919) >> 3) & 1]).join(''),
  `${'中'.repeat(length)}x`,
  `${' a'.repeat(length / 2)}=`,
  'a.b-c/d@e '.repeat(length / 10),
  '群裙加'.repeat(length / 3),
].map((text) => new Reading({ text, mentions: 0, newcomer: false, raider: false }))

describe.each(evil.map((pattern) => [pattern]))('%s', (pattern) => {
  test('is allowed, and no text of any length takes it 50 ms', () => {
    expect(faultOf(pattern)).toBeUndefined()
    const find = patternFinder([pattern])
    for (const reading of texts) {
      // The best of three: the machine has other things to do as well.
      const times = [0, 1, 2].map(() => {
        const began = performance.now()
        find(reading)
        return performance.now() - began
      })
      expect(Math.min(...times)).toBeLessThan(50)
    }
  })
})
test.each([
  ['(?:.{0,500}){2}z'],
  ['((a{0,30}){0,30})b'],
  ['(x{1,1000}){1,1000}'],
  ['[^b]*a[^b]{300}b'],
  [`${'(a|b)?'.repeat(80)}c`],
])('%s is refused when the rulebook is read', (pattern) => {
  expect(faultOf(pattern)).toBeDefined()
})
test.each([[String.raw`(a)\1`], ['(?=a)b'], ['(?<=a)b'], ['('], ['[z-a]'], ['a**']])('%s is no pattern', (pattern) => {
  expect(faultOf(pattern)).toMatchObject({ key: 'regex' })
})
