/** Bait: a newcomer who wants to be written to elsewhere. */
import { type Contact, reachable } from '../../../text/links.ts'
import { normalise } from '../../../text/normalise.ts'
import type { Config } from '../config.ts'
import type { Reading } from '../reading.ts'
import { combine, type Finding } from './finding.ts'

/** Words that ask to be contacted, in a normalised text. */
const lure = new RegExp(
  [
    '加\\s?(?:我|v|微|qq|群|tg|好友)|➕|[+](?:v|微|qq)|私(?:聊|信|我|戳)|戳我|滴滴我|联系(?:我|客服|老师|方式)?|咨询|扫码|二维码|进群|拉群|入群|添加|详聊|细聊|了解一下|飞机(?:号|联系|@)',
    String.raw`\b(?:dm|pm|inbox|message|msg|text|whatsapp|telegram|contact|write|add|hit|ping)\s(?:me|us|now|him|her|the admin)\b`,
    String.raw`\b(?:whatsapp|telegram|tg)\s?(?::|number|no\b|group|channel|[+]\d)|\breach (?:me|out|us)\b|\bjoin (?:my|our|the) (?:channel|group|telegram|whatsapp)\b`,
  ].join('|'),
)
/** A handle or number right after the name of a messenger, which is a contact in English texts too. */
const handle =
  /\b(?:telegram|tg|whatsapp|signal|snap(?:chat)?|wechat|kik)\b[^a-z0-9@+\n]{0,6}(?:(?:is|at|me|id|on|number|contact)[^a-z0-9@+\n]{0,3}){0,2}(?:@[a-z]\w{3,31}|[+]?\d[\d\s()-]{7,})/

/** Who gives these in a group wants to be written to; a phone number or an address may be a shop's. */
const sure: readonly Contact['kind'][] = ['wechat', 'qq', 'telegram']

/** Bait in the message, and a name that advertises. */
export function contact(config: Config['contact'], reading: Reading): Finding[] {
  if (!reading.strict) return []
  const found = [inMessage(config, reading), inName(config, reading.said.name)]
  return found.filter((one) => one !== undefined)
}

function inName(config: Config['contact'], name = ''): Finding | undefined {
  if (config.name === 0 || !mayAdvertise.test(name)) return undefined
  const { links, contacts } = reachable(normalise(name))
  return links.length + contacts.length > 0 ? of(config.name, 'the name') : undefined
}
/** Few names have a dot, a run of figures or a sign in them; only those are read. */
const mayAdvertise = /[^\p{L}\s]/u

function inMessage(config: Config['contact'], reading: Reading): Finding | undefined {
  const { text } = reading.normal
  const lured = lure.test(text)
  const messenger = reading.reachable.contacts.find(({ kind }) => sure.includes(kind))?.kind
  const reached = messenger ?? (handle.test(text) ? 'messenger' : undefined)
  if (reached) return of(lured ? config.baited : config.bare, reached)
  const other = reading.reachable.contacts[0]?.kind
  if (other) return of(lured ? combine([{ score: config.bare }, { score: config.lure }]) : config.lure, other)
  return lured ? of(config.lure, 'words') : undefined
}
const of = (score: number, found: string): Finding | undefined =>
  score === 0 ? undefined : { name: 'contact', score, found }
