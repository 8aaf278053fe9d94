/** Who reported rightly weighs more, who cried wolf less. */
import { expect, test } from 'vitest'
import { weightOf } from '../../../../src/features/moderation/reporters.ts'
import { advert, caseOf, cases, house, look, staffed, toldTo } from './talk.ts'

test('weights: 1 unknown, rising with reports upheld, falling faster with those refuted', () => {
  expect(weightOf({ upheld: 0, refuted: 0 })).toBe(1)
  expect(weightOf({ upheld: 3, refuted: 0 })).toBeCloseTo(1.6)
  expect(weightOf({ upheld: 0, refuted: 1 })).toBe(0.5)
  expect(weightOf({ upheld: 0, refuted: 3 })).toBe(0.25)
  expect(weightOf({ upheld: 50, refuted: 0 })).toBeLessThan(2)
})
const reported = async (inn: Awaited<ReturnType<typeof house>>, target: string, ...by: string[]) => {
  await inn.says(target, `hello, I am ${target} and new here`)
  for (const one of by) await inn.gives(one, 'report', { member: `test:${target}` })
  inn.took()
}

test('two who cried wolf do not bring staff any more; a third does', async () => {
  const inn = await house()
  await reported(inn, 'tom', 'ann', 'bob')
  await inn.gives('mod', 'dismiss', { case: '1' })
  await reported(inn, 'eve', 'ann', 'bob')
  expect(await cases(inn)).toHaveLength(1)
  await reported(inn, 'eve', 'cat')
  expect(await caseOf(inn, 2)).toMatchObject({ name: 'eve', origin: 'report', state: 'open' })
  expect(await look(inn, 2)).toContain('Reported by: ann, bob, cat')
  await inn.close()
})
test('who was right before makes up for one who was not', async () => {
  const inn = await house()
  await reported(inn, 'tom', 'ann', 'bob')
  await inn.gives('mod', 'decide', { case: '1', what: 'warn' })
  await reported(inn, 'eve', 'cat', 'dan')
  await inn.gives('mod', 'dismiss', { case: '2' })
  await reported(inn, 'zoe', 'cat', 'ann')
  expect(await cases(inn)).toHaveLength(2)
  await reported(inn, 'zoe', 'bob')
  expect(await caseOf(inn, 3)).toMatchObject({ name: 'zoe' })
  await inn.close()
})
test('one alone never brings staff, however right they were', async () => {
  const inn = await house()
  for (let n = 1; n <= 4; n++) {
    await reported(inn, `t${n}`, 'ann', 'bob')
    await inn.gives('mod', 'decide', { case: String(n), what: 'warn' })
  }
  await reported(inn, 'eve', 'ann')
  expect(await cases(inn)).toHaveLength(4)
  await inn.close()
})
test('undoing, reopening and deciding again move the weights back and forth', async () => {
  const inn = await staffed()
  const known = async () =>
    (await inn.rows('moderation_reporters')).map(({ upheld, refuted }) => `${upheld}/${refuted}`)
  await reported(inn, 'tom', 'ann', 'bob')
  await inn.gives('mod', 'decide', { case: '1', what: 'warn' })
  expect(await known()).toEqual(['1/0', '1/0'])
  await inn.gives('mod', 'undo', { case: '1' })
  expect(await known()).toEqual(['0/1', '0/1'])
  await inn.gives('mod', 'reopen', { case: '1' })
  expect(await known()).toEqual(['0/0', '0/0'])
  await inn.gives('mod2', 'decide', { case: '1', what: 'mute', for: '1h' })
  expect(await known()).toEqual(['1/0', '1/0'])
  await inn.close()
})
test('a report on somebody whose case is open joins it, and is found right with it', async () => {
  const inn = await house({ act: 1 })
  await inn.join('tom')
  await inn.says('tom', advert.en)
  await inn.gives('ann', 'report', { member: 'test:tom' })
  await inn.gives('bob', 'report', { member: 'test:tom' })
  expect(await cases(inn)).toHaveLength(1)
  await inn.chooses('mod', 'moderation:case:1', 'ban')
  expect((await inn.rows('moderation_reporters')).map(({ upheld }) => upheld)).toEqual([1, 1])
  expect(toldTo(inn, 'ann').length).toBeGreaterThan(0)
  await inn.close()
})
