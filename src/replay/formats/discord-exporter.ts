/** JSON of DiscordChatExporter: one file a channel, with `guild`, `channel` and `messages`. */
import { z } from 'zod'
import type { Event } from '../../core/event.ts'
import { clean } from '../../core/words.ts'
import type { Item, Opened, Place, ReadOptions } from '../reading.ts'
import { type Header, looseId, readExport, shapeFault } from './export.ts'
import { instant } from './zone.ts'

const account = z.object({
  id: looseId,
  name: z.string().default(''),
  nickname: z.string().nullish(),
  isBot: z.boolean().default(false),
})
const entrySchema = z.object({
  id: looseId,
  type: z.union([z.string(), z.number()]).transform(String).default('Default'),
  timestamp: z.string(),
  content: z.string().nullish(),
  author: account,
  attachments: z.array(z.unknown()).default([]),
  mentions: z.array(account).default([]),
  reference: z.object({ messageId: looseId.nullish() }).nullish(),
})
type Entry = z.output<typeof entrySchema>
/** Kinds that a person wrote; 20 and 23 are uses of another bot's commands. */
const written = new Set(['Default', 'Reply', '0', '19', '20', '23'])
const joins = new Set(['GuildMemberJoin', '7'])

export function openDiscord(file: string, text: string, options: ReadOptions): Opened {
  return {
    format: 'discord',
    learned: {},
    read: () => {
      let named = false
      return readExport(file, text, function* (entry, place, header) {
        if (!named) yield* nameOf(place, header)
        named = true
        yield* itemsOf(entry, place, header, options)
      })
    },
  }
}

const groupOf = (header: Header) => `discord:${String(header.get('channel.id') ?? '?')}`
function* nameOf(place: Place, header: Header): Generator<Item> {
  const name = header.get('channel.name')
  if (typeof name === 'string' && name)
    yield { ...place, group: groupOf(header), name: clean(`#${name}`.slice(0, 200)) }
}

function* itemsOf(raw: unknown, place: Place, header: Header, options: ReadOptions): Generator<Item> {
  const checked = entrySchema.safeParse(raw)
  if (!checked.success) {
    yield shapeFault(place, checked.error)
    return
  }
  const entry = checked.data
  const at = instant(entry.timestamp, options.timezone)
  if (at === undefined) {
    yield { ...place, code: 'json-shape', vars: { what: 'timestamp' } }
    return
  }
  const happened = { id: `discord:${entry.id}`, at, group: groupOf(header) }
  if (written.has(entry.type)) yield { ...place, event: messageOf(entry, happened, options) }
  else if (joins.has(entry.type))
    yield { ...place, event: { ...happened, ...by(entry.author, options), type: 'member.join' } }
  else if (entry.type === 'RecipientAdd' || entry.type === 'RecipientRemove')
    yield* recipients(entry, place, happened, options)
  else yield { ...place, passed: 'service' }
}
type Happened = Pick<Event & { type: 'message' }, 'id' | 'at' | 'group'>

const by = (who: Entry['author'], options: ReadOptions) => {
  const name = clean(who.nickname || who.name || who.id).slice(0, 100)
  return {
    user: `discord:${who.id}`,
    name: clean(name),
    ...((who.isBot || options.isBot(who.name)) && { bot: true }),
  }
}
function messageOf(entry: Entry, happened: Happened, options: ReadOptions): Event {
  const mentions = entry.mentions.slice(0, 200).map(({ id }) => `discord:${id}`)
  const reply = entry.reference?.messageId
  return {
    ...happened,
    ...by(entry.author, options),
    type: 'message',
    text: clean(clean(entry.content ?? '').slice(0, 20_000)),
    ...(reply && { replyTo: `discord:${reply}` }),
    ...(mentions.length > 0 && { mentions }),
    ...(entry.attachments.length > 0 && { attachments: Math.min(entry.attachments.length, 1000) }),
  }
}
function* recipients(entry: Entry, place: Place, happened: Happened, options: ReadOptions): Generator<Item> {
  const how = entry.mentions.some(({ id }) => id !== entry.author.id) ? ('kicked' as const) : ('left' as const)
  for (const who of entry.mentions.length > 0 ? entry.mentions : [entry.author]) {
    const base = { ...happened, id: `${happened.id}:${who.id}`, ...by(who, options) }
    const event: Event =
      entry.type === 'RecipientAdd' ? { ...base, type: 'member.join' } : { ...base, type: 'member.leave', how }
    yield { ...place, event }
  }
}
