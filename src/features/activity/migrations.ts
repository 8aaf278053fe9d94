import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

type Columns = Readonly<Record<string, 'text' | 'bigint'>>

async function table(db: Kysely<unknown>, name: string, columns: Columns, keys: number): Promise<void> {
  let made = db.schema.createTable(name)
  for (const [column, type] of Object.entries(columns))
    made = made.addColumn(column, type, (is) => is.notNull().defaultTo(type === 'text' ? '' : 0))
  await made.addPrimaryKeyConstraint(`${name}_key`, Object.keys(columns).slice(0, keys) as never[]).execute()
}

export const migrations: Readonly<Record<string, Migration>> = {
  '2026-11-22-activity': {
    async up(db) {
      await table(db, 'activity_members', members, 2)
      await table(db, 'activity_regard', regard, 2)
      await table(db, 'activity_hours', hours, 3)
      await table(db, 'activity_days', days, 3)
      await db.schema
        .createIndex('activity_members_by_last')
        .on('activity_members')
        .columns(['group_id', 'last_at'])
        .execute()
    },
  },
}

const members: Columns = {
  group_id: 'text',
  member_id: 'text',
  messages: 'bigint',
  days: 'bigint',
  streak: 'bigint',
  best_streak: 'bigint',
  first_at: 'bigint',
  last_at: 'bigint',
  last_day: 'bigint',
  meaningful: 'bigint',
  today: 'bigint',
  meant_at: 'bigint',
  saying: 'bigint',
  replies_given: 'bigint',
  points: 'bigint',
  called: 'bigint',
  wrote: 'text',
}
const regard: Columns = {
  group_id: 'text',
  member_id: 'text',
  replies_received: 'bigint',
  reactions_received: 'bigint',
  reactions_given: 'bigint',
  points: 'bigint',
  block: 'bigint',
  day: 'bigint',
  people_today: 'bigint',
  people: 'text',
}
/** What happened in a group, by local day and hour. Names nobody. */
const hours: Columns = {
  group_id: 'text',
  day: 'bigint',
  hour: 'bigint',
  messages: 'bigint',
  replies: 'bigint',
  reactions: 'bigint',
  joins: 'bigint',
  leaves: 'bigint',
}
/** What one member did in a group on one local day; the key's order is that of the leaderboards' question. */
const days: Columns = {
  group_id: 'text',
  day: 'bigint',
  member_id: 'text',
  messages: 'bigint',
  points: 'bigint',
}
