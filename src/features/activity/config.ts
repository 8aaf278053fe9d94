/** What the owner decides about counting. Starting values and their sources: docs/activity-score.md. */
import { z } from 'zod'

const cron = z
  .string()
  .max(60)
  .regex(/^\S+( \S+){4}$/, 'needs five cron fields')

const score = z
  .strictObject({
    minLength: z
      .int()
      .min(1)
      .max(200)
      .default(8)
      .describe('A message shorter than this is not meaningful; a Chinese character counts as two'),
    gapSeconds: z.int().min(0).max(3600).default(30).describe('Meaningful messages closer together count as one'),
    peoplePerDay: z.int().min(1).max(50).default(10).describe('At most so many people a day earn somebody a point'),
    perPerson: z
      .int()
      .min(1)
      .max(30)
      .default(4)
      .describe('The same person earns somebody at most so many points in 30 days'),
    trustedAfter: z
      .int()
      .min(0)
      .max(100)
      .default(3)
      .describe('Answers and reactions earn points once their giver has written so many meaningful messages'),
  })
  .prefault({})

const segments = z
  .strictObject({
    newDays: z.int().min(1).max(90).default(7).describe('new: first seen within so many days'),
    core: z
      .strictObject({
        messages: z.int().min(1).max(100).default(3).describe('at least so many messages a day'),
        days: z.int().min(1).max(90).default(7).describe('on at least so many days'),
        of: z.int().min(1).max(90).default(14).describe('out of the last so many'),
      })
      .prefault({})
      .describe('core: writes on many of the last days'),
    dormantDays: z.int().min(1).max(365).default(30).describe('dormant: nothing written for so many days'),
    goneDays: z.int().min(2).max(1000).default(100).describe('gone: has left, or nothing written for so many days'),
  })
  .prefault({})

const digest = z
  .strictObject({
    on: z.boolean().default(true),
    cron: cron
      .default('0 9 * * 1')
      .describe("Five cron fields in the group's time zone; it comes within five minutes after"),
    chart: z.boolean().default(true).describe('Send a picture along'),
    least: z.int().min(0).max(100_000).default(10).describe('No digest for a week with fewer messages'),
    top: z.int().min(0).max(10).default(3).describe('So many members are thanked by name'),
  })
  .prefault({})

export const config = z.strictObject({
  score,
  segments,
  digest,
  topSize: z.int().min(3).max(50).default(10).describe('Places on the leaderboard'),
  keepDays: z.int().min(60).max(3650).default(400).describe('Counts by day are kept so long; totals stay'),
})
export type ActivityConfig = z.output<typeof config>
