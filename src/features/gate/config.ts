/** `gate.yaml`: whether newcomers show that they are people, and how. */
import { z } from 'zod'
import { localised, text } from '../../core/words.ts'
import { duration } from '../../time/setting.ts'

const question = z.strictObject({
  text: localised(500).describe('Asked of newcomers: something that people who meant to come here know'),
  answers: z
    .array(text(100))
    .min(1)
    .max(50)
    .describe('What is right, in either language. Case, width, spaces and marks do not matter'),
  options: z
    .array(z.strictObject({ label: localised(60), right: z.boolean().default(false) }))
    .min(2)
    .max(10)
    .optional()
    .describe('Offered to choose from; where left out, the answer is typed'),
})

export const config = z.strictObject({
  mode: z
    .enum(['off', 'raid', 'always'])
    .default('raid')
    .describe('raid: only while raid mode asks for it (see moderation.yaml); always: every newcomer'),
  by: z
    .enum(['button', 'sum', 'question'])
    .default('button')
    .describe('One press; a small sum; or the first of `questions`, by turns'),
  questions: z.array(question).max(20).default([]).describe('The owner’s own. With none of them, a sum is asked'),
  within: duration('5m').describe('How long newcomers have, at least, from when they could see it'),
  tries: z.int().min(1).max(20).default(3).describe('Wrong answers and times run out, until staff decides instead'),
  late: z
    .enum(['kick', 'staff'])
    .default('kick')
    .describe(
      'Who does not answer in time: removed and may come again, or staff decides. Where the platform cannot remove, staff is asked',
    ),
  atOnce: z
    .int()
    .min(0)
    .max(100)
    .default(5)
    .describe('More than so many whose time runs out together are never removed without staff’s word'),
  meanwhile: z
    .enum(['hold', 'allow'])
    .default('hold')
    .describe('What the unverified write: deleted with a private hint, where the platform can delete; or left alone'),
  role: text(100).optional().describe('Given to whoever passes, where the platform has roles'),
  exempt: z
    .strictObject({
      invited: z.boolean().default(true).describe('Whom staff invited in person'),
      roles: z.array(text(100)).max(50).default([]).describe('Who comes with one of these roles'),
      passedDays: z
        .int()
        .min(0)
        .max(3650)
        .default(180)
        .describe('Who passed here so many days ago or less, and comes back'),
    })
    .prefault({}),
  welcome: localised(1000).optional().describe('Said in private to whoever passes. Variables: {name} {group}'),
})
export type GateConfig = z.output<typeof config>
