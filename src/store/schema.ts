/** The engine's own tables. Features bring theirs; together they are the one set of migrations for both databases. */
import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { createIndex, createTable } from '../core/schema.ts'

export const engineMigrations: Readonly<Record<string, Migration>> = {
  '2026-11-22-engine': {
    async up(db) {
      await people(db)
      await boxes(db)
      await agenda(db)
    },
  },
  '2026-11-22-open-asks': {
    up: (db) => createTable(db, 'open_asks', { place: 'text', asks: 'text', until: 'bigint' }, ['place']),
  },
  '2026-11-22-origins': {
    async up(db) {
      await db.schema
        .alterTable('agenda')
        .addColumn('origin', 'text', (column) => column.notNull().defaultTo(''))
        .execute()
    },
  },
}

async function people(db: Kysely<unknown>) {
  await createTable(
    db,
    'groups',
    {
      ref: 'text',
      id: 'text',
      community: 'text',
      platform: 'text',
      name: 'text',
      rules_hash: 'text',
      since: 'bigint',
      gone: 'bigint',
    },
    ['ref'],
  )
  await createIndex(db, 'groups', ['id'])
  await createTable(
    db,
    'members',
    { id: 'text', community: 'text', name: 'text', number: 'bigint', role: 'text', locale: 'text', since: 'bigint' },
    ['id'],
  )
  await createTable(db, 'accounts', { community: 'text', user: 'text', member_id: 'text' }, ['community', 'user'])
  await createTable(
    db,
    'memberships',
    {
      group_id: 'text',
      member_id: 'text',
      user: 'text',
      name: 'text',
      name_key: 'text',
      role: 'text',
      joined_at: 'bigint',
      joins: 'bigint',
      present: 'bigint',
    },
    ['group_id', 'member_id'],
  )
  await createIndex(db, 'memberships', ['group_id', 'name_key'])
  await createTable(db, 'counters', { name: 'text', value: 'bigint' }, ['name'])
}

async function boxes(db: Kysely<unknown>) {
  await createTable(
    db,
    'inbox',
    { id: 'text', at: 'bigint', group_id: 'text', type: 'text', member_id: 'text', message: 'text', why: 'text' },
    ['id'],
  )
  await createIndex(db, 'inbox', ['at'])
  await createTable(
    db,
    'outbox',
    {
      id: 'text',
      seq: 'bigint',
      event: 'text',
      feature: 'text',
      platform: 'text',
      group_id: 'text',
      member_id: 'text',
      type: 'text',
      action: 'text',
      priority: 'bigint',
      due: 'bigint',
      state: 'text',
      attempts: 'bigint',
      message: 'text',
      detail: 'text',
      at: 'bigint',
    },
    ['id'],
  )
  await createIndex(db, 'outbox', ['state', 'seq'])
  await createIndex(db, 'outbox', ['event'])
  await createIndex(db, 'outbox', ['at'])
  await createTable(db, 'budgets', { community: 'text', kind: 'text', hour: 'bigint', used: 'bigint' }, [
    'community',
    'kind',
  ])
}

async function agenda(db: Kysely<unknown>) {
  await createTable(
    db,
    'agenda',
    {
      id: 'text',
      feature: 'text',
      job: 'text',
      key: 'text',
      group_id: 'text',
      due: 'bigint',
      cron: 'text',
      late: 'text',
      late_within: 'bigint',
      payload: 'text',
    },
    ['id'],
  )
  await createIndex(db, 'agenda', ['due'])
  await createIndex(db, 'agenda', ['group_id'])
  await createTable(
    db,
    'occurrences',
    {
      id: 'text',
      feature: 'text',
      job: 'text',
      key: 'text',
      group_id: 'text',
      due: 'bigint',
      state: 'text',
      note: 'text',
      at: 'bigint',
    },
    ['id'],
  )
  await createIndex(db, 'occurrences', ['due'])
}
