/** The desk's figures in the office, its entries that get in each other's way, and a question tried out. */
import type { Panel, PanelCtx } from '../../core/feature.ts'
import { dayNumberAt } from '../../time/days.ts'
import type { FaqConfig } from './config.ts'
import { titleOf } from './entry.ts'
import { explain } from './explain.ts'
import { officeDesk } from './office-desk.ts'
import { rivalsOf, sumsOf, unusedOf } from './report.ts'
import { say } from './wording.ts'

type Ctx = PanelCtx<FaqConfig>
const spans = [1, 7, 30, 90]

const opinionColumns = [
  { key: 'consulted', label: { zh: '第二意见', en: 'Second opinions' }, kind: 'number' },
  { key: 'changed', label: { zh: '由它定的', en: 'Settled by it' }, kind: 'number' },
  { key: 'failed', label: { zh: '没问到', en: 'No reply' }, kind: 'number' },
] as const

/** One row for each span of days up to today. */
export async function reportPanel(ctx: Ctx): Promise<Panel> {
  const { db, community, groups, now, locale, config } = ctx
  const to = dayNumberAt(now, groups[0]?.timezone ?? 'UTC')
  const reports = await Promise.all(
    spans.map(async (days) => ({ days, found: await sumsOf(db, community.id, { from: to - days + 1, to }) })),
  )
  const opinions = config.second !== undefined || reports.some(({ found }) => found.sums.consulted > 0)
  return {
    columns: [
      { key: 'span', label: { zh: '时间', en: 'Time' } },
      { key: 'asked', label: { zh: '提问', en: 'Questions' }, kind: 'number' },
      { key: 'answered', label: { zh: '已答', en: 'Answered' }, kind: 'number' },
      { key: 'suggested', label: { zh: '推荐', en: 'Suggested' }, kind: 'number' },
      { key: 'silent', label: { zh: '没答上', en: 'Silent' }, kind: 'number' },
      { key: 'rate', label: { zh: '有用率', en: 'Helpful' }, kind: 'score' },
      ...(opinions ? opinionColumns : []),
    ],
    rows: reports.map(({ days, found }) => ({
      id: String(days),
      cells: {
        span: say(locale, days === 1 ? 'report.today' : 'report.days', { days }),
        asked: found.asked,
        answered: found.sums.answered,
        suggested: found.sums.suggested,
        silent: found.sums.silent,
        rate: found.helpfulRate,
        ...(opinions && { consulted: found.sums.consulted, changed: found.sums.changed, failed: found.sums.failed }),
      },
    })),
  }
}

/** Pairs that are asked by the same words, and entries nobody has used. */
export async function tuningPanel(ctx: Ctx): Promise<Panel> {
  const { db, community, locale } = ctx
  const desk = await officeDesk(ctx)
  const rivals = await rivalsOf(db, community.id, desk)
  const unused = await unusedOf(db, community.id, desk.entries)
  const pairs = rivals.map(({ a, b, offered, same }) => ({
    id: `${a.id} ${b.id}`,
    cells: {
      what: say(locale, same ? 'tuning.same' : 'tuning.offered'),
      entry: titleOf(a, locale),
      other: titleOf(b, locale),
      times: offered,
    },
  }))
  const idle = unused.map((entry) => ({
    id: entry.id,
    cells: { what: say(locale, 'tuning.unused'), entry: titleOf(entry, locale), other: '', times: null },
  }))
  return {
    columns: [
      { key: 'what', label: { zh: '情况', en: 'What' } },
      { key: 'entry', label: { zh: '问答', en: 'Entry' } },
      { key: 'other', label: { zh: '另一条', en: 'The other' } },
      { key: 'times', label: { zh: '一起推荐', en: 'Offered together' }, kind: 'number' },
    ],
    rows: [...pairs, ...idle],
  }
}

/** What would become of `ctx.asked`: first the verdict, then the entries it was compared with. */
export async function tryPanel(ctx: Ctx): Promise<Panel> {
  const { asked = '', locale, config } = ctx
  const columns = [
    { key: 'what', label: { zh: '问答', en: 'Entry' } },
    { key: 'score', label: { zh: '把握', en: 'How sure' }, kind: 'score' },
    { key: 'words', label: { zh: '相同的词', en: 'Words in common' } },
    { key: 'phrasing', label: { zh: '最像的问法', en: 'Closest wording' } },
  ] as const
  if (asked.trim() === '') return { columns, rows: [] }
  const { zone, verdict, words, ranked } = explain(await officeDesk(ctx), asked, config.dial, locale)
  return {
    columns,
    rows: [
      { id: zone, cells: { what: verdict, score: null, words: words.join(' · '), phrasing: '' } },
      ...ranked.map(({ entry, score, phrasing, shared }) => ({
        id: entry.id,
        cells: { what: titleOf(entry, locale), score, words: shared.join(' · '), phrasing },
      })),
    ],
  }
}
