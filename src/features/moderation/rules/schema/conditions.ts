/** What else must hold. All keys of a condition must, and all conditions of a rule. */
import { z } from 'zod'
import { roleSchema, text } from '../../../../core/words.ts'
import { span } from '../../../../time/setting.ts'
import { languages } from '../../model/language.ts'

const some = z.array(text(256)).min(1).max(200)
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is not a time of day, such as "23:00"')
const age = z.strictObject({ under: span.optional(), over: span.optional() })
const amount = z.strictObject({ least: z.number().optional(), most: z.number().optional() })
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

export const conditionParts = {
  rank: z.array(roleSchema).min(1).optional().describe('Only these; without it a rule never looks at staff'),
  roles: some.optional().describe('Has one of these roles, where the platform tells roles'),
  allRoles: some.optional().describe('Has all of these roles'),
  groups: some.optional().describe('Group ids or patterns: "discord:*"'),
  channels: some.optional().describe('Ids of channels or threads of the group'),
  platforms: z.array(text(20)).min(1).optional(),
  hours: z.strictObject({ from: clock, to: clock }).optional().describe('Wall-clock time in the group’s zone'),
  days: z.array(z.enum(weekdays)).min(1).optional(),
  joined: age.optional().describe('How long a member of the group'),
  account: age.optional().describe('How old the account is, where known; one that is not known is neither'),
  avatar: z.boolean().optional().describe('Has a picture of its own, where known'),
  newcomer: z.boolean().optional().describe('Not yet trusted, by `newcomers`'),
  messages: amount.optional().describe('Messages in this group so far, as the activity feature counts them'),
  language: z.array(z.enum(languages)).min(1).optional().describe('Of the text'),
  attachment: z.boolean().optional(),
  link: z.boolean().optional(),
  reply: z.boolean().optional(),
  mentionsBot: z.boolean().optional(),
  edited: z.boolean().optional().describe('true: edits only; false: new messages only'),
  raid: z.boolean().optional().describe('Raid mode is on'),
  warnings: amount.optional().describe('Warnings in force'),
  counter: amount.extend({ of: text(60) }).optional(),
} as const
const plain = z.strictObject(conditionParts)
export const condition = plain.extend({
  not: plain.optional().describe('These do not all hold'),
  any: z.array(plain).min(1).max(25).optional().describe('At least one of these holds'),
})
export type PlainCondition = z.output<typeof plain>
export type Condition = z.output<typeof condition>
