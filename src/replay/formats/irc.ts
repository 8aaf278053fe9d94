/**
 * IRC logs: `[HH:MM] <nick> text` is a message, `=== …` a notice or somebody's deed. The date is the file's name; times
 * that run past midnight run into the next day.
 */
import type { Event } from '../../core/event.ts'
import { clean } from '../../core/words.ts'
import type { Fault, Hints, Item, Learned, Opened, Place, ReadOptions } from '../reading.ts'
import { spread, timeOfDay } from './irc-clock.ts'
import { type IrcLine, parseIrcLine } from './irc-line.ts'
import { peopleOf } from './irc-people.ts'
import { lineLimit, type TextLine } from './lines.ts'
import { midnight } from './zone.ts'

/** Bots of the Ubuntu channels; other networks' are named in the options. */
export const ircBots = ['ubotu', 'ubottu', 'ubot5', 'floodbot*', 'chanserv'] as const

const address = /^([^\s:,<>]{1,40})[:,]\s/
const fold = (raw: string) => raw.toLowerCase()
const limit = <T>(text: T & string, max: number) => (text.length > max ? clean(text.slice(0, max)) : text)

/** "2005-06-12.log", "20050612.txt" and "#ubuntu.2005-06-12" all name a day. */
export function dateOf(file: string): string | undefined {
  const found = /(?<!\d)(\d{4})-?(\d{2})-?(\d{2})(?!\d)/.exec(file)
  if (!found) return undefined
  const [, year, month, day] = found.map(Number)
  const real = new Date(Date.UTC(year!, month! - 1, day!))
  const same = real.getUTCMonth() === month! - 1 && real.getUTCDate() === day
  return same && year! >= 1988 ? `${found[1]}-${found[2]}-${found[3]}` : undefined
}
/** Whether the head of a file looks like such a log: one line in five at least. */
export function looksLikeIrc(head: readonly string[]): boolean {
  const lines = head.map(parseIrcLine).filter(({ is }) => is !== 'blank')
  return lines.length > 0 && lines.filter(({ is }) => is !== 'unknown').length * 5 >= lines.length
}

export function openIrc(file: string, text: Iterable<TextLine>, options: ReadOptions): Opened {
  const raw = [...text]
  const lines = raw.map((line) => (line.text === undefined ? unknown : parseIrcLine(line.text)))
  return { format: 'irc', learned: learn(lines), read: (hints) => read(file, raw, lines, hints, options) }
}
const unknown: IrcLine = { is: 'unknown' }

function learn(lines: readonly IrcLine[]): Learned {
  const weight = new Map<string, number>()
  const staff = new Set<string>()
  let channel: string | undefined
  for (const line of lines) {
    if ('channel' in line && line.channel) channel ??= fold(line.channel)
    if (line.is === 'message') weight.set(fold(line.nick), (weight.get(fold(line.nick)) ?? 0) + 1)
    if (line.is === 'mode') for (const nick of opped(line)) staff.add(fold(nick))
  }
  return { weight, staff, ...(channel && { channel }) }
}
/** Those who were given the channel's rights, and those who used them. */
function opped(line: Extract<IrcLine, { is: 'mode' }>): string[] {
  const [signs = '', ...targets] = line.change.split(' ')
  const given = /^\+[oh]+$/.test(signs) ? targets : []
  return [...given, line.by]
}

function* read(
  file: string,
  raw: readonly TextLine[],
  lines: readonly IrcLine[],
  hints: Hints,
  options: ReadOptions,
): Generator<Item> {
  const date = dateOf(file)
  if (!date) {
    yield { file, line: 0, code: 'irc-date', vars: {} }
    return
  }
  const start = midnight(date, options.timezone)
  const at = spread(lines.map((line) => ({ time: 'time' in line ? line.time : undefined })))
  const people = peopleOf(lines, hints.weight)
  const staff = new Set([...hints.staff].map((nick) => people.byNick.get(nick) ?? nick))
  const byOf = doers(staff, options)
  for (const [index, line] of lines.entries()) {
    const place = { file, line: raw[index]!.line }
    if ('time' in line && line.time && timeOfDay(line.time) === undefined) {
      yield { ...place, code: 'irc-time', vars: { time: line.time } }
    }
    const by = byOf(line, people.accounts[index])
    const base = { id: `irc:${file}:${place.line}`, at: start(at[index]!), group: hints.channel, ...by }
    yield itemOf(place, line, raw[index]!, base, people.byNick)
  }
}
type By = Pick<Event & { type: 'message' }, 'user' | 'name' | 'role' | 'bot'>
/** Who did a line, worked out once for every nick of an account. */
function doers(staff: ReadonlySet<string>, options: ReadOptions) {
  const known = new Map<string, By>()
  return (line: IrcLine, account = '?'): By => {
    const name = 'nick' in line ? limit(line.nick, 100) : ''
    const key = `${name} ${account}`
    const found = known.get(key)
    if (found) return found
    const by: By = {
      user: `irc:${limit(account, 200)}`,
      name,
      ...(staff.has(account) && { role: 'moderator' }),
      ...(options.isBot(name) && { bot: true }),
    }
    known.set(key, by)
    return by
  }
}

function itemOf(
  place: Place,
  line: IrcLine,
  raw: TextLine,
  base: Omit<Event & { type: 'message' }, 'type' | 'text'>,
  byNick: ReadonlyMap<string, string>,
): Item {
  if (line.is === 'message') {
    const text = limit(clean(line.text), 20_000)
    const named = line.action ? undefined : byNick.get(fold(address.exec(text)?.[1] ?? ''))
    return { ...place, event: { ...base, type: 'message', text, ...(named && { mentions: [`irc:${named}`] }) } }
  }
  if (line.is === 'join') return { ...place, event: { ...base, type: 'member.join' } }
  if (line.is === 'leave') return { ...place, event: { ...base, type: 'member.leave', how: line.how } }
  if (line.is === 'unknown') return faultOf(place, raw)
  return { ...place, passed: line.is }
}
function faultOf(place: Place, raw: TextLine): Fault {
  if (raw.text === undefined) return { ...place, code: 'too-long', vars: { limit: lineLimit } }
  return { ...place, code: 'irc-line', vars: { text: limit(clean(raw.text), 60) } }
}
