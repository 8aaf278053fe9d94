/** `result.json` of Telegram Desktop: one chat, or all chats of an account under `chats.list`. */
import { z } from 'zod'
import type { Event } from '../../core/event.ts'
import { clean } from '../../core/words.ts'
import type { Item, Opened, Place, ReadOptions } from '../reading.ts'
import { type Header, looseId, readExport, shapeFault } from './export.ts'
import { instant } from './zone.ts'

const part = z.union([z.string(), z.object({ text: z.string().default('') }).transform(({ text }) => text)])
const textSchema = z.union([z.string(), z.array(part).transform((parts) => parts.join(''))]).default('')
const entrySchema = z.object({
  id: looseId,
  type: z.string(),
  date: z.string().optional(),
  date_unixtime: z.union([z.string(), z.number()]).transform(Number).optional(),
  from: z.string().nullish(),
  from_id: looseId.nullish(),
  actor: z.string().nullish(),
  actor_id: looseId.nullish(),
  action: z.string().optional(),
  members: z.array(z.string().nullable()).nullish(),
  inviter: z.string().nullish(),
  reply_to_message_id: looseId.nullish(),
  photo: z.unknown().optional(),
  file: z.unknown().optional(),
  text: textSchema,
})
type Entry = z.output<typeof entrySchema>
/** Accounts by the name they are shown under: notices name people without their ids. */
type Names = Map<string, string>

const namePair = /"(?:from|actor)": ?"((?:[^"\\]|\\.){1,200})",\s*"(?:from|actor)_id": ?"?([a-z0-9]{1,40})"?/g

export function openTelegram(file: string, text: string, options: ReadOptions): Opened {
  return { format: 'telegram', learned: {}, read: () => read(file, text, options) }
}
function read(file: string, text: string, options: ReadOptions) {
  const names: Names = new Map()
  for (const [, name, id] of text.matchAll(namePair)) names.set(unescaped(name!), id!)
  const named = new Set<string>()
  return readExport(file, text, function* (entry, place, header, of) {
    if (!named.has(of)) yield* nameOf(place, header, of)
    named.add(of)
    yield* itemsOf(entry, place, header, of, names, options)
  })
}
const headed = (header: Header, of: string, key: string) => header.get(of === '' ? key : `${of}.${key}`)
const chatOf = (header: Header, of: string) => String(headed(header, of, 'id') ?? '?')
function* nameOf(place: Place, header: Header, of: string): Generator<Item> {
  const name = headed(header, of, 'name')
  if (typeof name === 'string' && name)
    yield { ...place, group: `telegram:${chatOf(header, of)}`, name: clean(name.slice(0, 200)) }
}
function unescaped(raw: string): string {
  try {
    return String(JSON.parse(`"${raw}"`))
  } catch {
    // A name with a broken escape stays as it is written: it is only used to find the same name again.
    return raw
  }
}

function* itemsOf(
  raw: unknown,
  place: Place,
  header: Header,
  of: string,
  names: Names,
  options: ReadOptions,
): Generator<Item> {
  const checked = entrySchema.safeParse(raw)
  if (!checked.success) {
    yield shapeFault(place, checked.error)
    return
  }
  const entry = checked.data
  const at = timeOf(entry, options)
  if (at === undefined) {
    yield { ...place, code: 'json-shape', vars: { what: 'date' } }
    return
  }
  const chat = chatOf(header, of)
  const happened = { id: `telegram:${chat}/${entry.id}`, at, group: `telegram:${chat}` }
  if (entry.type === 'message') yield messageOf(entry, place, happened, options)
  else if (entry.type === 'service') yield* notice(entry, place, happened, names, options)
  else yield { ...place, code: 'json-shape', vars: { what: 'type' } }
}
type Happened = Pick<Event & { type: 'message' }, 'id' | 'at' | 'group'>

function timeOf(entry: Entry, options: ReadOptions): number | undefined {
  const unix = entry.date_unixtime
  if (unix !== undefined) return Number.isFinite(unix) && unix >= 0 && unix < 8.64e12 ? unix * 1000 : undefined
  return entry.date === undefined ? undefined : instant(entry.date, options.timezone)
}
const by = (id: string, name: string, options: ReadOptions) => ({
  user: `telegram:${id}`,
  name: clean(clean(name).slice(0, 100)),
  ...((options.isBot(name) || /bot$/i.test(id)) && { bot: true }),
})
function messageOf(entry: Entry, place: Place, happened: Happened, options: ReadOptions): Item {
  const id = entry.from_id ?? (entry.from ? `name:${entry.from.slice(0, 100)}` : undefined)
  if (!id) return { ...place, code: 'json-shape', vars: { what: 'from_id' } }
  const event: Event = {
    ...happened,
    ...by(id, entry.from ?? id, options),
    type: 'message',
    text: clean(clean(entry.text).slice(0, 20_000)),
    ...(entry.reply_to_message_id && { replyTo: `${happened.group}/${entry.reply_to_message_id}` }),
    ...((entry.photo !== undefined || entry.file !== undefined) && { attachments: 1 }),
  }
  return { ...place, event }
}

const joining = new Set(['join_group_by_link', 'join_group_by_request'])
function* notice(entry: Entry, place: Place, happened: Happened, names: Names, options: ReadOptions): Generator<Item> {
  const actor = { id: entry.actor_id ?? undefined, name: entry.actor ?? '' }
  const named = (entry.members ?? []).filter((name) => name !== null)
  const person = (name: string) => by(name === actor.name && actor.id ? actor.id : idOf(name, names), name, options)
  if (entry.action && joining.has(entry.action) && actor.id) {
    const invited = entry.inviter && names.get(entry.inviter)
    const invitedBy = invited ? { invitedBy: `telegram:${invited}` } : {}
    yield { ...place, event: { ...happened, ...by(actor.id, actor.name, options), ...invitedBy, type: 'member.join' } }
  } else if (entry.action === 'invite_members' && named.length > 0) {
    for (const [index, name] of named.entries()) {
      const invitedBy = name !== actor.name && actor.id ? { invitedBy: `telegram:${actor.id}` } : {}
      const id = `${happened.id}:${index}`
      yield { ...place, event: { ...happened, id, ...person(name), ...invitedBy, type: 'member.join' } }
    }
  } else if (entry.action === 'remove_members' && named.length > 0) {
    for (const [index, name] of named.entries()) {
      const how = name === actor.name ? 'left' : 'kicked'
      yield {
        ...place,
        event: { ...happened, id: `${happened.id}:${index}`, ...person(name), type: 'member.leave', how },
      }
    }
  } else yield { ...place, passed: 'service' }
}
const idOf = (name: string, names: Names) => names.get(name) ?? `name:${name.slice(0, 100)}`
