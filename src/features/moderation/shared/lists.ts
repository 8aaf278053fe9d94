/** What the lists that a community follows say now: those in its rulebook, and those that are fetched for it. */
import { andThen, type MaybePromise } from '../../../core/words.ts'
import type { SubscriptionRow } from '../case-store.ts'
import type { ModerationCtx } from '../kit.ts'
import { entriesOf, type SharedList } from './config.ts'
import { type Entry, inForceOf, trusted } from './format.ts'

export type Entries = ReadonlyMap<string, Entry>

/** Undefined for a list that was not fetched yet: nobody is on it, and nobody is off it. */
export function entriesNow(ctx: ModerationCtx, list: SharedList): MaybePromise<Entries | undefined> {
  if (list.url === undefined) return entriesOf(list)
  const key = { community: ctx.community.id, list: list.name }
  return andThen(ctx.store.subscriptions.find(key), (row) =>
    row !== undefined && isOf(row, list) ? entriesIn(row) : undefined,
  )
}
/** What another key has signed was another list. */
export const isOf = (row: Pick<SubscriptionRow, 'key'>, { key }: SharedList): boolean => row.key === key

const read = new Map<string, { readonly content: string; readonly entries: Entries }>()
function entriesIn({ community, list, content }: SubscriptionRow): Entries {
  const name = `${community} ${list}`
  const known = read.get(name)
  if (known?.content === content) return known.entries
  const entries = inForceOf(trusted(content))
  read.set(name, { content, entries })
  return entries
}
