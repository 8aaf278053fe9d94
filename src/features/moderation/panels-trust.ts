/** In the office: how often rules and checks err, and what moderators did. */
import type { Panel, PanelCtx, PanelRow } from '../../core/feature.ts'
import type { GuardRow, LeaveRow } from './case-store.ts'
import { checksOf } from './cases.ts'
import type { Config } from './config.ts'
import { actsIn } from './guard.ts'
import { label, sayFor } from './panel-words.ts'
import type { CaseRow } from './store.ts'
import { ruleIn } from './wording.ts'

type Ctx = PanelCtx<Config>
const dayMs = 86_400_000
const looked = 20_000

interface Sums {
  acted: number
  undone: number
  asked: number
  dismissed: number
}
const columns: Panel['columns'] = [
  { key: 'name', label: { zh: '规则或检查', en: 'Rule or check' } },
  { key: 'kind', label: { zh: '种类', en: 'Kind' } },
  { key: 'acted', label: { zh: '已处理', en: 'Acted upon' }, kind: 'number' },
  { key: 'undone', label: { zh: '被撤销', en: 'Undone' }, kind: 'number' },
  { key: 'rate', label: { zh: '差错率', en: 'Error rate' }, kind: 'score' },
  { key: 'waiting', label: { zh: '待定', en: 'Waiting' }, kind: 'number' },
  { key: 'dismissed', label: { zh: '判为正常', en: 'Found harmless' }, kind: 'number' },
  { key: 'state', label: { zh: '现在', en: 'Now' } },
]

/** Of the days that the error budget looks at; rules first, then the checks behind them. */
export async function errorsPanel(ctx: Ctx): Promise<Panel> {
  const rows = await ctx.db
    .selectFrom('moderation_cases')
    .selectAll()
    .$castTo<CaseRow>()
    .where('community', '=', ctx.community.id)
    .where('origin', '=', 'auto')
    .where('opened_at', '>', ctx.now - ctx.config.errorBudget.days * dayMs)
    .orderBy('number', 'desc')
    .limit(looked)
    .execute()
  const leaves = await ctx.db
    .selectFrom('moderation_leaves')
    .selectAll()
    .$castTo<LeaveRow>()
    .where('community', '=', ctx.community.id)
    .where('since', '>', 0)
    .execute()
  const asking = new Set(leaves.map(({ rule }) => rule))
  const say = sayFor(ctx.locale)
  const byRule = [...Map.groupBy(rows, ({ rule }) => rule)].map(([rule, some]) => {
    const name = ruleIn(say, some[0] as CaseRow)
    return rowOf(ctx, { id: `rule ${rule}`, name, kind: 'rule', rule }, some, asking.has(rule))
  })
  const byCheck = [...checked(rows)].map(([check, some]) =>
    rowOf(ctx, { id: `check ${check}`, name: say(`check.${check}`), kind: 'check' }, some, false),
  )
  return { columns, rows: [...byRule.toSorted(byErrors), ...byCheck.toSorted(byErrors)] }
}
function checked(rows: readonly CaseRow[]): Map<string, CaseRow[]> {
  const by = new Map<string, CaseRow[]>()
  for (const row of rows)
    for (const name of new Set(checksOf(row).map((check) => check.name))) by.set(name, [...(by.get(name) ?? []), row])
  return by
}
const byErrors = (a: PanelRow, b: PanelRow) => Number(b.cells.undone) - Number(a.cells.undone)

interface Named {
  readonly id: string
  readonly name: string
  readonly kind: 'rule' | 'check'
  readonly rule?: string
}
function rowOf(
  { locale, groups }: Ctx,
  { id, name, kind, rule }: Named,
  rows: readonly CaseRow[],
  asks: boolean,
): PanelRow {
  const { acted, undone, asked, dismissed } = sumsOf(rows)
  const state = kind === 'check' ? '' : sayFor(locale)(asks ? 'rule.asks' : 'rule.acts')
  const group = groups[0]?.id
  return {
    id,
    cells: {
      ...{ name, kind: label(`kind.${kind}`)[locale] ?? '', acted, undone, waiting: asked, dismissed, state },
      rate: acted === 0 ? null : Math.round((1000 * undone) / acted) / 1000,
    },
    ...(group && { group }),
    ...(asks && rule && { acts: [{ label: label('choice.restore'), command: 'restore-rule', input: { rule } }] }),
  }
}
function sumsOf(rows: readonly CaseRow[]): Sums {
  const of = (...states: string[]) => rows.filter(({ state }) => states.includes(state)).length
  return { acted: of('done', 'undone'), undone: of('undone'), asked: of('open'), dismissed: of('dismissed') }
}

/** Moderators with what they did within the hour; those who are paused come first. */
export async function guardPanel(ctx: Ctx): Promise<Panel> {
  const rows = await ctx.db
    .selectFrom('moderation_guards')
    .selectAll()
    .$castTo<GuardRow>()
    .where('community', '=', ctx.community.id)
    .orderBy('paused_at', 'desc')
    .limit(500)
    .execute()
  const say = sayFor(ctx.locale)
  const watched = ['removals', 'mutes', 'deletions'] as const
  const group = ctx.groups[0]?.id
  return {
    columns: [
      { key: 'member', label: { zh: '管理员', en: 'Moderator' } },
      ...watched.map((of) => ({ key: of, label: label(`guard.${of}`), kind: 'number' as const })),
      { key: 'state', label: { zh: '权限', en: 'Rights' } },
      { key: 'since', label: { zh: '暂停于', en: 'Paused since' }, kind: 'time' },
    ],
    rows: rows.map((row) => ({
      id: row.member_id,
      ...(group && { group }),
      cells: {
        member: row.name,
        ...Object.fromEntries(watched.map((of) => [of, actsIn(row, of, ctx.now)])),
        state: say(row.paused_at > 0 ? 'guard.on' : 'guard.off'),
        since: row.paused_at > 0 ? row.paused_at : null,
      },
      ...(row.paused_at > 0 && {
        acts: [{ label: label('choice.restore'), command: 'trust', input: { member: row.member_id } }],
      }),
    })),
  }
}
