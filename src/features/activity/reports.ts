/** Questions to activity's tables, for commands, the digest and the office. Days are local day numbers since 1970. */
import { sql } from 'kysely'
import type { Database } from '../../core/tables.ts'
import type { ActivityConfig } from './config.ts'
import { type Segment, segmentOf } from './segments.ts'

/** Inclusive. */
export interface Days {
  readonly from: number
  readonly to: number
}
export interface DayNumbers {
  readonly day: number
  readonly messages: number
  /** Different members who wrote. */
  readonly active: number
  readonly joins: number
  readonly leaves: number
}
const among = (groups: readonly string[]) => sql.join(groups.length ? groups : [''])

/** One entry a day, oldest first, days without anything included. Several groups are taken together. */
export async function numbersOf(db: Database, groups: readonly string[], { from, to }: Days): Promise<DayNumbers[]> {
  const happened = await sql<Record<'day' | 'messages' | 'joins' | 'leaves', unknown>>`
    select day, sum(messages) as messages, sum(joins) as joins, sum(leaves) as leaves from activity_hours
    where group_id in (${among(groups)}) and day between ${from} and ${to} group by day`.execute(db)
  const spoke = await sql<Record<'day' | 'active', unknown>>`
    select day, count(distinct member_id) as active from activity_days
    where group_id in (${among(groups)}) and day between ${from} and ${to} and messages > 0 group by day`.execute(db)
  const byDay = new Map(happened.rows.map((row) => [Number(row.day), row]))
  const activeOn = new Map(spoke.rows.map((row) => [Number(row.day), Number(row.active)]))
  return Array.from({ length: to - from + 1 }, (_, n) => {
    const row = byDay.get(from + n)
    return {
      day: from + n,
      messages: Number(row?.messages ?? 0),
      active: activeOn.get(from + n) ?? 0,
      joins: Number(row?.joins ?? 0),
      leaves: Number(row?.leaves ?? 0),
    }
  })
}

/** Different members who wrote within the days. */
export async function activeWithin(db: Database, group: string, { from, to }: Days): Promise<number> {
  const { rows } = await sql<{ active: unknown }>`
    select count(distinct member_id) as active from activity_days
    where group_id = ${group} and day between ${from} and ${to} and messages > 0`.execute(db)
  return Number(rows[0]?.active ?? 0)
}

/** The hour of the day, 0 to 23, with most messages; undefined where there are none. */
export async function busiestHour(db: Database, group: string, { from, to }: Days): Promise<number | undefined> {
  const { rows } = await sql<{ hour: unknown }>`
    select hour from activity_hours where group_id = ${group} and day between ${from} and ${to} and messages > 0
    group by hour order by sum(messages) desc, hour limit 1`.execute(db)
  return rows[0] && Number(rows[0].hour)
}

export interface Leader {
  readonly id: string
  readonly name: string
  /** Hundredths. */
  readonly points: number
  readonly messages: number
}
/**
 * Members of the group who earned points, most first; with as many points, who needed fewer messages, then who came
 * first. Those who left are not among them. Without `days`: of all time.
 */
export async function leaders(db: Database, group: string, limit: number, days?: Days): Promise<Leader[]> {
  const earned = days ? earnedWithin(group, days) : earnedEver(group)
  const { rows } = await sql<{ id: string; name: string; points: unknown; messages: unknown }>`
    select e.member_id as id, m.name as name, e.points as points, e.messages as messages
    from (${earned}) e join memberships m on m.group_id = ${group} and m.member_id = e.member_id and m.present = 1
    join members p on p.id = e.member_id
    where e.points > 0 order by e.points desc, e.messages, p.number limit ${limit}`.execute(db)
  return rows.map((row) => ({ ...row, points: Number(row.points), messages: Number(row.messages) }))
}

/** All-time points by member, hundredths, of those who left too: for looking back. */
export async function pointsEver(db: Database, group: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ member_id: string; points: unknown }>`
    select e.member_id as member_id, e.points as points from (${earnedEver(group)}) e where e.points > 0`.execute(db)
  return new Map(rows.map(({ member_id, points }) => [member_id, Number(points)]))
}

/** What one member earned, and at which place among those present that is; no place without points. */
export async function placeOf(
  db: Database,
  group: string,
  member: string,
  days: Days,
): Promise<{ readonly points: number; readonly place: number | undefined }> {
  const { rows } = await sql<{ id: string; points: unknown }>`
    select e.member_id as id, e.points as points from (${earnedWithin(group, days)}) e
    join memberships m on m.group_id = ${group} and m.member_id = e.member_id and m.present = 1
    where e.points > 0`.execute(db)
  const points = Number(rows.find((row) => row.id === member)?.points ?? 0)
  const ahead = rows.filter((row) => Number(row.points) > points).length
  return { points, place: points > 0 ? ahead + 1 : undefined }
}

const earnedWithin = (group: string, { from, to }: Days) => sql`
  select member_id, sum(points) as points, sum(messages) as messages from activity_days
  where group_id = ${group} and day between ${from} and ${to} group by member_id`
const earnedEver = (group: string) => sql`
  select a.member_id, a.points + coalesce(r.points, 0) as points, a.messages from activity_members a
  left join activity_regard r on r.group_id = a.group_id and r.member_id = a.member_id where a.group_id = ${group}`

export interface MemberNumbers {
  readonly id: string
  readonly name: string
  readonly messages: number
  readonly days: number
  readonly streak: number
  readonly lastDay: number
  /** Hundredths, of the last thirty days. */
  readonly points: number
  /** 0 where nothing was written. */
  readonly lastAt: number
  readonly segment: Segment
}
/** Every member ever seen in the group, those seen last first. `today` is the group's local day. */
export async function membersIn(
  db: Database,
  group: string,
  config: ActivityConfig['segments'],
  when: { readonly now: number; readonly today: number },
  limit = 1000,
): Promise<MemberNumbers[]> {
  const { rows } = await sql<Record<string, string | number | null>>`
    select m.member_id as id, m.name as name, m.present as present, m.joined_at as joined_at, a.messages as messages,
      a.days as days, a.streak as streak, a.last_day as last_day, a.first_at as first_at, a.last_at as last_at,
      e.points as points, b.busy as busy
    from memberships m
    left join activity_members a on a.group_id = m.group_id and a.member_id = m.member_id
    left join (${earnedWithin(group, { from: when.today - 29, to: when.today })}) e on e.member_id = m.member_id
    left join (${busyDays(group, config.core, when.today)}) b on b.member_id = m.member_id
    where m.group_id = ${group} order by coalesce(a.last_at, 0) desc, m.joined_at desc, m.member_id limit ${limit}
  `.execute(db)
  return rows.map((row) => asNumbers(row, config, when.now))
}
/** On how many of the last days each member wrote as much as the core does. */
const busyDays = (group: string, core: ActivityConfig['segments']['core'], today: number) => sql`
  select member_id, count(*) as busy from activity_days
  where group_id = ${group} and day > ${today - core.of} and day <= ${today} and messages >= ${core.messages}
  group by member_id`
/** The same of one member. */
export async function busyDaysOf(
  db: Database,
  group: string,
  member: string,
  core: ActivityConfig['segments']['core'],
  today: number,
): Promise<number> {
  const { rows } = await sql<{ busy: unknown }>`
    select count(*) as busy from activity_days where group_id = ${group} and member_id = ${member}
    and day > ${today - core.of} and day <= ${today} and messages >= ${core.messages}`.execute(db)
  return Number(rows[0]?.busy ?? 0)
}

function asNumbers(
  row: Record<string, string | number | null>,
  config: ActivityConfig['segments'],
  now: number,
): MemberNumbers {
  const joinedAt = Number(row.joined_at)
  const lastAt = Number(row.last_at ?? 0)
  const firstAt = Number(row.first_at ?? 0) || joinedAt
  return {
    id: String(row.id),
    name: String(row.name),
    messages: Number(row.messages ?? 0),
    days: Number(row.days ?? 0),
    streak: Number(row.streak ?? 0),
    lastDay: Number(row.last_day ?? 0),
    points: Number(row.points ?? 0),
    lastAt,
    segment: segmentOf(
      {
        present: Number(row.present) === 1,
        firstAt: Math.min(firstAt, joinedAt),
        lastAt: Math.max(lastAt, joinedAt),
        busyDays: Number(row.busy ?? 0),
      },
      config,
      now,
    ),
  }
}
