/** Entries as a sheet or a page of Markdown, such that reading it gives the same entries back. */
import { locales, pick } from '../../../core/words.ts'
import { columnNames } from './columns.ts'
import { writeCsv } from './csv.ts'
import type { WrittenEntry } from './entries.ts'

const columns = columnNames.filter((name) => name !== 'question' && name !== 'answer')

export function asCsv(entries: readonly WrittenEntry[]): string {
  return writeCsv([columns, ...entries.map((entry) => columns.map((column) => cellOf(entry, column)))])
}
function cellOf(entry: WrittenEntry, column: (typeof columns)[number]): string {
  switch (column) {
    case 'question.zh':
    case 'question.en':
      return entry.question[column === 'question.zh' ? 'zh' : 'en'] ?? ''
    case 'answer.zh':
    case 'answer.en':
      return entry.answer?.[column === 'answer.zh' ? 'zh' : 'en'] ?? ''
    case 'links':
      return linksOf(entry).join('\n')
    case 'alternatives':
    case 'keywords':
    case 'groups':
      return (entry[column] ?? []).join('\n')
    default:
      return entry[column] ?? ''
  }
}
const linksOf = ({ links = [] }: WrittenEntry) => links.map(({ label, url }) => `${pick(label, 'zh')} ${url}`)

export const asMarkdown = (entries: readonly WrittenEntry[]): string => `${entries.map(section).join('\n\n')}\n`

function section(entry: WrittenEntry): string {
  const [first, second] = locales.filter((locale) => entry.question[locale] !== undefined)
  const lead = first ?? 'zh'
  const kept = ['id', 'command', 'after', 'from', 'until', 'checked', 'note'] as const
  const meta = [
    ...kept.flatMap((key) => (entry[key] === undefined ? [] : [`${key}: ${entry[key]}`])),
    ...(entry.keywords?.length ? [`keywords: ${entry.keywords.join(', ')}`] : []),
    ...(entry.groups?.length ? [`groups: ${entry.groups.join(', ')}`] : []),
    ...(entry.links?.length ? [`links: ${linksOf(entry).join(' | ')}`] : []),
  ].map((line) => `<!-- ${line} -->`)
  const others = entry.alternatives?.length
    ? [lead === 'zh' ? '别的问法：' : 'Also:', ...entry.alternatives.map((text) => `- ${text}`), '']
    : []
  return [
    `## ${entry.question[lead]}`,
    ...meta,
    ...others,
    entry.answer?.[lead] ?? '',
    ...(second ? ['', `### ${entry.question[second]}`, entry.answer?.[second] ?? ''] : []),
  ].join('\n')
}
