/** Which row of a sheet names its columns: the first, one under a title, or none at all. */
import { type Column, columnOf } from './columns.ts'
import type { Line } from './csv.ts'

export interface Sheet {
  readonly headers: readonly string[]
  readonly columns: readonly (Column | undefined)[]
  readonly rows: readonly Line[]
  /** No row names the columns: the first holds questions, the second answers, any further one other wordings. */
  readonly isAssumed: boolean
}
export interface Headless {
  /** The row that should have named the columns. */
  readonly row: number
  readonly headers: readonly string[]
  readonly missing: 'empty' | 'no-question-column' | 'no-answer-column'
}
/** Owners put a title above the table, and a line with the date. */
const mostTitles = 5

export function sheetOf(lines: readonly Line[]): Sheet | Headless {
  const heads = lines.slice(0, mostTitles).map(({ cells }) => columnsOf(cells))
  const at = heads.findIndex(({ columns }) => missingIn(columns) === undefined)
  const head = heads[at]
  if (head) return { ...head, rows: lines.slice(at + 1), isAssumed: false }
  const [first] = lines
  if (first && isEntry(first.cells)) return assumed(lines)
  const named = Math.max(
    0,
    heads.findIndex(({ columns }) => has(columns, 'question')),
  )
  const { headers, columns } = heads[named] ?? { headers: [], columns: [] }
  return { row: lines[named]?.line ?? 1, headers, missing: first ? (missingIn(columns) ?? 'empty') : 'empty' }
}

function columnsOf(cells: readonly string[]) {
  const headers = cells.map((cell) => cell.trim())
  return { headers, columns: headers.map(columnOf) }
}
const has = (columns: readonly (Column | undefined)[], name: string) =>
  columns.some((column) => column?.split('.')[0] === name)
function missingIn(columns: readonly (Column | undefined)[]): Headless['missing'] | undefined {
  if (!has(columns, 'question')) return 'no-question-column'
  return has(columns, 'answer') || has(columns, 'command') ? undefined : 'no-answer-column'
}

/** What asks, with something beside it, is an entry and no name of a column. */
const isEntry = ([question = '', answer = '']: readonly string[]) => asks.test(question.trim()) && answer.trim() !== ''
const asks =
  /[?？]\s*$|[吗呢么]\s*$|怎么|怎样|如何|什么|为什么|哪|多少|几|能不能|可不可以|^(?:how|what|where|when|why|who|which|can|is|are|do|does)\b/iu

function assumed(lines: readonly Line[]): Sheet {
  const width = lines.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  const columns = Array.from(
    { length: width },
    (_, n): Column => (['question', 'answer'] as const)[n] ?? 'alternatives',
  )
  return { headers: columns.map((_, n) => String(n + 1)), columns, rows: lines, isAssumed: true }
}
