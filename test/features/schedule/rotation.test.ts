import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Entry } from '../../../src/features/schedule/config.ts'
import { pickNext } from '../../../src/features/schedule/rotation.ts'
import type { RotationRow } from '../../../src/features/schedule/store.ts'

const entries = (...ids: string[]): Entry[] => ids.map((id) => ({ id, text: { en: id } }))
const fresh = (group_id = 'g1'): RotationRow => ({ group_id, library: 'poems', round: 0, used: '[]' })

function draw(from: readonly Entry[], times: number, start = fresh()): { ids: string[]; row: RotationRow } {
  const ids: string[] = []
  let row = start
  for (let time = 0; time < times; time += 1) {
    const picked = pickNext(from, row)!
    ids.push(picked.entry.id)
    row = picked.row
  }
  return { ids, row }
}

it('repeats nothing until all were used, and never twice in a row', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 12 }), fc.integer({ min: 1, max: 4 }), fc.string(), (size, rounds, group) => {
      const library = entries(...Array.from({ length: size }, (_, index) => `e${index}`))
      const { ids } = draw(library, size * rounds, fresh(group))
      for (let round = 0; round < rounds; round += 1)
        expect(new Set(ids.slice(round * size, (round + 1) * size)).size).toBe(size)
      expect(ids.every((id, index) => index === 0 || id !== ids[index - 1])).toBe(true)
    }),
  )
})

it('gives the same order again, and other orders to other groups', () => {
  const library = entries('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h')
  expect(draw(library, 16).ids).toEqual(draw(library, 16).ids)
  expect(draw(library, 8).ids).not.toEqual(draw(library, 8, fresh('g2')).ids)
  const { ids } = draw(library, 16)
  expect(ids.slice(0, 8)).not.toEqual(ids.slice(8))
})

it('takes up what is added in the middle of a round, and forgets what is taken out', () => {
  const { ids, row } = draw(entries('a', 'b', 'c'), 2)
  const rest = draw(
    entries('a', 'b', 'c', 'd').filter((entry) => entry.id !== ids[0]),
    2,
    row,
  )
  expect([...ids.slice(1), ...rest.ids].sort()).toEqual(['a', 'b', 'c', 'd'].filter((id) => id !== ids[0]))
})

it('has nothing to give from an empty library, and the same again from one of one', () => {
  expect(pickNext([], fresh())).toBeUndefined()
  expect(draw(entries('only'), 3).ids).toEqual(['only', 'only', 'only'])
})
