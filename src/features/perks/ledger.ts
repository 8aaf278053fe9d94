/**
 * A double-entry ledger: every entry takes points from one account and gives them to another, so that all balances of a
 * community always add up to nothing. Accounts are `mint`, where points come from, `perk:<id>`, where they are spent,
 * and one per member under a name that does not tell whose it is: to forget a member is to forget which account it was.
 */
import { hash } from 'node:crypto'
import type { Tables } from '../../core/tables.ts'
import { andThen, type MaybePromise } from '../../core/words.ts'

export const mint = 'mint'
export const perkAccount = (perk: string) => `perk:${perk}`
/** A new account's name, the same when the event is handled again. */
export const memberAccount = (event: string, member: string) =>
  `m:${hash('sha256', `${event}\0${member}`).slice(0, 20)}`

export type BalanceRow = { community: string; account: string; balance: number }
export type JournalRow = {
  id: string
  at: number
  community: string
  group_id: string
  from_account: string
  to_account: string
  points: number
  kind: string
  ref: string
}
/** One move of points. `points` is above 0; `id` is unique, and the same when the event is handled again. */
export type Entry = Readonly<JournalRow> & { readonly kind: 'message' | 'checkin' | 'award' | 'redeem' | 'refund' }

export function ledger(tables: Tables) {
  const balances = tables.records<BalanceRow, 'community' | 'account'>({
    table: 'perks_balances',
    key: ['community', 'account'],
    empty: { balance: 0 },
  })
  const journal = tables.journal<JournalRow>('perks_journal', [
    'id',
    'at',
    'community',
    'group_id',
    'from_account',
    'to_account',
    'points',
    'kind',
    'ref',
  ])
  const balance = (community: string, account: string) => balances.get({ community, account })
  const book = (entry: Entry, from: BalanceRow, to: BalanceRow) => {
    refuseUnsound(entry, from)
    balances.put({ ...from, balance: from.balance - entry.points })
    balances.put({ ...to, balance: to.balance + entry.points })
    journal.insert(entry)
  }
  return {
    /** What an account holds; the mint's is what it has given out, below zero. */
    balance: (community: string, account: string): MaybePromise<number> => {
      const row = balance(community, account)
      return andThen(row, (one) => one.balance)
    },
    /** A new account holds nothing, which nobody has to be asked. In `save` only. */
    open(account: string): void {
      tables.born(account)
    },
    /** Books an entry. In `save` only. Throws where it would leave the account it takes from in debt. */
    move(entry: Entry): MaybePromise<void> {
      const from = balance(entry.community, entry.from_account)
      const to = balance(entry.community, entry.to_account)
      if (!(from instanceof Promise) && !(to instanceof Promise)) return book(entry, from, to)
      return Promise.all([from, to]).then(([one, other]) => book(entry, one, other))
    },
  }
}

/** Commands ask first; that an entry is unsound is a mistake of ours, and must not be booked. */
function refuseUnsound({ id, points, from_account, to_account }: Entry, from: BalanceRow): void {
  if (!Number.isSafeInteger(points) || points <= 0) throw new Error(`entry ${id} moves ${points} points`)
  if (from_account === to_account) throw new Error(`entry ${id} moves points to where they are`)
  if (from_account !== mint && from.balance < points) throw new Error(`entry ${id} takes more than there is`)
}
