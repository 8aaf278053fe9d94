/** Who wrote how much, and when: counted from the files themselves, not from what a feature made of them. */
import type { Event, EventOf } from '../core/event.ts'
import type { Found } from './reading.ts'
import type { DayReport, Regular, Share } from './report.ts'

interface Person {
  readonly user: string
  name: string
  bot: boolean
  messages: number
  addressed: number
  last: number
  readonly days: Set<string>
}
export interface Census {
  readonly people: ReadonlyMap<string, Person>
  readonly byHour: readonly number[]
  /** Monday first. */
  readonly byWeekday: readonly number[]
  readonly byDay: readonly DayReport[]
}
type Day = { messages: number; joins: number; leaves: number; readonly members: Set<string> }

/** Hours, weekdays and days are those of the zone. */
export function censusOf(found: readonly Found[], timezone: string): Census {
  const people = new Map<string, Person>()
  const days = new Map<string, Day>()
  const byHour = new Array<number>(24).fill(0)
  const byWeekday = new Array<number>(7).fill(0)
  const wall = wallIn(timezone)
  for (const { event } of found) {
    if (!('user' in event) || event.user === undefined || !('role' in event || 'name' in event)) continue
    const person = meet(people, event.user, 'name' in event ? event.name : undefined, 'bot' in event && event.bot)
    const { day, hour, weekday } = wall(event.at)
    const today = days.get(day) ?? { messages: 0, joins: 0, leaves: 0, members: new Set() }
    days.set(day, today)
    if (event.type === 'member.join') today.joins++
    if (event.type === 'member.leave') today.leaves++
    if (event.type !== 'message') continue
    byHour[hour]!++
    byWeekday[weekday]!++
    today.messages++
    spoke(people, person, today, day, event)
  }
  return { people, byHour, byWeekday, byDay: [...days].sort(byKey).map(([day, one]) => dayOf(day, one)) }
}
const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) => (a < b ? -1 : 1)
const dayOf = (day: string, { members, ...counts }: Day): DayReport => ({ day, ...counts, members: members.size })

function meet(people: Map<string, Person>, user: string, name: string | undefined, bot: boolean | undefined): Person {
  const known = people.get(user)
  const person = known ?? { user, name: user, bot: false, messages: 0, addressed: 0, last: 0, days: new Set<string>() }
  if (!known) people.set(user, person)
  if (name) person.name = name
  if (bot) person.bot = true
  return person
}
function spoke(people: Map<string, Person>, person: Person, today: Day, day: string, event: EventOf<'message'>) {
  person.messages++
  person.last = event.at
  person.days.add(day)
  if (!person.bot) today.members.add(person.user)
  for (const user of event.mentions ?? []) if (user !== event.user) meet(people, user, undefined, false).addressed++
}

const hourMs = 3_600_000
/** Local hours begin at whole quarters of an hour in every zone, so that the answer holds for one. */
function wallIn(timezone: string): (at: Event['at']) => { day: string; hour: number; weekday: number } {
  let since = Number.NaN
  let kept = { day: '', hour: 0, weekday: 0 }
  return (at) => {
    const quarter = Math.floor(at / (hourMs / 4))
    if (quarter === since) return kept
    since = quarter
    const { year, month, day, hour, dayOfWeek } =
      Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timezone)
    kept = {
      day: `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
      hour,
      weekday: dayOfWeek - 1,
    }
    return kept
  }
}

/** Most active days first, then most messages; those who wrote on one day only and little are nobody's regulars. */
export function regularsOf(census: Census, points: ReadonlyMap<string, number>, limit: number): Regular[] {
  return [...census.people.values()]
    .filter(({ bot, messages }) => !bot && messages > 1)
    .sort((a, b) => b.days.size - a.days.size || b.messages - a.messages || (a.user < b.user ? -1 : 1))
    .slice(0, limit)
    .map(({ user, name, messages, days, addressed, last }) => ({
      name,
      messages,
      days: days.size,
      addressed,
      points: points.get(user),
      last: new Date(last).toISOString(),
    }))
}

const steps: readonly (readonly [string, number])[] = [
  ['0', 0],
  ['1', 1],
  ['2-4', 4],
  ['5-19', 19],
  ['20-99', 99],
  ['100+', Number.POSITIVE_INFINITY],
]
/** Members by how many messages they wrote. */
export function voicesOf({ people }: Census): Share[] {
  const counts = new Map(steps.map(([name]) => [name, 0]))
  for (const { bot, messages } of people.values()) {
    const step = steps.find(([, most]) => messages <= most)
    if (!bot && step) counts.set(step[0], (counts.get(step[0]) ?? 0) + 1)
  }
  return [...counts].map(([name, members]) => ({ name, members }))
}
