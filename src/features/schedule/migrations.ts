import type { Migration } from 'kysely/migration'

export const migrations: Readonly<Record<string, Migration>> = {
  '2026-11-22-schedule': {
    async up(db) {
      await db.schema
        .createTable('schedule_posts')
        .addColumn('group_id', 'text', (column) => column.notNull())
        .addColumn('post', 'text', (column) => column.notNull())
        .addColumn('paused', 'bigint', (column) => column.notNull().defaultTo(0))
        .addColumn('changed_by', 'text', (column) => column.notNull().defaultTo(''))
        .addColumn('changed_at', 'bigint', (column) => column.notNull().defaultTo(0))
        .addColumn('last_at', 'bigint', (column) => column.notNull().defaultTo(0))
        .addColumn('runs', 'bigint', (column) => column.notNull().defaultTo(0))
        .addPrimaryKeyConstraint('schedule_posts_key', ['group_id', 'post'])
        .execute()
      await db.schema
        .createTable('schedule_rotation')
        .addColumn('group_id', 'text', (column) => column.notNull())
        .addColumn('library', 'text', (column) => column.notNull())
        .addColumn('round', 'bigint', (column) => column.notNull().defaultTo(0))
        .addColumn('used', 'text', (column) => column.notNull().defaultTo('[]'))
        .addPrimaryKeyConstraint('schedule_rotation_key', ['group_id', 'library'])
        .execute()
    },
  },
}
