/** Tables of the rules. None holds a text. */
import type { Migration } from 'kysely/migration'
import { createIndex, createTable } from '../../../core/schema.ts'

const text = 'text'
const bigint = 'bigint'

export const ruleMigrations: Readonly<Record<string, Migration>> = {
  '2026-11-22-moderation-rules': {
    async up(db) {
      await createTable(
        db,
        'moderation_rule_paces',
        { group_id: text, member_id: text, place: text, kept: text, at: bigint },
        ['group_id', 'member_id', 'place'],
      )
      await createTable(
        db,
        'moderation_counts',
        { community: text, counter: text, group_id: text, member_id: text, place: text, count: text, at: bigint },
        ['community', 'counter', 'group_id', 'member_id', 'place'],
      )
      await createTable(
        db,
        'moderation_profiles',
        { group_id: text, member_id: text, name: text, roles: text, account_at: bigint, avatar: bigint, at: bigint },
        ['group_id', 'member_id'],
      )
      await createTable(
        db,
        'moderation_rule_marks',
        { community: text, number: bigint, member_id: text, marks: text },
        ['community', 'number'],
      )
      for (const table of [
        'moderation_rule_paces',
        'moderation_counts',
        'moderation_profiles',
        'moderation_rule_marks',
      ])
        await createIndex(db, table, ['member_id'])
    },
  },
}
export const rulePersonal = [
  { table: 'moderation_rule_paces', column: 'member_id', forget: 'delete' },
  { table: 'moderation_counts', column: 'member_id', forget: 'delete' },
  { table: 'moderation_profiles', column: 'member_id', forget: 'delete' },
  { table: 'moderation_rule_marks', column: 'member_id', forget: 'delete' },
] as const
