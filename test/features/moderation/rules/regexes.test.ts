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
  // Known to hang validators of mail addresses, dates, numbers and markup.
  String.raw`^([a-zA-Z0-9])(([\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+[.]{1}(([a-z]{2,3})|([a-z]{2,3}[.]{1}[a-z]{2,3}))$`,
  String.raw`^(?:\d+\.?)+[a-z]$`,
  String.raw`(\d+)*,?(\d+)*,?(\d+)*;`,
  String.raw`<(?:\w+)(?:\s+\w+(?:=(?:"[^"]*"|\S+))?)*\s*>`,
  String.raw`^(?:(?:a|b|ab)*c|(?:a|ba)*d)+$`,
  String.raw`^(\S+\s*)*:$`,
  '(?:.*,){11}P',
  '^((ab)*)+$',
  '(a?){30}a{30}$',
  '(.+)+\\.(.+)+\\.(.+)+$',
  String.raw`(?:加|\+)+(?:微|薇|v|V)*(?:信|❤)*[\s\S]*\d{11}$`,
  '(?:一|二|三|四|五|六|七|八|九|十)*(?:块|元)+(?:钱)*$',
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

/** Of this process's processor, in milliseconds: what else the machine does is not held against the pattern. */
function spent(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
/** The best of several: the first run compiles, and rubbish is collected now and then. Stops as soon as it is quick enough. */
function best(work: () => void, enough: number): number {
  let least = Number.POSITIVE_INFINITY
  for (let n = 0; n < 6 && least >= enough; n++) least = Math.min(least, spent(work))
  return least
}
/** How much slower than the machine that 50 ms were set on: by arithmetic that no pattern has a part in. */
const slowness = Math.max(
  1,
  best(() => {
    let sum = 0
    for (let n = 0; n < 2_000_000; n++) sum = (sum * 31 + n) % 1_000_003
    if (sum < 0) throw new Error('never')
  }, 0) / 10,
)

describe.each(evil.map((pattern) => [pattern]))('%s', (pattern) => {
  test('is allowed, and no text of any length takes it 50 ms', () => {
    expect(faultOf(pattern)).toBeUndefined()
    const find = patternFinder([pattern])
    for (const reading of texts) expect(best(() => find(reading), 50)).toBeLessThan(50 * slowness)
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
