/** The keys `rules`, `lists`, `counters` and `hourly` of `moderation.yaml`. */
import { z } from 'zod'
import { text } from '../../../core/words.ts'
import { span } from '../../../time/setting.ts'
import { condition } from './schema/conditions.ts'
import { effect } from './schema/effects.ts'
import { list } from './schema/sources.ts'
import { trigger } from './schema/triggers.ts'

/** A text of rules in one or both languages; `check` wants one. */
const title = z.strictObject({ zh: text(100).optional(), en: text(100).optional() })
const per = z.enum(['member', 'group', 'channel']).default('member')

const rule = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'is not an id: lower-case letters, digits and dashes')
    .describe('Cases and statistics are kept under it; never changed later'),
  name: title.optional().describe('What the member is told was broken'),
  when: z.array(trigger).min(1).max(25).describe('Any of these sets it off'),
  if: z.array(condition).max(25).default([]).describe('All of these must hold'),
  do: z.array(effect).min(1).max(25).describe('All of this is done'),
  stop: z.boolean().default(false).describe('No later rule looks at it'),
  observe: z.boolean().default(false).describe('Opens cases and notes what it would do, and does none of it'),
  cooldown: z
    .union([span.transform((forMs) => ({ for: forMs, per: 'member' as const })), z.strictObject({ for: span, per })])
    .optional()
    .describe('How long it rests after it went off'),
})
export type Rule = z.output<typeof rule>

const counter = z.strictObject({
  per: z
    .enum(['member', 'person', 'group', 'channel'])
    .default('member')
    .describe('member: in one group; person: in the whole community'),
  half: span.optional().describe('It halves within so long'),
  perHour: z.number().positive().max(100_000).optional().describe('So much of it goes within an hour, down to 0'),
  lapse: span.optional().describe('Each count is gone after so long'),
})
export type Counter = z.output<typeof counter>

export const ruleKeys = {
  rules: z.array(rule).max(500).default([]).describe('Looked at in this order'),
  lists: z.record(text(60), list).default({}),
  counters: z
    .record(text(60), counter)
    .default({})
    .describe('With none of half, perHour and lapse it only changes by rules'),
  hourly: z
    .strictObject({
      replies: z.int().min(0).max(1000).default(30).describe('What rules write in a group'),
      asks: z
        .int()
        .min(0)
        .max(1000)
        .default(30)
        .describe('Questions and notices to staff, by rules and by checks each; further cases wait in the queue'),
      changes: z.int().min(0).max(1000).default(60).describe('Roles, names, slow mode, locks, purges, pins'),
    })
    .prefault({})
    .describe('The most that rules do in one group in an hour, beside the budgets of community.yaml'),
}
const rulesSchema = z.strictObject(ruleKeys)
export type RulesConfig = z.output<typeof rulesSchema>
