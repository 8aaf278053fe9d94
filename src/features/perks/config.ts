/** `perks.yaml`: what earns points, what they buy, and what the owner is ready to spend. */
import { z } from 'zod'
import { localised, text } from '../../core/words.ts'
import { duration } from '../../time/setting.ts'

const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'takes lower-case letters, digits and dashes, at most 40')

const points = z
  .strictObject({
    perMessage: z.int().min(0).max(100).default(1).describe('0: talking earns nothing'),
    cooldown: duration('1m').describe('A member earns at most once within it'),
    minLength: z.int().min(1).max(200).default(4).describe('Shorter messages earn nothing'),
    perDay: z.int().min(0).max(10_000).default(30).describe('At most so many points a day for talking'),
  })
  .prefault({})

const checkin = z
  .strictObject({
    points: z
      .int()
      .min(0)
      .max(1000)
      .default(5)
      .describe('For the first check-in of the day, by the clock of the group'),
    streaks: z
      .array(z.strictObject({ every: z.int().min(2).max(366), bonus: z.int().min(1).max(10_000) }))
      .max(10)
      .default([
        { every: 7, bonus: 20 },
        { every: 30, bonus: 100 },
      ])
      .describe('On every so-many-th day in a row; where several fall together, the largest counts'),
  })
  .prefault({})

const perk = z.strictObject({
  id: slug.describe('Keep it when you change the rest: what was redeemed is counted by it'),
  name: localised(60),
  about: localised(500).optional(),
  cost: z.int().min(1).max(1_000_000).describe('Points'),
  stock: z.int().min(0).max(1_000_000).optional().describe('So many in all; without end where left out'),
  perMember: z.int().min(1).max(1000).optional().describe('So many for one member; without end where left out'),
  price: z.number().min(0).max(1_000_000).default(0).describe('What one costs you, in the unit of the budget'),
})
export type Perk = z.output<typeof perk>

const budget = z
  .strictObject({
    perMonth: z.number().min(0).max(100_000_000).optional().describe('No redemption beyond it in a calendar month'),
    unit: text(10).default('').describe('Shown to you: "元", "€"'),
  })
  .prefault({})

export const config = z.strictObject({
  points,
  checkin,
  awardMax: z.int().min(1).max(1_000_000).default(500).describe('Most points a moderator gives or takes at once'),
  catalogue: z.array(perk).max(100).default([]),
  budget,
  giveaways: z.strictObject({ lasts: duration('24h').describe('Where the command names no time') }).prefault({}),
})
export type PerksConfig = z.output<typeof config>
