import type { Migration } from 'kysely/migration'

export const migrations: Readonly<Record<string, Migration>> = {
  '2026-11-22-welcome': {
    async up(db) {
      await db.schema
        .createTable('welcome_newcomers')
        .addColumn('group_id', 'text', (is) => is.notNull())
        .addColumn('member_id', 'text', (is) => is.notNull())
        .addColumn('joins', 'bigint', (is) => is.notNull())
        .addColumn('joined_at', 'bigint', (is) => is.notNull())
        .addColumn('welcomed_at', 'bigint', (is) => is.notNull())
        .addColumn('state', 'text', (is) => is.notNull())
        .addColumn('inviter_id', 'text', (is) => is.notNull())
        .addPrimaryKeyConstraint('welcome_newcomers_key', ['group_id', 'member_id'])
        .execute()
      await db.schema
        .createIndex('welcome_newcomers_by_state')
        .on('welcome_newcomers')
        .columns(['group_id', 'state', 'joined_at'])
        .execute()
      await db.schema
        .createTable('welcome_doors')
        .addColumn('group_id', 'text', (is) => is.primaryKey().notNull())
        .addColumn('due', 'bigint', (is) => is.notNull())
        .addColumn('recent', 'text', (is) => is.notNull())
        .addColumn('raid_at', 'bigint', (is) => is.notNull())
        .addColumn('hour', 'bigint', (is) => is.notNull())
        .addColumn('used', 'bigint', (is) => is.notNull())
        .execute()
    },
  },
}
