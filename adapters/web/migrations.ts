/** The hall's tables. All ids are the adapter's own ("web:…"), all times epoch milliseconds, booleans 0 and 1. */
import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { Personal } from '../../src/core/feature.ts'

const first: Migration = {
  async up(db: Kysely<unknown>) {
    await places(db)
    await people(db)
    await posts(db)
    await doors(db)
  },
}

async function places(db: Kysely<unknown>) {
  await db.schema
    .createTable('web_groups')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('closed_at', 'bigint')
    .execute()
}

async function people(db: Kysely<unknown>) {
  await db.schema
    .createTable('web_users')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('folded', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('locale', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('web_users_folded').on('web_users').column('folded').execute()
  await db.schema
    .createTable('web_memberships')
    .addColumn('group_id', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('titles', 'text', (column) => column.notNull())
    .addColumn('joined_at', 'bigint', (column) => column.notNull())
    .addColumn('muted_until', 'bigint', (column) => column.notNull())
    .addColumn('read_seq', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('web_memberships_pk', ['group_id', 'user_id'])
    .execute()
  await db.schema.createIndex('web_memberships_user').on('web_memberships').column('user_id').execute()
}

async function posts(db: Kysely<unknown>) {
  await db.schema
    .createTable('web_messages')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('group_id', 'text', (column) => column.notNull())
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('changed', 'bigint', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('only_for', 'text', (column) => column.notNull())
    .addColumn('reply_to', 'text', (column) => column.notNull())
    .addColumn('ask', 'text', (column) => column.notNull())
    .addColumn('options', 'text', (column) => column.notNull())
    .addColumn('picture', 'bigint', (column) => column.notNull())
    .addColumn('edited_at', 'bigint', (column) => column.notNull())
    .addColumn('deleted_at', 'bigint', (column) => column.notNull())
    .addColumn('deleted_by', 'text', (column) => column.notNull())
    .addColumn('pinned_at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('web_messages_order').on('web_messages').columns(['group_id', 'seq']).execute()
  await db.schema.createIndex('web_messages_changed').on('web_messages').columns(['group_id', 'changed']).execute()
  await db.schema.createIndex('web_messages_user').on('web_messages').column('user_id').execute()
  await db.schema
    .createTable('web_pictures')
    .addColumn('message_id', 'text', (column) => column.primaryKey())
    .addColumn('png', 'text', (column) => column.notNull())
    .addColumn('alt', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('web_reactions')
    .addColumn('message_id', 'text', (column) => column.notNull())
    .addColumn('emoji', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('web_reactions_pk', ['message_id', 'emoji', 'user_id'])
    .execute()
}

/** Ways in (invites, sessions, keys), and the two lists that make deliveries happen once. */
async function doors(db: Kysely<unknown>) {
  await db.schema
    .createTable('web_invites')
    .addColumn('token', 'text', (column) => column.primaryKey())
    .addColumn('group_id', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('created_by', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addColumn('uses', 'bigint', (column) => column.notNull())
    .addColumn('most_uses', 'bigint', (column) => column.notNull())
    .addColumn('revoked_at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('web_sessions')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('web_sessions_user').on('web_sessions').column('user_id').execute()
  await db.schema
    .createTable('web_keys')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('web_waiting')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('event', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('web_done')
    .addColumn('action_id', 'text', (column) => column.primaryKey())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .execute()
}

/** What is pinned is asked for whenever a page opens a group. */
const pins: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.createIndex('web_messages_pinned').on('web_messages').columns(['group_id', 'pinned_at']).execute()
  },
}

export const migrations: Readonly<Record<string, Migration>> = {
  '2026-11-22-web-hall': first,
  '2026-11-22-web-pins': pins,
}

/**
 * Tables that name an account. The column holds the account ("web:u…"), not our member id: these are the platform's
 * own rows. A group keeps its conversation when one of its members is forgotten: the words go, the place stays.
 */
export const personal: readonly Personal[] = [
  { table: 'web_users', column: 'id', forget: 'delete' },
  { table: 'web_memberships', column: 'user_id', forget: 'delete' },
  { table: 'web_messages', column: 'user_id', forget: 'anonymise', blank: ['name', 'text'] },
  { table: 'web_messages', column: 'only_for', forget: 'delete' },
  { table: 'web_messages', column: 'deleted_by', forget: 'anonymise' },
  { table: 'web_reactions', column: 'user_id', forget: 'delete' },
  { table: 'web_invites', column: 'created_by', forget: 'anonymise' },
  { table: 'web_sessions', column: 'user_id', forget: 'delete' },
  { table: 'web_waiting', column: 'user_id', forget: 'delete' },
  { table: 'web_done', column: 'user_id', forget: 'anonymise' },
]
