/** Order, stop, rests and counters among several rules. */
import { expect, test } from 'vitest'
import type { Happening, Memory } from '../../../../src/features/moderation/rules/happening.ts'
import { monday } from '../../../kit/inn.ts'
import { emptyMemory, happening, outcomeOf, said, sectionOf, tom } from './looking.ts'

const ids = (
  rules: readonly object[],
  more: object = {},
  text = 'one',
  now: Partial<Happening> = {},
  memory?: Memory,
) => {
  const section = sectionOf(rules, more)
  return outcomeOf(section, happening({ spoken: said(text, section), ...now }), memory).fired.map(({ rule }) => rule.id)
}
const message = { when: ['message'] }

test('rules are looked at in order until one stops; a rule that is tried out stops nothing', () => {
  expect(ids([message, { ...message, stop: true }, message])).toEqual(['r1', 'r2'])
  expect(ids([{ ...message, stop: true, observe: true }, message])).toEqual(['r1', 'r2'])
})
test('a rule that allows ends it all', () => {
  const section = sectionOf([{ ...message, do: ['allow'] }, message])
  const outcome = outcomeOf(section, happening({ spoken: said('x', section) }))
  expect(outcome).toMatchObject({ safe: true, fired: [{ rule: { id: 'r1' } }] })
})
test('staff is not looked at, but by rules that ask for them', () => {
  const mod = { member: { ...tom, role: 'moderator' as const } }
  expect(ids([message, { ...message, if: [{ rank: ['member', 'moderator'] }] }], {}, 'x', mod)).toEqual(['r2'])
})
test('a rule rests for its time, for the member, the channel or the group', () => {
  for (const [per, mine, theirs] of [
    ['member', [], ['r1']],
    ['group', [], []],
  ] as const) {
    const rules = [{ ...message, cooldown: { for: '10m', per } }]
    const memory = emptyMemory()
    expect(ids(rules, {}, 'x', {}, memory)).toEqual(['r1'])
    expect(ids(rules, {}, 'x', { at: monday + 599_999 }, memory)).toEqual(mine)
    expect(ids(rules, {}, 'x', { at: monday + 600_000 }, memory)).toEqual(['r1'])
    const another = emptyMemory({ paces: memory.paces })
    if (per === 'member') another.paces.set('member', 'r1~', '')
    expect(ids(rules, {}, 'x', { at: monday + 600_001 }, another)).toEqual(theirs)
  }
})
test('a counter sets off the rule that waits for it, once, wherever that stands, and a chain of them', () => {
  const rules = [
    {
      when: [{ counter: { of: 'strikes', least: 2 } }],
      do: [{ count: { counter: 'bans' } }, { reset: { counter: 'strikes' } }],
    },
    { when: ['message'], do: [{ count: { counter: 'strikes' } }] },
    { when: [{ counter: { of: 'bans', least: 1 } }], do: ['log'] },
  ]
  const counters = { strikes: { half: '1d' }, bans: {} }
  const memory = emptyMemory()
  const step = () => {
    const fired = ids(rules, { counters }, 'x', {}, memory)
    for (const [name, { count }] of memory.counts) {
      const last = Number((count.base / 1000).toFixed(3))
      memory.counts.set(name, { before: last, count })
    }
    return fired
  }
  expect(step()).toEqual(['r2'])
  expect(step()).toEqual(['r2', 'r1', 'r3'])
  expect(step()).toEqual(['r2'])
})
test('rules that set each other off come to an end', () => {
  const rules = [
    { when: ['message', { counter: { of: 'b', least: 1 } }], do: [{ count: { counter: 'a' } }] },
    { when: [{ counter: { of: 'a', least: 1 } }], do: [{ count: { counter: 'b' } }] },
  ]
  expect(ids(rules, { counters: { a: {}, b: {} } })).toEqual(['r1', 'r2'])
})
test('a window counts what meets the conditions, all of it, and is used up when the rule goes off', () => {
  const rules = [
    { when: [{ words: ['spam'] }, { rate: { of: 'messages', count: 3, seconds: 10 } }], if: [{ channels: ['room'] }] },
  ]
  const memory = emptyMemory()
  const at = (second: number, text = 'x', place = 'room') =>
    ids(rules, {}, text, { at: monday + second * 1000, place }, memory).length
  expect([at(0), at(1, 'spam'), at(2, 'x', 'hall'), at(3), at(4), at(5)]).toEqual([0, 1, 0, 1, 0, 0])
  expect(at(20)).toBe(0)
})
test.each([
  ['mentions', { mentions: 2 }],
  ['links', {}],
  ['attachments', { attachments: 2 }],
  ['emojis', {}],
  ['lines', {}],
  ['letters', {}],
  ['stickers', { kinds: ['sticker'] }],
] as const)('a rate of %s', (of, more) => {
  const text = 'https://a.com https://b.com 😀😀\nsecond'
  const one: Readonly<Record<string, number>> = { letters: [...text].length, stickers: 1 }
  const count = (one[of] ?? 2) * 2
  const section = sectionOf([{ when: [{ rate: { of, count, seconds: 60 } }] }])
  const memory = emptyMemory()
  const go = () => outcomeOf(section, happening({ spoken: said(text, section, more) }), memory).fired.length
  expect([go(), go()]).toEqual([0, 1])
})
test('the same again: by one member, nearly or just so', () => {
  const go = (near: boolean, texts: readonly string[]) => {
    const section = sectionOf([{ when: [{ repeats: { times: 3, seconds: 60, near } }] }])
    const memory = emptyMemory()
    return texts.map((text) => outcomeOf(section, happening({ spoken: said(text, section) }), memory).fired.length)
  }
  expect(go(false, ['买一送一快来看看', '买一送一快来看看', '买一送一快来看看', '买一送一快来看看'])).toEqual([
    0, 0, 1, 0,
  ])
  const near = [
    'come and see our big book sale today',
    'come and see our big book sale today!!',
    'COME and see our big book sale today 😀',
  ]
  expect(go(true, near)).toEqual([0, 0, 1])
  expect(go(false, ['a b c', 'a b d', 'a b e'])).toEqual([0, 0, 0])
})
test('a streak is broken by anybody else', () => {
  const section = sectionOf([{ when: [{ streak: { messages: 3 } }] }])
  const memory = emptyMemory()
  const says = (id: string) =>
    outcomeOf(section, happening({ member: { ...tom, id }, spoken: said('x', section) }), memory).fired.length
  expect(['m1', 'm1', 'm2', 'm1', 'm1', 'm1', 'm1', 'm1', 'm1'].map(says)).toEqual([0, 0, 0, 0, 0, 1, 0, 0, 1])
})
