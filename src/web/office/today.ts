/** The page one opens in the morning: what waits for a decision, what is about to happen, what changed. */
import type { Health } from '../../core/adapter.ts'
import type { Desk } from '../../core/desk.ts'
import type { Panel } from '../../core/feature.ts'
import type { Community, Group } from '../../core/people.ts'
import type { Locale } from '../../core/words.ts'
import { occasions } from './occasions.ts'
import { pageOf, panelOf } from './panels.ts'
import type { Day, DaySums, PanelPage, Today, Week } from './wire.ts'

/** Rows shown of the queue and of the unanswered questions, and occurrences to come. */
const shown = { queue: 3, unanswered: 5, next: 5 }

export async function today(
  desk: Desk,
  at: {
    readonly community: Community
    readonly groups: readonly Group[]
    readonly locale: Locale
    readonly now: number
  },
): Promise<Today> {
  const panel = (feature: string, name: string) => panelOf(desk, feature, name, at.community, at.locale)
  const [queue, days, unanswered, next] = await Promise.all([
    panel('moderation', 'queue'),
    panel('activity', 'days'),
    panel('faq', 'unanswered'),
    occasions(desk, { ...at, past: false, upkeep: false }),
  ])
  return {
    at: at.now,
    waiting: first(queue, shown.queue),
    next: next.slice(0, shown.next),
    week: days ? week(days, at.now, at.groups[0]?.timezone ?? 'UTC') : null,
    unanswered: first(unanswered, shown.unanswered),
    notices: desk.notices().filter((notice) => !notice.over),
    platforms: Object.entries(desk.health()).map(([name, health]) => ({ name, health: withoutCode(health) })),
  }
}

/** A code to be scanned is the owner's alone: `GET logins`. */
const withoutCode = ({ login, ...health }: Health): Health =>
  login ? { ...health, login: { step: login.step } } : health
const first = (panel: Panel | undefined, per: number): PanelPage | null =>
  panel ? pageOf(panel, { find: '', sort: '', page: 1, per }) : null

/** Sums the panel's rows by calendar day: several groups have a row each. `now` decides, in `timezone`, what today is. */
export function week(panel: Panel, now: number, timezone: string): Week {
  const byDay = new Map<string, DaySums>()
  for (const { cells } of panel.rows) {
    const day = dayOf(cells.day, timezone)
    byDay.set(day, added(byDay.get(day) ?? nothing, cells))
  }
  const last = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timezone).toPlainDate()
  const span = Array.from({ length: 14 }, (_, index): Day => {
    const day = last.subtract({ days: 13 - index }).toString()
    return { day, ...(byDay.get(day) ?? nothing) }
  })
  const [before, days] = [span.slice(0, 7), span.slice(7)]
  return { days, before, sums: total(days), sumsBefore: total(before) }
}

const nothing: DaySums = { messages: 0, joined: 0, left: 0 }
const added = (sums: DaySums, cells: Readonly<Record<string, unknown>>): DaySums => ({
  messages: sums.messages + count(cells.messages),
  joined: sums.joined + count(cells.joined ?? cells.joins),
  left: sums.left + count(cells.left ?? cells.leaves),
})
const total = (days: readonly Day[]) => days.reduce<DaySums>((sums, day) => added(sums, { ...day }), nothing)
const count = (cell: unknown) => (typeof cell === 'number' ? cell : 0)
/** A day as the panel writes it: "2026-03-01", or the epoch milliseconds of an instant of it. */
const dayOf = (cell: unknown, timezone: string): string =>
  typeof cell === 'number'
    ? Temporal.Instant.fromEpochMilliseconds(cell).toZonedDateTimeISO(timezone).toPlainDate().toString()
    : String(cell ?? '')
