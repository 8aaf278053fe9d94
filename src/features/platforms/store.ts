/** Who settled what. The open matches are the adapter's own: `matches.ts` reads them. */
import type { Tables } from '../../core/tables.ts'

export type SettledRow = {
  /** Of the match. */
  id: string
  at: number
  group_id: string
  /** Who said so. */
  member_id: string
  /** same: one and the same; other: two. */
  verdict: string
}
export const store = (tables: Tables) => ({
  settled: tables.journal<SettledRow>('platforms_settled', ['id', 'at', 'group_id', 'member_id', 'verdict']),
})
