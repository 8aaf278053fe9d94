/** Our own list, made of the bans that stand: for the communities that choose to follow it. */
import type { KeyObject } from 'node:crypto'
import type { Database } from '../../../core/tables.ts'
import { stepsOf } from '../cases.ts'
import { sayFor } from '../panel-words.ts'
import type { CaseRow } from '../store.ts'
import { ruleIn } from '../wording.ts'
import { type Entry, type evidences, written } from './format.ts'

export interface Given {
  /** Whole, with its end of line. */
  readonly file: string
  readonly bans: number
  readonly lifted: number
  /** Bans that no reason was given for: others could not know what to make of them. */
  readonly withoutReason: number
}
type Evidence = (typeof evidences)[number]
const evidenceOf: Readonly<Record<string, Evidence>> = {
  links: 'link',
  invites: 'link',
  report: 'report',
  raid: 'raid',
  names: 'name',
  command: 'moderator',
}

/** Bans for good that a case stands for; what came from other lists is theirs to give out. Oldest first. */
export async function giveOut(db: Database, community: string, key: KeyObject): Promise<Given> {
  const rows = await db
    .selectFrom('moderation_cases')
    .selectAll()
    .$castTo<CaseRow>()
    .where('community', '=', community)
    .where('origin', '!=', 'shared')
    .where('user', '!=', '')
    .where('state', 'in', ['done', 'undone'])
    .orderBy('number')
    .execute()
  const banned = rows.filter(isBan)
  const standing = new Set(banned.flatMap((row) => (row.state === 'done' ? [row.user] : [])))
  const told = banned.filter((row) => row.state === 'done' || !standing.has(row.user))
  const entries = new Map<string, Entry>()
  for (const row of told) {
    const entry = entryOf(row)
    if (entry) entries.set(row.user, entry)
  }
  const lifted = [...entries.values()].filter((entry) => entry.lifted).length
  const lines = [...entries.values()].map((entry) => `${written(entry, key)}\n`)
  const withoutReason = told.filter((row) => entryOf(row) === undefined).length
  return { file: lines.join(''), bans: entries.size - lifted, lifted, withoutReason }
}
const isBan = (row: CaseRow) =>
  stepsOf(row).some(({ does, forMs, observed }) => does === 'ban' && forMs === undefined && !observed)

function entryOf(row: CaseRow): Entry | undefined {
  const reason = (row.rule === 'command' ? row.reason : ruleIn(sayFor('en'), row)).trim().slice(0, 300)
  if (reason.length < 3) return undefined
  const date = new Date(row.decided_at || row.opened_at).toISOString().slice(0, 10)
  const evidence = evidenceOf[row.rule] ?? 'text'
  return { account: row.user, reason, evidence, date, ...(row.state === 'undone' && { lifted: true }) }
}
