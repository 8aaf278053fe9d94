/** A member's row, with an account from the first time it is needed. */
import type { Member } from '../../core/people.ts'
import { andThen, type MaybePromise } from '../../core/words.ts'
import type { PerksCtx } from './base.ts'
import { memberAccount } from './ledger.ts'
import type { MemberRow } from './store.ts'

type Asking = PerksCtx & { readonly event: { readonly id: string } }

/** The row as it is or would be; put it to keep it. */
export function accountOf(ctx: Asking, member: Member): MaybePromise<MemberRow> {
  const row = ctx.store.members.get({ community: ctx.community.id, member_id: member.id })
  return andThen(row, (found) => opened(ctx, found))
}
/** The same row with an account. */
export const opened = ({ event }: Asking, row: MemberRow): MemberRow =>
  row.account === '' ? { ...row, account: memberAccount(event.id, row.member_id) } : row
