/** An inn with points, and its books. */
import { expect } from 'vitest'
import perks from '../../../src/features/perks/index.ts'
import { type InnOptions, openInn } from '../../kit/inn.ts'

type Inn = Awaited<ReturnType<typeof openInn>>

/** Points are given by check-ins of 10 unless a test says otherwise; talking earns nothing. */
export const quietly = { points: { perMessage: 0 }, checkin: { points: 10, streaks: [{ every: 3, bonus: 7 }] } }
export const catalogue = [
  { id: 'tea', name: { zh: '奶茶', en: 'Tea' }, cost: 10, stock: 2, price: 15 },
  { id: 'call', name: { zh: '一对一', en: 'A call' }, cost: 15, perMember: 1 },
]

export const openPerks = (section: object = quietly, more: Partial<InnOptions> = {}): Promise<Inn> =>
  openInn({ features: [perks], sections: { perks: section }, languages: ['en'], timezone: 'Asia/Shanghai', ...more })

/** What every account of the inn holds; fails where the books do not balance, or do not follow from the journal. */
export async function books(inn: Inn): Promise<ReadonlyMap<string, number>> {
  const balances = new Map((await inn.rows('perks_balances')).map((row) => [String(row.account), Number(row.balance)]))
  const journalled = new Map<string, number>()
  for (const row of await inn.rows('perks_journal')) {
    const points = Number(row.points)
    expect(points).toBeGreaterThan(0)
    for (const [account, sign] of [
      [row.from_account, -1],
      [row.to_account, 1],
    ] as const)
      journalled.set(String(account), (journalled.get(String(account)) ?? 0) + sign * points)
  }
  expect(Object.fromEntries(balances)).toEqual(Object.fromEntries(journalled))
  expect([...balances.values()].reduce((sum, one) => sum + one, 0)).toBe(0)
  for (const [account, balance] of balances) if (account !== 'mint') expect(balance).toBeGreaterThanOrEqual(0)
  return balances
}

/** The points of everybody together. */
export const held = (accounts: ReadonlyMap<string, number>) =>
  [...accounts].filter(([account]) => account.startsWith('m:')).reduce((sum, [, one]) => sum + one, 0)
