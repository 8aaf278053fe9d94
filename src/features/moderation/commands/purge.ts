/** /purge: deletes the last messages of a member, or of the group. Only their ids are known, and only of the last few. */
import { z } from 'zod'
import type { Draft } from '../../../core/action.ts'
import { guarded, stopped } from '../guard.ts'
import { keptIds } from '../ids.ts'
import { moderation } from '../kit.ts'
import type { PaceRow } from '../store.ts'
import { sayIn, sayTo } from '../wording.ts'
import { type CommandCtx, memberField } from './targets.ts'

const mostMembers = 100

export const purge = moderation.command({
  name: 'purge',
  aliases: ['清理', '清屏'],
  role: 'moderator',
  private: true,
  input: z.strictObject({ count: z.int().min(1).max(100).default(10), member: memberField.optional() }),
  run: async (ctx, { count, member }) => {
    const say = sayTo(ctx, ctx.member)
    const ids = member ? await ofMember(ctx, member, count) : await ofGroup(ctx, count)
    const reason = sayIn(ctx)('audit.purge')
    const guard = ids.length > 0 ? await guarded(ctx, ctx.member, 'deletions', ids.length) : undefined
    if (guard?.paused) return stopped(ctx, ctx.member, guard)
    return {
      actions: deletions(ctx, ids, reason),
      save: (store) => guard?.save(store),
      why: { decided: 'purged', checks: [{ name: 'messages', found: String(ids.length) }] },
      reply: say(ids.length > 0 ? 'answer.purged' : 'answer.purged.none', { count: ids.length }),
    }
  },
})

/** At once where the platform has that, which is one request instead of a hundred. */
function deletions(ctx: CommandCtx, messages: readonly string[], reason: string): Draft[] {
  const about = { group: ctx.group.ref, reason, priority: 'moderation' } as const
  if (!ctx.can('purge') || messages.length < 2)
    return messages.map((message) => ({ type: 'delete', message, ...about }))
  return [{ type: 'purge', messages: [...messages], ...about }]
}

async function ofMember(ctx: CommandCtx, typed: string, count: number): Promise<string[]> {
  const found = await ctx.find(typed)
  if (!found) return []
  const row = await ctx.store.pace.get({ group_id: ctx.group.id, member_id: found.id })
  return keptIds(row.messages)
    .slice(-count)
    .map(({ id }) => id)
}

/** The newest of those who wrote last. Staff's own are not among them: they are not kept. */
async function ofGroup(ctx: CommandCtx, count: number): Promise<string[]> {
  const db = await ctx.sql()
  const rows = await db
    .selectFrom('moderation_members')
    .selectAll()
    .$castTo<PaceRow>()
    .where('group_id', '=', ctx.group.id)
    .orderBy('last_at', 'desc')
    .limit(mostMembers)
    .execute()
  return rows
    .flatMap(({ messages }) => keptIds(messages))
    .sort((a, b) => a.at - b.at)
    .slice(-count)
    .map(({ id }) => id)
}
