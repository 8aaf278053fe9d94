/** `community.yaml`: who the community is, which groups it has, who is staff, and how much may be done by itself. */
import { z } from 'zod'
import { localeSchema, locales, roleSchema, text } from '../core/words.ts'
import { timezone } from './timezone.ts'

const clock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is not a time of day, such as "23:00"')
  .describe('Wall-clock time in the group’s time zone, "HH:MM"')
const quiet = z
  .strictObject({ from: clock, to: clock })
  .refine((hours) => hours.from !== hours.to, {
    message: 'begins and ends at the same minute',
    params: { key: 'ends-as-it-begins' },
  })
  .describe('Posts planned within these hours wait for their end')
const languages = z
  .array(localeSchema)
  .min(1)
  .max(locales.length)
  .refine((list) => new Set(list).size === list.length, 'names a language twice')
  .describe('zh, en or both; the first is the group’s own')
const cap = (perHour: number) => z.int().min(0).max(100_000).default(perHour)

/** Caps per community and clock hour. The figures are for a group of a few hundred people; over a cap we only suggest. */
const budgetsSchema = z
  .strictObject({
    removals: cap(5).describe('Kicks'),
    bans: cap(5),
    mutes: cap(20),
    deletions: cap(60),
    whispers: cap(120).describe('Private messages sent unasked'),
    // Fifty groups whose digests fall due in the same hour get them; a schedule gone wrong is stopped within the hour.
    posts: cap(60).describe('Scheduled and other unasked posts, in all groups together'),
  })
  .prefault({})

const ref = (otherwise: string) => text(256).refine((one) => /^[a-z][a-z0-9-]*:./.test(one), otherwise)
const groupSchema = z.strictObject({
  match: ref('is not a group’s id, such as "web:reading" or "discord:*"').describe(
    'The group’s id, or a pattern with * for several: "web:reading", "discord:*"',
  ),
  name: text(200).optional(),
  languages: languages.optional(),
  timezone: timezone.optional(),
  observe: z.boolean().optional().describe('Decide and show, but touch nothing'),
  quiet: z
    .union([quiet, z.literal(false)])
    .optional()
    .describe('false: no quiet hours here'),
  features: z
    .record(text(64), z.record(z.string(), z.unknown()))
    .default({})
    .describe('What is different here: by feature, the keys of its file that change'),
})

export const communitySchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,62}$/, 'is not a community id: lower-case letters, digits and dashes, a letter first')
    .describe('Never changed later: members and numbers hang on it'),
  name: text(200).refine((name) => name.trim() !== '', 'is blank'),
  languages: languages.default(['zh', 'en']),
  timezone: timezone.default('Asia/Shanghai'),
  staff: z
    .array(
      z.strictObject({
        user: text(256).describe('The account on its platform: "web:mei"'),
        role: roleSchema.default('moderator'),
      }),
    )
    .default([]),
  groups: z.array(groupSchema).max(10_000).default([]),
  alerts: z
    .array(ref('is not a group’s id, such as "web:office"'))
    .max(10)
    .default([])
    .describe(
      'Groups that are told what the owner should know, such as a platform that is away: the first that is not on it',
    ),
  anyGroup: z.boolean().default(false).describe('Serve groups that are not listed too, by the settings above'),
  observe: z.boolean().default(false).describe('Decide and show, but touch nothing'),
  quiet: quiet.optional(),
  budgets: budgetsSchema,
})
export type CommunityFile = z.output<typeof communitySchema>
export type GroupEntry = CommunityFile['groups'][number]
