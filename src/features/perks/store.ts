/** Members' accounts and check-ins, the ledger, and rows of what is rare. */
import type { Tables } from '../../core/tables.ts'
import { ledger } from './ledger.ts'

/** Days are local days since 1970; `never` where there was none. `earned_today` is that of `earn_day`. */
export type MemberRow = {
  community: string
  member_id: string
  account: string
  earned_at: number
  earn_day: number
  earned_today: number
  checkin_day: number
  streak: number
  best_streak: number
  checkins: number
}
const never = -10

export type AwardRow = {
  id: string
  at: number
  community: string
  group_id: string
  member_id: string
  by_member: string
  points: number
  reason: string
}
/** `price` is what it cost the owner at the time. */
export type RedemptionRow = {
  code: string
  at: number
  community: string
  group_id: string
  member_id: string
  perk: string
  cost: number
  price: number
  state: 'open' | 'done' | 'refunded'
  done_at: number
  by_member: string
}
/** `seed_from` is the event the seed is derived from; `seed` is empty until it is revealed. */
export type GiveawayRow = {
  id: string
  community: string
  group_id: string
  prize: string
  winners: number
  commitment: string
  seed_from: string
  seed: string
  post: string
  entries: number
  begun_at: number
  ends_at: number
  state: 'open' | 'over'
  by_member: string
}
/** `place` is 0, or that of a winner from 1. */
export type EntryRow = { giveaway: string; ticket: number; member_id: string; at: number; place: number }

const awardColumns: readonly (keyof AwardRow)[] = [
  'id',
  'at',
  'community',
  'group_id',
  'member_id',
  'by_member',
  'points',
  'reason',
]
const redemptionColumns: readonly (keyof RedemptionRow)[] = [
  'code',
  'at',
  'community',
  'group_id',
  'member_id',
  'perk',
  'cost',
  'price',
  'state',
  'done_at',
  'by_member',
]
const giveawayColumns: readonly (keyof GiveawayRow)[] = [
  'id',
  'community',
  'group_id',
  'prize',
  'winners',
  'commitment',
  'seed_from',
  'seed',
  'post',
  'entries',
  'begun_at',
  'ends_at',
  'state',
  'by_member',
]

export const store = (tables: Tables) => ({
  members: tables.records<MemberRow, 'community' | 'member_id'>({
    table: 'perks_members',
    key: ['community', 'member_id'],
    empty: {
      account: '',
      earned_at: 0,
      earn_day: never,
      earned_today: 0,
      checkin_day: never,
      streak: 0,
      best_streak: 0,
      checkins: 0,
    },
  }),
  ledger: ledger(tables),
  secrets: tables.records<{ name: string; value: string }, 'name'>({
    table: 'perks_secrets',
    key: ['name'],
    empty: { value: '' },
  }),
  awards: tables.journal<AwardRow>('perks_awards', awardColumns),
  redemptions: tables.journal<RedemptionRow>('perks_redemptions', redemptionColumns),
  giveaways: tables.journal<GiveawayRow>('perks_giveaways', giveawayColumns),
  entries: tables.journal<EntryRow>('perks_entries', ['giveaway', 'ticket', 'member_id', 'at', 'place']),
  /** For changing rows of the four above, none of which is cached. */
  sql: () => tables.sql(),
})
export type PerksStore = ReturnType<typeof store>
