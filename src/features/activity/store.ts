/** Activity's memory, and what other features may read of it. */
import type { Tables } from '../../core/tables.ts'
import { andThen, type MaybePromise } from '../../core/words.ts'
import { noRegard, type Regard } from './regard.ts'
import { emptyMember, type MemberRow } from './tally.ts'
import { Voices } from './voices.ts'

export type HourRow = {
  group_id: string
  day: number
  hour: number
  messages: number
  replies: number
  reactions: number
  joins: number
  leaves: number
}
export type DayRow = { group_id: string; day: number; member_id: string; messages: number; points: number }

const membersOf = (tables: Tables) =>
  tables.records<MemberRow, 'group_id' | 'member_id'>({
    table: 'activity_members',
    key: ['group_id', 'member_id'],
    empty: emptyMember,
  })

export const store = (tables: Tables) => ({
  members: membersOf(tables),
  regard: tables.records<Regard, 'group_id' | 'member_id'>({
    table: 'activity_regard',
    key: ['group_id', 'member_id'],
    empty: noRegard,
  }),
  hours: tables.tallies<HourRow, 'group_id' | 'day' | 'hour'>({
    table: 'activity_hours',
    key: ['group_id', 'day', 'hour'],
    sums: ['messages', 'replies', 'reactions', 'joins', 'leaves'],
  }),
  days: tables.tallies<DayRow, 'group_id' | 'day' | 'member_id'>({
    table: 'activity_days',
    key: ['group_id', 'day', 'member_id'],
    sums: ['messages', 'points'],
  }),
  voices: new Voices(tables),
})
export type ActivityStore = ReturnType<typeof store>

/** How well a group knows a member: for trust. All zero for somebody who has written nothing yet. */
export interface Standing {
  readonly messages: number
  /** Messages that said something: long enough, no repeats, not in a burst. "hi" and "ok" earn no trust. */
  readonly meaningful: number
  /** Different local days with a message. */
  readonly days: number
  /** Epoch milliseconds of the first and last message; 0 where there is none. */
  readonly firstAt: number
  readonly lastAt: number
}
/**
 * Reader for other features' hot paths: make it once in a store factory, `standing: standingIn(tables)`. It shares this
 * feature's row cache, so it sees what was counted earlier in the same batch.
 */
export function standingIn(tables: Tables): (group: string, member: string) => MaybePromise<Standing> {
  const members = membersOf(tables)
  return (group_id, member_id) => {
    const row = members.get({ group_id, member_id })
    return andThen(row, standing)
  }
}
const standing = (row: MemberRow): Standing => ({
  messages: row.messages,
  meaningful: row.meaningful,
  days: row.days,
  firstAt: row.first_at,
  lastAt: row.last_at,
})

export { leaders, membersIn, pointsEver } from './reports.ts'
