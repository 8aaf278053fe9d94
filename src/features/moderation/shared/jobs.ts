/** Lists are held against everybody here when the rulebook changes and once a day; each member is a run of its own. */
import type { EventCtx, Later, Verdict } from '../../../core/feature.ts'
import type { Config } from '../config.ts'
import { type ModerationCtx, moderation } from '../kit.ts'
import type { SettingRow } from '../raid/store.ts'
import type { Store } from '../store.ts'
import { applied, left, lifted, namedBy } from './applying.ts'
import type { SharedList } from './config.ts'
import { entriesNow, isOf } from './lists.ts'

/** To go into the verdict on a changed rulebook. */
export const lookLater = (now: number): Later => ({ job: 'shared-look', key: 'changed', at: now })

/** Whoever joins and is on a list has a run of their own, too. */
export async function sharedOnJoin(
  ctx: EventCtx<Config, Store, 'member.join'>,
): Promise<{ readonly later?: readonly Later[] }> {
  const { user: account } = ctx.event
  for (const list of ctx.config.sharedBans)
    if ((await entriesNow(ctx, list))?.has(account))
      return { later: [{ job: 'shared-one', key: account, at: ctx.now, payload: { account } }] }
  return {}
}

const daily = { key: 'daily', cron: '40 4 * * *', late: 'once' } as const
/** What was fetched meanwhile is held against everybody here soon. */
const fresh = { key: 'fresh', cron: '*/5 * * * *', late: 'skip', payload: { fresh: true } } as const
export const sharedLook = moderation.job({
  name: 'shared-look',
  recurs: ({ sharedBans }) => {
    if (sharedBans.length === 0) return []
    return sharedBans.some(({ url }) => url !== undefined) ? [daily, fresh] : [daily]
  },
  run: async (ctx) => {
    if (ctx.payload.fresh !== true) return looked(ctx, ctx.config.sharedBans, [])
    const marks = await changedMarks(ctx)
    if (marks.length === 0) return undefined
    const names = new Set(marks.map(({ what }) => what))
    return looked(
      ctx,
      ctx.config.sharedBans.filter(({ name }) => names.has(markOf(name))),
      marks,
    )
  },
})
const markOf = (list: string) => `list:${list}`
/** One for each list that has changed since this group was last held against it. */
async function changedMarks({ config, store, community, group }: ModerationCtx): Promise<SettingRow[]> {
  const marks: SettingRow[] = []
  for (const list of config.sharedBans) {
    const row =
      list.url === undefined ? undefined : await store.subscriptions.find({ community: community.id, list: list.name })
    if (row === undefined || !isOf(row, list)) continue
    const mark = { group_id: group.id, what: markOf(list.name) }
    const { value } = await store.settings.get(mark)
    if (value !== row.changed_at) marks.push({ ...mark, value: row.changed_at })
  }
  return marks
}
async function looked(
  ctx: ModerationCtx,
  lists: readonly SharedList[],
  marks: readonly SettingRow[],
): Promise<Verdict<Store> | undefined> {
  const later: Later[] = []
  for (const list of lists)
    for (const account of (await entriesNow(ctx, list))?.keys() ?? []) {
      const member = await ctx.find(account)
      if (member?.present && (await namedBy(ctx, account)))
        later.push({ job: 'shared-one', key: account, at: ctx.now, payload: { account } })
    }
  for (const { list, account } of await left(ctx))
    later.push({ job: 'shared-left', key: `${list} ${account}`, at: ctx.now, payload: { list, account } })
  if (later.length === 0 && marks.length === 0) return undefined
  return {
    later,
    save: (store) => {
      for (const mark of marks) store.settings.put(mark)
    },
    why: { decided: 'looked', checks: [{ name: 'found', found: String(later.length) }] },
  }
}
export const sharedOne = moderation.job({
  name: 'shared-one',
  run: async (ctx) => {
    const member = await ctx.find(String(ctx.payload.account))
    return member && applied(ctx, member)
  },
})
export const sharedLeft = moderation.job({
  name: 'shared-left',
  run: async (ctx) => {
    const { list, account } = ctx.payload
    const row = (await left(ctx)).find((one) => one.list === list && one.account === account)
    return row && lifted(ctx, row)
  },
})
