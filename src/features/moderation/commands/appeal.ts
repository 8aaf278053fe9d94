/** /appeal: a member asks for a second look, and goes on talking about it; /answer: a moderator talks back. */
import { z } from 'zod'
import { text } from '../../../core/words.ts'
import { refuse } from '../decide.ts'
import { moderation } from '../kit.ts'
import { answerMember, carryOn, isAbout, lineLength, openAppeal } from '../thread.ts'
import { sayTo } from '../wording.ts'
import { caseField, caseOf, isCase } from './targets.ts'

const words = text(lineLength).meta({ ref: 'longtext' })

export const appeal = moderation.command({
  name: 'appeal',
  aliases: ['申诉'],
  role: 'member',
  private: true,
  input: z.strictObject({ case: caseField, reason: words }),
  run: async (ctx, { case: typed, reason }) => {
    const say = sayTo(ctx, ctx.member)
    const row = await caseOf(ctx, typed)
    if (!isCase(row)) return row
    const { number } = row
    if (!isAbout(row, ctx.member)) return refuse('no-such-case', say('error.appeal.not-yours'), 'case')
    if (row.appeal_state === 'open') return carryOn(ctx, row, reason)
    if (row.appealed_at > 0) return refuse('appealed', say('error.appeal.again', { case: number }), 'case')
    if (row.state !== 'done') return refuse('nothing-done', say('error.appeal.nothing', { case: number }), 'case')
    return openAppeal(ctx, row, reason)
  },
})

export const answer = moderation.command({
  name: 'answer',
  aliases: ['答复'],
  role: 'moderator',
  private: true,
  input: z.strictObject({ case: caseField, text: words }),
  run: async (ctx, input) => {
    const row = await caseOf(ctx, input.case)
    if (!isCase(row)) return row
    const say = sayTo(ctx, ctx.member)
    if (row.appeal_state !== 'open') return refuse('no-appeal', say('error.no-appeal', { case: row.number }), 'case')
    return answerMember(ctx, row, input.text)
  },
})
