/** How the schedule fell: a line a job, however many years the logs span. */
import type { OccurrenceRecord } from './record.ts'
import type { JobReport } from './report.ts'
import type { Missed } from './silence.ts'

const shown = 3
const nameOf = ({ feature, job, key }: { feature: string; job: string; key: string }) => `${feature}\n${job}\n${key}`

/**
 * Jobs that recur each on their own; one-off work ("unmute this member then") together under its job, with the key "".
 * `recurring`: what the agenda knows as recurring, so that all the rest is one-off.
 */
export function timetableOf(
  occurrences: Iterable<OccurrenceRecord>,
  missed: readonly Missed[],
  recurring: ReadonlySet<string>,
): JobReport[] {
  const keyed = [...occurrences].map((one) => (recurring.has(nameOf(one)) ? one : { ...one, key: '' }))
  const jobs = Map.groupBy(keyed, nameOf)
  const silent = new Map<string, number>()
  for (const one of missed) silent.set(nameOf(one), (silent.get(nameOf(one)) ?? 0) + one.count)
  const names = [...new Set([...jobs.keys(), ...silent.keys()])].sort()
  return names.map((name) => jobOf(name, jobs.get(name) ?? [], silent.get(name) ?? 0))
}

function jobOf(name: string, all: readonly OccurrenceRecord[], silent: number): JobReport {
  const [feature = '', job = '', key = ''] = name.split('\n')
  const done = all
    .filter(({ state }) => state === 'done')
    .map(({ due }) => due)
    .sort((a, b) => a - b)
    .map((due) => new Date(due).toISOString())
  const reasons: Record<string, number> = {}
  for (const { state, note } of all) if (state !== 'done' && note) reasons[note] = (reasons[note] ?? 0) + 1
  return {
    feature,
    job,
    key,
    done: done.length,
    skipped: all.filter(({ state }) => state === 'skipped').length,
    failed: all.filter(({ state }) => state === 'failed').length,
    silent,
    first: done.slice(0, shown),
    last: done.length > shown ? done.slice(Math.max(shown, done.length - shown)) : [],
    reasons,
  }
}
export const recurringName = nameOf
