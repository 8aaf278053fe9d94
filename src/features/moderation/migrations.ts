/** Tables of this feature. Texts stand only in `moderation_cases` and `moderation_notes`, and only as long as kept. */
import type { Migration } from 'kysely/migration'
import { createIndex, createTable } from '../../core/schema.ts'
import { caseMigrations } from './case-migrations.ts'
import { raidMigrations } from './raid/migrations.ts'
import { ruleMigrations } from './rules/migrations.ts'

const text = 'text'
const bigint = 'bigint'

export const migrations: Readonly<Record<string, Migration>> = {
  ...ruleMigrations,
  ...caseMigrations,
  ...raidMigrations,
  '2026-11-22-moderation': {
    async up(db) {
      await createTable(
        db,
        'moderation_members',
        { group_id: text, member_id: text, said: text, messages: text, meaningful: bigint, last_at: bigint },
        ['group_id', 'member_id'],
      )
      await createTable(
        db,
        'moderation_groups',
        { group_id: text, crowd: text, joins: text, raid_since: bigint, raid_until: bigint, raid_joins: bigint },
        ['group_id'],
      )
      await createTable(db, 'moderation_counters', { community: text, cases: bigint }, ['community'])
      await createTable(db, 'moderation_cases', caseColumns, ['community', 'number'])
      await createIndex(db, 'moderation_cases', ['community', 'state'])
      await createIndex(db, 'moderation_cases', ['member_id'])
      await createTable(
        db,
        'moderation_standing',
        { community: text, member_id: text, sanctions: text, last_case: bigint, last_group: text, last_at: bigint },
        ['community', 'member_id'],
      )
      await createTable(
        db,
        'moderation_reports',
        { id: text, group_id: text, member_id: text, reporter_id: text, message: text, at: bigint },
        ['id'],
      )
      await createIndex(db, 'moderation_reports', ['member_id'])
      await createIndex(db, 'moderation_reports', ['reporter_id'])
      await createTable(
        db,
        'moderation_notes',
        {
          id: text,
          community: text,
          number: bigint,
          member_id: text,
          by_id: text,
          by_name: text,
          note: text,
          at: bigint,
        },
        ['id'],
      )
      await createIndex(db, 'moderation_notes', ['community', 'number'])
    },
  },
  '2026-11-22-moderation-mirrors': {
    async up(db) {
      await createTable(db, 'moderation_mirrors', { group_id: text, since: bigint }, ['group_id'])
    },
  },
  '2026-11-22-moderation-lessons': {
    async up(db) {
      await createTable(db, 'moderation_lessons', { community: text, state: text }, ['community'])
      await createTable(db, 'moderation_known', { community: text, bucket: bigint, entries: text }, [
        'community',
        'bucket',
      ])
    },
  },
}
const caseColumns = {
  community: text,
  number: bigint,
  group_id: text,
  group_ref: text,
  member_id: text,
  user: text,
  name: text,
  origin: text,
  rule: text,
  score: 'double precision',
  checks: text,
  evidence: text,
  messages: text,
  steps: text,
  asked: text,
  state: text,
  opened_at: bigint,
  by_id: text,
  by_name: text,
  decided_at: bigint,
  reason: text,
  appeal: text,
  appealed_at: bigint,
  appeal_state: text,
  keep_until: bigint,
} as const
