/** Who was welcomed for which join: the row that makes a second welcome impossible. */
import type { Why } from '../../core/feature.ts'
import { Held } from '../../core/held.ts'
import type { Tables } from '../../core/tables.ts'
import { gates } from '../gate/store.ts'
import { raids, troubles } from '../moderation/store.ts'

/** What became of a member's last join; `out`: they were shown out; `gate`: they have to be verified first. */
export type State =
  | 'waiting'
  | 'welcomed'
  | 'merged'
  | 'raid'
  | 'cap'
  | 'known'
  | 'left'
  | 'off'
  | 'trouble'
  | 'out'
  | 'gate'

export const silent = (why: State, found?: string): Why => ({
  decided: 'silent',
  checks: [{ name: why, ...(found !== undefined && { found }) }],
})

export type NewcomerRow = {
  group_id: string
  member_id: string
  /** The how-manieth join of this member in this group was handled last. */
  joins: number
  joined_at: number
  /** When a welcome was last sent; 0 where none ever was. */
  welcomed_at: number
  state: string
  /** Our id of who invited, '' where that is not known. */
  inviter_id: string
}
export type DoorRow = {
  group_id: string
  /** When the welcome of those waiting is due; 0 where nobody waits. */
  due: number
  /** JSON: instants of the joins of the last minute, as many as a raid takes. */
  recent: string
  /** The last join that was one too many. */
  raid_at: number
  /** The clock hour that `used` counts the posts of. */
  hour: number
  used: number
}

export type RequestRow = {
  group_id: string
  /** As the platform names it. */
  request: string
  member_id: string
  account: string
  name: string
  at: number
  /** '' until seen; `asked`, `admitted`, `refused`, `ignored`. */
  state: string
}
type AdmittedRow = { group_id: string; day: number; count: number }

function newcomersOf(tables: Tables) {
  const records = tables.records<NewcomerRow, 'group_id' | 'member_id'>({
    table: 'welcome_newcomers',
    key: ['group_id', 'member_id'],
    empty: { joins: 0, joined_at: 0, welcomed_at: 0, state: '', inviter_id: '' },
  })
  const waiting = new Held<NewcomerRow>(tables, {
    read: (group) => waitingIn(tables, group),
    key: ({ member_id }) => member_id,
    fits: ({ state }) => state === 'waiting',
    most: Number.POSITIVE_INFINITY,
  })
  return { newcomers: waiting.noting(records), waiting }
}
async function waitingIn(tables: Tables, group: string): Promise<NewcomerRow[]> {
  const db = await tables.sql(['welcome_newcomers'])
  return db
    .selectFrom('welcome_newcomers')
    .selectAll()
    .where('group_id', '=', group)
    .where('state', '=', 'waiting')
    .$castTo<NewcomerRow>()
    .execute()
}

export const store = (tables: Tables) => ({
  ...newcomersOf(tables),
  doors: tables.records<DoorRow, 'group_id'>({
    table: 'welcome_doors',
    key: ['group_id'],
    empty: { due: 0, recent: '[]', raid_at: 0, hour: 0, used: 0 },
  }),
  requests: tables.records<RequestRow, 'group_id' | 'request'>({
    table: 'welcome_requests',
    key: ['group_id', 'request'],
    empty: { member_id: '', account: '', name: '', at: 0, state: '' },
    cache: 1000,
  }),
  admitted: tables.records<AdmittedRow, 'group_id'>({
    table: 'welcome_admitted',
    key: ['group_id'],
    empty: { day: 0, count: 0 },
    cache: 1000,
  }),
  gates: gates(tables),
  raids: raids(tables),
  troubles: troubles(tables),
})
export type WelcomeStore = ReturnType<typeof store>
