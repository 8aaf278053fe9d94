import type { Panel, PanelCtx } from '../../core/feature.ts'
import type { PlatformsConfig } from './config.ts'
import { type Match, openMatches, type Verdict } from './matches.ts'
import { platformsTexts } from './texts.ts'

const label = (key: 'act.same' | 'act.other') => ({
  zh: platformsTexts.zh[key] ?? '',
  en: platformsTexts.en[key] ?? '',
})

/** Open matches of the community's groups, with a button for each verdict. */
export async function matchesPanel({ db, groups, locale }: PanelCtx<PlatformsConfig>): Promise<Panel> {
  const open = await openMatches(
    db,
    groups.map((group) => group.ref),
  )
  const act = ({ id }: Match, verdict: Verdict) =>
    ({ label: label(`act.${verdict}`), command: 'match', input: { number: id, verdict } }) as const
  const rows = open.map((match) => {
    const group = groups.find((one) => one.ref === match.ref)
    return {
      id: match.id,
      ...(group && { group: group.id }),
      cells: {
        number: Number(match.id),
        kind: platformsTexts[locale][`kind.${match.kind}`] ?? match.kind,
        group: group?.name ?? match.ref,
        found: match.found_name,
        known: match.known_name,
        confidence: match.confidence,
        at: match.at,
      },
      acts: [{ ...act(match, 'same'), tone: 'primary' as const }, act(match, 'other')],
    }
  })
  return { columns, rows }
}

const columns: Panel['columns'] = [
  { key: 'number', label: { zh: '编号', en: 'Number' }, kind: 'number' },
  { key: 'kind', label: { zh: '类别', en: 'Kind' } },
  { key: 'group', label: { zh: '群', en: 'Group' } },
  { key: 'found', label: { zh: '现在', en: 'Found' } },
  { key: 'known', label: { zh: '像是', en: 'May be' } },
  { key: 'confidence', label: { zh: '把握', en: 'Confidence' }, kind: 'score' },
  { key: 'at', label: { zh: '时间', en: 'Since' }, kind: 'time' },
]
