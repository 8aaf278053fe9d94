/** Tables of raids. */
import type { Migration } from 'kysely/migration'
import { createIndex, createTable } from '../../../core/schema.ts'

const text = 'text'
const bigint = 'bigint'

export const raidMigrations: Readonly<Record<string, Migration>> = {
  '2026-11-22-moderation-raids': {
    async up(db) {
      await createTable(
        db,
        'moderation_arrivals',
        {
          group_id: text,
          member_id: text,
          name: text,
          at: bigint,
          account_at: bigint,
          avatar: bigint,
          raid: bigint,
          number: bigint,
        },
        ['group_id', 'member_id'],
      )
      await createIndex(db, 'moderation_arrivals', ['group_id', 'at'])
      await createTable(
        db,
        'moderation_raids',
        {
          group_id: text,
          number: bigint,
          level: bigint,
          cause: text,
          by_id: text,
          by_name: text,
          since: bigint,
          ended_at: bigint,
          joins: bigint,
          acted: bigint,
          set_by_us: text,
          asked: text,
          state: text,
        },
        ['group_id', 'number'],
      )
      await createTable(db, 'moderation_settings', { group_id: text, what: text, value: bigint }, ['group_id', 'what'])
      for (const [column, type] of [
        ['raid', bigint],
        ['raid_level', bigint],
        ['raid_does', text],
        ['raid_rest', bigint],
      ] as const)
        await db.schema
          .alterTable('moderation_groups')
          .addColumn(column, type, (made) => made.notNull().defaultTo(type === 'text' ? '' : 0))
          .execute()
    },
  },
}
