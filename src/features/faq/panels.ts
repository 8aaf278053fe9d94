/** The desk in the office: what it could not answer, and how its entries fare. */
import type { Panel, PanelCtx, PanelRow } from '../../core/feature.ts'
import { pick } from '../../core/words.ts'
import { shownAs } from './commands/unanswered.ts'
import type { FaqConfig } from './config.ts'
import { type TaughtRow, taughtIn, type UsesRow, unansweredIn } from './store.ts'

type Ctx = PanelCtx<FaqConfig>
const mostRows = 500

export async function unansweredPanel({ db, community, groups }: Ctx): Promise<Panel> {
  const rows = await unansweredIn(db, community.id, mostRows)
  return {
    columns: [
      { key: 'text', label: { zh: '问题', en: 'Question' } },
      { key: 'askers', label: { zh: '提问人数', en: 'Asked by' }, kind: 'number' },
      { key: 'count', label: { zh: '次数', en: 'Times' }, kind: 'number' },
      { key: 'group', label: { zh: '最近在', en: 'Last in' } },
      { key: 'first', label: { zh: '首次', en: 'First' }, kind: 'time' },
      { key: 'last', label: { zh: '最近', en: 'Last' }, kind: 'time' },
    ],
    rows: rows.map((row) => ({
      id: row.signature,
      group: row.group_id,
      cells: {
        text: shownAs(row),
        // What the form that teaches begins with: a question can be taught from its text, not from its key words.
        ...(row.text !== '' && { question: row.text }),
        askers: row.askers,
        count: row.count,
        group: groups.find(({ id }) => id === row.group_id)?.name ?? '',
        first: row.first_at,
        last: row.last_at,
      },
    })),
  }
}

export async function entriesPanel({ db, community, config, groups, locale }: Ctx): Promise<Panel> {
  const uses = await db
    .selectFrom('faq_uses')
    .selectAll()
    .where('community', '=', community.id)
    .$castTo<UsesRow>()
    .execute()
  const byEntry = new Map(uses.map((row) => [row.entry, row]))
  const ids = new Set(config.entries.map(({ id }) => id)) // an exported lesson may stand in the rulebook by now
  const taught = (await taughtIn(db, community.id)).filter(({ id, entry }) => entry === '' && !ids.has(id))
  const written = config.entries.map(({ id, question }) => ({
    id,
    cells: { question: pick(question, locale), by: '', at: null, ...usesOf(byEntry.get(id)) },
  }))
  return {
    columns: [
      { key: 'question', label: { zh: '问题', en: 'Question' } },
      { key: 'answered', label: { zh: '已答', en: 'Answered' }, kind: 'number' },
      { key: 'looked', label: { zh: '被查', en: 'Looked up' }, kind: 'number' },
      { key: 'offered', label: { zh: '推荐过', en: 'Offered' }, kind: 'number' },
      { key: 'chosen', label: { zh: '被选中', en: 'Chosen' }, kind: 'number' },
      { key: 'helpful', label: { zh: '有用', en: 'Helpful' }, kind: 'number' },
      { key: 'unhelpful', label: { zh: '没解决', en: 'Not solved' }, kind: 'number' },
      { key: 'by', label: { zh: '谁教的', en: 'Taught by' } },
      { key: 'at', label: { zh: '何时', en: 'When' }, kind: 'time' },
    ],
    rows: [...written, ...taught.map((row) => taughtRow(row, usesOf(byEntry.get(row.id)), groups[0]?.id))],
  }
}

const usesOf = (row: UsesRow | undefined) => ({
  answered: row?.answered ?? 0,
  looked: row?.looked_up ?? 0,
  offered: row?.offered ?? 0,
  chosen: row?.chosen ?? 0,
  helpful: row?.helpful ?? 0,
  unhelpful: row?.unhelpful ?? 0,
})
const taughtRow = (row: TaughtRow, uses: ReturnType<typeof usesOf>, group: string | undefined): PanelRow => ({
  id: row.id,
  cells: { question: row.question, by: row.by_name, at: row.at, ...uses },
  ...(group !== undefined && { group }),
  acts: [{ label: { zh: '撤下', en: 'Withdraw' }, command: 'unteach', input: { id: row.id }, tone: 'danger' }],
})
