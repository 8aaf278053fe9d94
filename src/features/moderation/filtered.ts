/** What the platform's own filter held back becomes a case like any other: staff decides whether more is to be done. */
import { isStaff } from '../../core/words.ts'
import { type Flagged, flagged } from './flagged.ts'
import { moderation } from './kit.ts'
import { chapterOf } from './rules/book.ts'
import { byRulesHeld } from './rules/hear.ts'

/** The filter has decided already, so that there is nothing for us to weigh. */
const score = 1

export const onFiltered = moderation.on('filtered', (ctx) => {
  const { event, member } = ctx
  if (event.bot || isStaff(member.role)) return undefined
  const finding = { name: 'filter', score, found: event.rule } as const
  const about: Flagged = {
    event: event.id,
    member,
    message: event.message,
    text: event.text,
    judgement: { level: 'ask', score, findings: [finding], main: finding },
    remember: () => undefined,
  }
  const chapter = chapterOf(ctx.config, 'filtered')
  return chapter ? byRulesHeld(ctx, chapter, about) : flagged(ctx, about)
})
