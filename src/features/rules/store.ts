/** What is on the wall of each group, and who has agreed to it. */
import type { Tables } from '../../core/tables.ts'

/** The rules as the group was last told them. */
export type WallRow = {
  group_id: string
  hash: string
  /** JSON of the owner's text by language: what a change is told against. */
  text: string
  /** The action that posted them, to be edited when they change; '' where none did. */
  posted: string
  at: number
}
export type AgreementRow = {
  group_id: string
  member_id: string
  /** Of the rules agreed to. */
  hash: string
  at: number
}

export const store = (tables: Tables) => ({
  walls: tables.records<WallRow, 'group_id'>({
    table: 'rules_walls',
    key: ['group_id'],
    empty: { hash: '', text: '{}', posted: '', at: 0 },
  }),
  agreements: tables.records<AgreementRow, 'group_id' | 'member_id'>({
    table: 'rules_agreements',
    key: ['group_id', 'member_id'],
    empty: { hash: '', at: 0 },
  }),
})
export type RulesStore = ReturnType<typeof store>
