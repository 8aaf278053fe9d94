/** Once a question is taught it is no longer unanswered, and those who asked are told. */
import type { Draft } from '../../core/action.ts'
import type { EventCtx } from '../../core/feature.ts'
import type { Database } from '../../core/tables.ts'
import { asksOf, type Cluster, clusterBy } from './clusters.ts'
import type { FaqConfig } from './config.ts'
import type { AskRow } from './memory.ts'
import { saidAt } from './spot.ts'
import type { FaqStore } from './store.ts'
import { called, say } from './wording.ts'

type Ctx = EventCtx<FaqConfig, FaqStore, 'command'>
const dayMs = 86_400_000
/** Who asked longer ago has found it, or left. */
const stillWanted = 14 * dayMs
const mostSpots = 5

export interface Settled {
  readonly actions: readonly Draft[]
  readonly save: (store: FaqStore) => void
}
/** `answer` is said to everybody who asked, save in `told`, the message that is answered already. */
export async function settled(ctx: Ctx, signature: string, answer: string): Promise<Settled> {
  const db = await ctx.sql()
  const cluster = signature ? await clusterBy(db, ctx.community.id, { signature }) : undefined
  if (!cluster) return { actions: [], save: () => undefined }
  return { actions: await news(ctx, db, cluster, answer), save: (store) => drop(ctx, store, cluster) }
}
function drop({ community }: Ctx, store: FaqStore, { rows }: Cluster) {
  for (const { signature } of rows) store.unanswered.drop({ community: community.id, signature })
}

/** One message in each channel where it was asked: to its last asker as a reply, to the others by name. */
async function news(ctx: Ctx, db: Database, { rows, head }: Cluster, answer: string): Promise<Draft[]> {
  const signatures = rows.map(({ signature }) => signature)
  const all = await asksOf(db, ctx.community.id, signatures, ctx.now - stillWanted)
  const asks = all.filter(({ message, member_id }) => message !== ctx.event.replyTo && member_id !== ctx.member.id)
  const bySpot = [...Map.groupBy(asks, ({ group_id, spot }) => `${group_id} ${spot}`).values()].slice(0, mostSpots)
  const drafts = await Promise.all(
    bySpot.map((some) => newsAt(db, ctx, some, (names) => say(head.language, 'teach.news', { names, answer }))),
  )
  return drafts.filter((draft) => draft !== undefined)
}
async function newsAt(
  db: Database,
  ctx: Ctx,
  asks: readonly AskRow[],
  word: (names: string) => string,
): Promise<Draft | undefined> {
  const [latest] = asks
  if (!latest) return undefined
  const { group_id, spot, message } = latest
  const group = await db
    .selectFrom('groups')
    .select(['ref', 'platform', 'gone'])
    .where('id', '=', group_id)
    .executeTakeFirst()
  if (!group || group.gone || group.platform !== ctx.group.platform) return undefined
  const askers = await presentIn(db, group_id, asks)
  const [first] = askers
  if (!first) return undefined
  const { names, mentions } = called(askers)
  const text = word(names)
  const key = `news-${group_id}${spot === '' ? '' : `-${spot}`}`
  const said = saidAt(spot, first, { type: 'send', group: String(group.ref), text, mentions, replyTo: message, key })
  return { ...said, priority: 'welcome' } // no reply to whoever teaches, who may do that alone or elsewhere
}
const presentIn = (db: Database, group: string, asks: readonly AskRow[]) =>
  db
    .selectFrom('memberships')
    .select(['member_id as id', 'user', 'name'])
    .where('group_id', '=', group)
    .where('present', '=', 1)
    .where(
      'member_id',
      'in',
      asks.map(({ member_id }) => member_id),
    )
    .orderBy('member_id')
    .$castTo<{ id: string; user: string; name: string }>()
    .execute()
