/** A mute is not shaken off by leaving and coming back. */
import type { Draft } from '../../../core/action.ts'
import type { EventCtx } from '../../../core/feature.ts'
import type { Config } from '../config.ts'
import { endOf, sanctionsOf } from '../sanctions.ts'
import type { Store } from '../store.ts'
import { sayIn } from '../wording.ts'

export async function mutedAgain(ctx: EventCtx<Config, Store, 'member.join'>): Promise<Draft[]> {
  const standing = await ctx.store.standing.find({ community: ctx.community.id, member_id: ctx.member.id })
  const end = standing && endOf(sanctionsOf(standing), 'mute', ctx.group.id, ctx.now)
  if (typeof end !== 'number') return []
  return [
    {
      type: 'mute',
      group: ctx.group.ref,
      user: ctx.event.user,
      forMs: Math.max(1000, end - ctx.now),
      reason: sayIn(ctx)('audit.again'),
      priority: 'moderation',
    },
  ]
}
