/** Makes the engine's `Rulebook` of what has been checked. */
import { createHash } from 'node:crypto'
import type { GroupRules, Rulebook } from '../core/rulebook.ts'
import type { CommunityFile, GroupEntry } from './community.ts'
import { matcherOf } from './patterns.ts'

/** Everything checked and with its defaults filled in. */
export interface Checked {
  readonly community: CommunityFile
  /** The community's section of every feature, by its name. */
  readonly sections: ReadonlyMap<string, unknown>
  /** By the place of a group's entry, the sections that differ there. */
  readonly overrides: readonly ReadonlyMap<string, unknown>[]
}

export function bookOf(checked: Checked): Rulebook {
  const { community, sections, overrides } = checked
  const matcher = matcherOf(community.groups.map((entry) => entry.match))
  const unlisted = community.anyGroup ? rulesOf(community, undefined) : undefined
  const listed = community.groups.map((entry) => rulesOf(community, entry))
  const staff = new Map(community.staff.map(({ user, role }) => [user, role]))
  return {
    id: community.id,
    name: community.name,
    hash: hashOf(checked),
    budgets: community.budgets,
    alerts: community.alerts,
    defaults: rulesOf(community, undefined),
    staff: [...staff.keys()],
    listed: (platform) =>
      community.groups
        .filter(({ match }) => match.startsWith(`${platform}:`) && !match.includes('*'))
        .map(({ match, name }) => ({ ref: match, name })),
    group: (ref) => at(listed, matcher.find(ref)) ?? unlisted,
    roleOf: (user) => staff.get(user),
    section: (feature, ref) => at(overrides, matcher.find(ref))?.get(feature) ?? sections.get(feature),
  }
}

const at = <T>(list: readonly T[], index: number | undefined) => (index === undefined ? undefined : list[index])

function rulesOf(community: CommunityFile, entry: GroupEntry | undefined): GroupRules {
  const quiet = entry?.quiet ?? community.quiet
  return Object.freeze({
    name: entry?.name,
    languages: entry?.languages ?? community.languages,
    timezone: entry?.timezone ?? community.timezone,
    observe: entry?.observe ?? community.observe,
    quiet: quiet === false ? undefined : quiet,
  })
}

/** The same for the same meaning: comments, order of keys and defaults written out do not count. */
function hashOf({ community, sections, overrides }: Checked): string {
  const digest = digesting()
  const each = (some: ReadonlyMap<string, unknown>) =>
    [...some].map(([name, section]) => `${name} ${digest(section)}`).sort()
  return digest([digest(community), each(sections), overrides.map(each)]).slice(0, 16)
}

/** Groups share sections, so that each is read once. */
function digesting() {
  const known = new Map<unknown, string>()
  return (value: unknown): string => {
    const digest = known.get(value) ?? createHash('sha256').update(JSON.stringify(value, sorted)).digest('hex')
    known.set(value, digest)
    return digest
  }
}

const sorted = (_key: string, value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value
