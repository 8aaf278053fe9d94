import type { Migration } from 'kysely/migration'
import { type Columns, createTable } from '../../core/schema.ts'

export const migrations: Readonly<Record<string, Migration>> = {
  '2026-11-22-schedule': {
    async up(db) {
      await createTable(db, 'schedule_posts', posts, ['group_id', 'post'])
      await createTable(db, 'schedule_rotation', rotation, ['group_id', 'library'])
    },
  },
}

const posts: Columns = {
  group_id: 'text',
  post: 'text',
  paused: 'bigint',
  changed_by: 'text',
  changed_at: 'bigint',
  last_at: 'bigint',
  runs: 'bigint',
}
/** `used` is a JSON list of the items posted in this round; a row is only ever put whole. */
const rotation: Columns = { group_id: 'text', library: 'text', round: 'bigint', used: 'text' }
