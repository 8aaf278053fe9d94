/** Cases offered while a case number is being filled in. */
import type { Suggestion } from '../../core/adapter.ts'
import type { Filling, PanelCtx } from '../../core/feature.ts'
import { fill } from '../../core/texts.ts'
import { isStaff } from '../../core/words.ts'
import type { Config } from './config.ts'
import type { CaseRow } from './store.ts'
import { moderationTexts } from './texts.ts'
import { ruleIn, type Say } from './wording.ts'

const looked = 200
const most = 25

/** Those that wait come first, then the newest. A member is offered the cases of their own that can be appealed. */
export async function suggestCases(ctx: PanelCtx<Config>, filling: Filling): Promise<readonly Suggestion[]> {
  const say: Say = (key, vars) => fill(moderationTexts[ctx.locale][key] ?? key, vars)
  const wanted = filling.typed.normalize('NFKC').trim().replace(/^#/, '').toLowerCase()
  const rows = await casesFor(ctx, filling)
  return rows
    .filter((row) => String(row.number).startsWith(wanted) || row.name.toLowerCase().includes(wanted))
    .slice(0, most)
    .map((row) => ({ value: String(row.number), label: labelOf(say, row) }))
}
const labelOf = (say: Say, row: CaseRow) =>
  say('suggest.case', {
    case: row.number,
    name: row.name,
    rule: ruleIn(say, row),
    state: say(`state.${row.state}`),
  })

async function casesFor({ db, community }: PanelCtx<Config>, { user, role }: Filling): Promise<CaseRow[]> {
  let some = db.selectFrom('moderation_cases').selectAll().$castTo<CaseRow>().where('community', '=', community.id)
  if (!isStaff(role)) some = some.where('user', '=', user).where('state', '=', 'done').where('appealed_at', '=', 0)
  const rows = await some.orderBy('number', 'desc').limit(looked).execute()
  return [...rows.filter(({ state }) => state === 'open').reverse(), ...rows.filter(({ state }) => state !== 'open')]
}
