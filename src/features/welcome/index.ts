/** Greets at the door: once per join, together where several come, not at all when the door is stormed. */
import { welcome } from './base.ts'
import { check } from './check.ts'
import { followUp } from './followUp.ts'
import { onJoin } from './join.ts'
import { onLeave } from './leave.ts'
import { migrations } from './migrations.ts'
import { newcomersPanel } from './panels.ts'
import { onChoice, onRequest } from './requests.ts'
import { welcomeTexts } from './texts.ts'
import { verified } from './verified.ts'
import { windowJob } from './window.ts'

export default welcome.feature({
  texts: welcomeTexts,
  needs: ['send', 'ask', 'whisper', 'admit'],
  migrations,
  personal: [
    { table: 'welcome_newcomers', column: 'member_id', forget: 'delete' },
    { table: 'welcome_newcomers', column: 'inviter_id', forget: 'anonymise' },
    { table: 'welcome_requests', column: 'member_id', forget: 'delete' },
  ],
  on: { 'member.join': onJoin, 'member.leave': onLeave, request: onRequest, choice: onChoice },
  jobs: [windowJob, verified, followUp],
  panels: { newcomers: newcomersPanel },
  check,
})
