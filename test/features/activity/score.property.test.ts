import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { config } from '../../../src/features/activity/config.ts'
import { noRegard, type Regard, regarded } from '../../../src/features/activity/regard.ts'
import { counted, emptyMember, type MemberRow } from '../../../src/features/activity/tally.ts'

const { score } = config.parse({})
const noon = Date.UTC(2026, 2, 2, 12)
const today = Math.floor(noon / 86_400_000)
const none: Regard = { ...noRegard, group_id: 'g1', member_id: 'm1' }

/** A month of one member: by day, what was written and who answered. */
type Month = readonly { readonly said: readonly string[]; readonly thanks: readonly number[] }[]
function scoreOf(month: Month): number {
  let row: MemberRow = { group_id: 'g1', member_id: 'm1', ...emptyMember }
  let regard = none
  month.forEach(({ said, thanks }, day) => {
    said.forEach((text, n) => {
      const at = noon + day * 86_400_000 + n * 60_000
      row = counted(row, { at, day: today + day, text, message: `${day}.${n}`, called: 1, answers: false }, score).row
    })
    for (const who of thanks) regard = regarded(regard, `m${who}`, today + day, score).row
  })
  return row.points + regard.points
}
const line = fc.string({ minLength: 1, maxLength: 60 })
const dayOf = fc.record({ said: fc.array(line, { maxLength: 60 }), thanks: fc.array(fc.nat(60), { maxLength: 20 }) })

describe('the score as a whole', () => {
  it('of a flood is below that of a few useful answers on as many days', () => {
    const flood = fc.array(fc.array(line, { minLength: 50, maxLength: 200 }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(flood, (days) => {
        const chatter = scoreOf(days.map((said) => ({ said, thanks: [] })))
        const helper = scoreOf(
          days.map((_, n) => ({ said: ['try rebooting it first'], thanks: [n * 2 + 2, n * 2 + 3] })),
        )
        expect(helper).toBeGreaterThan(chatter)
      }),
      { numRuns: 30 },
    )
  })
  it('never falls when one more person is helped, or one more thing said at the end of a day', () => {
    const month = fc.array(dayOf, { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(month, fc.nat(), line, (days, pick, more) => {
        const chosen = pick % days.length
        const change = (by: (day: Month[number]) => Month[number]) =>
          days.map((day, n) => (n === chosen ? by(day) : day))
        const before = scoreOf(days)
        expect(scoreOf(change((day) => ({ ...day, thanks: [...day.thanks, 1000] })))).toBeGreaterThanOrEqual(before)
        expect(scoreOf(change((day) => ({ ...day, said: [...day.said, more] })))).toBeGreaterThanOrEqual(before)
      }),
      { numRuns: 100 },
    )
  })
})
