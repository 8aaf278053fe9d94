/** The conversation as a page holds it: pure functions over posts in the order of their place. */
import type { Post } from '../../../../adapters/web/wire.ts'

/** Something written here that the server has not acknowledged yet. */
export interface Pending {
  readonly nonce: string
  readonly group: string
  readonly text: string
  readonly at: number
  readonly replyTo?: string
  readonly mentions?: readonly string[]
  /** Why it failed; absent while it is on its way. */
  readonly fault?: { readonly code: string; readonly detail?: string | undefined }
}

/** Takes in posts, new or changed, in any order; an older state never replaces a newer one. */
export function merge(posts: readonly Post[], incoming: readonly Post[]): readonly Post[] {
  if (incoming.length === 0) return posts
  const [only] = incoming
  if (only && incoming.length === 1 && only.seq > lastSeq(posts)) return [...posts, only]
  const byId = new Map(posts.map((post) => [post.id, post]))
  for (const post of incoming) {
    const known = byId.get(post.id)
    if (!known || known.changed <= post.changed) byId.set(post.id, post)
  }
  return [...byId.values()].sort((one, other) => one.seq - other.seq)
}

export const lastChange = (posts: readonly Post[]) => posts.reduce((latest, post) => Math.max(latest, post.changed), 0)
export const lastSeq = (posts: readonly Post[]) => posts.at(-1)?.seq ?? 0

export type Line =
  | { readonly type: 'day'; readonly key: string; readonly at: number }
  | { readonly type: 'unread'; readonly key: 'unread' }
  | { readonly type: 'post'; readonly key: string; readonly post: Post; readonly first: boolean }

const sameBreath = 5 * 60_000
/**
 * Posts with days and the unread line between them. `first` is the first of several by one author in one breath, which
 * shows who speaks. The unread line stands before the first post by another after `readSeq`.
 */
export function lines(posts: readonly Post[], readSeq: number, me: string): Line[] {
  const found: Line[] = []
  let before: Post | undefined
  let marked = false
  for (const post of posts) {
    const newDay = !before || dayOf(before.at) !== dayOf(post.at)
    if (newDay) found.push({ type: 'day', key: `day ${dayOf(post.at)}`, at: post.at })
    const mark: boolean = !marked && readSeq > 0 && post.seq > readSeq && post.user !== me && speaks(post)
    if (mark) found.push({ type: 'unread', key: 'unread' })
    marked ||= mark
    found.push({ type: 'post', key: post.id, post, first: newDay || mark || !before || !continues(before, post) })
    before = post
  }
  return found
}
export const speaks = (post: Post) => post.kind === 'post' || isBot(post)
export const isBot = (post: Post) => post.kind === 'say' || post.kind === 'announce' || post.kind === 'whisper'

const continues = (before: Post, post: Post) =>
  speaks(before) &&
  before.kind === post.kind &&
  before.user === post.user &&
  post.at - before.at < sameBreath &&
  !post.quote &&
  before.onlyYou === post.onlyYou

function dayOf(at: number): string {
  const day = new Date(at)
  return `${day.getFullYear()}-${day.getMonth() + 1}-${day.getDate()}`
}
