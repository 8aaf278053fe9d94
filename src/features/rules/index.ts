/** The house rules: on the wall, at hand, up to date, and agreed to. */
import { onChoice } from './agreement.ts'
import { rules } from './base.ts'
import { check } from './check.ts'
import { commands } from './commands.ts'
import { migrations } from './migrations.ts'
import { acknowledgementsPanel } from './panels.ts'
import { reminder } from './reminder.ts'
import { rulesTexts } from './texts.ts'
import { onGroup } from './wall.ts'

export default rules.feature({
  texts: rulesTexts,
  needs: ['send', 'pin', 'ask', 'edit', 'announce', 'whisper'],
  migrations,
  personal: [{ table: 'rules_agreements', column: 'member_id', forget: 'delete' }],
  on: { group: onGroup, choice: onChoice },
  commands,
  jobs: [reminder],
  panels: { acknowledgements: acknowledgementsPanel },
  check,
})
