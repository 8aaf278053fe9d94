import type { Panel, PanelCtx } from '../../core/feature.ts'
import type { RulesConfig } from './config.ts'
import { acknowledgements, hashOnWall } from './reports.ts'
import { rulesTexts } from './texts.ts'

/** Group after group, against the rules each was last told; those who have not agreed come first. */
export async function acknowledgementsPanel({ db, groups, locale }: PanelCtx<RulesConfig>): Promise<Panel> {
  const rows: Panel['rows'][number][] = []
  for (const group of groups) {
    const hash = await hashOnWall(db, group.id)
    const all = hash === undefined ? [] : await acknowledgements(db, group.id, hash)
    for (const one of all.toSorted((a, b) => order[a.state] - order[b.state])) {
      rows.push({
        id: `${group.id}/${one.id}`,
        group: group.id,
        cells: {
          name: one.name,
          group: group.name,
          state: rulesTexts[locale][`ack.${one.state}`] ?? one.state,
          joined: one.joinedAt,
          at: one.at,
        },
      })
    }
  }
  return { columns, rows }
}
const order = { open: 0, older: 1, agreed: 2 } as const

const columns: Panel['columns'] = [
  { key: 'name', label: { zh: '名字', en: 'Name' } },
  { key: 'group', label: { zh: '群', en: 'Group' } },
  { key: 'state', label: { zh: '群规', en: 'Rules' } },
  { key: 'joined', label: { zh: '入群', en: 'Joined' }, kind: 'time' },
  { key: 'at', label: { zh: '同意于', en: 'Agreed' }, kind: 'time' },
]
