/** Ending what is in force against a member, whichever case it came from. */
import type { ModerationCtx } from './kit.ts'
import { inForce, type Sanction } from './sanctions.ts'
import type { CaseRow, StandingRow } from './store.ts'

/** What of a kind is in force in this group, which is ended, and what else is, which stays. */
export function liftedFrom({ group, now }: ModerationCtx, standing: StandingRow, kind: 'mute' | 'ban') {
  const before = inForce(standing, now)
  const ended = before.filter((sanction) => sanction.kind === kind && sanction.group === group.id)
  return { ended, left: before.filter((sanction) => !ended.includes(sanction)) }
}
/** The cases that sanctions came from. */
export async function casesFor(ctx: ModerationCtx, sanctions: readonly Sanction[]): Promise<CaseRow[]> {
  const rows: CaseRow[] = []
  for (const number of new Set(sanctions.map((sanction) => sanction.case))) {
    const row = await ctx.store.cases.find({ community: ctx.community.id, number })
    if (row) rows.push(row)
  }
  return rows
}
