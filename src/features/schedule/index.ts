/** Posts that come by themselves: the rulebook says what and when, in each group's own clock. */
import { schedule } from './base.ts'
import { check } from './check.ts'
import { scheduleCommand } from './commands/schedule.ts'
import { postJob } from './job.ts'
import { migrations } from './migrations.ts'
import { postsPanel } from './panels.ts'
import { scheduleTexts } from './texts.ts'

export default schedule.feature({
  texts: scheduleTexts,
  needs: ['send', 'announce', 'pin', 'gathering'],
  migrations,
  personal: [{ table: 'schedule_posts', column: 'changed_by', forget: 'anonymise' }],
  commands: [scheduleCommand],
  jobs: [postJob],
  panels: { posts: postsPanel },
  check,
})
