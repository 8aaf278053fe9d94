/** What rules do later: hear of what moderation did, take back what was for a time, forget what is old. */
import { z } from 'zod'
import { actionSchema } from '../../../core/action.ts'
import { type ModerationCtx, moderation } from '../kit.ts'
import { looked, nobody } from './events.ts'
import { happened } from './hear.ts'
import { toldSchema } from './tell.ts'

export const hearLater = moderation.job({
  name: 'rules',
  run: async (ctx) => {
    const { data: told } = toldSchema.safeParse(ctx.payload)
    if (!told) return undefined
    const member = told.heard === 'raid' ? nobody(ctx.now) : await ctx.find(told.member)
    if (!member) return undefined
    const now = happened(ctx, told.heard, { id: ctx.source, at: ctx.now }, member)
    if (told.heard === 'report') return looked(ctx, now)
    if (told.heard === 'raid') return looked(ctx, { ...now, raid: told.is })
    return looked(ctx, { ...now, deeds: told.deeds, by: told.by === '' ? 'innkeeper' : 'staff' })
  },
})

const wholeSchema = z.record(z.string(), z.unknown())
/** The end of a role, of slow mode, of a lock. */
export const takeBack = moderation.job({
  name: 'rule-later',
  run: (ctx) => {
    const { priority: _, ...action } = wholeSchema.parse(ctx.payload.action)
    const parsed = actionSchema.safeParse(action)
    return parsed.success
      ? { actions: [{ ...parsed.data, priority: 'moderation' }], why: { decided: 'taken back' } }
      : undefined
  },
})
/** A word of ours that was to stand for a while only. */
export const unsay = moderation.job({
  name: 'rule-unsay',
  run: async (ctx) => {
    const of = String(ctx.payload.of)
    const message = (await ctx.sentAs([of])).get(of)
    if (message === undefined) return undefined
    const action = {
      type: 'delete',
      group: ctx.group.ref,
      message,
      reason: ctx.t('audit.unsaid'),
      priority: 'moderation',
    } as const
    return { actions: [action], why: { decided: 'unsaid' } }
  },
})

const dayMs = 86_400_000
/** Windows reach a day back, rests seldom further; a counter that decays is 0 long before. */
const idleDays = 30
export const tidyRules = moderation.job({
  name: 'rules-tidy',
  recurs: ({ rules }) => (rules.length === 0 ? [] : [{ key: 'daily', cron: '25 4 * * *', late: 'once' }]),
  run: async (ctx) => ({ save: () => forgetOld(ctx), why: { decided: 'tidied' } }),
})
async function forgetOld(ctx: ModerationCtx) {
  const db = await ctx.sql(['moderation_rule_paces'])
  const old = await db
    .selectFrom('moderation_rule_paces')
    .select(['group_id', 'member_id', 'place'])
    .where('group_id', '=', ctx.group.id)
    .where('at', '<', ctx.now - idleDays * dayMs)
    .limit(1000)
    .execute()
  for (const { group_id, member_id, place } of old)
    ctx.store.rulePaces.drop({ group_id: String(group_id), member_id: String(member_id), place: String(place) })
}
