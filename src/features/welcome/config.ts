/** What the owner decides about greeting. Starting values follow what peers use; tune them by rehearsal. */
import { z } from 'zod'
import { localised, text } from '../../core/words.ts'
import { defaultMerged, defaultWelcome } from './texts.ts'

export const config = z.strictObject({
  enabled: z.boolean().default(true),
  text: localised(2000)
    .default(defaultWelcome)
    .describe('For one newcomer. Variables: {name} {number} {group} {community} {rules}'),
  invited: localised(2000)
    .optional()
    .describe('The same where a member invited, not one of the staff: {inviter} besides'),
  merged: localised(2000)
    .default(defaultMerged)
    .describe('For several at once. Variables: {names} {count} {group} {community} {rules}'),
  private: localised(4000)
    .optional()
    .describe('Sent to each newcomer in private. Variables: {name} {number} {group} {community} {rules}'),
  mention: z
    .boolean()
    .default(true)
    .describe('Newcomers’ names are written with @, so that they are really called where the platform can'),
  buttons: z.boolean().default(true).describe('"Read the rules" and "I agree" under the welcome'),
  windowSeconds: z.int().min(0).max(3600).default(30).describe('Joins within so many seconds are welcomed together'),
  rejoin: z
    .union([
      z.enum(['again', 'never']),
      z.strictObject({ afterDays: z.int().min(1).max(3650).describe('Again once so many days have gone by') }),
    ])
    .default({ afterDays: 30 })
    .describe('What to do when somebody who was welcomed leaves and comes back'),
  raid: z
    .strictObject({
      joinsPerMinute: z.int().min(2).max(1000).default(12).describe('More joins than this in a minute: say nothing'),
    })
    .prefault({}),
  perHour: z.int().min(0).max(1000).default(30).describe('At most so many welcome posts an hour in a group'),
  followUp: z
    .strictObject({
      days: z.int().min(1).max(365),
      text: localised(4000).describe('Variables: {name} {number} {group} {community} {rules}'),
    })
    .optional()
    .describe('A private word some days later, to those who are still here'),
  requests: z
    .strictObject({
      answer: z
        .enum(['ask', 'admit', 'ignore'])
        .default('ask')
        .describe('Who asks to come in, or to be the bot’s friend: ask the staff, let them in, or leave them alone'),
      words: z.array(text(100)).max(50).default([]).describe('Whoever writes one of these with it is let in at once'),
      perDay: z.int().min(0).max(1000).default(15).describe('More in a day are asked of the staff'),
    })
    .prefault({}),
  farewell: localised(2000).optional().describe('When somebody leaves. Variables: {name} {group} {community}'),
})
export type WelcomeConfig = z.output<typeof config>
