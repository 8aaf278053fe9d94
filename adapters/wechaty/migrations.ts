/** The tables of `tables.ts`. */
import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import type { Personal } from '../../src/core/feature.ts'
import { createIndex, createTable } from '../../src/core/schema.ts'

const first: Migration = {
  async up(db: Kysely<unknown>) {
    const room = { ref: 'text', room: 'text', topic: 'text', since: 'bigint', compared_at: 'bigint' } as const
    await createTable(db, 'wechat_rooms', room, ['ref'])
    await createTable(db, 'wechat_people', { user: 'text', contact: 'text', name: 'text', remark: 'text' }, ['user'])
    await createIndex(db, 'wechat_people', ['contact'])
    const member = {
      ref: 'text',
      user: 'text',
      name: 'text',
      alias: 'text',
      present: 'bigint',
      joins: 'bigint',
    } as const
    await createTable(db, 'wechat_members', member, ['ref', 'user'])
    await createIndex(db, 'wechat_members', ['user'])
    const names = { ref: 'text', found: 'text', known: 'text', meanwhile: 'text', found_name: 'text' } as const
    const match = { ...names, known_name: 'text', confidence: 'double precision', at: 'bigint', state: 'text' } as const
    await createTable(db, 'wechat_matches', { id: 'text', kind: 'text', ...match }, ['id'])
  },
}

const second: Migration = {
  async up(db: Kysely<unknown>) {
    await createTable(db, 'wechat_staff', { ref: 'text', user: 'text', role: 'text' }, ['ref', 'user'])
    await createTable(db, 'wechat_rests', { what: 'text', until: 'bigint' }, ['what'])
  },
}

export const migrations: Readonly<Record<string, Migration>> = {
  '2026-11-22-wechat': first,
  '2026-11-22-wechat-rests': second,
}

export const personal: readonly Personal[] = [
  { table: 'wechat_people', column: 'user', forget: 'delete' },
  { table: 'wechat_members', column: 'user', forget: 'delete' },
  { table: 'wechat_staff', column: 'user', forget: 'delete' },
  { table: 'wechat_matches', column: 'known', forget: 'delete' },
  { table: 'wechat_matches', column: 'meanwhile', forget: 'delete' },
]
