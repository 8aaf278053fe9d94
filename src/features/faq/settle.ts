/** Once a question is taught it is no longer unanswered, and those who asked are told. */
import type { Draft } from '../../core/action.ts'
import type { EventCtx } from '../../core/feature.ts'
import type { Database } from '../../core/tables.ts'
import { asksOf, type Cluster, clusterBy } from './clusters.ts'
import type { FaqConfig } from './config.ts'
import type { AskRow } from './memory.ts'
import type { FaqStore } from './store.ts'
import { called, say } from './wording.ts'

type Ctx = EventCtx<FaqConfig, FaqStore, 'command'>
const dayMs = 86_400_000
/** Who asked longer ago has found it, or left. */
const stillWanted = 14 * dayMs
const mostGroups = 5

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

/** One message in each group where it was asked: to its last asker as a reply, to the others by name. */
async function news(ctx: Ctx, db: Database, { rows }: Cluster, answer: string): Promise<Draft[]> {
  const signatures = rows.map(({ signature }) => signature)
  const all = await asksOf(db, ctx.community.id, signatures, ctx.now - stillWanted)
  const asks = all.filter(({ message, member_id }) => message !== ctx.event.replyTo && member_id !== ctx.member.id)
  const byGroup = [...Map.groupBy(asks, ({ group_id }) => group_id)].slice(0, mostGroups)
  const drafts = await Promise.all(byGroup.map(([group, some]) => newsIn(db, ctx, group, some, answer)))
  return drafts.filter((draft) => draft !== undefined)
}
async function newsIn(
  db: Database,
  ctx: Ctx,
  groupId: string,
  asks: readonly AskRow[],
  answer: string,
): Promise<Draft | undefined> {
  const group = await db
    .selectFrom('groups')
    .select(['ref', 'platform', 'gone'])
    .where('id', '=', groupId)
    .executeTakeFirst()
  if (!group || group.gone || group.platform !== ctx.group.platform) return undefined
  const askers = await db
    .selectFrom('memberships')
    .select(['user', 'name'])
    .where('group_id', '=', groupId)
    .where('present', '=', 1)
    .where(
      'member_id',
      'in',
      asks.map(({ member_id }) => member_id),
    )
    .orderBy('member_id')
    .$castTo<{ user: string; name: string }>()
    .execute()
  const [latest] = asks
  if (askers.length === 0 || !latest) return undefined
  const { names, mentions } = called(askers)
  const text = say(ctx.group.languages[0] ?? 'zh', 'teach.news', { names, answer })
  return { type: 'send', group: String(group.ref), text, mentions, replyTo: latest.message, key: `news-${groupId}` }
}
