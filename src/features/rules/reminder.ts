import { rules } from './base.ts'
import { whole } from './wording.ts'

/** Says from time to time that there are rules, or what they are. */
export const reminder = rules.job({
  name: 'reminder',
  recurs: ({ text, reminder: wish }) => (text && wish ? [{ key: 'reminder', cron: wish.cron, late: 'once' }] : []),
  run: (ctx) => {
    const { text, reminder: wish } = ctx.config
    if (!text || !wish) return { why: { decided: 'no longer wanted' } }
    const words = wish.text ? ctx.words(wish.text) : ctx.t('reminder')
    const body = wish.whole ? `${words}\n\n${whole(text, ctx.group.languages)}` : words
    return {
      why: { decided: 'posted' },
      actions: [{ type: 'send', group: ctx.group.ref, key: 'reminder', text: body, priority: 'post' }],
    }
  },
})
