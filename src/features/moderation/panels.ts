/** The review queue and the trail of cases, in the office. */
import type { Panel, PanelCtx, PanelRow } from '../../core/feature.ts'
import { addressesOf, attachedIn } from './attached.ts'
import { type Became, becameIn, becameOf, toldIn } from './became.ts'
import { checksOf, stepsOf } from './cases.ts'
import type { Config } from './config.ts'
import { label, sayFor } from './panel-words.ts'
import type { CaseRow } from './store.ts'
import { waitsSince } from './upkeep.ts'
import { deedsIn, lasting, quoteOf, ruleIn } from './wording.ts'

type Ctx = PanelCtx<Config>
const most = 500
const columns: Panel['columns'] = [
  { key: 'case', label: { zh: '案件', en: 'Case' }, kind: 'number' },
  { key: 'opened', label: { zh: '时间', en: 'Opened' }, kind: 'time' },
  { key: 'group', label: { zh: '群', en: 'Group' } },
  { key: 'member', label: { zh: '成员', en: 'Member' } },
  { key: 'rule', label: { zh: '原因', en: 'Reason' } },
  { key: 'score', label: { zh: '分数', en: 'Score' }, kind: 'score' },
  { key: 'text', label: { zh: '原文', en: 'Text' } },
  { key: 'attached', label: { zh: '附带', en: 'Came along' } },
  { key: 'done', label: { zh: '处理', en: 'Done' } },
]
const waiting: Panel['columns'] = [
  ...columns,
  { key: 'age', label: { zh: '已等', en: 'Waiting for' } },
  { key: 'appeal', label: { zh: '申诉', en: 'Appeal' } },
]
const settled: Panel['columns'] = [
  ...columns,
  { key: 'outcome', label: { zh: '结果', en: 'Outcome' } },
  { key: 'told', label: { zh: '告知对方', en: 'Member told' } },
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
  return { columns: waiting, rows: await rowsOf(ctx, rows) }
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
  return { columns: settled, rows: await rowsOf(ctx, rows) }
}

async function rowsOf(ctx: Ctx, rows: readonly CaseRow[]): Promise<PanelRow[]> {
  const became = await becameOf(ctx.db, rows)
  return rows.map((row) => rowOf(ctx, row, became.get(row.number) ?? []))
}
function rowOf({ locale, groups, now }: Ctx, row: CaseRow, became: readonly Became[]): PanelRow {
  const words = sayFor(locale)
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
      attached: [attachedIn(words, row), ...addressesOf(row)].filter(Boolean).join('\n'),
      done: deedsIn(words, stepsOf(row)),
      outcome: becameIn(words, became),
      told: toldIn(words, became),
      age: lasting(words, Math.max(0, now - waitsSince(row))),
      appeal: row.appeal,
      state: words(`state.${row.state}`),
      by: row.by_name,
    },
    why: { decided: row.state, score: row.score, checks: checksOf(row) },
    acts: actsOn(row),
  }
}
function actsOn(row: CaseRow): NonNullable<PanelRow['acts']> {
  const number = String(row.number)
  const undo = { label: label('choice.undo'), command: 'undo', input: { case: number } } as const
  if (row.appeal_state === 'open')
    return [
      { ...undo, tone: 'primary' },
      { label: label('choice.uphold'), command: 'uphold', input: { case: number } },
    ]
  if (row.state === 'done') return [undo]
  if (row.state !== 'open') return [{ label: label('choice.reopen'), command: 'reopen', input: { case: number } }]
  return [
    { label: label('choice.ban'), command: 'decide', input: { case: number, what: 'ban' }, tone: 'danger' },
    { label: label('choice.warn'), command: 'decide', input: { case: number, what: 'warn' } },
    { label: label('choice.dismiss'), command: 'dismiss', input: { case: number }, tone: 'primary' },
  ]
}
