/** How the desk fares: what was asked and what became of it, what is missing, what nobody uses, what gets in the way. */
import { sql } from 'kysely'
import type { Database } from '../../core/tables.ts'
import { Desk } from '../../text/match.ts'
import { type Cluster, clustersIn } from './clusters.ts'
import type { FaqDesk } from './desk.ts'
import type { Entry } from './entry.ts'
import type { DayRow } from './memory.ts'
import { callDay } from './second.ts'
import type { UsesRow } from './store.ts'

export interface Rivals {
  readonly a: Entry
  readonly b: Entry
  /** How often both were offered for one question. */
  readonly offered: number
  /** Asked by the same words: the question of one, without that entry, gets the other. */
  readonly same: boolean
}
export interface Sums {
  readonly sums: Omit<DayRow, 'community' | 'day'>
  readonly asked: number
  /** Of those who said so, from 0 to 1; null where nobody did. */
  readonly helpfulRate: number | null
}
export interface Report extends Sums {
  readonly unanswered: readonly Cluster[]
  /** Never answered, looked up or chosen. */
  readonly unused: readonly Entry[]
  readonly rivals: readonly Rivals[]
  /** Second opinions asked for today. */
  readonly calls: number
}
const mostUnanswered = 5
/** Entries compared with all others; a bigger desk is compared by what was offered alone. */
const mostCompared = 300
const mostRivals = 20
/** Once or twice is chance. */
const oftenOffered = 3

/** Day numbers, both included. */
interface Days {
  readonly from: number
  readonly to: number
}
export async function reportOf(
  db: Database,
  community: string,
  desk: FaqDesk,
  days: Days & { readonly now: number },
): Promise<Report> {
  return {
    ...(await sumsOf(db, community, days)),
    unanswered: await clustersIn(db, community, mostUnanswered),
    unused: await unusedOf(db, community, desk.entries),
    rivals: await rivalsOf(db, community, desk),
    calls: await callsToday(db, community, days.now),
  }
}

/** Sums of the days, and what follows from them. */
export async function sumsOf(db: Database, community: string, { from, to }: Days): Promise<Sums> {
  const { rows } = await sql<Record<string, unknown>>`
    select sum(answered) as answered, sum(suggested) as suggested, sum(silent) as silent, sum(helpful) as helpful,
      sum(unhelpful) as unhelpful, sum(consulted) as consulted, sum(changed) as changed, sum(failed) as failed
    from faq_days where community = ${community} and day between ${from} and ${to}`.execute(db)
  const n = (key: string) => Number(rows[0]?.[key] ?? 0)
  const sums = {
    answered: n('answered'),
    suggested: n('suggested'),
    silent: n('silent'),
    helpful: n('helpful'),
    unhelpful: n('unhelpful'),
    consulted: n('consulted'),
    changed: n('changed'),
    failed: n('failed'),
  }
  const rated = sums.helpful + sums.unhelpful
  return {
    sums,
    asked: sums.answered + sums.suggested + sums.silent,
    helpfulRate: rated === 0 ? null : sums.helpful / rated,
  }
}

/** Calls that were made today, by the day that they are allowed by. */
export async function callsToday(db: Database, community: string, now: number): Promise<number> {
  const row = await db
    .selectFrom('faq_second')
    .select('calls')
    .where('community', '=', community)
    .where('day', '=', callDay(now))
    .executeTakeFirst()
  return Number(row?.calls ?? 0)
}

export async function unusedOf(db: Database, community: string, entries: readonly Entry[]): Promise<Entry[]> {
  const uses = await db
    .selectFrom('faq_uses')
    .selectAll()
    .where('community', '=', community)
    .$castTo<UsesRow>()
    .execute()
  const used = new Set(uses.filter((row) => row.answered + row.looked_up + row.chosen > 0).map(({ entry }) => entry))
  return entries.filter(({ id }) => !used.has(id))
}

/** Pairs that stand in each other's way, the certain ones first, then by how often both were offered. */
export async function rivalsOf(db: Database, community: string, desk: FaqDesk): Promise<Rivals[]> {
  const { rows } = await sql<{ a: string; b: string; times: unknown }>`
    select a, b, times from faq_rivals where community = ${community} and times >= ${oftenOffered}
    order by times desc, a, b limit 200`.execute(db)
  const offered = new Map(rows.map(({ a, b, times }) => [`${a} ${b}`, Number(times)]))
  const same = new Set(lookalikesOf(desk))
  return [...new Set([...same, ...offered.keys()])]
    .flatMap((pair): Rivals[] => {
      const [a, b] = pair.split(' ').map((id) => desk.find(id))
      return a && b ? [{ a, b, offered: offered.get(pair) ?? 0, same: same.has(pair) }] : []
    })
    .sort((one, other) => Number(other.same) - Number(one.same) || other.offered - one.offered)
    .slice(0, mostRivals)
}

const known = new WeakMap<FaqDesk, { readonly version: number; readonly pairs: readonly string[] }>()
/** Worked out anew only where an entry has changed: it takes as long as some hundred questions. */
function lookalikesOf(desk: FaqDesk): readonly string[] {
  const before = known.get(desk)
  if (before?.version === desk.version) return before.pairs
  const pairs = lookalikes(desk.entries)
  known.set(desk, { version: desk.version, pairs })
  return pairs
}
/** "a b" for each pair where the question of one, with that entry away, would be answered with the other. */
function lookalikes(entries: readonly Entry[]): string[] {
  const desk = new Desk()
  for (const { id, texts } of entries) desk.set(id, texts)
  return entries.slice(0, mostCompared).flatMap(({ id, question, texts }) => {
    desk.delete(id)
    const found = Object.values(question).flatMap((text) => {
      const { zone, ranked } = desk.ask(text ?? '')
      return zone === 'answer' && ranked[0] ? [[id, ranked[0].entry].sort().join(' ')] : []
    })
    desk.set(id, texts)
    return found
  })
}
