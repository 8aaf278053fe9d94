/** Where a message leads: listed domains for everyone, links and invitations of newcomers. */
import type { Link } from '../../../text/links.ts'
import type { Config } from '../config.ts'
import type { Reading } from '../reading.ts'
import type { Finding } from './finding.ts'
import { shortened } from './shorteners.ts'

type Links = Config['links']

export function links(config: Links, reading: Reading): Finding[] {
  const posted = reading.reachable.links.filter((link) => !listed(config.allow, link))
  if (posted.length === 0) return []
  const denied = posted.find((link) => listed(config.deny, link))
  if (denied)
    return [{ name: 'links', score: config.denied, found: listed(config.deny, denied) ?? '', does: config.does }]
  const invite = posted.find((link) => link.invite)
  const judged = config.invites === 'everyone' || (config.invites === 'newcomers' && reading.strict)
  const found: Finding[] = []
  if (invite?.invite && judged && config.invite > 0)
    found.push({ name: 'invites', score: config.invite, found: invite.invite.platform, does: config.does })
  const plain = posted.filter((link) => !link.invite)
  if (reading.strict && plain.length > 0) found.push(...newcomers(config, plain))
  return found
}

function newcomers(config: Links, plain: readonly Link[]): Finding[] {
  const short = plain.find((link) => shortened(link.host))
  const score = short ? Math.max(config.shortened, config.newcomers) : config.newcomers
  return score === 0 ? [] : [{ name: 'links', score, found: short?.host ?? String(plain.length) }]
}

/** The entry that covers the link: its domain, a domain above it, or a domain and the beginning of the path. */
export function listed(entries: readonly string[], link: Link): string | undefined {
  if (entries.length === 0) return undefined
  const known = tableOf(entries)
  for (let host = link.host; host.includes('.'); host = host.slice(host.indexOf('.') + 1)) {
    const found = known.get(host)?.find(({ path }) => path === '' || under(link.path, path))
    if (found) return found.entry
  }
  return undefined
}
const under = (path: string, wanted: string) =>
  path.startsWith(wanted) && (path.length === wanted.length || /[/?#]/.test(path[wanted.length] ?? ''))

interface Entry {
  readonly entry: string
  readonly path: string
}
const tables = new WeakMap<readonly string[], ReadonlyMap<string, readonly Entry[]>>()
function tableOf(entries: readonly string[]): ReadonlyMap<string, readonly Entry[]> {
  const known = tables.get(entries)
  if (known) return known
  const made = Map.groupBy(entries.map(split), ({ host }) => host)
  tables.set(entries, made)
  return made
}
function split(entry: string): Entry & { readonly host: string } {
  const bare = entry
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^(?:www|\*)\./, '')
    .replace(/\/+$/, '')
  const slash = bare.indexOf('/')
  return slash < 0 ? { entry, host: bare, path: '' } : { entry, host: bare.slice(0, slash), path: bare.slice(slash) }
}
