/** The desk: answers what it is sure of, offers what it might mean, says nothing else, and learns what was missing. */
import { faq } from './base.ts'
import { check } from './check.ts'
import { onChoice } from './choose.ts'
import { edit } from './commands/edit.ts'
import { faqCommand } from './commands/faq.ts'
import { report } from './commands/report.ts'
import { teach } from './commands/teach.ts'
import { tryOut } from './commands/try.ts'
import { unanswered } from './commands/unanswered.ts'
import { unteach } from './commands/unteach.ts'
import { crowd } from './crowd.ts'
import { held } from './jobs.ts'
import { onMessage } from './listen.ts'
import { made } from './made.ts'
import { migrations } from './migrations.ts'
import { entriesPanel, unansweredPanel, wordingsPanel } from './panels.ts'
import { reportPanel, tryPanel, tuningPanel } from './report-panels.ts'
import { second } from './second.ts'
import { suggestEntries } from './suggest.ts'
import { faqTexts } from './texts.ts'
import { tidy } from './tidy.ts'
import { onReaction } from './votes.ts'
import { onDelete } from './withdrawn.ts'

export default faq.feature({
  texts: faqTexts,
  needs: ['send', 'ask', 'edit', 'whisper'],
  migrations,
  personal: [
    { table: 'faq_taught', column: 'by_id', forget: 'anonymise', blank: ['by_name'] },
    { table: 'faq_turns', column: 'member_id', forget: 'delete' },
    { table: 'faq_offers', column: 'member_id', forget: 'delete' },
    { table: 'faq_votes', column: 'member_id', forget: 'delete' },
    { table: 'faq_unanswered', column: 'by_id', forget: 'anonymise', blank: ['text', 'message'] },
    { table: 'faq_said', column: 'member_id', forget: 'anonymise', blank: ['text', 'message'] },
    { table: 'faq_marked', column: 'member_id', forget: 'delete' },
    { table: 'faq_rooms', column: 'spot', forget: 'delete' },
    { table: 'faq_answers', column: 'spot', forget: 'delete' },
    { table: 'faq_rooms', column: 'asked_id', forget: 'anonymise', blank: ['asked_message'] },
    { table: 'faq_asks', column: 'member_id', forget: 'delete' },
    { table: 'faq_drafts', column: 'member_id', forget: 'delete' },
    { table: 'faq_askers', column: 'member_id', forget: 'delete' },
  ],
  hearsPrivate: true,
  on: { message: onMessage, choice: onChoice, reaction: onReaction, delete: onDelete },
  commands: [faqCommand, unanswered, teach, unteach, edit, report, tryOut],
  jobs: [held, second, crowd, tidy],
  panels: {
    unanswered: unansweredPanel,
    entries: entriesPanel,
    wordings: wordingsPanel,
    tuning: tuningPanel,
    report: reportPanel,
    try: tryPanel,
  },
  suggests: { entry: suggestEntries },
  made,
  check,
})
