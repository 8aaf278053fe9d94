/** What a decision on a case means beyond it: for the talk about it, its reporters, its rule, a shared list. */
import type { Draft } from '../../core/action.ts'
import { erred } from './errors.ts'
import type { ModerationCtx } from './kit.ts'
import { credit } from './reporters.ts'
import { overridden } from './shared/applying.ts'
import type { CaseRow, Store } from './store.ts'
import { closeThread } from './thread.ts'

export interface Aftermath {
  readonly actions: readonly Draft[]
  readonly save: (store: Store) => Promise<void>
}
export async function aftermath(ctx: ModerationCtx, before: CaseRow, after: CaseRow): Promise<Aftermath> {
  const credited = await credit(ctx, before, before.by_id === '' ? 'open' : before.state, after.state)
  const errors = after.state === 'undone' ? await erred(ctx, before) : undefined
  return {
    actions: errors?.actions ?? [],
    save: async (store) => {
      await credited(store)
      errors?.save(store)
      if (after.appeal_state !== 'open') await closeThread(store, after)
      if (after.state === 'undone' || after.state === 'dismissed') overridden(store, before, ctx.now)
    },
  }
}
