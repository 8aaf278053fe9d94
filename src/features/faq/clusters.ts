/**
 * Unanswered questions that are the same in other words, taken together: by the words and pieces of words they are known
 * by, never by their text. Deterministic: the most asked first, each joins the first cluster it is like enough.
 */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '../../core/tables.ts'
import { normalise } from '../../text/normalise.ts'
import { segment } from '../../text/segment.ts'
import type { AskRow, DraftRow } from './memory.ts'
import { type UnansweredRow, unansweredIn } from './store.ts'

export interface Cluster {
  /** What staff names it by: four letters and digits, the same as long as it is known. */
  readonly code: string
  /** The most asked one, which stands for all. */
  readonly head: UnansweredRow
  readonly rows: readonly UnansweredRow[]
  /** Different members, counted once however they asked. */
  readonly askers: number
  readonly count: number
  readonly firstAt: number
  readonly lastAt: number
  /** What members replied, the most trusted first. */
  readonly drafts: readonly DraftRow[]
}
/** Cosine of the weighted features from which two are taken for the same question. */
const alike = 0.5
/** Whole words tell more than pieces of them. */
const wordWeight = 2
const mostRead = 500
const mostDrafts = 5

/** A question without an answer by all that staff may name it: its code, its own signature, or that of one like it. */
export const codeOf = (signature: string) =>
  BigInt(`0x${createHash('sha256').update(signature).digest('hex').slice(0, 8)}`)
    .toString(36)
    .slice(0, 4)

type Features = ReadonlyMap<string, number>
function featuresOf({ signature, words }: UnansweredRow): Features {
  const { words: own, grams } = segment(normalise(words || signature).text)
  const features = new Map<string, number>()
  for (const word of own) features.set(word, wordWeight)
  for (const gram of grams) features.set(gram, 1)
  return features
}
const length = (features: Features) => Math.sqrt([...features.values()].reduce((sum, weight) => sum + weight ** 2, 0))
function likeness(one: Features, other: Features): number {
  let dot = 0
  for (const [feature, weight] of one) dot += weight * (other.get(feature) ?? 0)
  return dot === 0 ? 0 : dot / (length(one) * length(other))
}

/** Which rows belong together; in the order given, which should be by importance. */
export function group(rows: readonly UnansweredRow[]): UnansweredRow[][] {
  const heads: { features: Features; rows: UnansweredRow[] }[] = []
  for (const row of rows) {
    const features = featuresOf(row)
    const home = heads.find((one) => likeness(one.features, features) >= alike)
    if (home) home.rows.push(row)
    else heads.push({ features, rows: [row] })
  }
  return heads.map((one) => one.rows)
}

/** By distinct askers, then by how often, then by when last. */
export async function clustersIn(db: Database, community: string, limit: number): Promise<Cluster[]> {
  const rows = await unansweredIn(db, community, mostRead)
  const signatures = rows.map(({ signature }) => signature)
  const [askers, drafts] = [await askersOf(db, community, signatures), await draftsOf(db, community, signatures)]
  return group(rows)
    .map((some) => clusterOf(some, askers, drafts))
    .sort((a, b) => b.askers - a.askers || b.count - a.count || b.lastAt - a.lastAt || (a.code < b.code ? -1 : 1))
    .slice(0, limit)
}

type BySignature<T> = ReadonlyMap<string, readonly T[]>
function clusterOf(rows: UnansweredRow[], askers: BySignature<string>, drafts: BySignature<DraftRow>): Cluster {
  const [head] = rows as [UnansweredRow]
  return {
    code: codeOf(head.signature),
    head,
    rows,
    askers: new Set(rows.flatMap(({ signature }) => askers.get(signature) ?? [])).size,
    count: rows.reduce((sum, { count }) => sum + count, 0),
    firstAt: Math.min(...rows.map(({ first_at }) => first_at)),
    lastAt: Math.max(...rows.map(({ last_at }) => last_at)),
    drafts: rows
      .flatMap(({ signature }) => drafts.get(signature) ?? [])
      .sort((a, b) => b.trust - a.trust || a.at - b.at)
      .slice(0, mostDrafts),
  }
}

const among = (values: readonly string[]) => sql.join(values.length > 0 ? values : [''])
async function askersOf(db: Database, community: string, signatures: readonly string[]): Promise<BySignature<string>> {
  const { rows } = await sql<{ signature: string; member_id: string }>`
    select signature, member_id from faq_askers
    where community = ${community} and signature in (${among(signatures)})`.execute(db)
  return new Map(
    [...Map.groupBy(rows, ({ signature }) => signature)].map(([one, some]) => [one, some.map((row) => row.member_id)]),
  )
}
async function draftsOf(
  db: Database,
  community: string,
  signatures: readonly string[],
): Promise<BySignature<DraftRow>> {
  const { rows } = await sql<DraftRow>`
    select * from faq_drafts
    where community = ${community} and text != '' and signature in (${among(signatures)}) order by at, message`.execute(
    db,
  )
  return Map.groupBy(rows, ({ signature }) => signature)
}

/** Messages that asked any of these, latest first. */
export async function asksOf(
  db: Database,
  community: string,
  signatures: readonly string[],
  since: number,
): Promise<AskRow[]> {
  const { rows } = await sql<AskRow>`
    select * from faq_asks where community = ${community} and at >= ${since} and signature in (${among(signatures)})
    order by at desc, message limit 200`.execute(db)
  return rows
}

/** The one that a code or a signature belongs to. */
export async function clusterBy(
  db: Database,
  community: string,
  known: { readonly code?: string; readonly signature?: string },
): Promise<Cluster | undefined> {
  const clusters = await clustersIn(db, community, mostRead)
  return clusters.find(({ code, rows }) =>
    known.code !== undefined
      ? code === known.code || rows.some((row) => codeOf(row.signature) === known.code)
      : rows.some(({ signature }) => signature === known.signature),
  )
}

/** As it is shown: the question where its text is kept, else the words it is known by. */
export const shownAs = ({ text, words, signature }: Pick<UnansweredRow, 'text' | 'words' | 'signature'>) =>
  text || words || signature.replaceAll(' ', ' · ')
/** As it can be taught: the words alone ask for it too. */
export const askedAs = (row: UnansweredRow) => shownAs(row).replaceAll(' · ', ' ')
