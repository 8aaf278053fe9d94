/**
 * How often each rule errs. Of its own verdicts in the last days, those undone count as errors; beyond the owner's
 * budget the rule only asks, until the owner restores it.
 */
import type { Draft } from '../../core/action.ts'
import type { LeaveRow } from './case-store.ts'
import type { ModerationCtx } from './kit.ts'
import { tellStaff } from './staff.ts'
import type { CaseRow, Store } from './store.ts'
import { ruleIn } from './wording.ts'

const dayMs = 86_400_000

/** Whether this rule may act by itself. `rule` is as cases name it. */
export async function onLeave({ store, community }: ModerationCtx, rule: string): Promise<boolean> {
  const row = await store.leaves.find({ community: community.id, rule })
  return row !== undefined && row.since > 0
}

export interface Errors {
  readonly actions: readonly Draft[]
  readonly save: (store: Store) => void
}
/** A verdict of a rule was found wrong: its budget is looked at. `row` is as it stood before. */
export async function erred(ctx: ModerationCtx, row: CaseRow): Promise<Errors> {
  const nothing: Errors = { actions: [], save: () => undefined }
  // A raid is one judgement, however many it meets: its cases are no errors apart from one another.
  if (row.origin !== 'auto' || row.state !== 'done' || row.rule === 'raid') return nothing
  const leave = await ctx.store.leaves.get({ community: row.community, rule: row.rule })
  if (leave.since > 0) return nothing
  const { share, verdicts } = ctx.config.errorBudget
  const counted = await countedFor(ctx, row, leave)
  const wrong = counted.wrong + 1
  if (counted.verdicts < verdicts || wrong <= share * counted.verdicts) return nothing
  const after: LeaveRow = { ...leave, since: ctx.now, wrong, verdicts: counted.verdicts }
  return { actions: await announce(ctx, row, after), save: (store) => store.leaves.put(after) }
}
async function countedFor(ctx: ModerationCtx, { community, rule }: CaseRow, { restored_at }: LeaveRow) {
  const db = await ctx.sql(['moderation_cases'])
  const rows = await db
    .selectFrom('moderation_cases')
    .select(({ fn }) => ['state', fn.countAll().as('count')])
    .where('community', '=', community)
    .where('rule', '=', rule)
    .where('origin', '=', 'auto')
    .where('state', 'in', ['done', 'undone'])
    .where('opened_at', '>', Math.max(restored_at, ctx.now - ctx.config.errorBudget.days * dayMs))
    .groupBy('state')
    .execute()
  const of = (state: string) => Number(rows.find((row) => row.state === state)?.count ?? 0)
  return { wrong: of('undone'), verdicts: of('undone') + of('done') }
}
const announce = (ctx: ModerationCtx, row: CaseRow, { rule, wrong, verdicts }: LeaveRow): Promise<Draft[]> =>
  tellStaff(ctx, (say) =>
    say('rule.on-leave', {
      name: ruleIn(say, row),
      rule,
      wrong,
      verdicts,
      share: Math.round((100 * wrong) / verdicts),
      budget: Math.round(100 * ctx.config.errorBudget.share),
    }),
  )
