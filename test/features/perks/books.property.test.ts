import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Cell } from '../../../src/core/tables.ts'
import perks from '../../../src/features/perks/index.ts'
import { findPerson, forgetPerson } from '../../../src/store/personal.ts'
import { books, openPerks } from './kit.ts'

type Inn = Awaited<ReturnType<typeof openPerks>>

const people = ['ann', 'ben', 'cat'] as const
const catalogue = [
  { id: 'tea', name: { en: 'Tea' }, cost: 7, stock: 3, price: 4 },
  { id: 'call', name: { en: 'Call' }, cost: 12, perMember: 1, price: 0.1 },
  { id: 'pin', name: { en: 'Pin' }, cost: 3 },
]
const section = {
  points: { perMessage: 3, cooldown: '30s', perDay: 9 },
  checkin: { points: 5, streaks: [{ every: 2, bonus: 4 }] },
  catalogue,
  budget: { perMonth: 8 },
}

const person = fc.constantFrom(...people)
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ does: fc.constant('says' as const), who: person }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('checkin' as const), who: person }) },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('award' as const),
      who: person,
      points: fc.oneof(fc.integer({ min: -30, max: 30 }), fc.constantFrom(500, 501, -500, 1.5)),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constant('redeem' as const),
      who: person,
      perk: fc.constantFrom('tea', 'call', '3', 'pony'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('fulfil' as const),
      which: fc.nat({ max: 5 }),
      outcome: fc.constantFrom('done', 'refund'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant('passes' as const), time: fc.constantFrom('20s', '2h', '26h', '20d') }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('again' as const), which: fc.nat({ max: 40 }) }) },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** Every event is kept, so that "again" can deliver one a second time. */
async function take(inn: Inn, one: Step, sent: Record<string, unknown>[]): Promise<void> {
  const happens = async (event: Record<string, unknown>) => {
    const whole = { id: `s${sent.length}`, at: inn.now + 1000, ...event }
    sent.push(whole)
    await inn.happens(whole)
  }
  const gives = (user: string, name: string, input: object = {}) =>
    happens({ type: 'command', user: `test:${user}`, name, input, ...(user === 'mod' && { role: 'moderator' }) })
  switch (one.does) {
    case 'says':
      return happens({ type: 'message', user: `test:${one.who}`, name: one.who, text: 'hello everybody' })
    case 'checkin':
      return gives(one.who, 'checkin')
    case 'award':
      return gives('mod', 'award', { member: `@test:${one.who}`, points: one.points, reason: 'because' })
    case 'redeem':
      return gives(one.who, 'redeem', { perk: one.perk })
    case 'fulfil': {
      const rows = await inn.rows('perks_redemptions')
      const code = rows[one.which % Math.max(1, rows.length)]?.code ?? 'NONE'
      return gives('mod', 'fulfil', { code, outcome: one.outcome })
    }
    case 'passes':
      return inn.passes(one.time)
    case 'again': {
      const event = sent[one.which % Math.max(1, sent.length)]
      if (event) await inn.happens(event)
    }
  }
}

/** Stock, limits and budget as the rows say, against what the rulebook allows. */
async function checkPerks(inn: Inn): Promise<void> {
  const rows = (await inn.rows('perks_redemptions')).filter(({ state }) => state !== 'refunded')
  expect(rows.filter(({ perk }) => perk === 'tea').length).toBeLessThanOrEqual(3)
  for (const who of new Set(rows.map(({ member_id }) => member_id)))
    expect(rows.filter(({ perk, member_id }) => perk === 'call' && member_id === who).length).toBeLessThanOrEqual(1)
  const byMonth = Map.groupBy(rows, ({ at }) => new Date(Number(at) + 8 * 3_600_000).toISOString().slice(0, 7))
  for (const some of byMonth.values())
    expect(some.reduce((sum, { price }) => sum + Number(price), 0)).toBeLessThanOrEqual(8 + 1e-6)
  const accounts = await books(inn)
  for (const { id } of catalogue) {
    const spent = rows.filter(({ perk }) => perk === id).reduce((sum, { cost }) => sum + Number(cost), 0)
    expect(accounts.get(`perk:${id}`) ?? 0).toBe(spent)
  }
}

it('whatever is commanded, the books balance, nobody is in debt, and no perk is given that is not there', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 50 }), async (steps) => {
      const inn = await openPerks(section)
      try {
        for (const user of people) await inn.says(user, 'hi')
        const sent: Record<string, unknown>[] = []
        for (const one of steps) await take(inn, one, sent)
        await checkPerks(inn)
        expect(inn.log.errors).toEqual([])
      } finally {
        await inn.close()
      }
    }),
    { numRuns: 60 },
  )
}, 60_000)

it('to be forgotten leaves no row that names the member, and books that balance', async () => {
  const inn = await openPerks(section)
  for (const user of people) {
    await inn.says(user, 'hello everybody')
    await inn.gives('mod', 'award', { member: `@${user}`, points: 100, reason: `thanks, ${user}` })
    await inn.gives(user, 'redeem', { perk: 'pin' })
  }
  await inn.gives('mod', 'giveaway', { action: 'start', what: 'A book' })
  const [giveaway] = await inn.rows('perks_giveaways')
  for (const user of people) await inn.gives(user, 'giveaway', { action: 'enter', what: giveaway!.id })
  const before = await books(inn)
  const ids = new Map((await inn.rows('memberships')).map(({ name, member_id }) => [String(name), String(member_id)]))
  for (const who of ['ann', 'mod']) {
    const id = ids.get(who)!
    await forgetPerson(inn.store, await findPerson(inn.store.db, `test:${who}`), {
      byMember: perks.personal,
      byUser: [],
    })
    for (const table of new Set([...perks.personal.map((one) => one.table), 'perks_balances', 'perks_journal']))
      for (const row of await inn.rows(table)) expect(Object.values(row as Record<string, Cell>)).not.toContain(id)
  }
  expect(await books(inn)).toEqual(before)
  expect((await inn.rows('perks_entries')).map(({ ticket }) => ticket)).toEqual([1, 2, 3])
  await inn.close()
})
