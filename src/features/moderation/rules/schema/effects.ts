/** What a rule does. Each is one key of a map; those without settings may be written as a word. */
import { z } from 'zod'
import { text } from '../../../../core/words.ts'
import { span } from '../../../../time/setting.ts'

const nothing = z.strictObject({})
const said = { zh: text(2000).optional(), en: text(2000).optional() }
const lasting = z.strictObject({ for: span.optional().describe('Taken back after so long; for good if left out') })

export const effectParts = {
  delete: nothing.describe('The message'),
  purge: z
    .strictObject({ count: z.int().min(2).max(20).default(5), within: span.prefault('1m') })
    .describe('The member’s last messages, too'),
  warn: nothing.describe('A warning, with its ladder'),
  mute: z.union([span.transform((forMs) => ({ for: forMs })), z.strictObject({ for: span.prefault('12h') })]),
  kick: nothing,
  ban: z.strictObject({
    for: span.optional().describe('For good if left out'),
    deleteLast: span.optional().describe('What was written in so long a time goes too, 7d at most'),
  }),
  giveRole: z.strictObject({ role: text(100), for: span.optional() }),
  takeRole: z.strictObject({ role: text(100), for: span.optional() }),
  nick: text(32).describe('The name in the group; empty: none'),
  slow: z.strictObject({
    gap: span.prefault('30s').describe('Between two messages of one member'),
    for: span.optional(),
  }),
  lock: lasting.describe('The channel: members cannot write'),
  pauseInvites: lasting,
  reply: z.strictObject({ ...said, for: span.optional().describe('Deleted again after so long') }),
  send: z.strictObject({ ...said, channel: text(256).optional(), for: span.optional() }),
  whisper: z.strictObject(said),
  alert: z.strictObject(said).describe('A notice to staff'),
  ask: nothing.describe('Opens a case, and staff decides'),
  pin: nothing.describe('The message'),
  count: z.strictObject({ counter: text(60), by: z.number().min(-1000).max(1000).default(1) }),
  reset: z.strictObject({ counter: text(60) }),
  raid: lasting.describe('Raid mode on'),
  allow: nothing.describe('Harmless: no check and no later rule looks at it'),
  quiet: nothing.describe('No other feature hears of it: no points, no answers'),
  log: nothing.describe('Only noted in the log with its reason'),
} as const
export type EffectName = keyof typeof effectParts
export const effectNames = Object.keys(effectParts) as EffectName[]
/** Those that mean something without settings. */
export const plainEffects = [
  'delete',
  'purge',
  'warn',
  'mute',
  'kick',
  'ban',
  'slow',
  'lock',
  'pauseInvites',
  'ask',
  'pin',
  'raid',
  'allow',
  'quiet',
  'log',
] as const satisfies readonly EffectName[]

const map = z.strictObject(effectParts).partial()
export const effect = z.union([z.enum(plainEffects).transform((name) => map.parse({ [name]: {} })), map])
export type Effect = z.output<typeof map>
