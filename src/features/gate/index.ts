/** Verification of newcomers: they show that they are people, in their own time, and have a way back. */
import { onChoice } from './answer.ts'
import { gate } from './base.ts'
import { call, remind } from './call.ts'
import { check } from './check.ts'
import { letIn, verify } from './commands.ts'
import { due, gone } from './due.ts'
import { onMessage } from './hold.ts'
import { onJoin, onLeave } from './join.ts'
import { migrations } from './migrations.ts'
import { waitingPanel } from './panels.ts'
import { gateTexts } from './texts.ts'

export default gate.feature({
  texts: gateTexts,
  screens: true,
  hearsPrivate: true,
  needs: ['ask', 'send', 'whisper', 'edit', 'delete', 'kick', 'role'],
  migrations,
  personal: [{ table: 'gate_newcomers', column: 'member_id', forget: 'delete' }],
  on: { 'member.join': onJoin, 'member.leave': onLeave, message: onMessage, choice: onChoice },
  commands: [verify, letIn],
  jobs: [call, remind, due, gone],
  panels: { waiting: waitingPanel },
  check,
})
