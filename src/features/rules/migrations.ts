import type { Migration } from 'kysely/migration'

export const migrations: Readonly<Record<string, Migration>> = {
  '2026-11-22-rules': {
    async up(db) {
      await db.schema
        .createTable('rules_walls')
        .addColumn('group_id', 'text', (is) => is.primaryKey().notNull())
        .addColumn('hash', 'text', (is) => is.notNull())
        .addColumn('text', 'text', (is) => is.notNull())
        .addColumn('posted', 'text', (is) => is.notNull())
        .addColumn('at', 'bigint', (is) => is.notNull())
        .execute()
      await db.schema
        .createTable('rules_agreements')
        .addColumn('group_id', 'text', (is) => is.notNull())
        .addColumn('member_id', 'text', (is) => is.notNull())
        .addColumn('hash', 'text', (is) => is.notNull())
        .addColumn('at', 'bigint', (is) => is.notNull())
        .addPrimaryKeyConstraint('rules_agreements_key', ['group_id', 'member_id'])
        .execute()
    },
  },
}
