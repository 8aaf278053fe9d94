/** What every part of the hall stands on. */
import { createHash } from 'node:crypto'
import type { CommandCard } from '../../src/core/command.ts'
import type { Event } from '../../src/core/event.ts'
import type { Log } from '../../src/core/feature.ts'
import type { Locale, Role } from '../../src/core/words.ts'
import { membership } from './people.ts'
import { asSeen, findPost } from './posts.ts'
import { Problem } from './problem.ts'
import type { Sequence } from './sequence.ts'
import type { HallDb, HallTransaction, MembershipRow } from './tables.ts'
import type { Waiting } from './waiting.ts'
import type { Post } from './wire.ts'

/** What open pages are told at once. `only` is the one account it is for; empty for everybody in the group. */
export type News =
  | { readonly type: 'post'; readonly group: string; readonly only: string; readonly post: Post }
  | { readonly type: 'people'; readonly group: string }
  | { readonly type: 'room'; readonly group: string; readonly only: string }
  | { readonly type: 'out'; readonly group: string; readonly only: string; readonly how: 'left' | 'kicked' | 'banned' }

export interface Ground {
  readonly db: HallDb
  readonly now: () => number
  readonly log: Log
  readonly sequence: Sequence
  readonly waiting: Waiting
  readonly commands: () => readonly CommandCard[]
  tell(news: News): void
}
/** Who does something in the hall. */
export interface Actor {
  readonly user: string
  readonly name: string
  readonly role: Role
  readonly locale: Locale | undefined
}

/** The same for the same deed of the same account, however often the page sends it. */
export const deedId = (user: string, nonce: string) =>
  `web:e_${createHash('sha256').update(`${user}\n${nonce}`).digest('base64url').slice(0, 22)}`

/** What every event somebody did begins with. */
export const done = (ground: Ground, by: Actor, group: string, id: string) => ({
  id,
  at: ground.now(),
  group,
  user: by.user,
  name: by.name,
  role: by.role,
  ...(by.locale && { locale: by.locale }),
})

/** The actor's place in the group. Throws `not_allowed` where there is none, `muted` where the actor may not speak now. */
export async function placeOf(ground: Ground, by: Actor, group: string): Promise<MembershipRow> {
  const place = await membership(ground.db, group, by.user)
  if (place?.state === 'banned') throw new Problem('banned')
  if (place?.state !== 'in') throw new Problem('not_allowed')
  return place
}
export async function maySpeak(ground: Ground, by: Actor, group: string): Promise<MembershipRow> {
  const place = await placeOf(ground, by, group)
  if (Number(place.muted_until) > ground.now()) throw new Problem('muted', String(place.muted_until))
  return place
}

/**
 * Stores an event together with what it tells of, then hands it to the engine without waiting for it. Where `work` says
 * false, it had been done before: nothing is stored or told.
 */
export async function record(ground: Ground, event: Event, work: (open: HallTransaction) => Promise<unknown>) {
  const fresh = await ground.db.transaction().execute(async (open) => {
    if ((await work(open)) === false) return false
    await ground.waiting.store(open, event, ground.sequence.next())
    return true
  })
  // A failure is logged and tried again by `waiting`.
  if (fresh) ground.waiting.deliver(event).catch(() => undefined)
  return fresh
}

/** Tells open pages of a message as it is now. */
export async function tellPost(ground: Ground, id: string) {
  const row = await findPost(ground.db, id)
  if (!row) return
  const [post] = await asSeen(ground.db, [row], row.only_for)
  if (post) ground.tell({ type: 'post', group: row.group_id, only: row.only_for, post })
}
