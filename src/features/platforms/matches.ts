/**
 * People and rooms that a platform shows under new ids and that may be known already. The table is the WeChat
 * adapter's (adapters/wechaty/tables.ts); it takes up what is settled here within seconds. A feature knows no adapter,
 * so the table is read by its name, and where no adapter has made it there is nothing to settle.
 */
import type { Database } from '../../core/tables.ts'

const table = 'wechat_matches'
export const verdicts = ['same', 'other'] as const
export type Verdict = (typeof verdicts)[number]
export interface Match {
  readonly id: string
  readonly kind: 'person' | 'room'
  /** The group, by the adapter's id. */
  readonly ref: string
  readonly found_name: string
  readonly known_name: string
  /** The account it may be, by the adapter's id. */
  readonly known: string
  readonly confidence: number
  readonly at: number
}

/** Those of these groups, the likeliest first. */
export async function openMatches(db: Database, refs: readonly string[]): Promise<readonly Match[]> {
  if (refs.length === 0 || !(await made(db))) return []
  const rows = await db
    .selectFrom(table)
    .select(['id', 'kind', 'ref', 'found_name', 'known_name', 'known', 'confidence', 'at'])
    .where('state', '=', 'open')
    .where('ref', 'in', [...refs])
    .orderBy('confidence', 'desc')
    .orderBy('id')
    .$castTo<Match>()
    .execute()
  return rows.map((row) => ({ ...row, at: Number(row.at) }))
}
/** In a save. */
export async function settle(db: Database, id: string, verdict: Verdict): Promise<void> {
  await db.updateTable(table).set({ state: verdict }).where('id', '=', id).where('state', '=', 'open').execute()
}
const made = async (db: Database) => (await db.introspection.getTables()).some(({ name }) => name === table)
