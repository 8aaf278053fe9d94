import fc from 'fast-check'
import { expect, test } from 'vitest'
import { config, deeds } from '../../../src/features/moderation/config.ts'
import {
  endOf,
  inForce,
  plan,
  type Sanction,
  without,
  withSanctions,
} from '../../../src/features/moderation/sanctions.ts'
import type { Inn } from '../../kit/inn.ts'
import { house, standings } from './house.ts'

const { warnings } = config.parse({})
const hour = 3_600_000
const order = fc.record({
  does: fc.constantFrom(...deeds),
  forMs: fc.option(fc.integer({ min: 1000, max: 72 * hour }), { nil: undefined }),
})
const blank = { community: 'c', member_id: 'm', sanctions: '[]', last_case: 0, last_group: '', last_at: 0 }

test('voiding a case leaves what would be in force had it never been, its own steps of the ladder aside', () => {
  fc.assert(
    fc.property(fc.array(order, { maxLength: 12 }), order, (orders, extra) => {
      const now = 1_772_445_603_000
      let standing: readonly Sanction[] = []
      for (const [index, one] of orders.entries())
        standing = plan(warnings, one, standing, { case: index + 1, group: 'g', by: '', now }).sanctions
      const after = plan(warnings, extra, standing, { case: 99, group: 'g', by: '', now }).sanctions
      expect(without(after, 99)).toEqual(standing)
    }),
  )
})
test('what has ended is not in force, and does not come back', () => {
  fc.assert(
    fc.property(fc.array(order, { maxLength: 8 }), fc.integer({ min: 0, max: 100 * hour }), (orders, later) => {
      const now = 1_772_445_603_000
      const all = orders.flatMap(
        (one, index) => plan(warnings, one, [], { case: index, group: 'g', by: '', now }).sanctions,
      )
      const left = inForce(withSanctions(blank, all), now + later)
      for (const kind of ['mute', 'ban'] as const) {
        const end = endOf(left, kind, 'g', now + later)
        expect(end === undefined || end === null || end > now + later).toBe(true)
        expect(endOf(all, kind, 'g', now + later)).toBe(end)
      }
    }),
  )
})

const act = fc.record({
  command: fc.constantFrom('warn', 'mute', 'ban'),
  minutes: fc.integer({ min: 1, max: 600 }),
})
test('through the whole house: any acts, then one more and its undo, and the standing is as before', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 5 }), act, async (before, last) => {
      const inn = await house()
      await inn.join('tom')
      for (const one of before) await give(inn, one)
      const [was] = await standings(inn)
      await give(inn, last)
      await inn.gives('mod', 'undo', { case: String(before.length + 1) })
      const [is] = await standings(inn)
      expect(JSON.parse(String(is?.sanctions))).toEqual(JSON.parse(String(was?.sanctions ?? '[]')))
      await inn.close()
    }),
    { numRuns: 15 },
  )
})
const give = (inn: Inn, { command, minutes }: { command: string; minutes: number }) =>
  inn.gives('mod', command, { member: 'test:tom', ...(command === 'warn' ? {} : { for: `${minutes}m` }) })
