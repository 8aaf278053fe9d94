/** /appeal: a member asks for a second look at what was done to them. */
import { z } from 'zod'
import { text } from '../../../core/words.ts'
import { refuse } from '../decide.ts'
import { moderation } from '../kit.ts'
import { askStaff } from '../staff.ts'
import type { CaseRow } from '../store.ts'
import { sayTo } from '../wording.ts'
import { caseField, caseOf, isCase } from './targets.ts'

export const appeal = moderation.command({
  name: 'appeal',
  aliases: ['申诉'],
  role: 'member',
  private: true,
  input: z.strictObject({ case: caseField, reason: text(1000).meta({ ref: 'longtext' }) }),
  run: async (ctx, input) => {
    const say = sayTo(ctx, ctx.member)
    const found = await caseOf(ctx, input.case)
    if (!isCase(found)) return found
    if (found.member_id !== ctx.member.id) return refuse('no-such-case', say('error.appeal.not-yours'), 'case')
    if (found.appealed_at > 0) return refuse('appealed', say('error.appeal.again', { case: found.number }), 'case')
    if (found.state !== 'done')
      return refuse('nothing-done', say('error.appeal.nothing', { case: found.number }), 'case')
    const marked: CaseRow = { ...found, appeal: input.reason, appealed_at: ctx.now, appeal_state: 'open' }
    const { row, actions } = await askStaff(ctx, ctx.event.id, marked, 'appealed')
    return {
      actions,
      save: (store) => store.cases.put(row),
      reply: say('answer.appealed', { case: row.number }),
      why: { decided: 'appealed', checks: [{ name: 'case', found: `#${row.number}` }] },
    }
  },
})
