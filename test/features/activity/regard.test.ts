import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noRegard, type Regard, regarded } from '../../../src/features/activity/regard.ts'

const nobody: Regard = { ...noRegard, group_id: 'g1', member_id: 'm0' }
const caps = { peoplePerDay: 10, perPerson: 4 }
const start = 20_400 // a multiple of thirty
const pointsOf = (given: readonly (readonly [giver: string, day: number])[], row = nobody) =>
  given.reduce((now, [giver, day]) => regarded(now, giver, day, caps).row, row).points / 100

describe('the regard of others', () => {
  it('is a point for each different person of a day', () => {
    expect(
      pointsOf([
        ['a', start],
        ['b', start],
        ['a', start],
        ['a', start],
      ]),
    ).toBe(2)
  })
  it('is capped a day', () => {
    expect(pointsOf(Array.from({ length: 40 }, (_, n) => [`p${n}`, start]))).toBe(10)
  })
  it('is capped for one person in thirty days, and afresh in the next thirty', () => {
    const daily = Array.from({ length: 60 }, (_, n) => ['friend', start + n] as const)
    expect(pointsOf(daily.slice(0, 30))).toBe(4)
    expect(pointsOf(daily)).toBe(8)
  })
  it('earns nothing for a day that is over', () => {
    expect(
      pointsOf([
        ['a', start + 3],
        ['b', start + 2],
      ]),
    ).toBe(1)
  })
  it('stays small however many there are', () => {
    const many = Array.from({ length: 500 }, (_, n) => [`p${n}`, start + (n % 30)] as const).sort((a, b) => a[1] - b[1])
    const row = many.reduce((now, [giver, day]) => regarded(now, giver, day, caps).row, nobody)
    expect(row.people.length).toBeLessThanOrEqual(360)
  })

  const giving = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.nat(29)), { maxLength: 300 })
  it('of a ring is worth at most its size times the cap, whatever they do', () => {
    fc.assert(
      fc.property(giving, (given) => {
        const inOrder = given.map(([who, day]) => [who, start + day] as const).sort((a, b) => a[1] - b[1])
        expect(pointsOf(inOrder)).toBeLessThanOrEqual(4 * caps.perPerson)
      }),
    )
  })
  it('never shrinks with one more', () => {
    fc.assert(
      fc.property(giving, fc.constantFrom('a', 'e'), (given, who) => {
        const inOrder = given.map(([by, day]) => [by, start + day] as const).sort((a, b) => a[1] - b[1])
        const last = inOrder.at(-1)?.[1] ?? start
        expect(pointsOf([...inOrder, [who, last]])).toBeGreaterThanOrEqual(pointsOf(inOrder))
      }),
    )
  })
  it('of one more new person is one more point below the daily cap', () => {
    fc.assert(
      fc.property(giving, (given) => {
        const inOrder = given.map(([by, day]) => [by, start + day] as const).sort((a, b) => a[1] - b[1])
        const last = inOrder.at(-1)?.[1] ?? start
        expect(pointsOf([...inOrder, ['stranger', last]])).toBe(pointsOf(inOrder) + 1)
      }),
    )
  })
})
