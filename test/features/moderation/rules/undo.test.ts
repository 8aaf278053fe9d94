/** Undo takes back what rules did beside sanctions, too. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { amountOf, read } from '../../../../src/features/moderation/rules/counters.ts'
import type { Inn } from '../../../kit/inn.ts'
import { cases } from '../house.ts'
import { ruled } from './inn.ts'

const counters = { heat: { half: '6h' }, crowd: { per: 'group', perHour: 2 }, person: { per: 'person' } } as const
const decays = { heat: { half: 6 * 3_600_000 }, crowd: { perHour: 2 }, person: {} }
const rules = [
  { when: [{ words: ['bad'] }], do: ['warn', { count: { counter: 'heat', by: 3 } }, { count: { counter: 'crowd' } }] },
  {
    when: [{ words: ['worse'] }],
    do: ['delete', { count: { counter: 'heat', by: 5 } }, { count: { counter: 'person' } }],
  },
  { when: [{ words: ['sorry'] }], do: ['ask', { reset: { counter: 'heat' } }] },
  { when: ['message'], do: [{ count: { counter: 'heat' } }, { count: { counter: 'crowd', by: 0.5 } }] },
]
async function amounts(inn: Inn, at: number) {
  const rows = await inn.rows('moderation_counts')
  return rows
    .map(({ counter, group_id, member_id, count }) => {
      const decay = decays[counter as keyof typeof decays]
      return [`${counter} ${group_id} ${member_id}`, amountOf(decay, read(String(count)), at)] as const
    })
    .filter(([, amount]) => amount !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
}
const open = () => ruled(rules, { counters, warnings: { ladder: [] } })
const minutes = 12 * 60_000

test('through the whole house: any acts, all undone, and the counters are as if only harmless things had been said', async () => {
  const word = fc.constantFrom('hello', 'bad', 'worse', 'sorry', 'bad worse')
  const step = fc.record({ word, who: fc.constantFrom('tom', 'ann'), minutes: fc.integer({ min: 11, max: 300 }) })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      const [inn, calm] = [await open(), await open()]
      for (const { word: text, who, minutes: wait } of steps) {
        for (const [house, said] of [
          [inn, text],
          [calm, 'hello'],
        ] as const) {
          await house.says(who, said)
          await house.passes(`${wait}m`)
        }
      }
      const all = await cases(inn)
      for (const { number, state } of all)
        if (state === 'done') await inn.gives('mod', 'undo', { case: String(number) })
        else
          await inn
            .gives('mod', 'decide', { case: String(number), what: 'delete' })
            .then(() => inn.gives('mod', 'undo', { case: String(number) }))
      const at = inn.now + minutes
      expect(await amounts(inn, at)).toEqual(await amounts(calm, at))
      expect(await inn.rows('moderation_rule_marks')).toEqual([])
      await inn.close()
      await calm.close()
    }),
    { numRuns: 12 },
  )
}, 60_000)

test('a role, a name and their timer are taken back, and the answer says so', async () => {
  const inn = await ruled(
    [
      {
        when: [{ words: ['bad'] }],
        do: [{ giveRole: { role: 'quiet', for: '1h' } }, { nick: 'hush' }, { count: { counter: 'heat' } }],
      },
    ],
    { counters },
  )
  await inn.join('tom', { name: 'Tom the Great' })
  await inn.says('tom', 'bad', { name: 'Tom the Great' })
  inn.took()
  await inn.gives('mod', 'undo', { case: '1' })
  const sent = inn.took().map(({ action }) => action)
  expect(sent).toMatchObject(
    expect.arrayContaining([
      expect.objectContaining({ type: 'role', role: 'quiet', grant: false }),
      expect.objectContaining({ type: 'nick', name: 'Tom the Great' }),
    ]),
  )
  expect(sent.flatMap((action) => ('text' in action ? [action.text] : [])).join()).toContain('counters, role, name')
  await inn.passes('2h')
  expect(inn.took()).toEqual([])
  await inn.close()
})

test('what was found harmless is not counted either', async () => {
  const inn = await ruled([{ when: [{ words: ['bad'] }], do: ['ask', { count: { counter: 'heat' } }] }], { counters })
  await inn.join('tom')
  await inn.says('tom', 'bad')
  expect(await amounts(inn, inn.now)).toHaveLength(1)
  await inn.gives('mod', 'dismiss', { case: '1' })
  expect(await amounts(inn, inn.now)).toEqual([])
  await inn.close()
})
