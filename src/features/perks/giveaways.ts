/** Rows of giveaways and of who entered. */
import type { Database } from '../../core/tables.ts'
import type { EntryRow, GiveawayRow } from './store.ts'

export async function giveaway(db: Database, group: string, id: string): Promise<GiveawayRow | undefined> {
  const row = await db
    .selectFrom('perks_giveaways')
    .selectAll()
    .where('id', '=', id)
    .where('group_id', '=', group)
    .executeTakeFirst()
  return row as GiveawayRow | undefined
}

/** Those that are open, and the last ones that are over, the newest first. */
export async function giveawaysIn(db: Database, group: string, limit: number): Promise<GiveawayRow[]> {
  const rows = await db
    .selectFrom('perks_giveaways')
    .selectAll()
    .where('group_id', '=', group)
    .orderBy('begun_at', 'desc')
    .limit(limit)
    .execute()
  return rows as GiveawayRow[]
}

/** In the order of their tickets. */
export async function entriesOf(db: Database, id: string): Promise<EntryRow[]> {
  const rows = await db.selectFrom('perks_entries').selectAll().where('giveaway', '=', id).orderBy('ticket').execute()
  return rows as EntryRow[]
}

export async function entryOf(db: Database, id: string, member: string): Promise<EntryRow | undefined> {
  const row = await db
    .selectFrom('perks_entries')
    .selectAll()
    .where('giveaway', '=', id)
    .where('member_id', '=', member)
    .executeTakeFirst()
  return row as EntryRow | undefined
}
