import type { Migration } from 'kysely/migration'
import { type Columns, createTable } from '../../core/schema.ts'

export const migrations: Readonly<Record<string, Migration>> = {
  '2026-11-22-rules': {
    async up(db) {
      await createTable(db, 'rules_walls', walls, ['group_id'])
      await createTable(db, 'rules_agreements', agreements, ['group_id', 'member_id'])
    },
  },
}

const walls: Columns = { group_id: 'text', hash: 'text', text: 'text', posted: 'text', at: 'bigint' }
const agreements: Columns = { group_id: 'text', member_id: 'text', hash: 'text', at: 'bigint' }
