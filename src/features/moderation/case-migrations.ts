/** Tables around cases. Words stand only in `moderation_lines`, as long as the case keeps its own. */
import type { Migration } from 'kysely/migration'
import { createIndex, createTable } from '../../core/schema.ts'

const text = 'text'
const bigint = 'bigint'

export const caseMigrations: Readonly<Record<string, Migration>> = {
  '2026-11-22-moderation-trail': {
    async up(db) {
      const about = { community: text, number: bigint } as const
      await createTable(
        db,
        'moderation_threads',
        {
          ...about,
          group_id: text,
          member_id: text,
          state: text,
          opened_at: bigint,
          last_from: text,
          last_at: bigint,
          said: bigint,
        },
        ['community', 'number'],
      )
      await createIndex(db, 'moderation_threads', ['member_id'])
      await createTable(db, 'moderation_open_threads', { group_id: text, numbers: text }, ['group_id'])
      await createTable(
        db,
        'moderation_lines',
        { id: text, ...about, side: text, member_id: text, name: text, line: text, at: bigint },
        ['id'],
      )
      await createIndex(db, 'moderation_lines', ['community', 'number'])
      await createIndex(db, 'moderation_lines', ['member_id'])
    },
  },
  '2026-11-22-moderation-trust': {
    async up(db) {
      const whose = { community: text, member_id: text } as const
      await createTable(
        db,
        'moderation_leaves',
        { community: text, rule: text, since: bigint, restored_at: bigint, wrong: bigint, verdicts: bigint },
        ['community', 'rule'],
      )
      await createTable(db, 'moderation_reporters', { ...whose, upheld: bigint, refuted: bigint }, [
        'community',
        'member_id',
      ])
      await createTable(
        db,
        'moderation_guards',
        { ...whose, name: text, acts: text, paused_at: bigint, paused_for: text },
        ['community', 'member_id'],
      )
      await createTable(
        db,
        'moderation_bulks',
        { id: text, community: text, group_id: text, by_id: text, numbers: text, at: bigint, state: text },
        ['id'],
      )
      await createTable(
        db,
        'moderation_listed',
        { community: text, list: text, account: text, group_id: text, number: bigint, state: text, at: bigint },
        ['community', 'list', 'account', 'group_id'],
      )
      await createIndex(db, 'moderation_listed', ['community', 'number'])
    },
  },
  '2026-11-22-moderation-reports-of-cases': {
    async up(db) {
      const number = db.schema.alterTable('moderation_reports')
      await number.addColumn('number', bigint, (column) => column.notNull().defaultTo(0)).execute()
      const kinds = db.schema.alterTable('moderation_cases')
      await kinds.addColumn('attachments', text, (column) => column.notNull().defaultTo('')).execute()
      await createIndex(db, 'moderation_cases', ['community', 'rule'])
    },
  },
  '2026-11-22-moderation-subscriptions': {
    async up(db) {
      await createTable(
        db,
        'moderation_subscriptions',
        {
          community: text,
          list: text,
          url: text,
          key: text,
          content: text,
          changed_at: bigint,
          tried_at: bigint,
          failed: text,
        },
        ['community', 'list'],
      )
    },
  },
}
