/** /unmute /unban: ends what is in force in this group, whichever case it came from. */
import { z } from 'zod'
import type { Verdict } from '../../../core/feature.ts'
import { withSteps } from '../cases.ts'
import { moderation } from '../kit.ts'
import { casesFor, liftedFrom } from '../lifting.ts'
import { bansByKick, isAsked } from '../means.ts'
import { withSanctions } from '../sanctions.ts'
import type { Store } from '../store.ts'
import { sayIn, sayTo } from '../wording.ts'
import { anybodyField, type CommandCtx, isMember, memberField, targetOf } from './targets.ts'

async function end(ctx: CommandCtx, typed: string, kind: 'mute' | 'ban'): Promise<Verdict<Store>> {
  const member = await targetOf(ctx, typed)
  if (!isMember(member)) return member
  const does = `un${kind}` as const
  const standing = await ctx.store.standing.get({ community: ctx.community.id, member_id: member.id })
  const { ended, left } = liftedFrom(ctx, standing, kind)
  const rows = await casesFor(ctx, ended)
  const reason = sayIn(ctx)('audit.lifted')
  // Where it was only asked of them, or they were only shown out, the platform has nothing to lift.
  const nothing = kind === 'mute' ? isAsked(ctx, 'mute') : bansByKick(ctx)
  return {
    actions: nothing ? [] : [{ type: does, group: ctx.group.ref, user: member.user, reason, priority: 'moderation' }],
    later: kind === 'ban' ? rows.map(({ number }) => ({ job: 'unban', key: String(number), at: null })) : [],
    save: (store) => {
      store.standing.put(withSanctions(standing, left))
      for (const row of rows) store.cases.put(withSteps(row, [{ does, at: ctx.now, by: ctx.member.id }]))
    },
    reply: sayTo(ctx, ctx.member)(`answer.${does}`, { name: member.name }),
  }
}
export const unmute = moderation.command({
  name: 'unmute',
  aliases: ['解除禁言', '解禁'],
  role: 'moderator',
  private: true,
  input: z.strictObject({ member: memberField }),
  run: (ctx, { member }) => end(ctx, member, 'mute'),
})
export const unban = moderation.command({
  name: 'unban',
  aliases: ['解封', '解除封禁'],
  role: 'moderator',
  private: true,
  input: z.strictObject({ member: anybodyField }),
  run: (ctx, { member }) => end(ctx, member, 'ban'),
})
