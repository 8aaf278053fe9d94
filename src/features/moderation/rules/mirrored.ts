/**
 * What of the owner's own rules the platform's own filter can hold back just as well: those that take a message away from
 * whoever wrote it, always, for its words, its links or its mentions alone.
 */
import { wordsOf } from './bank.ts'
import type { Rule, RulesConfig } from './config.ts'
import type { Source } from './schema/sources.ts'

export interface Mirrored {
  readonly words: readonly string[]
  /** Domains nobody may link to. */
  readonly deny: readonly string[]
  readonly links: boolean
  readonly invites: boolean
  /** Domains and invitations that are welcome all the same. */
  readonly allow: readonly string[]
  /** How many mentions one message may hold. */
  readonly mentions: number | undefined
}

export function mirroredIn({ rules, lists }: RulesConfig): Mirrored {
  // What comes after a rule that stops or lets through may not hold for everybody.
  const first = rules.findIndex((rule) => rule.stop || rule.do.some(({ allow }) => allow))
  const plain = (first < 0 ? rules : rules.slice(0, first + 1)).filter(isPlain)
  const when = plain.flatMap((rule) => rule.when)
  const domainsOf = (source: Source | undefined) =>
    source ? (source.some ?? lists[source.list ?? '']?.domains ?? []) : []
  const invitesOf = (source: Source | undefined) => (source ? (lists[source.list ?? '']?.invites ?? []) : [])
  const welcome = (source: Source | undefined) => [...invitesOf(source), ...domainsOf(source)]
  return {
    words: when.flatMap(({ words }) => (words ? wordsOf(words, lists) : [])),
    deny: when.flatMap(({ domains }) => domainsOf(domains)),
    links: when.some(({ links, otherDomains }) => otherDomains || (links?.least === 1 && !links.hidden)),
    invites: when.some(({ invites }) => invites && !invites.to),
    allow: when.flatMap(({ otherDomains, invites }) => [...domainsOf(otherDomains), ...welcome(invites?.except)]),
    mentions: least(when.flatMap(({ mentions }) => (mentions && mentions.least > 1 ? mentions.least - 1 : []))),
  }
}
const isPlain = (rule: Rule) =>
  !rule.observe && rule.if.length === 0 && !rule.cooldown && rule.do.some((effect) => effect.delete && !effect.allow)
const least = (some: readonly number[]) => (some.length > 0 ? Math.min(...some) : undefined)
