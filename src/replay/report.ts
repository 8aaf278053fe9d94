/** What a rehearsal found. Plain data: the three renderers and the tests read the same. Times are ISO 8601 in UTC. */
import type { Why } from '../core/feature.ts'
import type { Comparison } from './compare.ts'
import type { Place } from './reading.ts'

export interface FileReport {
  readonly file: string
  readonly format: string
  /** Lines, or entries of a JSON export. The kinds below add up to it, faulty ones aside. */
  readonly entries: number
  readonly messages: number
  readonly joins: number
  readonly leaves: number
  readonly renames: number
  /** Mode changes and service notices. */
  readonly notices: number
  readonly blank: number
  /** Reactions, edits and whatever else our own format can hold. */
  readonly others: number
  readonly faults: number
  readonly from: string | undefined
  readonly to: string | undefined
}
export interface Deed {
  readonly type: string
  /** "done", or why not: "observed", "held" (see detail), "failed". */
  readonly state: string
  readonly detail: string
  /** What would have been written, where something would have been. */
  readonly text: string | undefined
}
export interface Happening extends Place {
  readonly at: string
  readonly group: string
  readonly member: string
  /** The message as it stands in the file. */
  readonly text: string
}
export interface Reason {
  readonly name: string
  readonly score: number | undefined
  readonly found: string | undefined
}
export interface Flagged extends Happening {
  /** In moderation's words: "asked", "acted". */
  readonly verdict: string
  readonly score: number | undefined
  readonly reasons: readonly Reason[]
  readonly actions: readonly Deed[]
}
export interface Answered extends Happening {
  readonly verdict: string
  readonly score: number | undefined
  readonly reasons: readonly Reason[]
  /** What would have been written. */
  readonly answer: string
}
export interface Welcomed extends Happening {
  /** All newcomers of this welcome. `file` and `line` are of the last one's join. */
  readonly newcomers: readonly (Place & { readonly name: string })[]
  readonly welcome: string
  readonly state: string
}
/** What any other feature decided, or moderation about a join: a raid, a command that was typed. */
export interface Alert extends Happening {
  readonly feature: string
  readonly verdict: string
  readonly reasons: readonly Reason[]
  /** Of moderation: what came of it. */
  readonly actions?: readonly Deed[]
}
export interface Regular {
  readonly name: string
  readonly messages: number
  readonly days: number
  /** Messages of others that were addressed to this member. */
  readonly addressed: number
  /** Of the activity feature: what chatter cannot farm. Undefined where the member earned none. */
  readonly points: number | undefined
  readonly last: string
}
export interface DayReport {
  readonly day: string
  readonly messages: number
  readonly members: number
  readonly joins: number
  readonly leaves: number
}
export interface JobReport {
  readonly feature: string
  readonly job: string
  readonly key: string
  readonly done: number
  readonly skipped: number
  readonly failed: number
  /** Left out because the logs are silent there for longer than a week. */
  readonly silent: number
  /** Times of the first and last few that ran. */
  readonly first: readonly string[]
  readonly last: readonly string[]
  /** Why some were skipped or failed, with how many. */
  readonly reasons: Readonly<Record<string, number>>
}
export interface ErrorReport extends Place {
  readonly code: string
  readonly vars: Readonly<Record<string, string | number>>
  readonly message: string
  readonly remedy: string
}
export interface Share {
  readonly name: string
  readonly members: number
}

export interface Report {
  readonly rulebook: { readonly id: string; readonly name: string; readonly hash: string }
  readonly timezone: string
  readonly groupBy: 'channel' | 'file'
  readonly files: number
  readonly entries: number
  readonly messages: number
  readonly joins: number
  readonly leaves: number
  readonly renames: number
  /** Messages that stood in more than one file: played once. */
  readonly again: number
  /** People who wrote, joined or left, bots left out. */
  readonly members: number
  readonly bots: readonly { readonly name: string; readonly messages: number }[]
  readonly from: string | undefined
  readonly to: string | undefined
  readonly sources: readonly FileReport[]
  readonly groups: readonly { readonly ref: string; readonly name: string; readonly messages: number }[]
  readonly flagged: readonly Flagged[]
  readonly answers: readonly Answered[]
  /** Questions for which answers would have been offered as buttons. */
  readonly suggestions: readonly Answered[]
  readonly welcomes: readonly Welcomed[]
  /** What became of the joins: "welcomed", or why not: "raid", "cap", "known", "left", "off", "bot". */
  readonly joined: Readonly<Record<string, number>>
  readonly alerts: readonly Alert[]
  /** Every action by feature, type and state. */
  readonly actions: readonly {
    readonly feature: string
    readonly type: string
    readonly state: string
    readonly count: number
  }[]
  readonly regulars: readonly Regular[]
  readonly activity: {
    readonly byHour: readonly number[]
    /** Monday first. */
    readonly byWeekday: readonly number[]
    readonly byDay: readonly DayReport[]
  }
  /** How many members wrote how much. */
  readonly voices: readonly Share[]
  /** Segments of the activity feature on the last day of the logs. */
  readonly segments: readonly Share[]
  readonly schedule: readonly JobReport[]
  /** Stretches without an event in which the schedule was not run. */
  readonly silences: readonly { readonly from: string; readonly to: string }[]
  readonly errors: readonly ErrorReport[]
  /** Where an old rulebook was rehearsed as well. */
  readonly against?: Comparison
  readonly seconds: number
  readonly eventsPerSecond: number
}

export const reasonsOf = (why: Why | undefined): Reason[] =>
  (why?.checks ?? []).map(({ name, score, found }) => ({ name, score, found }))
