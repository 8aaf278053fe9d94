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
const alike = 0.6
/** Whole words tell more than pieces of them. */
const wordWeight = 2
const mostRead = 500
const mostDrafts = 5

/** A question without an answer by all that staff may name it: its code, its own signature, or that of one like it. */
export const codeOf = (signature: string) =>
  BigInt(`0x${createHash('sha256').update(signature).digest('hex').slice(0, 8)}`)
    .toString(36)
    .slice(0, 4)

interface Features {
  readonly weights: ReadonlyMap<string | number, number>
  readonly length: number
}
/** The office asks every few seconds; cutting words is what takes long. */
const cut = new Map<string, Features>()
const mostCut = 2000

function featuresOf({ signature, words }: UnansweredRow): Features {
  const text = words || signature
  const known = cut.get(text)
  if (known) return known
  if (cut.size >= mostCut) cut.clear()
  const made = cutWords(text)
  cut.set(text, made)
  return made
}
function cutWords(text: string): Features {
  const { words, grams } = segment(normalise(text).text)
  const weights = new Map<string | number, number>()
  for (const word of words) weights.set(word, wordWeight)
  for (const gram of grams) weights.set(gram, 1)
  const squares = [...weights.values()].reduce((sum, weight) => sum + weight ** 2, 0)
  return { weights, length: Math.sqrt(squares) }
}

interface Head {
  readonly features: Features
  readonly rows: UnansweredRow[]
}
/** Which rows belong together; in the order given, which should be by importance. */
export function group(rows: readonly UnansweredRow[]): UnansweredRow[][] {
  const heads: Head[] = []
  const holding = new Map<string | number, Head[]>()
  for (const row of rows) {
    const features = featuresOf(row)
    const home = likest(features, holding, heads)
    if (home) home.rows.push(row)
    else {
      const head = { features, rows: [row] }
      heads.push(head)
      for (const feature of features.weights.keys()) holding.set(feature, [...(holding.get(feature) ?? []), head])
    }
  }
  return heads.map((one) => one.rows)
}
/** The first head that is like enough; only those with something in common are looked at. */
function likest(features: Features, holding: ReadonlyMap<string | number, readonly Head[]>, heads: readonly Head[]) {
  const dots = new Map<Head, number>()
  for (const [feature, weight] of features.weights)
    for (const head of holding.get(feature) ?? [])
      dots.set(head, (dots.get(head) ?? 0) + weight * (head.features.weights.get(feature) ?? 0))
  const near = new Set(
    [...dots].filter(([head, dot]) => dot >= alike * features.length * head.features.length).map(([head]) => head),
  )
  return near.size === 0 ? undefined : heads.find((head) => near.has(head))
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
