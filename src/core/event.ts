/**
 * What happened, in the words of no platform. One zod schema per type, so that every door is checked by the same
 * description that its documentation is printed from.
 */
import { z } from 'zod'
import { id, localeSchema, roleSchema, text } from './words.ts'

/** `id` is the same when the platform delivers the event again: it is the key by which nothing is handled twice. */
const happened = {
  id: id.describe('The same when the event is delivered again; events are handled once per id'),
  at: z.int().min(0).max(8.64e15).describe('When it happened, epoch milliseconds'),
  group: id.describe('The group it happened in, minted by the adapter: "web:reading"'),
  where: id.optional().describe('The channel or thread of the group, where a group has several'),
}
const by = {
  user: id.describe('Who did it: the account on the platform, minted by the adapter'),
  name: text(100).optional().describe('The name shown in the group'),
  role: roleSchema.optional().describe('What the platform says this account is in the group'),
  locale: localeSchema.optional().describe('The language the account is known to read'),
  bot: z.boolean().optional().describe('True for other bots: seen, never answered'),
  roles: z
    .array(text(100))
    .max(250)
    .optional()
    .describe('Names of the roles the account has on the platform, where known; [] in `member.update` is none'),
  accountAt: z.int().min(0).max(8.64e15).optional().describe('When the account was made, epoch milliseconds'),
  avatar: z.boolean().optional().describe('Whether the account has a picture of its own'),
}

export const messageKinds = [
  'image',
  'file',
  'audio',
  'video',
  'sticker',
  'link',
  'mini-program',
  'card',
  'location',
  'forward',
  'poll',
] as const

export const groupEvent = z.strictObject({
  ...happened,
  type: z.literal('group'),
  name: text(200).optional(),
  gone: z.boolean().optional().describe('True when Innkeeper was removed from the group'),
})
export const joinEvent = z.strictObject({
  ...happened,
  ...by,
  type: z.literal('member.join'),
  invitedBy: id.optional().describe('The account that invited the newcomer, where known'),
  inviteSure: z.number().min(0).max(1).optional().describe('How sure `invitedBy` is; 1 where the platform says it'),
})
export const memberEvent = z.strictObject({ ...happened, ...by, type: z.literal('member.update') })
export const requestEvent = z.strictObject({
  ...happened,
  ...by,
  type: z.literal('request'),
  request: id.describe('Goes into the `admit` action that answers it'),
  kind: z.enum(['join', 'friend']).describe('Wants to come in; or wants to know the bot, and by it to come in'),
  text: text(1000).default('').describe('What they wrote with it'),
})
export const leaveEvent = z.strictObject({
  ...happened,
  ...by,
  type: z.literal('member.leave'),
  how: z.enum(['left', 'kicked', 'banned']).default('left'),
})
export const messageEvent = z.strictObject({
  ...happened,
  ...by,
  type: z.literal('message'),
  message: id.optional().describe("The message's own id; the event's id where it has none"),
  text: text(20_000),
  replyTo: id.optional().describe('The message this one answers'),
  mentions: z.array(id).max(200).optional().describe('Accounts mentioned'),
  mentionsBot: z.boolean().optional(),
  private: z.boolean().optional().describe('Written to Innkeeper alone; `group` is the one it is most likely about'),
  kinds: z.array(z.enum(messageKinds)).max(20).optional().describe('What came along, or what it is beside text'),
  attachments: z.int().min(0).max(1000).optional().describe('How many pictures and files came along'),
  files: z.array(text(200)).max(20).optional().describe('Names of the files that came along, where known'),
  fileUrls: z.array(text(2000)).max(20).optional().describe('Where they lie: kept with a case as evidence'),
})
export const editEvent = z.strictObject({
  ...happened,
  ...by,
  type: z.literal('edit'),
  message: id,
  text: text(20_000),
})
export const deleteEvent = z.strictObject({ ...happened, type: z.literal('delete'), message: id, user: id.optional() })
export const reactionEvent = z.strictObject({
  ...happened,
  ...by,
  type: z.literal('reaction'),
  message: id,
  emoji: text(64),
  added: z.boolean().default(true),
})
export const commandEvent = z.strictObject({
  ...happened,
  ...by,
  type: z.literal('command'),
  name: text(64).describe('Command name or alias, in either language, without the slash').optional(),
  input: z.record(z.string().max(64), z.unknown()).optional().describe('Fields by name'),
  text: text(4_000).optional().describe('Instead of name and input: the line as typed, "/mute @x 10m"'),
  replyTo: id.optional().describe('The message the command was given on'),
  author: id.optional().describe('Who wrote that message, where the platform says it'),
})
export const choiceEvent = z.strictObject({
  ...happened,
  ...by,
  type: z.literal('choice'),
  ask: id.describe('The `ask` of the action that offered the options'),
  option: id,
  message: id.optional(),
})
/** What staff did by the platform's own means, so that a moderator's click is a case too. `user` is who did it. */
export const moderatedEvent = z.strictObject({
  ...happened,
  ...by,
  type: z.literal('moderated'),
  act: z.enum(['mute', 'unmute', 'kick', 'ban', 'unban', 'delete']),
  target: id.describe('The account it was done to'),
  targetName: text(100).optional(),
  forMs: z.int().min(0).optional().describe('Of a mute'),
  count: z.int().min(1).optional().describe('Of messages deleted'),
  reason: text(500).default(''),
})
/** The platform's own filter held back a message; see the action `filters`. */
export const filteredEvent = z.strictObject({
  ...happened,
  ...by,
  type: z.literal('filtered'),
  message: id.optional(),
  text: text(20_000).default(''),
  rule: text(200).describe('The name of the platform’s rule'),
  matched: text(200).default(''),
})
export const clockEvent = z.strictObject({ type: z.literal('clock'), at: happened.at, id: id.optional() })

export const eventSchema = z.discriminatedUnion('type', [
  groupEvent,
  joinEvent,
  leaveEvent,
  memberEvent,
  requestEvent,
  messageEvent,
  editEvent,
  deleteEvent,
  reactionEvent,
  commandEvent,
  choiceEvent,
  moderatedEvent,
  filteredEvent,
])
export type Event = Readonly<z.output<typeof eventSchema>>
export type EventType = Event['type']
export type EventOf<K extends EventType> = Extract<Event, { type: K }>
/** Events that somebody did: all but `group` and `delete`. */
export type MemberEvent = Extract<Event, { role?: unknown }>
export const eventTypes = eventSchema.options.map((option) => option.shape.type.value) as readonly EventType[]
