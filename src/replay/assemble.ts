/** Puts the report together from what was read, what was played and what the engine's tables say in the end. */
import { groupId, memberId } from '../core/engine/names.ts'
import type { ActivityConfig } from '../features/activity/config.ts'
import { membersIn, pointsEver } from '../features/activity/store.ts'
import { type Census, censusOf, regularsOf, voicesOf } from './census.ts'
import type { Collected } from './collect.ts'
import { told } from './faults.ts'
import { findingsOf } from './findings.ts'
import { groupOf, groupsOf, shortName } from './groups.ts'
import type { House } from './house.ts'
import type { Played } from './play.ts'
import type { Fault, Found } from './reading.ts'
import type { ErrorReport, Report, Share } from './report.ts'
import { recurringName, timetableOf } from './timetable.ts'
import { welcomesOf } from './welcomes.ts'

export interface About {
  readonly timezone: string
  readonly groupBy: 'channel' | 'file'
  /** How many of them are listed. */
  readonly regulars: number
}
export type Untimed = Omit<Report, 'seconds' | 'eventsPerSecond'>

export async function reportOf(collected: Collected, played: Played, house: House, about: About): Promise<Untimed> {
  const { found, files } = collected
  const { recording } = played
  const census = censusOf(found, about.timezone)
  const groups = groupsOf(found)
  const sum = (key: 'entries' | 'messages' | 'joins' | 'leaves' | 'renames') =>
    files.reduce((total, file) => total + file[key], 0)
  const [rulebook] = house.engine.rulebooks()
  return {
    rulebook: { id: rulebook?.id ?? '', name: rulebook?.name ?? '', hash: rulebook?.hash ?? '' },
    timezone: about.timezone,
    groupBy: about.groupBy,
    files: files.length,
    entries: sum('entries'),
    messages: sum('messages'),
    joins: sum('joins'),
    leaves: sum('leaves'),
    renames: sum('renames'),
    again: played.again,
    members: [...census.people.values()].filter(({ bot }) => !bot).length,
    bots: botsOf(census),
    from: iso(found[0]?.event.at),
    to: iso(found.at(-1)?.event.at),
    sources: files,
    groups: groupReports(collected, groups),
    ...findingsOf(found, recording),
    ...welcomesOf(found, recording, new Map([...groups.keys()].map((ref) => [ref, groupId(ref)]))),
    actions: countsOf(recording.actions),
    regulars: regularsOf(census, await pointsIn(house, census, groups), about.regulars),
    activity: { byHour: census.byHour, byWeekday: census.byWeekday, byDay: census.byDay },
    voices: voicesOf(census),
    segments: await segmentsOf(house, groups, found.at(-1)?.event.at ?? 0),
    schedule: timetableOf(recording.occurrences.values(), played.missed, await recurringIn(house, played)),
    silences: played.silences.map(({ from, to }) => ({ from: iso(from) ?? '', to: iso(to) ?? '' })),
    errors: [...collected.faults, ...played.refused].map(errorOf),
  }
}
const iso = (at: number | undefined) => (at === undefined ? undefined : new Date(at).toISOString())
const errorOf = ({ file, line, code, vars }: Fault): ErrorReport => ({
  file,
  line,
  code,
  vars,
  ...told(code, vars, 'en'),
})

const botsOf = ({ people }: Census) =>
  [...people.values()]
    .filter(({ bot }) => bot)
    .map(({ name, messages }) => ({ name, messages }))
    .sort((a, b) => b.messages - a.messages || (a.name < b.name ? -1 : 1))

function groupReports({ found, names }: Collected, groups: ReadonlyMap<string, Found>) {
  const messages = new Map<string, number>()
  for (const one of found) {
    const ref = groupOf(one)
    if (ref !== undefined && one.event.type === 'message') messages.set(ref, (messages.get(ref) ?? 0) + 1)
  }
  return [...groups.keys()].map((ref) => ({
    ref,
    name: names.get(ref) ?? shortName(ref),
    messages: messages.get(ref) ?? 0,
  }))
}
function countsOf(actions: readonly { feature: string; type: string; state: string }[]) {
  const counts = Map.groupBy(actions, ({ feature, type, state }) => `${feature} ${type} ${state}`)
  return [...counts.keys()].sort().map((key) => {
    const [feature = '', type = '', state = ''] = key.split(' ')
    return { feature, type, state, count: counts.get(key)?.length ?? 0 }
  })
}

/** All-time points of the activity feature by the platform's account, all groups together. */
async function pointsIn(
  house: House,
  census: Census,
  groups: ReadonlyMap<string, Found>,
): Promise<Map<string, number>> {
  const byMember = new Map<string, number>()
  if (!house.has('activity')) return byMember
  for (const ref of groups.keys())
    for (const [id, points] of await pointsEver(house.store.reader, groupId(ref)))
      byMember.set(id, (byMember.get(id) ?? 0) + points / 100)
  const communities = house.engine.rulebooks().map(({ id }) => id)
  const points = new Map<string, number>()
  for (const { user } of census.people.values()) {
    const known = communities.map((id) => byMember.get(memberId(id, user))).find((one) => one !== undefined)
    if (known !== undefined) points.set(user, Math.round(known * 100) / 100)
  }
  return points
}
async function segmentsOf(house: House, groups: ReadonlyMap<string, Found>, now: number): Promise<Share[]> {
  const counts = new Map<string, number>()
  const [rulebook] = house.engine.rulebooks()
  if (!house.has('activity') || !rulebook) return []
  const today = Math.floor(now / 86_400_000)
  for (const ref of groups.keys()) {
    const { segments } = rulebook.section('activity', ref) as ActivityConfig
    const all = await membersIn(house.store.reader, groupId(ref), segments, { now, today }, 1_000_000)
    for (const { segment } of all) counts.set(segment, (counts.get(segment) ?? 0) + 1)
  }
  return [...counts].map(([name, members]) => ({ name, members }))
}
async function recurringIn(house: House, { missed }: Played): Promise<Set<string>> {
  const rows = await house.store.reader
    .selectFrom('agenda')
    .select(['feature', 'job', 'key'])
    .where('cron', '!=', '')
    .execute()
  return new Set([...rows, ...missed].map((row) => recurringName({ feature: row.feature, job: row.job, key: row.key })))
}
