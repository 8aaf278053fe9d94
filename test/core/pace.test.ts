/** How fast a platform may be asked to act. */
import { describe, expect, test } from 'vitest'
import type { Limits } from '../../src/core/adapter.ts'
import { dayMs, Pace } from '../../src/core/engine/pace.ts'

const minute = 60_000
const start = Date.UTC(2026, 2, 2, 10)
const free: Limits = { text: 0, sendsPerMinute: 0, groupGapMs: 0 }
const [moderation, reply, , post] = [0, 1, 2, 3]
const step = (group_id: string, priority = reply, type = 'send') => ({ group_id, priority: priority ?? 0, type })
const pacing = (limits: Partial<Limits>, chance?: () => number) => new Pace(() => ({ ...free, ...limits }), chance)

/** Sends as soon as each may go; the times between them. */
function gaps(pace: Pace, steps: readonly ReturnType<typeof step>[]): number[] {
  let now = start
  return steps.map((one) => {
    const wait = pace.wait(one, now)
    now += wait
    pace.sent(one, now)
    return wait
  })
}

describe('pace', () => {
  test('without limits nothing waits', () =>
    expect(gaps(pacing({}), [step('a'), step('a'), step('b')])).toEqual([0, 0, 0]))
  test('so many a minute in all', () =>
    expect(gaps(pacing({ sendsPerMinute: 2 }), [step('a'), step('b'), step('c'), step('d'), step('e')])).toEqual([
      0,
      0,
      minute,
      0,
      minute,
    ]))
  test('a gap in one group holds up no other', () =>
    expect(gaps(pacing({ groupGapMs: 3000 }), [step('a'), step('b'), step('a')])).toEqual([0, 0, 3000]))
  test('jitter makes gaps longer or shorter by so much', () => {
    const chances = [0, 1, 0.5]
    const pace = pacing({ groupGapMs: 3000, jitter: 0.5 }, () => chances.shift() ?? 0.5)
    expect(gaps(pace, [step('a'), step('a'), step('a'), step('a')])).toEqual([0, 1500, 4500, 3000])
  })
  test('posts keep away from each other, answers go between', () =>
    expect(gaps(pacing({ postGapMs: 20_000 }), [step('a', post), step('b'), step('b', post)])).toEqual([0, 0, 20_000]))
  test('posts leave a part of the day to moderation', () => {
    const pace = pacing({ sendsPerDay: 10 })
    expect(
      gaps(
        pace,
        Array.from({ length: 8 }, (_, n) => step(`g${n}`, post)),
      ),
    ).toEqual(Array(8).fill(0))
    expect(pace.wait(step('x', post), start)).toBe(dayMs)
    expect(pace.wait(step('x', moderation), start)).toBe(0)
    pace.sent(step('x', moderation), start)
    pace.sent(step('y', moderation), start)
    expect(pace.wait(step('z', moderation), start)).toBe(dayMs)
  })
  test('what did not go out after all is not counted', () => {
    const pace = pacing({ sendsPerDay: 1, caps: [{ action: 'kick', count: 1, perMs: 60 * minute }] })
    const kick = step('a', moderation, 'kick')
    pace.sent(kick, start)
    expect(pace.wait(kick, start)).toBe(dayMs)
    pace.takeBack(kick, start)
    pace.takeBack(kick, start) // once is all there is
    expect(pace.wait(kick, start)).toBe(0)
  })
  test('some actions have a cap of their own', () => {
    const pace = pacing({ caps: [{ action: 'kick', count: 2, perMs: 60 * minute }] })
    const kick = step('a', moderation, 'kick')
    expect(gaps(pace, [kick, kick, kick])).toEqual([0, 0, 60 * minute])
    expect(pace.wait(step('a'), start)).toBe(0)
  })
  test('a platform that wants to be left alone is', () => {
    const pace = pacing({})
    pace.leaveAlone(start + minute)
    expect(pace.wait(step('a', moderation), start)).toBe(minute)
    expect(pace.wait(step('a', moderation), start + minute)).toBe(0)
  })
})
