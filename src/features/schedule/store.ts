/** Which posts are paused, when each ran last, and what has been posted from each library. */
import type { Tables } from '../../core/tables.ts'

/** One post in one group. `paused` is 0 or 1; times are epoch milliseconds, 0 for never. */
export type PostRow = {
  group_id: string
  post: string
  paused: number
  changed_by: string
  changed_at: number
  last_at: number
  runs: number
}
/** `used`: ids of this round's entries so far, as JSON. */
export type RotationRow = { group_id: string; library: string; round: number; used: string }

export const store = (tables: Tables) => ({
  posts: tables.records<PostRow, 'group_id' | 'post'>({
    table: 'schedule_posts',
    key: ['group_id', 'post'],
    empty: { paused: 0, changed_by: '', changed_at: 0, last_at: 0, runs: 0 },
  }),
  rotation: tables.records<RotationRow, 'group_id' | 'library'>({
    table: 'schedule_rotation',
    key: ['group_id', 'library'],
    empty: { round: 0, used: '[]' },
  }),
})
export type ScheduleStore = ReturnType<typeof store>
