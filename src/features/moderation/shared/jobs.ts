/** Lists are held against everybody here when the rulebook changes and once a day; each member is a run of its own. */
import type { EventCtx, Later } from '../../../core/feature.ts'
import type { Config } from '../config.ts'
import { moderation } from '../kit.ts'
import type { Store } from '../store.ts'
import { applied, left, lifted, namedBy } from './applying.ts'
import { entriesOf } from './config.ts'

/** To go into the verdict on a changed rulebook. */
export const lookLater = (now: number): Later => ({ job: 'shared-look', key: 'changed', at: now })

/** Whoever joins and is on a list has a run of their own, too. */
export function sharedOnJoin(ctx: EventCtx<Config, Store, 'member.join'>): { readonly later?: readonly Later[] } {
  const { user: account } = ctx.event
  const listed = ctx.config.sharedBans.some((list) => entriesOf(list).has(account))
  return listed ? { later: [{ job: 'shared-one', key: account, at: ctx.now, payload: { account } }] } : {}
}

export const sharedLook = moderation.job({
  name: 'shared-look',
  recurs: ({ sharedBans }) => (sharedBans.length > 0 ? [{ key: 'daily', cron: '40 4 * * *', late: 'once' }] : []),
  run: async (ctx) => {
    const later: Later[] = []
    for (const list of ctx.config.sharedBans)
      for (const account of entriesOf(list).keys()) {
        const member = await ctx.find(account)
        if (member?.present && (await namedBy(ctx, account)))
          later.push({ job: 'shared-one', key: account, at: ctx.now, payload: { account } })
      }
    for (const { list, account } of await left(ctx))
      later.push({ job: 'shared-left', key: `${list} ${account}`, at: ctx.now, payload: { list, account } })
    return later.length > 0
      ? { later, why: { decided: 'looked', checks: [{ name: 'found', found: String(later.length) }] } }
      : undefined
  },
})
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
