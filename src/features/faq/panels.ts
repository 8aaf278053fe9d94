/** The desk in the office: what it could not answer, and how its entries fare. */
import type { Panel, PanelCtx, PanelRow } from '../../core/feature.ts'
import { pick } from '../../core/words.ts'
import { dayAt, dayNumberAt } from '../../time/days.ts'
import { askedAs, type Cluster, clustersIn, shownAs } from './clusters.ts'
import type { FaqConfig } from './config.ts'
import type { FaqDesk } from './desk.ts'
import { type Entry, type EntryConfig, titleOf } from './entry.ts'
import { officeDesk } from './office-desk.ts'
import { type TaughtRow, taughtIn, type UsesRow } from './store.ts'
import { isStale } from './tidy.ts'
import { say } from './wording.ts'

type Ctx = PanelCtx<FaqConfig>
const mostRows = 500
const draftsOffered = 2
/** An entry less probable than this is no guess. */
const guessed = 0.05

export async function unansweredPanel(ctx: Ctx): Promise<Panel> {
  const clusters = await clustersIn(ctx.db, ctx.community.id, mostRows)
  const desk = await officeDesk(ctx)
  return {
    columns: [
      { key: 'text', label: { zh: '问题', en: 'Question' } },
      { key: 'askers', label: { zh: '提问人数', en: 'Asked by' }, kind: 'number' },
      { key: 'count', label: { zh: '次数', en: 'Times' }, kind: 'number' },
      { key: 'drafts', label: { zh: '群友的回复', en: 'Members’ replies' } },
      { key: 'group', label: { zh: '最近在', en: 'Last in' } },
      { key: 'last', label: { zh: '最近', en: 'Last' }, kind: 'time' },
    ],
    rows: clusters.map((cluster) => unansweredRow(ctx, desk, cluster)),
  }
}
function unansweredRow({ groups, locale }: Ctx, desk: FaqDesk, cluster: Cluster): PanelRow {
  const { head, askers, count, lastAt, drafts, code } = cluster
  const group = groups.find(({ id }) => id === head.group_id)
  const zone = group?.timezone ?? groups[0]?.timezone ?? 'UTC'
  const adopt = drafts.slice(0, draftsOffered).map(({ name, text }) => ({
    label: { zh: `用 ${name} 的回复`, en: `Use ${name}’s reply` },
    command: 'teach',
    input: { question: `#${code}`, answer: text },
    tone: 'primary' as const,
  }))
  const [near] = desk.ask(askedAs(head), 'lenient').ranked
  const entry = near && near.score >= guessed ? desk.find(near.entry) : undefined
  const same = entry && {
    label: { zh: `就是「${titleOf(entry, 'zh')}」`, en: `Same as “${titleOf(entry, 'en')}”` },
    command: 'teach',
    input: { question: `#${code}`, answer: `=${entry.id}` },
  }
  return {
    id: head.signature,
    ...(group && { group: group.id }),
    cells: {
      text: shownAs(head),
      // What the form that teaches begins with: a question can be taught from its text, not from its key words.
      ...(head.text !== '' && { question: head.text }),
      askers,
      count,
      drafts: drafts
        .map(({ name, text, at }) => say(locale, 'draft.line', { name, text, day: dayAt(at, zone) }))
        .join('\n'),
      group: group?.name ?? '',
      last: lastAt,
    },
    acts: [...adopt, ...(same ? [same] : [])],
  }
}

export async function entriesPanel(ctx: Ctx): Promise<Panel> {
  const { db, community, config, now, groups } = ctx
  const uses = await db
    .selectFrom('faq_uses')
    .selectAll()
    .where('community', '=', community.id)
    .$castTo<UsesRow>()
    .execute()
  const byEntry = new Map(uses.map((row) => [row.entry, row]))
  const ids = new Set(config.entries.map(({ id }) => id)) // an exported lesson may stand in the rulebook by now
  const all = await taughtIn(db, community.id)
  const wordings = Map.groupBy(all, ({ entry }) => entry)
  const today = dayNumberAt(now, groups[0]?.timezone ?? 'UTC')
  const cellsOf = (id: string) => ({ ...usesOf(byEntry.get(id)) })
  const written = config.entries.map((entry) => ({
    id: entry.id,
    cells: {
      question: pick(entry.question, ctx.locale),
      ways: Object.keys(entry.question).length + entry.alternatives.length + (wordings.get(entry.id)?.length ?? 0),
      ...cellsOf(entry.id),
      ...standing(ctx, entry, today),
      by: '',
      at: null,
    },
  }))
  const taught = all.filter(({ id, entry }) => entry === '' && !ids.has(id))
  return {
    columns: [
      { key: 'question', label: { zh: '问题', en: 'Question' } },
      { key: 'ways', label: { zh: '问法', en: 'Wordings' }, kind: 'number' },
      { key: 'answered', label: { zh: '已答', en: 'Answered' }, kind: 'number' },
      { key: 'looked', label: { zh: '被查', en: 'Looked up' }, kind: 'number' },
      { key: 'offered', label: { zh: '推荐过', en: 'Offered' }, kind: 'number' },
      { key: 'chosen', label: { zh: '被选中', en: 'Chosen' }, kind: 'number' },
      { key: 'helpful', label: { zh: '有用', en: 'Helpful' }, kind: 'number' },
      { key: 'unhelpful', label: { zh: '没解决', en: 'Not solved' }, kind: 'number' },
      { key: 'state', label: { zh: '状态', en: 'State' } },
      { key: 'by', label: { zh: '谁教的', en: 'Taught by' } },
      { key: 'at', label: { zh: '何时', en: 'When' }, kind: 'time' },
    ],
    rows: [
      ...written,
      ...taught.map((row) =>
        taughtRow(row, { ...cellsOf(row.id), ways: 1 + (wordings.get(row.id)?.length ?? 0) }, ctx),
      ),
    ],
  }
}
function standing({ config, locale }: Ctx, entry: EntryConfig, today: number): { readonly state: string } {
  const day = new Date(today * 86_400_000).toISOString().slice(0, 10)
  if (entry.until !== undefined && entry.until < day) return { state: say(locale, 'state.over', { day: entry.until }) }
  if (entry.from !== undefined && entry.from > day) return { state: say(locale, 'state.later', { day: entry.from }) }
  if (isStale(entry, config.staleDays, today))
    return { state: say(locale, 'state.stale', { day: entry.checked ?? '' }) }
  return { state: '' }
}

const usesOf = (row: UsesRow | undefined) => ({
  answered: row?.answered ?? 0,
  looked: row?.looked_up ?? 0,
  offered: row?.offered ?? 0,
  chosen: row?.chosen ?? 0,
  helpful: row?.helpful ?? 0,
  unhelpful: row?.unhelpful ?? 0,
})
const taughtRow = (row: TaughtRow, uses: Record<string, number>, { groups, locale }: Ctx): PanelRow => ({
  id: row.id,
  cells: {
    question: row.question,
    ...(row.entry === '' && { answer: row.answer }),
    state: say(locale, 'state.taught'),
    by: row.by_name,
    at: row.at,
    ...uses,
  },
  ...(groups[0] && { group: groups[0].id }),
  acts: [withdraw(row)],
})
const withdraw = ({ id }: TaughtRow) => ({
  label: { zh: '撤下', en: 'Withdraw' },
  command: 'unteach',
  input: { id },
  tone: 'danger' as const,
})

/** Other wordings that were taught, those included that members' choices made by themselves. */
export async function wordingsPanel(ctx: Ctx): Promise<Panel> {
  const { db, community, groups, locale } = ctx
  const desk = await officeDesk(ctx)
  const rows = (await taughtIn(db, community.id)).filter(({ entry }) => entry !== '').toReversed()
  const title = (entry: Entry | undefined, id: string) => (entry ? titleOf(entry, locale) : id)
  return {
    columns: [
      { key: 'question', label: { zh: '问法', en: 'Wording' } },
      { key: 'entry', label: { zh: '问的是', en: 'Asks for' } },
      { key: 'by', label: { zh: '谁教的', en: 'Taught by' } },
      { key: 'at', label: { zh: '何时', en: 'When' }, kind: 'time' },
    ],
    rows: rows.map((row) => ({
      id: row.id,
      cells: {
        question: row.question,
        entry: title(desk.find(row.entry), row.entry),
        by: row.by_name || say(locale, 'by.members'),
        at: row.at,
      },
      ...(groups[0] && { group: groups[0].id }),
      acts: [withdraw(row)],
    })),
  }
}
