/** Counts who takes part, and how well: messages, days, streaks, answers; a score that chatter cannot farm. */
import { activity } from './base.ts'
import { me } from './commands/me.ts'
import { stats } from './commands/stats.ts'
import { top } from './commands/top.ts'
import { onJoin, onLeave, onMessage, onReaction } from './count.ts'
import { digest } from './digest.ts'
import { migrations } from './migrations.ts'
import { daysPanel, membersPanel } from './panels.ts'
import { activityTexts } from './texts.ts'

export default activity.feature({
  texts: activityTexts,
  needs: ['send', 'whisper'],
  migrations,
  personal: [
    { table: 'activity_members', column: 'member_id', forget: 'delete' },
    { table: 'activity_regard', column: 'member_id', forget: 'delete' },
    { table: 'activity_days', column: 'member_id', forget: 'delete' },
  ],
  on: { message: onMessage, reaction: onReaction, 'member.join': onJoin, 'member.leave': onLeave },
  commands: [me, top, stats],
  jobs: [digest],
  panels: { days: daysPanel, members: membersPanel },
})
