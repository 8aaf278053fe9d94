import type { Migration } from 'kysely/migration'
import { type Columns, createTable } from '../../core/schema.ts'

export const migrations: Readonly<Record<string, Migration>> = {
  '2026-11-22-activity': {
    async up(db) {
      await createTable(db, 'activity_members', members, ['group_id', 'member_id'])
      await createTable(db, 'activity_regard', regard, ['group_id', 'member_id'])
      await createTable(db, 'activity_hours', hours, ['group_id', 'day', 'hour'])
      await createTable(db, 'activity_days', days, ['group_id', 'day', 'member_id'])
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
