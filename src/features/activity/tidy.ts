/** Counts by day do not grow for ever: those older than the owner keeps are dropped, totals stay. */
import { dayNumberAt } from '../../time/days.ts'
import { activity } from './base.ts'

export const tidy = activity.job({
  name: 'tidy',
  recurs: () => [{ key: 'days', cron: '40 4 * * 0', late: 'skip' }],
  run: async ({ due, group, config, sql }) => {
    const first = dayNumberAt(due, group.timezone) - config.keepDays
    return {
      why: { decided: 'tidied' },
      save: async () => {
        const db = await sql()
        for (const table of ['activity_days', 'activity_hours'])
          await db.deleteFrom(table).where('group_id', '=', group.id).where('day', '<', first).execute()
      },
    }
  },
})
