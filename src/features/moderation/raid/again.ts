/** A mute is not shaken off by leaving and coming back; nor a ban, where the platform itself keeps nobody out. */
import type { Draft } from '../../../core/action.ts'
import type { EventCtx } from '../../../core/feature.ts'
import type { Config } from '../config.ts'
import { bansByKick, isAsked } from '../means.ts'
import { endOf, sanctionsOf } from '../sanctions.ts'
import type { Store } from '../store.ts'
import { sayIn } from '../wording.ts'

export async function heldAgain(ctx: EventCtx<Config, Store, 'member.join'>): Promise<Draft[]> {
  const standing = await ctx.store.standing.find({ community: ctx.community.id, member_id: ctx.member.id })
  if (!standing) return []
  const held = (kind: 'mute' | 'ban') => endOf(sanctionsOf(standing), kind, ctx.group.id, ctx.now)
  const about = { group: ctx.group.ref, user: ctx.event.user, priority: 'moderation' } as const
  const say = sayIn(ctx)
  if (bansByKick(ctx) && held('ban') !== undefined) return [{ type: 'kick', reason: say('audit.banned'), ...about }]
  const end = held('mute')
  if (typeof end !== 'number' || isAsked(ctx, 'mute')) return []
  return [{ type: 'mute', forMs: Math.max(1000, end - ctx.now), reason: say('audit.again'), ...about }]
}
