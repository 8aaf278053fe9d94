/** The log, filtered and paged on the server, and as CSV. */
import { z } from 'zod'
import type { Desk, LogEntry } from '../../core/desk.ts'
import type { Group } from '../../core/people.ts'
import type { Locale } from '../../core/words.ts'
import { csv, stamp } from './csv.ts'
import { matches } from './panels.ts'
import { csvTexts } from './texts.ts'
import { isQuiet } from './verdicts.ts'
import type { LogPage } from './wire.ts'

export interface LogQuery {
  /** Our group id; every group of the person where there is none. */
  readonly group?: string | undefined
  readonly before?: number | undefined
  readonly limit: number
  readonly decidedOnly: boolean
  readonly find: string
  readonly feature?: string | undefined
}

/** How many events one request looks through at most; a rare word is then looked for further back page by page. */
const reach = 4000
const stride = 200

/** Entries that match, newest first. Events of one millisecond are never split between two pages. */
export async function logPage(desk: Desk, groups: readonly Group[], query: LogQuery): Promise<LogPage> {
  const entries: LogEntry[] = []
  let scanned = 0
  let previous: number | undefined
  for await (const entry of backwards(desk, query)) {
    const enough = entries.length >= query.limit || scanned >= reach
    if (enough && previous !== undefined && entry.at !== previous) return { entries, next: previous, scanned }
    if (wanted(entry, groups, query)) entries.push(entry)
    scanned += 1
    previous = entry.at
  }
  return { entries, next: null, scanned }
}

async function* backwards(desk: Desk, query: LogQuery): AsyncGenerator<LogEntry> {
  let before = query.before
  let limit = stride
  for (;;) {
    const batch = await desk.log({
      limit,
      decidedOnly: query.decidedOnly,
      group: query.group,
      before,
    })
    const end = batch.length < limit
    // The last millisecond may go on beyond the batch: it is left for the next one, which begins with it.
    const cut = batch.at(-1)?.at
    const whole = end ? batch : batch.filter((entry) => entry.at !== cut)
    yield* whole
    if (end) return
    limit = whole.length > 0 ? stride : limit * 4
    before = whole.at(-1)?.at ?? before
  }
}

function wanted(entry: LogEntry, groups: readonly Group[], query: LogQuery): boolean {
  const group = groups.find((one) => one.id === entry.group)
  if (!group || (query.decidedOnly && !decidedAny(entry))) return false
  if (query.feature !== undefined && (entry.why[query.feature]?.decided ?? 'nothing') === 'nothing') return false
  return query.find === '' || matches(query.find, `${group.name} ${textOf(entry)}`)
}

/** Whether anything came of the event beyond taking note of it. */
const decidedAny = (entry: LogEntry) =>
  entry.actions.length > 0 || Object.values(entry.why).some((why) => !isQuiet(why.decided))

const textOf = (entry: LogEntry): string =>
  [
    entry.type,
    entry.event,
    entry.message ?? '',
    entry.member?.name ?? '',
    ...Object.entries(entry.why).flatMap(([feature, why]) =>
      why.decided === 'nothing' ? [] : [feature, why.decided, ...(why.checks ?? []).map(checkText)],
    ),
    ...entry.actions.map((action) => `${action.type} ${action.state} ${action.detail} ${wordsOf(action.action)}`),
  ].join(' ')

/** What an action says, without its pictures. */
const said = z.looseObject({ text: z.string().optional(), reason: z.string().optional(), user: z.string().optional() })
function wordsOf(action: unknown): string {
  const { data } = said.safeParse(action)
  return [data?.text, data?.reason, data?.user].filter(Boolean).join(' ')
}
const checkText = (check: { name: string; score?: number; found?: string }) =>
  [check.name, check.score, check.found].filter((part) => part !== undefined).join(' ')

/** One row per event and feature that decided something; events where none did have one row. */
export function logCsv(entries: readonly LogEntry[], groups: readonly Group[], locale: Locale): string {
  const head = ['time', 'group', 'type', 'member', 'feature', 'decided', 'score', 'checks', 'actions', 'id']
  const named = new Map(groups.map((group) => [group.id, group]))
  return csv(
    head.map((key) => csvTexts[locale][key] ?? key),
    entries.flatMap((entry) => {
      const group = named.get(entry.group)
      const start = [stamp(entry.at, group?.timezone), group?.name ?? '', entry.type, entry.member?.name ?? '']
      return deciders(entry).map(([feature, why]) => [
        ...start,
        feature,
        why?.decided ?? '',
        why?.score ?? null,
        (why?.checks ?? []).map(checkText).join('; '),
        entry.actions
          .filter((action) => action.feature === feature)
          .map((action) => `${action.type} (${action.state})`)
          .join('; '),
        entry.event,
      ])
    }),
  )
}
function deciders(entry: LogEntry): [string, LogEntry['why'][string] | undefined][] {
  const decided = Object.entries(entry.why).filter(([, why]) => why.decided !== 'nothing')
  return decided.length > 0 ? decided : [['', undefined]]
}
