/**
 * What the platform made of what a case had done, and whether the member was reached: read from the outbox, where
 * every action of ours stands under its case's number, and what was done instead under the same with a `~`.
 */
import type { Draft } from '../../core/action.ts'
import type { Database } from '../../core/tables.ts'
import { stepsOf } from './cases.ts'
import type { CaseRow } from './store.ts'
import type { Say } from './wording.ts'

/** `aloud`: said in the group instead; `staff`: moderators were asked to do it by hand. */
export type Fate = 'done' | 'aloud' | 'staff' | 'waiting' | 'watched' | 'held' | 'failed'
export interface Became {
  /** 'told' where the member was told, else the action's type. */
  readonly does: string
  readonly fate: Fate
  /** How many actions, such as deletions, came to the same. */
  readonly times: number
  /** In the platform's or the engine's words; '' where all went well. */
  readonly detail: string
}

/** Names drafts so that what becomes of them is found again. Call once per case and verdict. */
export const keyed = ({ number }: Pick<CaseRow, 'number'>, drafts: readonly Draft[]): Draft[] =>
  drafts.map((draft, n) => ({ ...draft, key: `c${number}.${draft.type === 'whisper' ? 'told' : draft.type}.${n}` }))

type Filed = { id: string; type: string; state: string; detail: string }
const ofCase = /\/moderation\.c(\d+)\.([a-z]+)\.\d+(~.*)?$/

/** By case number. `rows` may be of many cases; the database is asked once. */
export async function becameOf(
  db: Database,
  rows: readonly CaseRow[],
): Promise<ReadonlyMap<number, readonly Became[]>> {
  const sources = new Map(rows.map((row) => [row.number, sourcesOf(row)]))
  const events = [...new Set([...sources.values()].flat())]
  const filed: Filed[] = []
  for (let at = 0; at < events.length; at += 500)
    filed.push(
      ...(await db
        .selectFrom('outbox')
        .select(['id', 'type', 'state', 'detail'])
        .where('feature', '=', 'moderation')
        .where('event', 'in', events.slice(at, at + 500))
        .orderBy('seq')
        .$castTo<Filed>()
        .execute()),
    )
  const byCase = Map.groupBy(filed, ({ id }) => Number(ofCase.exec(id)?.[1] ?? 0))
  return new Map(rows.map(({ number }) => [number, fatesOf(byCase.get(number) ?? [])]))
}
/** Events and occurrences that steps of a case were filed under. */
export const sourcesOf = (row: CaseRow): readonly string[] => [
  ...new Set(stepsOf(row).flatMap(({ via }) => (via === undefined ? [] : [via]))),
]

function fatesOf(filed: readonly Filed[]): readonly Became[] {
  const wishes = Map.groupBy(filed, ({ id }) => id.replace(/~.*$/, ''))
  const all = [...wishes].map(([wish, some]) => fateOf(ofCase.exec(wish)?.[2] ?? '', some))
  const alike = Map.groupBy(all, ({ does, fate, detail }) => `${does} ${fate} ${detail}`)
  return [...alike.values()].map(([first, ...more]) => ({ ...(first as Became), times: 1 + more.length }))
}
const plain: Readonly<Record<string, Fate>> = {
  done: 'done',
  waiting: 'waiting',
  sending: 'waiting',
  observed: 'watched',
  held: 'held',
}
function fateOf(does: string, some: readonly Filed[]): Became {
  const own = some.find(({ id }) => !id.includes('~'))
  const fate = own && plain[own.state]
  const detail = own?.detail ?? ''
  if (fate) return { does, fate, times: 1, detail: fate === 'done' ? '' : detail }
  const instead = some.filter(({ id, state }) => id.includes('~') && state !== 'failed' && state !== 'held')
  if (instead.length === 0) return { does, fate: 'failed', times: 1, detail }
  return { does, fate: does === 'told' ? 'aloud' : 'staff', times: 1, detail }
}

/** "message deleted ×3, muted: asked staff instead (denied: …)" */
export const becameIn = (say: Say, all: readonly Became[]): string =>
  all
    .filter(({ does }) => does !== 'told')
    .map((one) => fateIn(say, one))
    .join(say('and'))
function fateIn(say: Say, { does, fate, times, detail }: Became): string {
  const deed = say(`deed.${does}`)
  const what = times > 1 ? say('became.times', { deed, times }) : deed
  return say(`became.${fate}`, { what, detail: detail === '' ? '' : say('became.why', { detail }) })
}
/** The last word on whether the member knows; '' where there was nothing to tell. */
export function toldIn(say: Say, all: readonly Became[]): string {
  const told = all.findLast(({ does }) => does === 'told')
  if (!told) return ''
  return say(`reached.${told.fate}`, { detail: told.detail === '' ? '' : say('became.why', { detail: told.detail }) })
}
