/** Triggers that look at where a message leads and whom it calls. */
import { listed } from '../../checks/links.ts'
import { callsEveryone } from '../../checks/mentions.ts'
import { shortened } from '../../checks/shorteners.ts'
import type { Reading } from '../../reading.ts'
import type { Test } from '../happening.ts'
import type { List, Source } from '../schema/sources.ts'
import type { Params } from '../schema/triggers.ts'
import { type Made, named } from './written.ts'

const domainsOf = ({ some, list }: Source, lists: Readonly<Record<string, List>>) =>
  some ?? lists[list ?? '']?.domains ?? []
/** Invitations that are welcome; a list may name them as such or as domains. */
const welcome = ({ some, list }: Source, lists: Readonly<Record<string, List>>) =>
  some ?? [...(lists[list ?? '']?.invites ?? []), ...(lists[list ?? '']?.domains ?? [])]

export function inviteIn(reading: Reading, except: readonly string[], to?: readonly string[]): string | undefined {
  const found = reading.reachable.links.find(
    (link) => link.invite && !listed(except, link) && (to?.includes(link.invite.platform) ?? true),
  )
  return found?.invite?.platform
}

export const linkTriggers = {
  domains: (source: Params['domains'], { lists }: Made): Test => {
    const domains = domainsOf(source, lists)
    return ({ spoken }) => {
      const found = spoken?.reading.reachable.links.find((link) => listed(domains, link))
      return found && named(source, listed(domains, found) ?? '')
    }
  },
  otherDomains: (source: Params['otherDomains'], { lists }: Made): Test => {
    const domains = domainsOf(source, lists)
    return ({ spoken }) => spoken?.reading.reachable.links.find((link) => !link.invite && !listed(domains, link))?.host
  },
  invites: ({ except, to }: Params['invites'], { lists }: Made): Test => {
    const kept = except ? welcome(except, lists) : []
    return ({ spoken }) => spoken && inviteIn(spoken.reading, kept, to)
  },
  links:
    ({ least, hidden }: Params['links']): Test =>
    ({ spoken }) => {
      const links = spoken?.reading.reachable.links.filter(({ host }) => !hidden || shortened(host)) ?? []
      return links.length < least ? undefined : hidden ? links[0]?.host : String(links.length)
    },
  mentions:
    ({ least }: Params['mentions']): Test =>
    ({ spoken }) =>
      spoken && spoken.mentions >= least ? String(spoken.mentions) : undefined,
  everyone:
    (_: Params['everyone']): Test =>
    ({ spoken }) =>
      spoken && callsEveryone.test(spoken.reading.normal.text) ? '@all' : undefined,
  contacts:
    ({ kinds }: Params['contacts']): Test =>
    ({ spoken }) =>
      spoken?.reading.reachable.contacts.find(({ kind }) => kinds?.includes(kind) ?? true)?.kind,
}
