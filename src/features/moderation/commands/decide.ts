/** /decide /dismiss /undo: a moderator's word on a case. */
import { z } from 'zod'
import { parseDuration } from '../../../time/duration.ts'
import { deeds } from '../config.ts'
import { dismiss, punish, refuse, undo } from '../decide.ts'
import { moderation } from '../kit.ts'
import { reopen } from '../reopen.ts'
import { uphold } from '../uphold.ts'
import { sayTo } from '../wording.ts'
import { caseField, caseOf, durationField, isCase } from './targets.ts'

export const decideCase = moderation.command({
  name: 'decide',
  aliases: ['裁定', '处理'],
  role: 'moderator',
  private: true,
  input: z.strictObject({
    case: caseField,
    what: z.enum([...deeds, 'dismiss']),
    for: durationField.optional(),
  }),
  run: async (ctx, input) => {
    const row = await caseOf(ctx, input.case)
    if (!isCase(row)) return row
    if (input.what === 'dismiss') return dismiss(ctx, row, ctx.member)
    const forMs = input.for === undefined ? undefined : parseDuration(input.for)
    if (input.for !== undefined && forMs === undefined)
      return refuse('not-a-duration', sayTo(ctx, ctx.member)('error.duration', { value: input.for }), 'for')
    const lasts = input.what === 'mute' ? (forMs ?? ctx.config.for) : forMs
    return punish(ctx, row, { does: input.what, forMs: lasts }, ctx.member)
  },
})
export const dismissCase = moderation.command({
  name: 'dismiss',
  aliases: ['不是垃圾', '误判'],
  role: 'moderator',
  private: true,
  input: z.strictObject({ case: caseField }),
  run: async (ctx, input) => {
    const row = await caseOf(ctx, input.case)
    return isCase(row) ? dismiss(ctx, row, ctx.member) : row
  },
})
export const upholdCase = moderation.command({
  name: 'uphold',
  aliases: ['维持'],
  role: 'moderator',
  private: true,
  input: z.strictObject({ case: caseField }),
  run: async (ctx, input) => {
    const row = await caseOf(ctx, input.case)
    return isCase(row) ? uphold(ctx, row, ctx.member) : row
  },
})
export const reopenCase = moderation.command({
  name: 'reopen',
  aliases: ['重开'],
  role: 'moderator',
  private: true,
  input: z.strictObject({ case: caseField }),
  run: async (ctx, input) => {
    const row = await caseOf(ctx, input.case)
    return isCase(row) ? reopen(ctx, row, ctx.member) : row
  },
})
export const undoCase = moderation.command({
  name: 'undo',
  aliases: ['撤销'],
  role: 'moderator',
  private: true,
  input: z.strictObject({ case: caseField }),
  run: async (ctx, input) => {
    const row = await caseOf(ctx, input.case)
    return isCase(row) ? undo(ctx, row, ctx.member) : row
  },
})
