/** Rows of a sheet as entries of the rulebook, each fault with its row and column. */
import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { type Localised, locales } from '../../../core/words.ts'
import { normalise } from '../../../text/normalise.ts'
import { config } from '../config.ts'
import { languageOf } from '../entry.ts'
import type { Column } from './columns.ts'
import { bare, type Line } from './csv.ts'
import { sheetOf } from './header.ts'

export type WrittenEntry = z.input<typeof config>['entries'] extends (infer E)[] | undefined ? E : never
export type FaultCode =
  | 'empty'
  | 'workbook'
  | 'no-question-column'
  | 'no-answer-column'
  | 'no-question'
  | 'no-answer'
  | 'twice'
  | 'invalid'
  | 'date'
  | 'link'
  | 'id'
  | 'quote'
export interface Fault {
  /** As the spreadsheet numbers it, the header being 1; of a Markdown file the line. */
  readonly row: number
  /** As its header calls it, or by number. */
  readonly column: string
  readonly code: FaultCode
  readonly detail: string
}
export interface Read {
  readonly entries: readonly WrittenEntry[]
  readonly faults: readonly Fault[]
  /** Headers that say nothing to us. */
  readonly ignored: readonly string[]
  /** No row named the columns. */
  readonly isAssumed: boolean
}

type Cells = ReadonlyMap<Column, readonly { readonly text: string; readonly header: string }[]>
export function entriesOf(lines: readonly Line[]): Read {
  const sheet = sheetOf(lines)
  if ('missing' in sheet) {
    const { row, headers, missing } = sheet
    return unread({ row, column: headers.filter(Boolean).join(', '), code: missing, detail: '' })
  }
  const { headers, columns, rows, isAssumed } = sheet
  const headerOf = (name: string) => headers[columns.findIndex((column) => column?.split('.')[0] === name)] ?? name
  const read = rows.map(({ line, cells }) => entryOf(line, named(headers, columns, cells), headerOf))
  const entries = read.flatMap(({ entry }) => (entry ? [entry] : []))
  return {
    entries: entries.map(({ entry }) => entry),
    faults: [...read.flatMap(({ faults }) => faults), ...twice(entries)],
    ignored: headers.filter((header, at) => header !== '' && columns[at] === undefined),
    isAssumed,
  }
}
/** Nothing of it could be read. */
export const unread = (fault: Fault): Read => ({ entries: [], faults: [fault], ignored: [], isAssumed: false })
function named(headers: readonly string[], columns: readonly (Column | undefined)[], cells: readonly string[]): Cells {
  const all = cells.flatMap((cell, at) => {
    const column = columns[at]
    const text = bare(cell.trim())
    return column && text ? [{ column, text, header: headers[at] ?? '' }] : []
  })
  return Map.groupBy(all, ({ column }) => column)
}

interface Placed {
  readonly entry: WrittenEntry
  readonly row: number
}
/** Parts of one cell: lines, or what stands between bars and semicolons. */
const parts = (text: string, marks = /\n|[|｜;；]/u) =>
  text
    .split(marks)
    .map((part) => part.trim())
    .filter(Boolean)

function entryOf(row: number, cells: Cells, headerOf: (column: string) => string): { entry?: Placed; faults: Fault[] } {
  const one = (column: Column) => cells.get(column)?.[0]?.text
  const many = (column: Column, marks?: RegExp) => (cells.get(column) ?? []).flatMap(({ text }) => parts(text, marks))
  const question = inLanguages(cells, 'question')
  const answer = inLanguages(cells, 'answer')
  const fault = (column: string, code: FaultCode, detail = ''): Fault => ({
    row,
    column: headerOf(column),
    code,
    detail,
  })
  if (!question) return { faults: [fault('question', 'no-question')] }
  if (!answer && !one('command')) return { faults: [fault('answer', 'no-answer')] }
  const links = many('links', /\n|[|｜]/u).map(linkOf)
  const raw: WrittenEntry = {
    id: one('id') ?? idOf(question),
    question,
    ...some('alternatives', many('alternatives')),
    ...(answer && { answer }),
    ...some('keywords', many('keywords', /[\n,，、|｜;；]/u)),
    ...some('links', links),
    ...some('groups', many('groups', /[\n,，|;；]/u)),
    ...given({ command: one('command'), after: one('after'), note: one('note') }),
    ...given({ from: dateOf(one('from')), until: dateOf(one('until')), checked: dateOf(one('checked')) }),
  }
  const checked = entrySchema.safeParse(raw)
  if (checked.success) return { entry: { entry: raw, row }, faults: [] }
  return {
    faults: checked.error.issues.map(({ path, message }) => {
      const column = String(path[0] ?? '')
      return fault(column, remedied[column] ?? 'invalid', remedied[column] ? (one(column as Column) ?? '') : message)
    }),
  }
}
/** What is told with its remedy in words of our own. */
const remedied: Readonly<Record<string, FaultCode>> = {
  from: 'date',
  until: 'date',
  checked: 'date',
  links: 'link',
  id: 'id',
}
const entrySchema = config.shape.entries.unwrap().element
const some = <T>(key: string, list: readonly T[]) => (list.length > 0 ? { [key]: list } : {})
const given = (values: Readonly<Record<string, string | undefined>>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))

/** A column of one language, or one whose cells are in the language they are written in. */
function inLanguages(cells: Cells, name: 'question' | 'answer'): Localised | undefined {
  const both: Partial<Record<'zh' | 'en', string>> = {}
  for (const { text } of cells.get(name) ?? []) both[languageOf(text)] ??= text
  for (const locale of locales) {
    const text = cells.get(`${name}.${locale}`)?.[0]?.text
    if (text) both[locale] = text
  }
  return Object.keys(both).length > 0 ? both : undefined
}
function linkOf(text: string) {
  const url = /https?:\/\/\S+$/.exec(text)?.[0] ?? text
  const label = text.slice(0, text.length - url.length).trim() || url
  return { label: { [languageOf(label)]: label.slice(0, 80) }, url }
}
/** "2026/3/5", "2026年3月5日", "2026.3.5"; what is no date is left for the check to name. */
function dateOf(text: string | undefined): string | undefined {
  const [, year, month, day] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u.exec(text ?? '') ?? []
  return year && month && day ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text
}

/** The same for the same question, whatever row it stands in. */
export function idOf({ zh, en }: Localised): string {
  const words = normalise(en ?? '').text.match(/[a-z0-9]+/g) ?? []
  const slug = words.slice(0, 6).join('-').slice(0, 40)
  const hash = createHash('sha256')
    .update(normalise(`${zh ?? ''} ${en ?? ''}`).text)
    .digest('hex')
    .slice(0, 8)
  return slug.length > 3 ? slug : `q-${BigInt(`0x${hash}`).toString(36)}`
}
function twice(entries: readonly Placed[]): Fault[] {
  const first = new Map<string, number>()
  return entries.flatMap(({ entry: { id }, row }) => {
    const before = first.get(id)
    if (before === undefined) first.set(id, row)
    return before === undefined ? [] : [{ row, column: 'id', code: 'twice' as const, detail: `${id}, ${before}` }]
  })
}
