import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  amountOf,
  type Count,
  counted,
  type Decay,
  read,
  uncounted,
  written,
  zero,
} from '../../../../src/features/moderation/rules/counters.ts'

const hour = 3_600_000
const start = 1_772_445_600_000
const decays: readonly Decay[] = [{}, { half: 2 * hour }, { perHour: 3 }, { lapse: 6 * hour }]
const act = fc.record({
  after: fc.integer({ min: 0, max: 3 * hour }),
  by: fc.option(
    fc.integer({ min: -5000, max: 5000 }).map((thousandths) => thousandths / 1000),
    { nil: null, freq: 8 },
  ),
  case: fc.integer({ min: 0, max: 4 }),
})
const acts = fc.array(act, { maxLength: 40 })
function run(decay: Decay, some: readonly { after: number; by: number | null; case: number }[]) {
  let count: Count = zero
  let at = start
  for (const one of some) {
    at += one.after
    count = counted(decay, count, at, one.by, one.case)
  }
  return { count, at }
}

describe.each(decays.map((decay) => [JSON.stringify(decay), decay] as const))('a counter with %s', (_name, decay) => {
  test('undone, a case leaves what would be there had it never counted, to the last digit and for ever after', () => {
    fc.assert(
      fc.property(acts, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 48 * hour }), (all, gone, later) => {
        const { count, at } = run(decay, all)
        // Time goes on all the same where the case does not count.
        let without: Count = zero
        let now = start
        for (const one of all) {
          now += one.after
          if (one.case !== gone) without = counted(decay, without, now, one.by, one.case)
        }
        const back = uncounted(decay, count, gone).count
        for (const when of [at, at + 1, at + later])
          expect(amountOf(decay, back, when)).toBe(amountOf(decay, without, when))
      }),
    )
  })
  test('any sequence of acts and undoes of all of them ends at 0', () => {
    fc.assert(
      fc.property(acts, (all) => {
        const { count, at } = run(
          decay,
          all.map((one, index) => ({ ...one, case: (index % 5) + 1 })),
        )
        const back = [3, 1, 5, 2, 4].reduce((left, number) => uncounted(decay, left, number).count, count)
        expect(amountOf(decay, back, at)).toBe(0)
      }),
    )
  })
  test('is kept and read back as it was', () => {
    fc.assert(
      fc.property(acts, (all) => {
        const { count } = run(decay, all)
        expect(read(written(count))).toEqual(count)
      }),
    )
  })
})

test('counting often decays no more and no less than counting once', () => {
  const once = counted({ perHour: 10 }, zero, start, 100)
  let often: Count = once
  for (let second = 1; second <= 3600; second++) often = counted({ perHour: 10 }, often, start + second * 1000, 0)
  expect(amountOf({ perHour: 10 }, often, start + hour)).toBe(90)
  expect(amountOf({ perHour: 10 }, once, start + hour)).toBe(90)
})
test('what halves has halved, what goes by the hour stops at 0, what lapses is gone at once', () => {
  const eight = (decay: Decay) => counted(decay, zero, start, 8)
  expect(amountOf({ half: hour }, eight({ half: hour }), start + 3 * hour)).toBe(1)
  expect(amountOf({ perHour: 3 }, eight({ perHour: 3 }), start + 2 * hour)).toBe(2)
  expect(amountOf({ perHour: 3 }, eight({ perHour: 3 }), start + 9 * hour)).toBe(0)
  expect(amountOf({ lapse: hour }, eight({ lapse: hour }), start + hour - 1)).toBe(8)
  expect(amountOf({ lapse: hour }, eight({ lapse: hour }), start + hour)).toBe(0)
  expect(amountOf({}, eight({}), start + 1000 * hour)).toBe(8)
})
test('a counter stays small, however much counts; what is too old to be undone says so', () => {
  for (const decay of decays) {
    let count: Count = zero
    for (let n = 1; n <= 3000; n++) count = counted(decay, count, start + n * 1000, 1, n)
    expect(count.entries.length).toBeLessThanOrEqual(256)
    expect(uncounted(decay, count, 1).lost).toBe(true)
    expect(uncounted(decay, count, 3000).lost).toBe(false)
  }
})
