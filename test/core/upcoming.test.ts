import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { AgendaRow } from '../../src/core/engine/agenda.ts'
import { Upcoming, window } from '../../src/core/engine/upcoming.ts'

const row = (id: string, due: number): AgendaRow => ({
  id,
  due,
  feature: '',
  job: '',
  key: '',
  group_id: '',
  cron: '',
  late: '',
  late_within: 0,
  payload: '',
  origin: '',
})
const byTime = (a: AgendaRow, b: AgendaRow) => a.due - b.due || (a.id < b.id ? -1 : 1)

it('runs everything once and in order of time, whatever is put and dropped in between', () => {
  const deed = fc.record({
    id: fc.integer({ min: 0, max: 900 }).map((n) => `r${n}`),
    due: fc.integer({ min: 0, max: 40 }),
    drop: fc.boolean(),
    take: fc.integer({ min: 0, max: 3 }),
  })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 900 }), fc.array(deed, { maxLength: 300 }), (count, deeds) => {
      const database = new Map(Array.from({ length: count }, (_, n) => [`r${n}`, row(`r${n}`, n % 7)]))
      const upcoming = new Upcoming()
      const take = () => {
        if (!upcoming.known) upcoming.load([...database.values()].sort(byTime).slice(0, window))
        const next = upcoming.first()
        const earliest = Math.min(...[...database.values()].map(({ due }) => due))
        expect(next?.due ?? Number.POSITIVE_INFINITY).toBe(earliest)
        expect(upcoming.next).toBeLessThanOrEqual(earliest)
        if (!next) return
        database.delete(next.id)
        upcoming.drop(next.id)
      }
      for (const { id, due, drop, take: times } of deeds) {
        if (drop) database.delete(id)
        else database.set(id, row(id, due))
        if (drop) upcoming.drop(id)
        else upcoming.put(row(id, due))
        for (let n = 0; n < times; n++) take()
      }
      while (database.size) take()
      take()
    }),
    { numRuns: 200 },
  )
})
