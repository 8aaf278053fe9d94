/** Whose reports weigh how much: who was right weighs more, who cried wolf less. */
import type { Database } from '../../core/tables.ts'
import type { ReporterRow } from './case-store.ts'
import type { ModerationCtx } from './kit.ts'
import type { CaseRow, CaseState, Store } from './store.ts'

/**
 * 1 for somebody unknown, towards 2 for who was right, towards 0 for who was wrong: twice the mean of a beta
 * distribution with one report each way assumed, a wrong report counted double.
 */
export const weightOf = ({ upheld, refuted }: Pick<ReporterRow, 'upheld' | 'refuted'>): number =>
  (2 * (upheld + 1)) / (upheld + 2 * refuted + 2)

type Finding = 'upheld' | 'refuted' | undefined
const foundBy: Readonly<Record<CaseState, Finding>> = {
  open: undefined,
  done: 'upheld',
  undone: 'refuted',
  dismissed: 'refuted',
}
const findingOf = (state: string): Finding => foundBy[state as CaseState]

/** What a change of a case's state means for those who reported it; taking it back takes that back too. */
export async function credit(
  ctx: ModerationCtx,
  row: CaseRow,
  before: string,
  after: string,
): Promise<(store: Store) => Promise<void>> {
  const [was, is] = [findingOf(before), findingOf(after)]
  if (was === is) return async () => undefined
  const reporters = await reportersOf(await ctx.sql(['moderation_reports']), row)
  return async (store) => {
    for (const member_id of reporters) {
      const known = await store.reporters.get({ community: row.community, member_id })
      const after = { ...known }
      if (was) after[was] = Math.max(0, after[was] - 1)
      if (is) after[is] += 1
      store.reporters.put(after)
    }
  }
}
export async function reportersOf(db: Database, row: CaseRow): Promise<string[]> {
  const rows = await db
    .selectFrom('moderation_reports')
    .select('reporter_id')
    .distinct()
    .where('member_id', '=', row.member_id)
    .where('group_id', '=', row.group_id)
    .where('number', '=', row.number)
    .execute()
  return rows.map(({ reporter_id }) => String(reporter_id))
}
