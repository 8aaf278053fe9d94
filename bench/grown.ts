/** A database as it is after a million messages: real rows of some thousands, copied under other members' names. */
import { sql } from 'kysely'
import type { Database } from '../src/core/tables.ts'
import { features } from '../src/features.ts'
import { events } from './events.ts'
import { type Bench, openBench } from './inn.ts'

/** Columns with the name of a person, an event or an account: these differ from copy to copy. */
const personal: ReadonlySet<string> = new Set([
  'id',
  'member_id',
  'user',
  'account',
  'from_account',
  'to_account',
  'message',
])
const tables = [
  'members',
  'accounts',
  'memberships',
  'inbox',
  'activity_members',
  'activity_days',
  'activity_regard',
  'moderation_members',
  'perks_members',
  'perks_balances',
  'perks_journal',
]

export interface Grown {
  readonly bench: Bench
  readonly messages: number
  readonly members: number
}

/** `base` events really handled, then all that they left copied so many times. */
export async function growBench(groups: number, base: number, copies: number): Promise<Grown> {
  const bench = await openBench(features)
  await bench.feed(events(groups, base, 0))
  const { db } = bench.store
  for (const table of tables) await copy(db, table, copies)
  return {
    bench,
    messages: await countOf(db, 'inbox'),
    members: await countOf(db, 'members'),
  }
}
async function copy(db: Database, table: string, copies: number): Promise<void> {
  const meta = (await db.introspection.getTables()).find(({ name }) => name === table)
  if (!meta) throw new Error(`no table ${table}`)
  const columns = meta.columns.map(({ name }) => sql.ref(name))
  const values = meta.columns.map(({ name }) =>
    personal.has(name) ? sql`${sql.ref(`t.${name}`)} || '~' || c.value` : sql.ref(`t.${name}`),
  )
  const numbers = JSON.stringify(Array.from({ length: copies - 1 }, (_, n) => n + 1))
  await sql`insert into ${sql.table(table)} (${sql.join(columns)})
    select ${sql.join(values)} from json_each(${numbers}) as c, ${sql.table(table)} as t where true on conflict do nothing`.execute(
    db,
  )
}
const countOf = async (db: Database, table: string) =>
  Number(
    (
      await db
        .selectFrom(table)
        .select((make) => make.fn.countAll().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  )
