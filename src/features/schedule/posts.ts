/** A post on its way: where it belongs, what it says this time. */
import type { Draft } from '../../core/action.ts'
import type { Ctx, Recurrence } from '../../core/feature.ts'
import type { Group } from '../../core/people.ts'
import type { Localised } from '../../core/words.ts'
import { dayAt } from '../../time/days.ts'
import type { Post, ScheduleConfig } from './config.ts'
import { eventOf, lineOf } from './gathering.ts'
import { pickNext } from './rotation.ts'
import type { RotationRow, ScheduleStore } from './store.ts'

export type ScheduleCtx = Ctx<ScheduleConfig, ScheduleStore>

export const postsIn = (config: ScheduleConfig, group: Group): readonly Post[] =>
  config.posts.filter((post) => post.groups === undefined || post.groups.some((pattern) => names(pattern, group.ref)))

/** A group by its id, or by a beginning: "web:*". */
const names = (pattern: string, ref: string) =>
  pattern.endsWith('*') ? ref.startsWith(pattern.slice(0, -1)) : pattern === ref

export const recurrences = (config: ScheduleConfig, group: Group): readonly Recurrence[] =>
  postsIn(config, group).map(({ id, cron, late, lateWithin }) => ({ key: id, cron, late, lateWithin }))

interface Content {
  readonly text: Localised
  /** The library's entry and row, where it came from one. */
  readonly entry?: string
  readonly rotation?: RotationRow
}
export interface Prepared extends Content {
  /** The post, and what else comes with it. */
  readonly drafts: readonly [Draft, ...Draft[]]
}

/** What the post says now; undefined where its library is empty. `due` is when it was to come, epoch milliseconds. */
export async function prepare(ctx: ScheduleCtx, post: Post, due: number): Promise<Prepared | undefined> {
  const content = await contentOf(ctx, post)
  if (content === undefined) return undefined
  const { group, community, now } = ctx
  const vars = { group: group.name, community: community.name, date: dayAt(now, group.timezone) }
  const words = ctx.words(content.text, vars)
  const planned = post.gathering
  // What is over before it is posted, after a stop, cannot be entered anywhere any more.
  const entered = planned !== undefined && ctx.can('gathering') && due + planned.startsIn > now
  const text = planned && !entered ? `${words}\n\n${lineOf(ctx, planned, due)}` : words
  const draft: Draft = post.announce
    ? { type: 'announce', group: group.ref, text, key: post.id }
    : { type: 'send', group: group.ref, text, key: post.id, ...(post.pin && { pin: true }) }
  const beside: Draft[] = entered ? [{ ...eventOf(ctx, planned, due, words), key: `${post.id}.gathering` }] : []
  return { ...content, drafts: [draft, ...beside] }
}

async function contentOf({ store, config, group }: ScheduleCtx, post: Post): Promise<Content | undefined> {
  if (post.text) return { text: post.text }
  const library = post.content ?? ''
  const picked = pickNext(config.library[library] ?? [], await store.rotation.get({ group_id: group.id, library }))
  return picked && { text: picked.entry.text, entry: picked.entry.id, rotation: picked.row }
}

/** Keeps that it was posted, and what of its library. In `save` only. */
export const remember = (ctx: ScheduleCtx, post: Post, prepared: Prepared) => async (store: ScheduleStore) => {
  const row = await store.posts.get({ group_id: ctx.group.id, post: post.id })
  store.posts.put({ ...row, last_at: ctx.now, runs: row.runs + 1 })
  if (prepared.rotation) store.rotation.put(prepared.rotation)
}
