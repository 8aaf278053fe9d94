import type { Migration } from 'kysely/migration'
import { type Columns, createIndex, createTable } from '../../core/schema.ts'

export const migrations: Readonly<Record<string, Migration>> = {
  '2026-11-22-welcome': {
    async up(db) {
      await createTable(db, 'welcome_newcomers', newcomers, ['group_id', 'member_id'])
      await createIndex(db, 'welcome_newcomers', ['group_id', 'state', 'joined_at'])
      await createTable(db, 'welcome_doors', doors, ['group_id'])
    },
  },
  '2026-11-22-welcome-requests': {
    async up(db) {
      await createTable(db, 'welcome_requests', requests, ['group_id', 'request'])
      await createTable(db, 'welcome_admitted', { group_id: 'text', day: 'bigint', count: 'bigint' }, ['group_id'])
    },
  },
}

const requests: Columns = {
  group_id: 'text',
  request: 'text',
  member_id: 'text',
  account: 'text',
  name: 'text',
  at: 'bigint',
  state: 'text',
}
const newcomers: Columns = {
  group_id: 'text',
  member_id: 'text',
  joins: 'bigint',
  joined_at: 'bigint',
  welcomed_at: 'bigint',
  state: 'text',
  inviter_id: 'text',
}
const doors: Columns = {
  group_id: 'text',
  due: 'bigint',
  recent: 'text',
  raid_at: 'bigint',
  hour: 'bigint',
  used: 'bigint',
}
