/** The key `raid` of `moderation.yaml`: when strangers are a raid, and what is done while they are. */
import { z } from 'zod'
import { text } from '../../../core/words.ts'
import { duration } from '../../../time/setting.ts'

/** From mild to strict. */
export const levels = ['watch', 'guarded', 'locked'] as const
export type Level = (typeof levels)[number]

/** `mute` and `kick` are done to those who come with the raid; the others to the group as a whole. */
export const raidDeeds = ['slow', 'verify', 'invites', 'mute', 'kick'] as const
export type RaidDeed = (typeof raidDeeds)[number]

const step = (joins: number, does: readonly RaidDeed[]) =>
  z
    .strictObject({
      joins: z.int().min(2).max(60).default(joins).describe('So many first joins within `seconds`'),
      does: z
        .array(z.enum(raidDeeds))
        .max(raidDeeds.length)
        .default([...does])
        .describe(
          'slow: slow mode · verify: newcomers are verified, see gate.yaml · invites: paused · mute, kick: who comes with the raid',
        ),
    })
    .prefault({})

export const raid = z
  .strictObject({
    joins: z.int().min(2).max(60).default(5).describe('So many first joins …'),
    seconds: z.number().min(1).max(600).default(10).describe('… within so many seconds are a raid: level `watch`'),
    guarded: step(10, ['slow', 'verify']),
    locked: step(25, ['slow', 'verify', 'invites', 'mute']),
    alike: z
      .strictObject({
        joins: z.int().min(2).max(30).default(4).describe('So many alike newcomers are a raid: level `guarded`; …'),
        minutes: z.number().min(1).max(1440).default(30).describe('… within so many minutes'),
        locked: z.int().min(2).max(60).default(12).describe('So many are level `locked`'),
        messages: z.int().min(2).max(30).default(4).describe('So many newcomers who begin with the same words, too'),
      })
      .prefault({}),
    drip: z
      .strictObject({
        joins: z.int().min(2).max(60).default(6).describe('Alike newcomers one by one: so many …'),
        hours: z.number().min(1).max(72).default(24).describe('… within so many hours are level `guarded`'),
      })
      .prefault({}),
    calm: duration('10m').describe('It is over after so long without another burst'),
    longest: duration('6h').describe('It is over then in any case'),
    rest: duration('1h').describe('So long after “/raid off” it does not begin by itself'),
    does: z
      .enum(['watch', 'mute', 'kick'])
      .default('watch')
      .describe('What is done with those who come with a raid at every level, beside what the level does'),
    for: duration('1h').describe('How long they are muted'),
    most: z.int().min(0).max(500).default(100).describe('At most so many are muted or removed in one raid'),
    slow: duration('10s').describe('Between two messages of one member in slow mode'),
    channels: z
      .array(text(256))
      .max(20)
      .default([])
      .describe('Channels that are slowed, by the platform’s id; the group’s main one where empty'),
    score: z
      .number()
      .min(0)
      .max(1)
      .default(0.2)
      .describe('Added where anything else was found in a message of those who joined meanwhile'),
  })
  .prefault({})
export type RaidConfig = z.output<typeof raid>
