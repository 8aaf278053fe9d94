import { z } from 'zod'
import type { EventCtx } from '../../../core/feature.ts'
import { dayAt } from '../../../time/days.ts'
import { faq } from '../base.ts'
import { type Cluster, clustersIn, shownAs } from '../clusters.ts'
import type { FaqConfig } from '../config.ts'
import type { DraftRow } from '../memory.ts'
import type { FaqStore } from '../store.ts'

type Ctx = EventCtx<FaqConfig, FaqStore, 'command'>
const draftsShown = 2
const longestShown = 120

/** Questions nobody had written down, the same in other words taken together, with what members replied. */
export const unanswered = faq.command({
  name: 'unanswered',
  aliases: ['未答', '未答问题'],
  role: 'moderator',
  private: true,
  input: z.strictObject({ count: z.int().min(1).max(50).default(10) }),
  run: async (ctx, { count }) => {
    const clusters = await clustersIn(await ctx.sql(), ctx.community.id, count)
    if (clusters.length === 0) return { reply: ctx.tFor(ctx.member, 'unanswered.none') }
    const lines = clusters.flatMap((one, at) => [
      line(ctx, one, at),
      ...one.drafts.slice(0, draftsShown).map(draft(ctx)),
    ])
    return { reply: [ctx.tFor(ctx.member, 'unanswered.title'), ...lines].join('\n') }
  },
})
const line = (ctx: Ctx, { head, code, askers, count, lastAt }: Cluster, at: number) =>
  ctx.tFor(ctx.member, 'unanswered.line', {
    n: at + 1,
    code,
    question: shownAs(head),
    askers,
    count,
    day: dayAt(lastAt, ctx.group.timezone),
  })
const draft =
  (ctx: Ctx) =>
  ({ name, text, at }: DraftRow) =>
    ctx.tFor(ctx.member, 'unanswered.draft', {
      name,
      day: dayAt(at, ctx.group.timezone),
      text: text.length > longestShown ? `${text.slice(0, longestShown)}…` : text,
    })
