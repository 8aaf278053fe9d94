/** Who has agreed to the rules of a group, and who has not. Staff are not asked. */
import type { Database } from '../../core/tables.ts'

type Acknowledgement = 'agreed' | 'older' | 'open'
export interface Acknowledged {
  readonly id: string
  readonly name: string
  readonly state: Acknowledgement
  /** Epoch milliseconds; null where not yet. */
  readonly at: number | null
  readonly joinedAt: number
}

/** Members now in the group, those who joined first before the others. */
export async function acknowledgements(db: Database, group: string, hash: string): Promise<Acknowledged[]> {
  const rows = await db
    .selectFrom('memberships as m')
    .leftJoin('rules_agreements as a', (join) =>
      join.onRef('a.group_id', '=', 'm.group_id').onRef('a.member_id', '=', 'm.member_id'),
    )
    .select(['m.member_id as id', 'm.name as name', 'm.joined_at as joined_at', 'a.hash as hash', 'a.at as at'])
    .where('m.group_id', '=', group)
    .where('m.present', '=', 1)
    .where('m.role', '=', 'member')
    .orderBy('m.joined_at')
    .orderBy('m.member_id')
    .execute()
  return rows.map((row) => ({
    id: String(row.id),
    name: String(row.name),
    state: row.hash === null ? 'open' : row.hash === hash ? 'agreed' : 'older',
    at: row.at === null ? null : Number(row.at),
    joinedAt: Number(row.joined_at),
  }))
}

/** Of the rules the group was last told; undefined where it has been told none. */
export async function hashOnWall(db: Database, group: string): Promise<string | undefined> {
  const row = await db.selectFrom('rules_walls').select('hash').where('group_id', '=', group).executeTakeFirst()
  return row && String(row.hash)
}
