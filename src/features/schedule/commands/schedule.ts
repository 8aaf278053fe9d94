/** `/schedule`: everybody sees what is on; moderators run, pause and resume. */
import { z } from 'zod'
import type { EventCtx, Verdict } from '../../../core/feature.ts'
import { isStaff } from '../../../core/words.ts'
import { schedule } from '../base.ts'
import type { Post, ScheduleConfig } from '../config.ts'
import { listText, nextText } from '../listing.ts'
import { postsIn, prepare, remember } from '../posts.ts'
import type { ScheduleStore } from '../store.ts'

type Ctx = EventCtx<ScheduleConfig, ScheduleStore, 'command'>
type Answer = Promise<Verdict<ScheduleStore>>

export const scheduleCommand = schedule.command({
  name: 'schedule',
  aliases: ['日程', '定时'],
  role: 'member',
  private: true,
  input: z.strictObject({
    action: z.enum(['list', 'next', 'run', 'pause', 'resume']).default('list'),
    post: z.string().max(40).optional(),
  }),
  async run(ctx, { action, post: id }) {
    const posts = postsIn(ctx.config, ctx.group)
    const post = posts.find((one) => one.id === id)
    if (id !== undefined && post === undefined) return refuse(ctx, 'post', 'unknown', { post: id, known: idsOf(posts) })
    const shown = post ? [post] : posts
    if (action === 'list') return { reply: await listText(ctx, shown) }
    if (action === 'next') return { reply: await nextText(ctx, shown) }
    if (!isStaff(ctx.member.role)) return refuse(ctx, 'action', 'staff', {})
    if (post === undefined) return refuse(ctx, 'post', 'which', { known: idsOf(posts) })
    return action === 'run' ? runNow(ctx, post) : pause(ctx, post, action === 'pause')
  },
})

const idsOf = (posts: readonly Post[]) => posts.map(({ id }) => id).join(', ') || '—'

const refuse = (ctx: Ctx, field: string, code: string, vars: Record<string, string>): Verdict<ScheduleStore> => ({
  errors: [{ field, code: `schedule/${code}`, message: ctx.tFor(ctx.member, `error.${code}`, vars) }],
})

/** At once: a person asked for it, so that it waits for no quiet hours. */
async function runNow(ctx: Ctx, post: Post): Answer {
  const prepared = await prepare(ctx, post, ctx.now)
  if (prepared === undefined) return refuse(ctx, 'post', 'empty', { library: post.content ?? '' })
  return {
    actions: prepared.drafts,
    save: remember(ctx, post, prepared),
    reply: ctx.tFor(ctx.member, 'ran', { post: post.id }),
    why: { decided: 'ran', checks: [{ name: 'post', found: post.id }] },
  }
}

async function pause(ctx: Ctx, post: Post, paused: boolean): Answer {
  const row = await ctx.store.posts.get({ group_id: ctx.group.id, post: post.id })
  const done = paused ? 'paused' : 'resumed'
  if (Boolean(row.paused) === paused) return { reply: ctx.tFor(ctx.member, `already.${done}`, { post: post.id }) }
  return {
    save: (store) =>
      store.posts.put({ ...row, paused: paused ? 1 : 0, changed_by: ctx.member.id, changed_at: ctx.now }),
    reply: ctx.tFor(ctx.member, done, { post: post.id }),
    why: { decided: done, checks: [{ name: 'post', found: post.id }] },
  }
}
