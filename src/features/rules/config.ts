/** What the owner decides about the house rules. */
import { z } from 'zod'
import { localised } from '../../core/words.ts'

const reminder = z
  .strictObject({
    cron: z.string().max(60).describe("Five cron fields in the group's time zone, or lunar: M-D"),
    text: localised(2000).optional().describe('Instead of our own words'),
    whole: z.boolean().default(false).describe('Post the whole rules each time, not only where they are'),
  })
  .describe('Says from time to time that there are rules')

export const config = z.strictObject({
  text: localised(8000).optional().describe('The house rules in Markdown, in one or both languages'),
  post: z.boolean().default(true).describe('Post them when Innkeeper first comes into a group'),
  pin: z.boolean().default(true).describe('Pin what was posted'),
  acknowledge: z.boolean().default(true).describe('Offer an "I agree" button, and keep who pressed it'),
  announceChanges: z.boolean().default(true).describe('When this text changes, tell the group which lines did'),
  reminder: reminder.optional(),
})
export type RulesConfig = z.output<typeof config>
