import type { Migration } from 'kysely/migration'
import { createIndex, createTable } from '../../core/schema.ts'

const text = 'text'
const bigint = 'bigint'

export const migrations: Readonly<Record<string, Migration>> = {
  '2026-11-22-gate': {
    async up(db) {
      await createTable(
        db,
        'gate_newcomers',
        {
          group_id: text,
          member_id: text,
          state: text,
          cause: text,
          came_at: bigint,
          called_at: bigint,
          due_at: bigint,
          seed: bigint,
          failures: bigint,
          hints: bigint,
          hinted_at: bigint,
          unseen: bigint,
          passed_at: bigint,
          question: text,
        },
        ['group_id', 'member_id'],
      )
      await createIndex(db, 'gate_newcomers', ['group_id', 'state'])
      await createIndex(db, 'gate_newcomers', ['group_id', 'question'])
      await createTable(
        db,
        'gate_doors',
        { group_id: text, open: bigint, called_at: bigint, due: bigint, raid: bigint },
        ['group_id'],
      )
      await createTable(db, 'gate_calls', { group_id: text, at: bigint, action: text, reminder: text }, [
        'group_id',
        'at',
      ])
      await createTable(db, 'gate_questions', { group_id: text, id: text, state: text, asked: text, at: bigint }, [
        'group_id',
        'id',
      ])
    },
  },
}
