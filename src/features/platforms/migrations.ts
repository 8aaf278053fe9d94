import type { Migration } from 'kysely/migration'
import { type Columns, createTable } from '../../core/schema.ts'

const settled: Columns = { id: 'text', at: 'bigint', group_id: 'text', member_id: 'text', verdict: 'text' }
export const migrations: Readonly<Record<string, Migration>> = {
  '2026-11-22-platforms': { up: (db) => createTable(db, 'platforms_settled', settled, ['id', 'at']) },
}
