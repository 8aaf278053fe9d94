/** Counts by day do not grow for ever: those older than the owner keeps are dropped, totals stay. */
import type { JobCtx } from '../../core/feature.ts'
import { dayNumberAt } from '../../time/days.ts'
import type { ActivityConfig } from './config.ts'
import type { ActivityStore } from './store.ts'

/** In `save`. */
export async function tidy({ due, group, config, sql }: JobCtx<ActivityConfig, ActivityStore>): Promise<void> {
  const first = dayNumberAt(due, group.timezone) - config.keepDays
  const db = await sql()
  for (const table of ['activity_days', 'activity_hours'])
    await db.deleteFrom(table).where('group_id', '=', group.id).where('day', '<', first).execute()
}
