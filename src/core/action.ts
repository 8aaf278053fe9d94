/**
 * What we want done. Data, so that it can be kept, shown, rehearsed, budgeted, retried and audited in one place each.
 */
import { z } from 'zod'
import { id, text } from './words.ts'

const group = id.describe('The group, as the adapter minted it')
const user = id.describe('The account, as the adapter minted it')
const reason = text(500).describe('Why, for the audit log of the platform')
export const optionSchema = z.strictObject({
  id: id.describe('Comes back in the `choice` event'),
  label: text(80),
  style: z.enum(['primary', 'secondary', 'danger']).optional(),
})
export type Option = Readonly<z.output<typeof optionSchema>>
const options = z.array(optionSchema).min(1).max(25)
const image = z.strictObject({ png: z.string().describe('base64'), alt: text(500) })
const body = text(20_000).describe('Markdown: emphasis, lists, links, code, quotes')
const where = id
  .optional()
  .describe('The channel or thread of the group, from an event; the platform’s own choice where left out')
const mentions = z
  .array(z.strictObject({ user, name: text(100) }))
  .max(50)
  .optional()
  .describe('Whoever stands in the text as "@name" is really called; nobody else is')
const to = z.literal('staff').optional().describe('To the room of the staff, where `ctx.staffRoom` says there is one')

/** For what is set on a place for a while only. Names are of who sets it: a raid and a rule may both at once. */
const aWhile = {
  keep: text(40)
    .optional()
    .describe('For a while, under this name: what stands there is remembered, and what is stricter already stays'),
  back: text(40)
    .optional()
    .describe(
      'What `keep` of this name changed is put back as it stood, unless it was changed meanwhile; the value beside it is what we know of, for platforms that cannot tell',
    ),
}

export const actionSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('send'),
    group,
    where,
    to,
    text: body,
    mentions,
    replyTo: id.optional(),
    image: image.optional(),
    pin: z.boolean().optional().describe('Pin it once sent'),
  }),
  z.strictObject({ type: z.literal('announce'), group, where, text: body }),
  z.strictObject({
    type: z.literal('whisper'),
    group,
    user,
    text: body,
    aloud: body
      .optional()
      .describe(
        'Said in the group where the member cannot be reached in private; `text` if left out, nothing if empty',
      ),
  }),
  z.strictObject({
    type: z.literal('ask'),
    group,
    where,
    to,
    ask: id,
    text: body,
    mentions,
    options,
    user: user.optional().describe('Only this account sees it'),
    aloud: body.optional().describe('With `user`: said in the group instead where they cannot be asked in private'),
    replyTo: id.optional(),
    pin: z.boolean().optional().describe('Pin it once sent'),
  }),
  z.strictObject({
    type: z.literal('edit'),
    group,
    of: id.describe('Id of the action that sent the message'),
    text: body,
    options: z.array(optionSchema).max(25).optional(),
  }),
  z.strictObject({ type: z.literal('delete'), group, message: id, user: user.optional(), reason }),
  z.strictObject({
    type: z.literal('purge'),
    group,
    messages: z.array(id).min(1).max(100),
    reason,
  }),
  z.strictObject({ type: z.literal('pin'), group, message: id }),
  z.strictObject({ type: z.literal('mute'), group, user, forMs: z.int().min(1000), reason }),
  z.strictObject({ type: z.literal('unmute'), group, user, reason }),
  z.strictObject({ type: z.literal('kick'), group, user, reason }),
  z.strictObject({
    type: z.literal('ban'),
    group,
    user,
    reason,
    deleteMs: z.int().min(0).max(604_800_000).optional().describe('What they wrote in so long a time goes too'),
  }),
  z.strictObject({ type: z.literal('unban'), group, user, reason }),
  z.strictObject({ type: z.literal('role'), group, user, role: text(100), grant: z.boolean(), reason }),
  z.strictObject({ type: z.literal('nick'), group, user, name: text(32).describe('Empty: none'), reason }),
  z.strictObject({
    type: z.literal('slow'),
    group,
    where,
    gapMs: z.int().min(0).max(21_600_000).describe('Between two messages of one member; 0 ends it'),
    ...aWhile,
    reason,
  }),
  z.strictObject({ type: z.literal('lock'), group, where, locked: z.boolean(), reason }),
  z.strictObject({ type: z.literal('invites'), group, paused: z.boolean(), ...aWhile, reason }),
  z.strictObject({
    type: z.literal('gathering'),
    group,
    title: text(100),
    text: text(1000),
    place: text(100).describe('Where members meet: an address, a link'),
    at: z.int().min(0).describe('Epoch milliseconds'),
    until: z.int().min(0).describe('Epoch milliseconds'),
  }),
  z
    .strictObject({
      type: z.literal('filters'),
      group,
      words: z.array(text(200)).max(10_000).describe('The weightiest first; "*word*" is within longer words too'),
      mentionLimit: z.int().min(1).max(50).optional(),
      invites: z.boolean().describe('Invitations to other groups are held back'),
      links: z.boolean().describe('All links are held back'),
      allow: z.array(text(256)).max(5000).optional().describe('Domains and addresses that are welcome all the same'),
    })
    .describe('The platform’s own filter is brought into line with the rulebook; empty of everything removes it'),
  z.strictObject({
    type: z.literal('admit'),
    group,
    user,
    request: id.describe('From the `request` event'),
    accept: z.boolean(),
    reason,
  }),
])
export type Action = Readonly<z.output<typeof actionSchema>>
export type ActionType = Action['type']
export type ActionOf<K extends ActionType> = Extract<Action, { type: K }>
export const actionTypes = actionSchema.options.map((option) => option.shape.type.value) as readonly ActionType[]

/** What goes first when a platform lets us do only so much: first is first. */
export const priorities = ['moderation', 'reply', 'welcome', 'post'] as const
export type Priority = (typeof priorities)[number]

/** An action as a feature returns it; the engine gives it its id and its place in the queue. */
export type Draft = Action & {
  /** `reply` unless told otherwise. `post` waits for the end of quiet hours. */
  readonly priority?: Priority
  /** A name unique within the verdict, so that a later `edit` can say `of`; its number in the verdict otherwise. */
  readonly key?: string
}

/** What became of it. An expected failure is a value; `unsupported` and `denied` lead to the fallback table. */
export const outcomeSchema = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), message: id.optional().describe('Id of the message that was sent') }),
  z.strictObject({
    ok: z.literal(false),
    kind: z.enum(['unsupported', 'denied', 'gone', 'busy', 'failed']),
    retryAfterMs: z.int().min(0).optional(),
    all: z.boolean().optional().describe('With `busy`: the whole platform wants to be left alone so long'),
    detail: text(1000).default(''),
  }),
])
export type Outcome = Readonly<z.output<typeof outcomeSchema>>
