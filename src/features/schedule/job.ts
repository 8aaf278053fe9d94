/** One occurrence of a post: the engine sees to it that it comes once, or is skipped with its reason. */
import { schedule } from './base.ts'
import { postsIn, prepare, recurrences, remember } from './posts.ts'

export const postJob = schedule.job({
  name: 'post',
  recurs: recurrences,
  async run(ctx) {
    const post = postsIn(ctx.config, ctx.group).find(({ id }) => id === ctx.key)
    if (post === undefined) return { why: { decided: 'removed' } }
    const row = await ctx.store.posts.get({ group_id: ctx.group.id, post: post.id })
    if (row.paused) return { why: { decided: 'paused' } }
    const prepared = await prepare(ctx, post, ctx.due)
    if (prepared === undefined) return { why: { decided: 'empty' } }
    return {
      actions: prepared.drafts.map((draft) => ({ ...draft, priority: 'post' })),
      save: remember(ctx, post, prepared),
      why: { decided: 'posted', checks: prepared.entry ? [{ name: 'entry', found: prepared.entry }] : [] },
    }
  },
})
