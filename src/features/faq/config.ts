/** What the owner decides: the questions with their answers, and how sure the desk must be before it speaks. */
import { z } from 'zod'
import { oracleSettings } from '../../core/oracle.ts'
import { localised, text } from '../../core/words.ts'
import { dials } from '../../text/weights.ts'

const idPattern = /^[a-z0-9][a-z0-9-]{0,59}$/
const entryId = z.string().regex(idPattern, 'lower-case letters, digits and dashes')
const link = z.strictObject({
  label: localised(80),
  url: z.url({ protocol: /^https?$/, hostname: z.regexes.domain }).max(2000),
})
const picture = z.strictObject({
  png: z.base64().max(1_500_000).describe('`file:map.png` takes a PNG of the rulebook’s folder, at most 1 MB'),
  alt: localised(300).describe('What it shows, for those who cannot see it'),
})

const entry = z
  .strictObject({
    id: entryId.describe('Stays the same when the wording changes: counts are kept under it'),
    question: localised(300),
    alternatives: z.array(text(300)).max(100).default([]).describe('Other ways to ask it, in either language'),
    after: entryId
      .optional()
      .describe('A follow-up, "and on iOS?": asked only within `followMinutes` of that entry’s answer'),
    answer: localised(4000)
      .optional()
      .describe('Markdown; {name}, {group}, {community} and your `variables` are filled in'),
    links: z.array(link).max(5).default([]).describe('Under the answer, one a line'),
    picture: picture.optional(),
    command: z
      .string()
      .regex(/^\/\S/, 'a command as typed, with its slash')
      .max(200)
      .optional()
      .describe('Carried out for whoever asks, "/points": only what every member may do. An answer may go before it'),
    keywords: z.array(text(50)).max(30).default([]).describe('Words that /faq finds it by'),
    groups: z
      .array(z.string().max(256))
      .min(1)
      .optional()
      .describe('Only in these groups: ids as the adapter mints them, a * at the end for any that begin so'),
    from: z.iso.date().optional().describe('From this day on, in the group’s time zone'),
    until: z.iso.date().optional().describe('Up to and including this day'),
    checked: z.iso.date().optional().describe('When somebody last made sure that it still holds; see `staleDays`'),
    note: text(300).optional().describe('For yourselves, never shown: where it comes from, when to look at it again'),
  })
  .refine(({ answer, command }) => answer !== undefined || command !== undefined, 'needs an answer, a command or both')
  .describe('One question with its answer')

export const config = z.strictObject({
  entries: z.array(entry).max(20_000).default([]),
  wordings: z
    .record(z.string().max(60), z.array(text(300)).max(100))
    .default({})
    .describe('More ways to ask, by the id of the entry: what `innkeeper export` writes of those taught in chat'),
  variables: z
    .record(z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/), localised(500))
    .default({})
    .describe('What answers may refer to: `wifi: { en: "reading-2026" }` is filled in where {wifi} stands'),
  listen: z.boolean().default(true).describe('Answer questions asked in free words; /faq works either way'),
  dial: z.enum(dials).default('balanced').describe('How sure it must be before it answers by itself'),
  suggest: z.boolean().default(true).describe('Offer up to three entries as buttons when half sure'),
  suggestionsPerHour: z.int().min(0).max(1000).default(12).describe('Per group; beyond it half sure means silence'),
  second: oracleSettings
    .optional()
    .describe(
      'A second opinion when half sure, off where left out: what the member asked and the wordings of the entries ' +
        'that fit are SENT to this service. It only chooses among your entries',
    ),
  holdSeconds: z
    .int()
    .min(0)
    .max(600)
    .default(0)
    .describe('Wait so long before answering, and hold back where a member replies meanwhile'),
  followMinutes: z
    .int()
    .min(0)
    .max(60)
    .default(5)
    .describe('So long after an answer a short question is read together with it; 0 never'),
  answersPerMinute: z
    .int()
    .min(1)
    .max(600)
    .default(10)
    .describe('Per group; beyond it only those who call the bot by name are answered'),
  repeatMinutes: z
    .int()
    .min(1)
    .max(1440)
    .default(10)
    .describe('The same question again within so long gets a pointer to the answer, not the answer again'),
  feedback: z.boolean().default(true).describe('Ask under each answer whether it helped'),
  confirmations: z
    .int()
    .min(0)
    .max(20)
    .default(2)
    .describe('So many members choosing the same entry for the same words make them another way to ask it; 0 never'),
  staleDays: z
    .int()
    .min(0)
    .max(3650)
    .default(180)
    .describe('Staff is told, once, of entries that nobody `checked` for so long; 0 never'),
  keepText: z
    .boolean()
    .default(false)
    .describe('Keep the text of unanswered questions and of what members replied; only key words are kept otherwise'),
  textDays: z.int().min(1).max(90).default(14).describe('Such text goes after so many days; the key words stay'),
  keepDays: z.int().min(1).max(365).default(60).describe('Unanswered questions are forgotten after so many days'),
})
export type FaqConfig = z.output<typeof config>

/** Whether an entry for these groups is one for the group `ref`. */
export const holds = (groups: readonly string[] | undefined, ref: string) =>
  groups?.some((pattern) => (pattern.endsWith('*') ? ref.startsWith(pattern.slice(0, -1)) : ref === pattern)) ?? true
