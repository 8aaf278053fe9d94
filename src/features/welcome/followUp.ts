import { welcome } from './base.ts'
import { toOne } from './wording.ts'

/** The private word some days later, to those who are still here. */
export const followUp = welcome.job({
  name: 'follow-up',
  run: async (ctx) => {
    const wish = ctx.config.followUp
    const member = typeof ctx.payload.member === 'string' ? await ctx.find(ctx.payload.member) : undefined
    if (!wish || !member?.present) return { why: { decided: 'no longer wanted' } }
    return {
      why: { decided: 'followed up' },
      actions: [
        {
          type: 'whisper',
          group: ctx.group.ref,
          user: member.user,
          key: 'follow-up',
          text: toOne(ctx, wish.text, member),
          aloud: '',
          priority: 'welcome',
        },
      ],
    }
  },
})
