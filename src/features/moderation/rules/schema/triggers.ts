/** What can set a rule off. Each is one key of a map; those without settings may be written as a word. */
import { z } from 'zod'
import { messageKinds } from '../../../../core/event.ts'
import { text } from '../../../../core/words.ts'
import { span } from '../../../../time/setting.ts'
import { domains, pattern, words } from './sources.ts'

const least = (fallback: number, most = 10_000) => z.int().min(1).max(most).default(fallback)
const share = (fallback: number) => z.number().min(0).max(1).default(fallback)
const seconds = (fallback: number) => z.number().min(1).max(86_400).default(fallback)
const per = z.enum(['member', 'group', 'channel']).default('member').describe('Whose are counted together')
const some = z.array(text(200)).min(1).max(500)
const nothing = z.strictObject({})

export const rated = [
  'messages',
  'mentions',
  'links',
  'attachments',
  'emojis',
  'stickers',
  'lines',
  'letters',
  'edits',
  'deletes',
  'joins',
  'leaves',
  'reactions',
] as const
export type Rated = (typeof rated)[number]
export const scripts = [
  'han',
  'kana',
  'hangul',
  'latin',
  'cyrillic',
  'arabic',
  'hebrew',
  'thai',
  'devanagari',
  'greek',
  'rtl',
] as const
export const contacts = ['wechat', 'qq', 'phone', 'email', 'telegram'] as const
export const caseDeeds = ['delete', 'warn', 'mute', 'kick', 'ban'] as const
const sayings = z.array(text(200)).min(1).max(200)

const written = {
  message: nothing.describe('Any message'),
  edit: nothing.describe('Any edit'),
  words: words.describe('Words, or { list: … }, however they are dressed up'),
  onlyWords: words.describe('A message with a word that is not among these'),
  regex: pattern.describe('A pattern of RE2, or { list: … }; against the text as written and as it reads undressed'),
  notRegex: pattern.describe('A message that no such pattern matches'),
  starts: sayings.describe('The text begins with one of these'),
  ends: sayings.describe('The text ends with one of these'),
  exactly: sayings.describe('The text is one of these and nothing else'),
  domains: domains.describe('A link to one of these domains'),
  otherDomains: domains.describe('A link to a domain that is not among these; invitations aside'),
  invites: z
    .strictObject({
      except: domains.optional().describe('Those that are welcome'),
      to: z
        .array(text(20))
        .min(1)
        .optional()
        .describe('Only to these platforms: discord, telegram, whatsapp, wechat, qq …'),
    })
    .describe('An invitation to another group'),
  links: z.strictObject({
    least: least(1),
    hidden: z.boolean().optional().describe('Only short links, which hide where they lead'),
  }),
  mentions: z.strictObject({ least: least(5, 200) }).describe('So many members mentioned at once'),
  everyone: nothing.describe('@everyone, @所有人 and the like'),
  caps: z.strictObject({ share: share(0.7), letters: least(10).describe('Fewer letters never count') }),
  emojis: z.strictObject({
    least: least(8),
    only: z.boolean().default(false).describe('Only where there is nothing else'),
  }),
  lines: z.strictObject({ least: least(15) }),
  length: z.strictObject({
    least: z.int().min(0).max(20_000).optional().describe('Of so many characters or more'),
    most: z.int().min(0).max(20_000).optional().describe('Of so many characters or fewer'),
  }),
  zalgo: z.strictObject({ least: least(8, 1000).describe('Marks piled upon letters') }),
  spoilers: z.strictObject({ least: least(1) }).describe('||hidden|| passages'),
  attachments: z.strictObject({
    least: z.int().min(0).max(1000).default(1),
    most: z.int().min(0).max(1000).optional().describe('0 with `least: 0`: a message without any'),
    kinds: z.array(z.enum(messageKinds)).min(1).optional().describe('Of one of these kinds'),
    names: some.optional().describe('File names such as "*.exe", where the platform tells them'),
  }),
  contacts: z
    .strictObject({ kinds: z.array(z.enum(contacts)).min(1).optional() })
    .describe('A number or id to be reached at elsewhere'),
  scripts: z.strictObject({
    of: z.array(z.enum(scripts)).min(1),
    share: share(0).describe('Of all letters; 0: one letter is enough'),
  }),
  repeats: z.strictObject({
    times: z.int().min(2).max(30).default(4),
    seconds: seconds(60),
    near: z.boolean().default(true).describe('Nearly the same counts, too'),
    per,
  }),
  streak: z
    .strictObject({ messages: z.int().min(2).max(100).default(5) })
    .describe('So many in a row with nobody between, however slowly'),
  spam: z.strictObject({ least: share(0.5) }).describe('The checks together score so much'),
  check: z
    .strictObject({ name: text(40), least: share(0.01) })
    .describe('One check found something: flood, contact, text …'),
} as const

export const triggerParts = {
  ...written,
  rate: z
    .strictObject({ of: z.enum(rated), count: z.int().min(1).max(1000), seconds: seconds(10), per })
    .describe('So many within so many seconds; counted anew once it went off'),
  join: z.strictObject({
    again: z.boolean().optional().describe('true: only who was here before; false: only first joins'),
  }),
  leave: z.strictObject({
    within: span.optional().describe('So soon after joining'),
    how: z
      .array(z.enum(['left', 'kicked', 'banned']))
      .min(1)
      .optional(),
  }),
  rename: nothing.describe('Another name in the group'),
  name: z
    .strictObject({
      words: words.optional(),
      onlyWords: words.optional(),
      regex: pattern.optional(),
      notRegex: pattern.optional(),
      invite: z.boolean().optional(),
      link: z.boolean().optional(),
    })
    .describe('A name with any of these, at joining and at renaming'),
  rolesGiven: some.describe('One of these roles was given, where the platform tells roles'),
  rolesTaken: some.describe('One of these roles was taken'),
  reaction: z.strictObject({ emojis: some.optional(), removed: z.boolean().default(false) }),
  deleted: nothing.describe('A message deleted by its author or by hand'),
  filtered: z.strictObject({ rule: text(200).optional() }).describe('The platform’s own filter held a message back'),
  counter: z
    .strictObject({ of: text(60), least: z.number().min(-100_000).max(100_000) })
    .describe('The counter has just reached this'),
  case: z
    .strictObject({
      deeds: z.array(z.enum(caseDeeds)).min(1).optional(),
      by: z.enum(['staff', 'innkeeper']).optional(),
    })
    .describe('Something was done about a member, by command, button or rule'),
  cases: z
    .strictObject({ least: least(3, 100), within: span, deeds: z.array(z.enum(caseDeeds)).min(1).optional() })
    .describe('The how-manieth case against a member within so long'),
  reports: z.strictObject({ least: least(2, 100), within: span }).describe('So many members reported this one'),
  raid: z.strictObject({ is: z.enum(['begins', 'ends']) }).describe('Raid mode'),
} as const
export type TriggerName = keyof typeof triggerParts
export type Params = { readonly [K in TriggerName]: z.output<(typeof triggerParts)[K]> }
export const triggerNames = Object.keys(triggerParts) as TriggerName[]

/** Those that mean something without settings. */
export const plainTriggers = [
  'message',
  'edit',
  'everyone',
  'invites',
  'links',
  'mentions',
  'caps',
  'emojis',
  'lines',
  'zalgo',
  'spoilers',
  'attachments',
  'contacts',
  'repeats',
  'streak',
  'spam',
  'join',
  'leave',
  'rename',
  'reaction',
  'deleted',
  'filtered',
  'case',
] as const satisfies readonly TriggerName[]

const map = z.strictObject(triggerParts).partial()
export const trigger = z.union([z.enum(plainTriggers).transform((name) => map.parse({ [name]: {} })), map])
export type Trigger = z.output<typeof map>
