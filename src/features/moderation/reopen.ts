/** A case that was found harmless, or undone, is looked at again: the trail stays, the decision is open. */
import type { Verdict } from '../../core/feature.ts'
import type { Member } from '../../core/people.ts'
import { withSteps } from './cases.ts'
import type { ModerationCtx } from './kit.ts'
import { refuse } from './refuse.ts'
import { credit } from './reporters.ts'
import { askStaff } from './staff.ts'
import type { CaseRow, Store } from './store.ts'
import { sayTo } from './wording.ts'

export async function reopen(ctx: ModerationCtx, row: CaseRow, by: Member): Promise<Verdict<Store>> {
  const say = sayTo(ctx, by)
  if (row.state === 'open' || row.state === 'done')
    return refuse('case-not-closed', say('error.reopen', { case: row.number }), 'case')
  const step = { does: 'reopen', at: ctx.now, by: by.id, via: ctx.source } as const
  const open: CaseRow = { ...withSteps(row, [step]), state: 'open', by_id: '', by_name: '', decided_at: 0 }
  const credited = await credit(ctx, row, row.state, 'open')
  const { row: asked, actions } = await askStaff(ctx, ctx.source, open, 'reopened')
  return {
    actions,
    save: async (store) => {
      store.cases.put(asked)
      await credited(store)
    },
    why: { decided: 'reopened', checks: [{ name: 'case', found: `#${row.number}` }] },
    reply: say('answer.reopened', { case: row.number }),
  }
}
