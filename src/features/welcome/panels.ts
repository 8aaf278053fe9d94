import type { Panel, PanelCtx } from '../../core/feature.ts'
import type { WelcomeConfig } from './config.ts'
import { welcomeTexts } from './texts.ts'

const mostRows = 500

/** Who came in last, what they were told, and who brought them. */
export async function newcomersPanel({ db, groups, locale }: PanelCtx<WelcomeConfig>): Promise<Panel> {
  const names = new Map(groups.map((group) => [group.id, group.name]))
  const rows = await db
    .selectFrom('welcome_newcomers as n')
    .innerJoin('memberships as m', (join) =>
      join.onRef('m.group_id', '=', 'n.group_id').onRef('m.member_id', '=', 'n.member_id'),
    )
    .leftJoin('memberships as i', (join) =>
      join.onRef('i.group_id', '=', 'n.group_id').onRef('i.member_id', '=', 'n.inviter_id'),
    )
    .select(['n.group_id as group_id', 'n.member_id as member_id', 'm.name as name', 'i.name as inviter'])
    .select(['n.joined_at as joined_at', 'n.joins as joins', 'n.state as state'])
    .where('n.group_id', 'in', ['', ...names.keys()])
    .orderBy('n.joined_at', 'desc')
    .orderBy('n.member_id')
    .limit(mostRows)
    .execute()
  return {
    columns,
    rows: rows.map((row) => ({
      id: `${row.group_id}/${row.member_id}`,
      group: String(row.group_id),
      cells: {
        name: String(row.name),
        group: names.get(String(row.group_id)) ?? '',
        joined: Number(row.joined_at),
        joins: Number(row.joins),
        state: welcomeTexts[locale][`state.${row.state}`] ?? String(row.state),
        inviter: row.inviter === null ? null : String(row.inviter),
      },
    })),
  }
}

const columns: Panel['columns'] = [
  { key: 'name', label: { zh: '名字', en: 'Name' } },
  { key: 'group', label: { zh: '群', en: 'Group' } },
  { key: 'joined', label: { zh: '入群', en: 'Joined' }, kind: 'time' },
  { key: 'joins', label: { zh: '第几次入群', en: 'Times joined' }, kind: 'number' },
  { key: 'state', label: { zh: '欢迎', en: 'Welcome' } },
  { key: 'inviter', label: { zh: '邀请人', en: 'Invited by' } },
]
