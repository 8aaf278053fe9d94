/** What is known of a newcomer's account: by this event, or by their coming. */
import type { EventCtx } from '../../core/feature.ts'
import { andThen, type MaybePromise } from '../../core/words.ts'
import type { Config } from './config.ts'
import type { Said } from './reading.ts'
import type { Store } from './store.ts'

type Spoken = EventCtx<Config, Store, 'message'> | EventCtx<Config, Store, 'edit'>
/** What of it weighs; nothing that is not known does. */
export type Account = Pick<Said, 'young' | 'faceless'>
const dayMs = 86_400_000
const unknown: Account = {}

/** As rows keep it: 2 has one, 1 has none, 0 not known. */
export const pictureOf = (avatar: boolean | undefined): 0 | 1 | 2 => (avatar === undefined ? 0 : avatar ? 2 : 1)

export function accountOf(ctx: Spoken): MaybePromise<Account> {
  const { config, event, group, member, store } = ctx
  const { young, faceless } = config.account
  if (young === 0 && faceless === 0) return unknown
  const told = { account_at: event.accountAt ?? 0, avatar: pictureOf(event.avatar) }
  // Who was never seen coming has no row: most of a group that Innkeeper came to later.
  if ((told.account_at > 0 && told.avatar > 0) || member.joins === 0) return weighed(ctx, told)
  return andThen(store.arrivals.find({ group_id: group.id, member_id: member.id }), (came) =>
    weighed(ctx, {
      account_at: told.account_at || (came?.account_at ?? 0),
      avatar: told.avatar || (came?.avatar ?? 0),
    }),
  )
}
function weighed({ config, event }: Spoken, known: { readonly account_at: number; readonly avatar: number }): Account {
  const young = known.account_at > 0 && event.at - known.account_at < config.account.days * dayMs
  return young || known.avatar === 1 ? { young, faceless: known.avatar === 1 } : unknown
}
