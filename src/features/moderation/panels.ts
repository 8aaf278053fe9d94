/** The review queue and the trail of cases, in the office. */
import type { Panel, PanelCtx, PanelRow } from '../../core/feature.ts'
import { fill } from '../../core/texts.ts'
import type { Locale } from '../../core/words.ts'
import { checksOf, stepsOf } from './cases.ts'
import type { Config } from './config.ts'
import type { CaseRow } from './store.ts'
import { moderationTexts } from './texts.ts'
import { deedsIn, quoteOf, ruleIn, type Say } from './wording.ts'

type Ctx = PanelCtx<Config>
const most = 500
const say =
  (locale: Locale): Say =>
  (key, vars) =>
    fill(moderationTexts[locale][key] ?? key, vars)
const label = (key: string) => ({ zh: moderationTexts.zh[key] ?? key, en: moderationTexts.en[key] ?? key })

const columns: Panel['columns'] = [
  { key: 'case', label: { zh: '案件', en: 'Case' }, kind: 'number' },
  { key: 'opened', label: { zh: '时间', en: 'Opened' }, kind: 'time' },
  { key: 'group', label: { zh: '群', en: 'Group' } },
  { key: 'member', label: { zh: '成员', en: 'Member' } },
  { key: 'rule', label: { zh: '原因', en: 'Reason' } },
  { key: 'score', label: { zh: '分数', en: 'Score' }, kind: 'score' },
  { key: 'text', label: { zh: '原文', en: 'Text' } },
  { key: 'done', label: { zh: '处理', en: 'Done' } },
]
const settled: Panel['columns'] = [
  ...columns,
  { key: 'state', label: { zh: '状态', en: 'State' } },
  { key: 'by', label: { zh: '决定人', en: 'Decided by' } },
]

/** Open cases and open appeals, oldest first: what has waited longest is decided first. */
export async function queuePanel(ctx: Ctx): Promise<Panel> {
  const rows = await ctx.db
    .selectFrom('moderation_cases')
    .selectAll()
    .$castTo<CaseRow>()
    .where('community', '=', ctx.community.id)
    .where((or) => or.or([or('state', '=', 'open'), or('appeal_state', '=', 'open')]))
    .orderBy('number', 'asc')
    .limit(most)
    .execute()
  return { columns, rows: rows.map((row) => rowOf(ctx, row)) }
}
/** Newest first. */
export async function casesPanel(ctx: Ctx): Promise<Panel> {
  const rows = await ctx.db
    .selectFrom('moderation_cases')
    .selectAll()
    .$castTo<CaseRow>()
    .where('community', '=', ctx.community.id)
    .orderBy('number', 'desc')
    .limit(most)
    .execute()
  return { columns: settled, rows: rows.map((row) => rowOf(ctx, row)) }
}

function rowOf({ locale, groups }: Ctx, row: CaseRow): PanelRow {
  const words = say(locale)
  return {
    id: String(row.number),
    group: row.group_id,
    cells: {
      case: row.number,
      opened: row.opened_at,
      group: groups.find(({ id }) => id === row.group_id)?.name ?? row.group_ref,
      member: row.name,
      rule: ruleIn(words, row),
      score: row.score,
      text: quoteOf(words, row),
      done: deedsIn(words, stepsOf(row)),
      state: words(`state.${row.state}`),
      by: row.by_name,
    },
    why: { decided: row.state, score: row.score, checks: checksOf(row) },
    acts: actsOn(row),
  }
}
function actsOn(row: CaseRow): NonNullable<PanelRow['acts']> {
  const number = String(row.number)
  if (row.state === 'done') return [{ label: label('choice.undo'), command: 'undo', input: { case: number } }]
  if (row.state !== 'open') return []
  return [
    { label: label('choice.ban'), command: 'decide', input: { case: number, what: 'ban' }, tone: 'danger' },
    { label: label('choice.warn'), command: 'decide', input: { case: number, what: 'warn' } },
    { label: label('choice.dismiss'), command: 'dismiss', input: { case: number }, tone: 'primary' },
  ]
}
