/** The schedule in the office. */
import type { Panel, PanelCtx, PanelRow } from '../../core/feature.ts'
import type { Group } from '../../core/people.ts'
import { nextRun } from '../../time/cron.ts'
import type { Post, ScheduleConfig } from './config.ts'
import { nameOf } from './listing.ts'
import { postsIn } from './posts.ts'

type Kept = { group_id: string; post: string; paused: number; last_at: number }

const columns: Panel['columns'] = [
  { key: 'name', label: { zh: '内容', en: 'Post' } },
  { key: 'group', label: { zh: '群', en: 'Group' } },
  { key: 'cron', label: { zh: '时间', en: 'Cron' } },
  { key: 'next', label: { zh: '下次', en: 'Next' }, kind: 'time' },
  { key: 'last', label: { zh: '上次', en: 'Last' }, kind: 'time' },
  { key: 'state', label: { zh: '状态', en: 'State' } },
]
const states = { on: { zh: '进行中', en: 'On' }, paused: { zh: '已暂停', en: 'Paused' } }

export async function postsPanel(ctx: PanelCtx<ScheduleConfig>): Promise<Panel> {
  const kept: Kept[] = await ctx.db
    .selectFrom('schedule_posts')
    .select(['group_id', 'post', 'paused', 'last_at'])
    .where('group_id', 'in', ctx.groups.length > 0 ? ctx.groups.map(({ id }) => id) : [''])
    .execute()
  const rowOf = new Map(kept.map((row) => [`${row.group_id}/${row.post}`, row]))
  const rows = ctx.groups.flatMap((group) =>
    postsIn(ctx.config, group).map((post) => panelRow(ctx, group, post, rowOf.get(`${group.id}/${post.id}`))),
  )
  return { columns, rows }
}

function panelRow(
  { now, locale }: PanelCtx<ScheduleConfig>,
  group: Group,
  post: Post,
  kept: Kept | undefined,
): PanelRow {
  const paused = Boolean(kept?.paused)
  return {
    id: `${group.id}/${post.id}`,
    group: group.id,
    cells: {
      name: nameOf(post, locale),
      group: group.name,
      cron: post.cron,
      next: paused ? null : nextRun(post.cron, now, group.timezone),
      last: kept?.last_at || null,
      state: states[paused ? 'paused' : 'on'][locale],
    },
    acts: [
      { label: { zh: '立即发', en: 'Post now' }, ...given('run', post) },
      paused
        ? { label: { zh: '恢复', en: 'Resume' }, ...given('resume', post), tone: 'primary' }
        : { label: { zh: '暂停', en: 'Pause' }, ...given('pause', post) },
    ],
  }
}
const given = (action: string, post: Post) => ({ command: 'schedule', input: { action, post: post.id } })
