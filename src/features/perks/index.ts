/** Points for taking part, and what they buy: check-ins, a catalogue, giveaways, and books that always balance. */
import { perks } from './base.ts'
import { check } from './check.ts'
import { award } from './commands/award.ts'
import { checkin } from './commands/checkin.ts'
import { fulfil } from './commands/fulfil.ts'
import { giveawayCommand } from './commands/giveaway.ts'
import { catalogue } from './commands/perks.ts'
import { points } from './commands/points.ts'
import { redeem } from './commands/redeem.ts'
import { earn } from './earning.ts'
import { drawJob } from './ending.ts'
import { onChoice } from './entering.ts'
import { migrations } from './migrations.ts'
import { giveawaysPanel, ledgerPanel, redemptionsPanel } from './panels.ts'
import { suggestPerks } from './suggest.ts'
import { perksTexts } from './texts.ts'

export default perks.feature({
  texts: perksTexts,
  needs: ['send', 'whisper', 'ask', 'edit'],
  migrations,
  // The ledger names nobody: with the row in perks_members goes the knowledge whose account it was.
  personal: [
    { table: 'perks_members', column: 'member_id', forget: 'delete' },
    { table: 'perks_awards', column: 'member_id', forget: 'delete' },
    { table: 'perks_awards', column: 'by_member', forget: 'anonymise' },
    { table: 'perks_redemptions', column: 'member_id', forget: 'anonymise' },
    { table: 'perks_redemptions', column: 'by_member', forget: 'anonymise' },
    { table: 'perks_entries', column: 'member_id', forget: 'anonymise' },
    { table: 'perks_giveaways', column: 'by_member', forget: 'anonymise' },
  ],
  on: { message: earn, choice: onChoice },
  commands: [checkin, points, catalogue, redeem, fulfil, award, giveawayCommand],
  jobs: [drawJob],
  panels: { ledger: ledgerPanel, redemptions: redemptionsPanel, giveaways: giveawaysPanel },
  suggests: { perk: suggestPerks },
  check,
})
