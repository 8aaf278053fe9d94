import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { type Columns, createTable } from '../../core/schema.ts'

export const migrations: Readonly<Record<string, Migration>> = {
  '2026-11-22-perks': {
    async up(db) {
      await createTable(db, 'perks_members', members, ['community', 'member_id'])
      await createTable(db, 'perks_balances', { community: 'text', account: 'text', balance: 'bigint' }, [
        'community',
        'account',
      ])
      await createTable(db, 'perks_journal', journal, ['id'])
      await createTable(db, 'perks_awards', awards, ['id'])
      await createTable(db, 'perks_redemptions', redemptions, ['code'])
      await createTable(db, 'perks_giveaways', giveaways, ['id'])
      await createTable(db, 'perks_entries', entries, ['giveaway', 'ticket'])
      await createTable(db, 'perks_secrets', { name: 'text', value: 'text' }, ['name'])
      await keepSecret(db)
    },
  },
}

/**
 * Seeds are derived from this key and an event's id: nobody outside can guess them, and a batch that is
 * handled again gives the same ones. It is made here, once, so that no handler ever draws a random number.
 */
async function keepSecret(db: Kysely<unknown>): Promise<void> {
  // biome-ignore lint/suspicious/noExplicitAny: tables of migrations are in no interface
  const open = db as Kysely<any>
  await open
    .insertInto('perks_secrets')
    .values({ name: 'seed', value: randomBytes(32).toString('hex') })
    .execute()
}

const members: Columns = {
  community: 'text',
  member_id: 'text',
  account: 'text',
  earned_at: 'bigint',
  earn_day: 'bigint',
  earned_today: 'bigint',
  checkin_day: 'bigint',
  streak: 'bigint',
  best_streak: 'bigint',
  checkins: 'bigint',
}
const journal: Columns = {
  id: 'text',
  at: 'bigint',
  community: 'text',
  group_id: 'text',
  from_account: 'text',
  to_account: 'text',
  points: 'bigint',
  kind: 'text',
  ref: 'text',
}
const awards: Columns = {
  id: 'text',
  at: 'bigint',
  community: 'text',
  group_id: 'text',
  member_id: 'text',
  by_member: 'text',
  points: 'bigint',
  reason: 'text',
}
const redemptions: Columns = {
  code: 'text',
  at: 'bigint',
  community: 'text',
  group_id: 'text',
  member_id: 'text',
  perk: 'text',
  cost: 'bigint',
  price: 'double precision',
  state: 'text',
  done_at: 'bigint',
  by_member: 'text',
}
const giveaways: Columns = {
  id: 'text',
  community: 'text',
  group_id: 'text',
  prize: 'text',
  winners: 'bigint',
  commitment: 'text',
  seed_from: 'text',
  seed: 'text',
  post: 'text',
  entries: 'bigint',
  begun_at: 'bigint',
  ends_at: 'bigint',
  state: 'text',
  by_member: 'text',
}
const entries: Columns = { giveaway: 'text', ticket: 'bigint', member_id: 'text', at: 'bigint', place: 'bigint' }
