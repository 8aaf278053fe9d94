/** Keys of `moderation.yaml` about cases: the queue, how often a rule may err, how much a moderator may do, shared lists. */
import { z } from 'zod'
import { localised } from '../../core/words.ts'
import { sharedBans } from './shared/config.ts'

export const caseKeys = {
  queue: z
    .strictObject({
      digest: z
        .union([
          z.literal('never'),
          z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'is no time of day such as "09:00"'),
        ])
        .default('09:00')
        .describe('When staff is told each day what waits for a decision; nothing where nothing waits'),
    })
    .prefault({}),
  appeals: z
    .strictObject({
      elsewhere: localised(300)
        .optional()
        .describe(
          'Where who was removed can turn to, said with every removal: on Discord nobody can write to a bot they share no server with',
        ),
    })
    .prefault({}),
  errorBudget: z
    .strictObject({
      share: z
        .number()
        .min(0)
        .max(1)
        .default(0.2)
        .describe(
          'A rule of whose own verdicts more than this share was undone only asks, until the owner restores it',
        ),
      verdicts: z.int().min(1).max(10_000).default(10).describe('Judged by no fewer verdicts than these'),
      days: z.int().min(1).max(365).default(30).describe('Of the last so many days'),
    })
    .prefault({}),
  guard: z
    .strictObject({
      removals: z.int().min(1).max(10_000).default(20).describe('Kicks and bans'),
      mutes: z.int().min(1).max(10_000).default(40),
      deletions: z.int().min(1).max(10_000).default(200).describe('Messages'),
    })
    .prefault({})
    .describe(
      'The most one moderator does in an hour, by Innkeeper or by hand; beyond it their rights here are paused and the owner is told',
    ),
  sharedBans,
}
