/** What a changed rulebook would have done more and less than the old one, message by message. */
import type { Alert, Flagged, Happening, Report } from './report.ts'

/** One thing moderation would have done, by a check or a rule. */
export interface Touched extends Happening {
  readonly verdict: string
  readonly reasons: Flagged['reasons']
  readonly score: number | undefined
  readonly actions: Flagged['actions']
}
export interface Changed {
  readonly before: Touched
  readonly after: Touched
}
export interface Comparison {
  readonly old: Report['rulebook']
  /** Only with the new rulebook. */
  readonly more: readonly Touched[]
  /** Only with the old one. */
  readonly less: readonly Touched[]
  /** With both, but something else is done. */
  readonly changed: readonly Changed[]
  /** With both alike. */
  readonly same: number
  /** Of all messages that differ: by how many people, and how many of these wrote on three days or more. */
  readonly members: number
  readonly regulars: number
}

/** Both reports must be of the same files. */
export function compare(now: Report, old: Report): Comparison {
  const [before, after] = [touchedIn(old), touchedIn(now)]
  const more = [...after].flatMap(([key, one]) => (before.has(key) ? [] : [one]))
  const less = [...before].flatMap(([key, one]) => (after.has(key) ? [] : [one]))
  const both = [...after].flatMap(([key, one]) => {
    const was = before.get(key)
    return was ? [{ before: was, after: one }] : []
  })
  const changed = both.filter((pair) => done(pair.before) !== done(pair.after))
  const people = new Set([...more, ...less, ...changed.map((pair) => pair.after)].map(({ member }) => member))
  const known = new Set(now.regulars.filter(({ days }) => days >= regularDays).map(({ name }) => name))
  return {
    old: old.rulebook,
    more,
    less,
    changed,
    same: both.length - changed.length,
    members: people.size,
    regulars: [...people].filter((name) => known.has(name)).length,
  }
}
const regularDays = 3

/** By place in the files: the same in both rehearsals. */
function touchedIn({ flagged, alerts }: Report): Map<string, Touched> {
  const all = [...flagged, ...alerts.filter(({ feature }) => feature === 'moderation').map(asTouched)]
  return new Map(all.map((one) => [`${one.file}:${one.line}`, one]))
}
const asTouched = ({ feature: _, actions = [], ...one }: Alert): Touched => ({ ...one, score: undefined, actions })

/** What staff is asked differs with every case; what is done about the member does not. */
const toStaff = new Set(['ask', 'whisper', 'edit'])
const done = ({ verdict, actions }: Touched) =>
  [verdict, ...actions.flatMap(({ type, state }) => (toStaff.has(type) ? [] : [`${type} ${state}`])).sort()].join('\n')
