/** The door’s tables, and which of them name an account. */
import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { Personal } from '../../src/core/feature.ts'

const first: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('discord_guilds')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('since', 'bigint', (column) => column.notNull())
      .execute()
    await db.schema
      .createTable('discord_mutes')
      .addColumn('guild', 'text', (column) => column.notNull())
      .addColumn('user_id', 'text', (column) => column.notNull())
      .addColumn('until', 'bigint', (column) => column.notNull())
      .addColumn('applied_until', 'bigint', (column) => column.notNull())
      .addColumn('reason', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('discord_mutes_pk', ['guild', 'user_id'])
      .execute()
    await db.schema
      .createTable('discord_locks')
      .addColumn('guild', 'text', (column) => column.notNull())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('allow', 'text', (column) => column.notNull())
      .addColumn('deny', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('discord_locks_pk', ['guild', 'channel'])
      .execute()
  },
}
const staff: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('discord_staff')
      .addColumn('guild', 'text', (column) => column.notNull())
      .addColumn('user_id', 'text', (column) => column.notNull())
      .addColumn('role', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('discord_staff_pk', ['guild', 'user_id'])
      .execute()
  },
}
const held: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('discord_held')
      .addColumn('guild', 'text', (column) => column.notNull())
      .addColumn('what', 'text', (column) => column.notNull())
      .addColumn('place', 'text', (column) => column.notNull())
      .addColumn('holder', 'text', (column) => column.notNull())
      .addColumn('before', 'bigint', (column) => column.notNull())
      .addColumn('wants', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('discord_held_pk', ['guild', 'what', 'place', 'holder'])
      .execute()
  },
}
export const migrations: Readonly<Record<string, Migration>> = {
  '2026-11-22-discord-door': first,
  '2026-11-22-discord-staff': staff,
  '2026-11-22-discord-held': held,
}

/** The column holds the account as events name it ("discord:…"), so that one who is forgotten is found by it. */
export const personal: readonly Personal[] = [
  { table: 'discord_mutes', column: 'user_id', forget: 'delete' },
  { table: 'discord_staff', column: 'user_id', forget: 'delete' },
]
