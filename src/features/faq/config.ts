/** What the owner decides: the questions with their answers, and how sure the desk must be before it speaks. */
import { z } from 'zod'
import { localised, text } from '../../core/words.ts'
import { dials } from '../../text/weights.ts'

const entry = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'lower-case letters, digits and dashes')
      .describe('Stays the same when the wording changes: counts are kept under it'),
    question: localised(300),
    alternatives: z.array(text(300)).max(100).default([]).describe('Other ways to ask it, in either language'),
    answer: localised(4000).describe('Markdown'),
    keywords: z.array(text(50)).max(30).default([]).describe('Words that /faq finds it by'),
    groups: z
      .array(z.string().max(256))
      .min(1)
      .optional()
      .describe('Only in these groups: ids as the adapter mints them, a * at the end for any that begin so'),
    note: text(300).optional().describe('For yourselves, never shown: where it comes from, when to look at it again'),
  })
  .describe('One question with its answer')

export const config = z.strictObject({
  entries: z.array(entry).max(20_000).default([]),
  wordings: z
    .record(z.string().max(60), z.array(text(300)).max(100))
    .default({})
    .describe('More ways to ask, by the id of the entry: what `innkeeper export` writes of those taught in chat'),
  listen: z.boolean().default(true).describe('Answer questions asked in free words; /faq works either way'),
  dial: z.enum(dials).default('balanced').describe('How sure it must be before it answers by itself'),
  suggest: z.boolean().default(true).describe('Offer up to three entries as buttons when half sure'),
  suggestionsPerHour: z.int().min(0).max(1000).default(12).describe('Per group; beyond it half sure means silence'),
  holdSeconds: z
    .int()
    .min(0)
    .max(600)
    .default(0)
    .describe('Wait so long before answering, and hold back where a member replies meanwhile'),
  repeatMinutes: z
    .int()
    .min(1)
    .max(1440)
    .default(10)
    .describe('The same question again within so long gets a pointer to the answer, not the answer again'),
  feedback: z.boolean().default(true).describe('Ask under each answer whether it helped'),
  keepText: z
    .boolean()
    .default(false)
    .describe('Keep the text of unanswered questions; only their key words are kept otherwise'),
  keepDays: z.int().min(1).max(365).default(60).describe('Unanswered questions are forgotten after so many days'),
})
export type FaqConfig = z.output<typeof config>

/** Whether an entry for these groups is one for the group `ref`. */
export const holds = (groups: readonly string[] | undefined, ref: string) =>
  groups?.some((pattern) => (pattern.endsWith('*') ? ref.startsWith(pattern.slice(0, -1)) : ref === pattern)) ?? true
