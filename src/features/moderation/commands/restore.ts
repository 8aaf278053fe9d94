/** /restore-rule and /trust: the owner gives back what was taken by itself, from a rule or from a moderator. */
import { z } from 'zod'
import { text } from '../../../core/words.ts'
import { moderation } from '../kit.ts'
import { refuse } from '../refuse.ts'
import { ownPrefix, sayTo } from '../wording.ts'
import { memberField } from './targets.ts'

export const restoreRule = moderation.command({
  name: 'restore-rule',
  aliases: ['恢复规则'],
  role: 'owner',
  private: true,
  input: z.strictObject({ rule: text(100) }),
  run: async (ctx, { rule: typed }) => {
    const say = sayTo(ctx, ctx.member)
    for (const rule of [typed.trim(), `${ownPrefix}${typed.trim()}`]) {
      const row = await ctx.store.leaves.find({ community: ctx.community.id, rule })
      if (!row || row.since === 0) continue
      return {
        save: (store) => store.leaves.put({ ...row, since: 0, restored_at: ctx.now }),
        why: { decided: 'rule restored', checks: [{ name: 'rule', found: rule }] },
        reply: say('answer.restored', { rule }),
      }
    }
    return refuse('rule-acts', say('error.restore', { rule: typed }), 'rule')
  },
})

export const trustAgain = moderation.command({
  name: 'trust',
  aliases: ['恢复权限'],
  role: 'owner',
  private: true,
  input: z.strictObject({ member: memberField }),
  run: async (ctx, { member: typed }) => {
    const say = sayTo(ctx, ctx.member)
    const member = await ctx.find(typed)
    const row = member && (await ctx.store.guards.find({ community: ctx.community.id, member_id: member.id }))
    if (!row || row.paused_at === 0) return refuse('not-paused', say('error.trust'), 'member')
    return {
      save: (store) => store.guards.put({ ...row, acts: '[]', paused_at: 0, paused_for: '' }),
      why: { decided: 'trusted again' },
      reply: say('answer.trusted', { name: member.name }),
    }
  },
})
