/** A post on its way: where it belongs, what it says this time. */
import type { Draft } from '../../core/action.ts'
import type { Ctx, Recurrence } from '../../core/feature.ts'
import type { Group } from '../../core/people.ts'
import type { Localised } from '../../core/words.ts'
import { dayAt } from '../../time/days.ts'
import type { Post, ScheduleConfig } from './config.ts'
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
  readonly draft: Draft
}

/** What the post says now; undefined where its library is empty. */
export async function prepare(ctx: ScheduleCtx, post: Post): Promise<Prepared | undefined> {
  const content = await contentOf(ctx, post)
  if (content === undefined) return undefined
  const { group, community, now } = ctx
  const vars = { group: group.name, community: community.name, date: dayAt(now, group.timezone) }
  const body = ctx.words(content.text, vars)
  const draft: Draft = post.announce
    ? { type: 'announce', group: group.ref, text: body, key: post.id }
    : { type: 'send', group: group.ref, text: body, key: post.id, ...(post.pin && { pin: true }) }
  return { ...content, draft }
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
