/** What is remembered of raids: who came lately, what each raid did, and what staff had set before. */
import { Held } from '../../../core/held.ts'
import type { Tables } from '../../../core/tables.ts'

/** Somebody's first coming to a group. Kept a month, those in a raid as long as its cases may be undone. */
export type ArrivalRow = {
  group_id: string
  member_id: string
  name: string
  at: number
  /** 0 where not known. */
  account_at: number
  /** 2 has one, 1 has none, 0 not known. */
  avatar: number
  /** The number of the raid they came with; 0 where with none. */
  raid: number
  /** The case it led to; 0 where it led to none. */
  number: number
}
export type RaidRow = {
  group_id: string
  /** From 1, in each group. */
  number: number
  level: number
  /** What gave it away first: 'joins', 'alike', 'drip', 'messages', 'rule' or 'command'. */
  cause: string
  /** Who ordered it; '' where it came by itself. */
  by_id: string
  by_name: string
  since: number
  /** 0 while it is on. */
  ended_at: number
  joins: number
  /** How many were muted or removed. */
  acted: number
  /** JSON: what was set on the group, to be given back, see `measures.ts`. */
  set_by_us: string
  /** JSON: ids of the actions that asked staff about it. */
  asked: string
  /** 'on', 'over', and what staff made of it then: 'kept' or 'undone'. */
  state: string
}
/** What staff or a rule has set: `what` is "slow:" and the channel, or "invites". Milliseconds, or 1 for paused. */
export type SettingRow = { group_id: string; what: string; value: number }

export const arrivalsTable = 'moderation_arrivals'
export const raidStore = (tables: Tables) => ({
  ...arrivalsOf(tables),
  raidLog: tables.records<RaidRow, 'group_id' | 'number'>({
    table: 'moderation_raids',
    key: ['group_id', 'number'],
    empty: {
      level: 0,
      cause: '',
      by_id: '',
      by_name: '',
      since: 0,
      ended_at: 0,
      joins: 0,
      acted: 0,
      set_by_us: '[]',
      asked: '[]',
      state: '',
    },
    cache: 200,
  }),
  settings: tables.records<SettingRow, 'group_id' | 'what'>({
    table: 'moderation_settings',
    key: ['group_id', 'what'],
    empty: { value: 0 },
    cache: 1000,
  }),
})
/** Of one group; a raid is seen long before so many have come. */
export const mostCompared = 120
function arrivalsOf(tables: Tables) {
  const records = tables.records<ArrivalRow, 'group_id' | 'member_id'>({
    table: arrivalsTable,
    key: ['group_id', 'member_id'],
    empty: { name: '', at: 0, account_at: 0, avatar: 0, raid: 0, number: 0 },
    cache: 2000,
  })
  const latest = new Held<ArrivalRow>(tables, {
    read: (group) => latestIn(tables, group),
    key: ({ member_id }) => member_id,
    fits: () => true,
    most: mostCompared + 1, // one of them is not compared with itself
  })
  return { arrivals: latest.noting(records), latest }
}
async function latestIn(tables: Tables, group: string): Promise<ArrivalRow[]> {
  const db = await tables.sql([arrivalsTable])
  const rows = await db
    .selectFrom(arrivalsTable)
    .selectAll()
    .where('group_id', '=', group)
    .orderBy('at', 'desc')
    .limit(mostCompared + 1)
    .$castTo<ArrivalRow>()
    .execute()
  return rows.reverse()
}

export const raidPersonal = [
  { table: arrivalsTable, column: 'member_id', forget: 'delete' },
  { table: 'moderation_raids', column: 'by_id', forget: 'anonymise', blank: ['by_name'] },
] as const
