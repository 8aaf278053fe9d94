/** What the gate remembers, whom it lets by, and what it does not hold against anybody. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it, test } from 'vitest'
import gate from '../../../src/features/gate/index.ts'
import { judged, type Task } from '../../../src/features/gate/task.ts'
import { TestClock } from '../../kit/clock.ts'
import { monday, openInn } from '../../kit/inn.ts'
import { Recorder } from '../../kit/recorder.ts'
import { asks, deeds, gated, stateOf } from './house.ts'

const folder = mkdtempSync(join(tmpdir(), 'innkeeper-gate-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('complaint 9: nobody is removed for a question that was not there to be read', () => {
  it('a restart forgets nothing', async () => {
    const place = join(folder, 'restart.db')
    const first = await gated({}, { place })
    await first.join('tom')
    await first.passes('15s')
    await first.close()
    const inn = await gated({}, { place, start: monday + 60_000 })
    await inn.says('tom', 'hello?')
    expect(deeds(inn)).toEqual(['delete tom', 'whisper tom'])
    await inn.passes('3m')
    expect(deeds(inn)).toEqual(['ask'])
    await inn.chooses('tom', 'gate:start', 'start')
    await inn.passes('10m')
    expect(deeds(inn)).toEqual(['whisper tom'])
    await inn.close()
  })
  it('who was asked before an outage has all their time again after it', async () => {
    const clock = new TestClock(monday)
    const place = join(folder, 'outage.db')
    const first = await gated({}, { place, clock })
    await first.happens({ type: 'member.join', user: 'test:tom', name: 'tom', at: clock.now() })
    await first.passes('15s')
    await first.close()
    clock.pass(60 * 60_000)
    const inn = await gated({}, { place, clock })
    const minutes = async (count: number) => {
      for (let n = 0; n < 2 * count; n++) await inn.passes('30s')
    }
    await minutes(1)
    expect(deeds(inn)).toContain('ask')
    expect(await stateOf(inn, 'tom')).toBe('asked')
    await minutes(3.5)
    expect(deeds(inn)).toEqual(['ask'])
    await minutes(2)
    expect(deeds(inn)).toContain('kick tom')
    await inn.close()
  })
  it('where the post is refused they are asked again, and then staff is, and nobody goes', async () => {
    const adapter = new Recorder({ does: ['send', 'ask', 'whisper', 'kick', 'edit', 'delete'] })
    adapter.answer = ({ action, id }) =>
      action.type === 'ask' && !action.user
        ? { ok: false, kind: 'failed', detail: 'no right' }
        : { ok: true, message: `sent:${id}` }
    const inn = await gated({}, { adapter })
    await inn.join('tom')
    for (let n = 0; n < 30; n++) await inn.passes('1m')
    const [question] = asks(inn).filter(({ user }) => user === 'test:mod')
    expect(question?.text).toContain('I could not post the check')
    expect(adapter.all.some(({ action }) => action.type === 'kick')).toBe(false)
    await inn.close()
  })
  it('who should have gone and is still here is told of to staff', async () => {
    const inn = await gated({}, { budgets: { removals: 0, bans: 0, mutes: 0, deletions: 0, whispers: 500, posts: 5 } })
    await inn.join('tom')
    for (const time of ['15s', '3m', '3m', '5m', '1m']) await inn.passes(time)
    const [question] = asks(inn).filter(({ user }) => user === 'test:mod')
    expect(question?.text).toContain('should have been removed and are still here')
    await inn.close()
  })
  it('and many at once never go without staff’s word, which is asked for once', async () => {
    const inn = await gated()
    for (let n = 0; n < 8; n++) await inn.join(`n${n}`, { name: `N${n}` })
    for (const time of ['15s', '90s', '3m', '3m']) await inn.passes(time)
    const questions = asks(inn).filter(({ user }) => user === 'test:mod')
    expect(questions.map(({ text }) => text)).toEqual([expect.stringMatching(/N0, N1.*8 in all/)])
    await inn.chooses('mod', questions[0]?.ask ?? '', 'out')
    expect(deeds(inn).filter((deed) => deed.startsWith('kick'))).toHaveLength(8)
    await inn.close()
  })
})

describe('who need not be verified', () => {
  it.each([
    ['staff', 'mod9', {}],
    ['whom staff invited in person', 'ann', { invitedBy: 'test:mod' }],
    ['who comes with a role', 'ann', { roles: ['Member'] }],
  ])('%s', async (_, user, more) => {
    const inn = await gated({ exempt: { roles: ['Member'] } })
    await inn.join(user, more)
    await inn.passes('1m')
    expect(inn.took()).toEqual([])
    await inn.close()
  })
  it('but a link of staff’s is everybody’s', async () => {
    const inn = await gated()
    await inn.join('ann', { invitedBy: 'test:mod', inviteSure: 1 })
    await inn.passes('15s')
    expect(asks(inn)).toHaveLength(1)
    await inn.close()
  })
  it('nor members whose join the platform tells again (complaint 6)', async () => {
    const inn = await gated({ mode: 'off' })
    await inn.join('old')
    await inn.rules({ sections: { gate: { mode: 'always' } } })
    await inn.join('old')
    await inn.passes('1m')
    expect(asks(inn)).toEqual([])
    await inn.close()
  })
  it('nor anybody while there is no raid, where the owner wants it only then', async () => {
    const inn = await gated({ mode: 'raid' })
    await inn.join('ann')
    await inn.passes('1m')
    expect(inn.took()).toEqual([])
    await inn.gives('mod', 'raid', { action: 'on' })
    await inn.join('bob')
    await inn.passes('15s')
    expect(asks(inn).map(({ text }) => text)).toEqual([expect.stringContaining('@bob')])
    await inn.gives('mod', 'raid', { action: 'off' })
    await inn.join('cem')
    await inn.passes('1m')
    expect(asks(inn)).toEqual([])
    await inn.close()
  })
})

test('those of the raid who came before it was known are asked too, in one post', async () => {
  const inn = await gated({ mode: 'raid' })
  for (let n = 0; n < 6; n++) await inn.join(`g${n}`, { name: `FreeGift${n}` })
  await inn.passes('15s')
  const [call, ...more] = asks(inn).filter(({ ask }) => ask === 'gate:start')
  expect(more).toEqual([])
  expect(call?.mentions).toHaveLength(6)
  await inn.close()
})
test('where nobody can decide, nobody is locked up', async () => {
  const inn = await openInn({
    features: [gate],
    languages: ['en'],
    does: ['send', 'whisper', 'delete'],
    sections: { gate: { mode: 'always' } },
  })
  await inn.join('tom')
  for (const time of ['15s', '3m', '3m']) await inn.passes(time)
  expect(await stateOf(inn, 'tom')).toBe('passed')
  await inn.close()
})

const sum: Task = { kind: 'sum', a: 6, b: 8 }
test.each([
  ['14', 'right'],
  ['１４', 'right'],
  ['十四', 'right'],
  ['= 14', 'right'],
  ['是14！', 'right'],
  ['@bot 14', 'right'],
  ['15', 'wrong'],
  ['四', 'wrong'],
  ['hello', 'no answer'],
  ['I am 14 years old', 'no answer'],
  ['', 'no answer'],
])('6 + 8: "%s" is %s', (said, expected) => expect(judged(sum, said, false)).toBe(expected))
test('every sum can be answered in figures and in Chinese', () => {
  const chinese = (n: number) =>
    n < 10 ? '零一二三四五六七八九'[n] : `${n >= 20 ? '二' : ''}十${n % 10 ? '零一二三四五六七八九'[n % 10] : ''}`
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 9 }), fc.integer({ min: 2, max: 9 }), (a, b) => {
      const task: Task = { kind: 'sum', a, b }
      expect(judged(task, String(a + b), false)).toBe('right')
      expect(judged(task, String(chinese(a + b)), false)).toBe('right')
      expect(judged(task, String(a + b + 1), false)).toBe('wrong')
    }),
  )
})

test('whatever happens at the gate, those counted at the door are those who are there', async () => {
  const step = fc.record({
    who: fc.constantFrom('a', 'b', 'c'),
    does: fc.constantFrom('join', 'leave', 'press', 'says', 'wrong', 'time', 'let in'),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const inn = await gated({ by: 'sum' })
      for (const { who, does } of steps) {
        if (does === 'join') await inn.join(who)
        if (does === 'leave') await inn.leave(who)
        if (does === 'press') await inn.chooses(who, 'gate:start', 'start')
        if (does === 'says') await inn.says(who, 'hello there')
        if (does === 'wrong') await inn.gives(who, 'verify', { answer: '99' })
        if (does === 'time') await inn.passes('3m')
        if (does === 'let in') await inn.gives('mod', 'let-in', { member: `test:${who}` })
      }
      const open = (await inn.rows('gate_newcomers')).filter(({ state }) =>
        ['waiting', 'asked', 'staff', 'removed'].includes(String(state)),
      )
      expect(Number((await inn.rows('gate_doors'))[0]?.open ?? 0)).toBe(open.length)
      expect(inn.log.errors).toEqual([])
      await inn.close()
    }),
    { numRuns: 15 },
  )
})
