/** `schedule.yaml`: what is posted when, and the libraries the posts are taken from. */
import { z } from 'zod'
import { localised, text } from '../../core/words.ts'
import { duration } from '../../time/setting.ts'

const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'takes lower-case letters, digits and dashes, at most 40')

const gathering = z.strictObject({
  title: localised(100).describe('What members meet for'),
  place: text(100)
    .refine((place) => place.trim() !== '', 'is blank')
    .describe('Where: an address, a link, a voice channel'),
  startsIn: duration('1d').describe('So long after the post is due'),
  lasts: duration('2h').describe('How long it lasts'),
})
export type Gathering = z.output<typeof gathering>

const post = z.strictObject({
  id: slug.describe('Its name in commands and in the log; keep it when you change the rest'),
  name: localised(40).optional().describe('Shown in the list of what is on'),
  cron: text(200).describe(
    'Five cron fields by the clock of the group: minute hour day month weekday; @daily and its like; or "lunar: 8-15 09:00"',
  ),
  text: localised().optional().describe('What is posted'),
  content: slug.optional().describe('Instead of text: a library, of which one entry is posted each time'),
  groups: z
    .array(text(256))
    .min(1)
    .optional()
    .describe('Only in these groups, as community.yaml names them; "web:*" is every group of a platform'),
  late: z
    .enum(['skip', 'once'])
    .default('once')
    .describe('After a stop: none of the runs that were missed, or the last one once'),
  lateWithin: duration('1h').describe('A run later than this is skipped all the same'),
  announce: z.boolean().default(false).describe("As the platform's announcement, where it has one"),
  pin: z.boolean().default(false).describe('Pin it in the group'),
  gathering: gathering
    .optional()
    .describe('Members meet: an event of the platform where it has those (Discord), a line of the post where not'),
})
export type Post = z.output<typeof post>

const entry = z.strictObject({ id: slug, text: localised() })
export type Entry = z.output<typeof entry>

export const config = z.strictObject({
  posts: z.array(post).max(200).default([]),
  library: z
    .record(slug, z.array(entry).min(1).max(2000))
    .default({})
    .describe('Contents by name; none is repeated in a group until all have been posted'),
})
export type ScheduleConfig = z.output<typeof config>
