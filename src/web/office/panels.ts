/** Panels of the features, found, filtered, sorted and paged on the server; the whole of one as CSV. */
import type { Desk } from '../../core/desk.ts'
import type { Panel, PanelRow } from '../../core/feature.ts'
import type { Community, Group } from '../../core/people.ts'
import type { Cell } from '../../core/tables.ts'
import { type Locale, pick } from '../../core/words.ts'
import { csv, stamp } from './csv.ts'
import type { PanelPage } from './wire.ts'

export interface PanelQuery {
  /** Words that must all occur in the row, in any of its cells. */
  readonly find: string
  /** A column's key, with "-" before it for descending; '' for the feature's own order. */
  readonly sort: string
  /** From 1. */
  readonly page: number
  readonly per: number
}

/** The panel, or undefined where no feature offers it. `asked` is for panels that answer something. */
export async function panelOf(
  desk: Desk,
  feature: string,
  name: string,
  community: Community,
  locale: Locale,
  asked?: string,
) {
  const offered = desk.panels().some((panel) => panel.feature === feature && panel.name === name)
  if (!offered) return undefined
  return desk.panel(feature, name, { community: community.id, locale, ...(asked !== undefined && { asked }) })
}

const folded = (raw: string) => raw.normalize('NFKC').toLowerCase()
/** Whether every word of the query occurs somewhere in the text. */
export const matches = (find: string, text: string): boolean =>
  folded(find)
    .split(/\s+/)
    .every((word) => folded(text).includes(word))

export function pageOf(panel: Panel, query: PanelQuery): PanelPage {
  const found = panel.rows.filter((row) => matches(query.find, Object.values(row.cells).join(' ')))
  const rows = query.sort === '' ? found : found.toSorted(order(query.sort))
  const pages = Math.max(1, Math.ceil(rows.length / query.per))
  const page = Math.min(query.page, pages)
  return {
    columns: panel.columns,
    rows: rows.slice((page - 1) * query.per, page * query.per),
    total: rows.length,
    page,
    pages,
  }
}

/** Empty cells come last whichever way the column is sorted. */
function order(sort: string): (a: PanelRow, b: PanelRow) => number {
  const descending = sort.startsWith('-')
  const key = descending ? sort.slice(1) : sort
  const sign = descending ? -1 : 1
  return (a, b) => {
    const [left, right] = [a.cells[key] ?? null, b.cells[key] ?? null]
    if (left === null || right === null) return Number(left === null) - Number(right === null)
    return sign * compared(left, right)
  }
}
const compared = (left: string | number, right: string | number) =>
  typeof left === 'number' && typeof right === 'number'
    ? left - right
    : String(left).localeCompare(String(right), ['zh-Hans-CN', 'en'], { numeric: true })

/** Times are wall-clock in the zone of the row's group, else of the community's first group. */
export function panelCsv(panel: Panel, groups: readonly Group[], locale: Locale): string {
  const zones = new Map(groups.map((group) => [group.id, group.timezone]))
  const cell = (row: PanelRow, column: Panel['columns'][number]): Cell => {
    const value = row.cells[column.key] ?? null
    if (column.kind !== 'time' || typeof value !== 'number') return value
    return stamp(value, zones.get(row.group ?? '') ?? groups[0]?.timezone)
  }
  return csv(
    panel.columns.map((column) => pick(column.label, locale)),
    panel.rows.map((row) => panel.columns.map((column) => cell(row, column))),
  )
}
