import type { Panel, PanelCtx } from '../../core/feature.ts'
import type { GateConfig } from './config.ts'
import { type NewcomerRow, newcomersTable } from './store.ts'
import { gateTexts } from './texts.ts'

const most = 200

/** Who is at the gate, those who wait longest first. */
export async function waitingPanel({ db, groups, locale }: PanelCtx<GateConfig>): Promise<Panel> {
  const names = new Map(groups.map(({ id, name }) => [id, name]))
  const rows = await db
    .selectFrom(newcomersTable)
    .innerJoin('memberships', (join) =>
      join
        .onRef('memberships.member_id', '=', `${newcomersTable}.member_id`)
        .onRef('memberships.group_id', '=', `${newcomersTable}.group_id`),
    )
    .selectAll(newcomersTable)
    .select(['memberships.user as user', 'memberships.name as name'])
    .$castTo<NewcomerRow & { user: string; name: string }>()
    .where(`${newcomersTable}.group_id`, 'in', ['', ...names.keys()])
    .where('state', 'in', ['waiting', 'asked', 'staff', 'removed'])
    .where('memberships.present', '=', 1)
    .orderBy('came_at')
    .limit(most)
    .execute()
  return {
    columns,
    rows: rows.map((row) => ({
      id: `${row.group_id}/${row.member_id}`,
      group: row.group_id,
      cells: {
        name: row.name,
        group: names.get(row.group_id) ?? '',
        state: gateTexts[locale][`state.${row.state}`] ?? row.state,
        came: row.came_at,
        due: row.due_at || null,
        failures: row.failures,
      },
      acts: [
        {
          label: { zh: gateTexts.zh['act.let-in'] ?? '', en: gateTexts.en['act.let-in'] ?? '' },
          command: 'let-in',
          input: { member: row.user },
          tone: 'primary',
        },
      ],
    })),
  }
}
const columns: Panel['columns'] = [
  { key: 'name', label: { zh: '名字', en: 'Name' } },
  { key: 'group', label: { zh: '群', en: 'Group' } },
  { key: 'state', label: { zh: '状态', en: 'State' } },
  { key: 'came', label: { zh: '入群', en: 'Came' }, kind: 'time' },
  { key: 'due', label: { zh: '时限', en: 'Until' }, kind: 'time' },
  { key: 'failures', label: { zh: '未成', en: 'Failures' }, kind: 'number' },
]
