/** What a platform leaves open and only the owner can settle: who is who after a login with new ids. */
import { platforms } from './base.ts'
import { commands } from './commands.ts'
import { migrations } from './migrations.ts'
import { matchesPanel } from './panels.ts'
import { platformsTexts } from './texts.ts'

export default platforms.feature({
  texts: platformsTexts,
  needs: [],
  migrations,
  personal: [{ table: 'platforms_settled', column: 'member_id', forget: 'anonymise' }],
  commands,
  panels: { matches: matchesPanel },
})
