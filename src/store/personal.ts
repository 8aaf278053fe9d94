/** All that is kept of one member, in every table: to be handed over, or to be forgotten. */

import { nameKey } from '../core/engine/names.ts'
import { InnkeeperError } from '../core/errors.ts'
import type { Personal } from '../core/feature.ts'
import type { Database } from '../core/tables.ts'
import type { Store } from './driver.ts'
import { contains, sweep } from './traces.ts'

export interface Person {
  readonly id: string
  readonly name: string
  readonly community: string
  /** Accounts on platforms: "web:u1". */
  readonly users: readonly string[]
  /** Every name a group knows them by. */
  readonly names: readonly string[]
}
export interface PersonalTables {
  /** Tables of features, by our member id. */
  readonly byMember: readonly Personal[]
  /** Tables of adapters, by account. */
  readonly byUser: readonly Personal[]
}
const ours: readonly Personal[] = [
  { table: 'memberships', column: 'member_id', forget: 'delete' },
  { table: 'accounts', column: 'member_id', forget: 'delete' },
  { table: 'members', column: 'id', forget: 'delete' },
]

/** By our id, an account, or a name as shown. Throws `member/unknown` where none or several fit. */
export async function findPerson(db: Database, wanted: string): Promise<Person> {
  const ids = new Set<string>()
  for (const [table, column, id, value] of [
    ['members', 'id', 'id', wanted],
    ['accounts', 'user', 'member_id', wanted],
    ['memberships', 'name_key', 'member_id', nameKey(wanted)],
  ] as const)
    for (const row of await db.selectFrom(table).select(`${id} as id`).where(column, '=', value).execute())
      ids.add(String(row.id))
  const [only] = ids
  if (only === undefined || ids.size > 1)
    throw new InnkeeperError('member/unknown', {
      place: wanted,
      detail: ids.size > 1 ? `${ids.size} members: ${[...ids].join(', ')}` : '',
    })
  return person(db, only)
}
async function person(db: Database, id: string): Promise<Person> {
  const member = await db.selectFrom('members').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const accounts = await db.selectFrom('accounts').select('user').where('member_id', '=', id).execute()
  const shown = await db.selectFrom('memberships').select('name').where('member_id', '=', id).execute()
  return {
    id,
    name: String(member.name),
    community: String(member.community),
    users: accounts.map((row) => String(row.user)),
    names: [...new Set([String(member.name), ...shown.map((row) => String(row.name))])].filter(Boolean),
  }
}

/** Every row about a person, by table; tables without any are left out. */
export async function exportPerson(
  db: Database,
  who: Person,
  tables: PersonalTables,
): Promise<Record<string, unknown[]>> {
  const found: Record<string, unknown[]> = {}
  const look = async ({ table, column }: Personal, values: readonly string[]) => {
    if (values.length === 0) return
    const rows = await db
      .selectFrom(table)
      .selectAll()
      .where(column, 'in', [...values])
      .execute()
    if (rows.length) found[table] = [...(found[table] ?? []), ...rows]
  }
  for (const one of [...ours, ...tables.byMember]) await look(one, [who.id])
  for (const one of tables.byUser) await look(one, who.users)
  for (const table of ['inbox', 'outbox']) await look({ table, column: 'member_id', forget: 'anonymise' }, [who.id])
  return found
}

/** Forgets a person in one transaction; returns how many rows went or lost the person, by table. */
export async function forgetPerson(store: Store, who: Person, tables: PersonalTables): Promise<Record<string, number>> {
  return store.db.transaction().execute(async (db: Database) => {
    const touched: Record<string, number> = {}
    const count = (table: string, n: bigint | undefined) => {
      if (n) touched[table] = (touched[table] ?? 0) + Number(n)
    }
    for (const one of tables.byUser) for (const user of who.users) count(one.table, await forgetIn(db, one, user))
    await forgetTraces(db, who, count)
    for (const one of [...tables.byMember, ...ours]) count(one.table, await forgetIn(db, one, who.id))
    await sweep(db, { ids: [who.id, ...who.users], names: who.names }, tables.byUser, count)
    return touched
  })
}
async function forgetIn(
  db: Database,
  { table, column, forget, blank = [] }: Personal,
  value: string,
): Promise<bigint | undefined> {
  if (forget === 'delete')
    return (await db.deleteFrom(table).where(column, '=', value).executeTakeFirst()).numDeletedRows
  const change = Object.fromEntries([column, ...blank].map((name) => [name, '']))
  return (await db.updateTable(table).set(change).where(column, '=', value).executeTakeFirst()).numUpdatedRows
}

/** The engine's own: what was heard from the person and said in answer, and planned work about them. */
async function forgetTraces(
  db: Database,
  who: Person,
  count: (table: string, n: bigint | undefined) => void,
): Promise<void> {
  const theirs = db.selectFrom('inbox').select('id').where('member_id', '=', who.id)
  const blank = { action: '', detail: '', member_id: '' }
  const waiting = await db
    .deleteFrom('outbox')
    .where('state', '=', 'waiting')
    .where((or) => or.or([or('member_id', '=', who.id), or('event', 'in', theirs)]))
    .executeTakeFirst()
  count('outbox', waiting.numDeletedRows)
  const said = await db
    .updateTable('outbox')
    .set(blank)
    .where((or) => or.or([or('member_id', '=', who.id), or('event', 'in', theirs)]))
    .executeTakeFirst()
  count('outbox', said.numUpdatedRows)
  const heard = await db
    .updateTable('inbox')
    .set({ member_id: '', message: '', why: '{}' })
    .where('member_id', '=', who.id)
    .executeTakeFirst()
  count('inbox', heard.numUpdatedRows)
  const planned = await db
    .deleteFrom('agenda')
    .where((where) => contains(where, 'payload', who.id))
    .executeTakeFirst()
  count('agenda', planned.numDeletedRows)
}
