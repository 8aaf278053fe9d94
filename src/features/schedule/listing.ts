/** What is on, in the clock of the group. */
import type { Ctx } from '../../core/feature.ts'
import type { Member } from '../../core/people.ts'
import { type Locale, pick } from '../../core/words.ts'
import { nextRun } from '../../time/cron.ts'
import { sayWhen } from '../../time/say.ts'
import type { Post, ScheduleConfig } from './config.ts'
import type { ScheduleStore } from './store.ts'

type AskedBy = Ctx<ScheduleConfig, ScheduleStore> & { readonly member: Member }

/** So many runs are shown. */
const shownRuns = 5

/** Each post with its next run, and the next five runs of them all. */
export async function listText(ctx: AskedBy, posts: readonly Post[]): Promise<string> {
  if (posts.length === 0) return ctx.tFor(ctx.member, 'list.none')
  const paused = await pausedIds(ctx, posts)
  const lines = posts.map((post) => {
    const next = nextRun(post.cron, ctx.now, ctx.group.timezone)
    const when = next === null ? ctx.tFor(ctx.member, 'list.never') : said(ctx, next)
    const vars = { name: nameOf(post, localeFor(ctx)), post: post.id, when }
    return ctx.tFor(ctx.member, paused.has(post.id) ? 'list.paused' : 'list.line', vars)
  })
  const head = ctx.tFor(ctx.member, 'list.head', { timezone: ctx.group.timezone })
  return [head, ...lines, '', await nextText(ctx, posts)].join('\n')
}

/** The next five runs of the posts that are not paused. */
export async function nextText(ctx: AskedBy, posts: readonly Post[]): Promise<string> {
  const paused = await pausedIds(ctx, posts)
  const runs = nextRuns(
    posts.filter((post) => !paused.has(post.id)),
    ctx.now,
    ctx.group.timezone,
  )
  if (runs.length === 0) return ctx.tFor(ctx.member, 'next.none')
  const lines = runs.map(({ post, at }) =>
    ctx.tFor(ctx.member, 'next.line', { name: nameOf(post, localeFor(ctx)), when: said(ctx, at) }),
  )
  return [ctx.tFor(ctx.member, 'next.head', { timezone: ctx.group.timezone }), ...lines].join('\n')
}

/** Each post comes with its first run; the earliest is taken and replaced by its following one. */
function nextRuns(posts: readonly Post[], now: number, timezone: string): { post: Post; at: number }[] {
  const found: { post: Post; at: number }[] = []
  const waiting = posts.map((post) => ({ post, at: nextRun(post.cron, now, timezone) }))
  while (found.length < shownRuns) {
    let first: (typeof waiting)[number] | undefined
    for (const one of waiting) if (one.at !== null && (first?.at == null || one.at < first.at)) first = one
    if (first?.at == null) break
    found.push({ post: first.post, at: first.at })
    first.at = nextRun(first.post.cron, first.at, timezone)
  }
  return found
}

async function pausedIds({ store, group }: AskedBy, posts: readonly Post[]): Promise<ReadonlySet<string>> {
  const rows = await Promise.all(posts.map((post) => store.posts.get({ group_id: group.id, post: post.id })))
  return new Set(rows.filter((row) => row.paused).map((row) => row.post))
}

export const nameOf = (post: Post, locale: Locale) => (post.name ? pick(post.name, locale) : post.id)
const localeFor = ({ member, group }: AskedBy): Locale => member.locale ?? group.languages[0] ?? 'zh'
const said = (ctx: AskedBy, at: number) => sayWhen(at, ctx.group.timezone, localeFor(ctx), ctx.now)
