/**
 * Questions and answers as a page of Markdown: a heading is a question, what stands under it the answer. A heading one
 * level below it in the other language is the same entry in that language; lists after "Also:" or "别的问法：" are other
 * wordings; a comment right under the heading holds the rest.
 */
import { languageOf } from '../entry.ts'
import type { Column } from './columns.ts'
import type { Line } from './csv.ts'

interface Block {
  readonly line: number
  readonly level: number
  readonly title: string
  readonly body: string[]
}
const heading = /^(#{1,6})\s+(.+?)\s*#*\s*$/
const fence = /^\s*(?:```|~~~)/
const also = /^(?:\*\*)?(?:also(?: asked)?|other wordings|别的问法|其他问法|相似问)(?:\*\*)?\s*[:：](?:\*\*)?\s*(.*)$/i
const comment = /^<!--\s*([\s\S]*?)\s*-->$/

/** As rows of a sheet with a header: from there on both are read alike. */
export function readMarkdown(text: string): Line[] {
  const blocks = blocksOf(text.replace(/^\ufeff/, '').split(/\r\n?|\n/))
  const rows: { line: number; cells: Map<Column, string> }[] = []
  let last: Block | undefined
  for (const block of blocks) {
    const cells = cellsOf(block)
    if (
      last &&
      block.level === last.level + 1 &&
      languageOf(block.title) !== languageOf(last.title) &&
      rows.length > 0
    ) {
      join(rows.at(-1)?.cells, cells)
      continue
    }
    last = undefined
    if (isChapter(blocks, block, cells)) continue
    last = block
    rows.push({ line: block.line, cells })
  }
  const columns = [...new Set(rows.flatMap(({ cells }) => [...cells.keys()])), 'answer' as const, 'question' as const]
  return [
    { line: 1, cells: columns },
    ...rows.map(({ line, cells }) => ({ line, cells: columns.map((column) => cells.get(column) ?? '') })),
  ]
}
/** The same entry in the other language; its other wordings go with those that stand already. */
function join(entry: Map<Column, string> | undefined, more: ReadonlyMap<Column, string>) {
  for (const [column, value] of more)
    if (column === 'alternatives') entry?.set(column, [entry.get(column) ?? '', value].filter(Boolean).join('\n'))
    else if (!entry?.has(column)) entry?.set(column, value)
}
/** A title or chapter: headings stand below it, and it is the page's own or nothing stands under it. */
function isChapter(blocks: readonly Block[], block: Block, cells: ReadonlyMap<Column, string>): boolean {
  const next = blocks[blocks.indexOf(block) + 1]
  if (!next || next.level <= block.level) return false
  const says = cells.has(`answer.${languageOf(block.title)}`) || cells.has('command')
  return !says || (block.level === 1 && languageOf(next.title) === languageOf(block.title))
}

function blocksOf(lines: readonly string[]): Block[] {
  const blocks: Block[] = []
  let fenced = false
  for (const [at, line] of lines.entries()) {
    if (fence.test(line)) fenced = !fenced
    const [, marks, title] = (!fenced && heading.exec(line)) || []
    if (marks && title) blocks.push({ line: at + 1, level: marks.length, title, body: [] })
    else blocks.at(-1)?.body.push(line)
  }
  return blocks
}

function cellsOf({ title, body }: Block): Map<Column, string> {
  const language = languageOf(title)
  const cells = new Map<Column, string>([[`question.${language}`, title]])
  const answer: string[] = []
  let listing: string[] | undefined
  for (const line of body) {
    const [, kept] = comment.exec(line.trim()) ?? []
    const [, others] = also.exec(line.trim()) ?? []
    const item = /^\s*[-*+]\s+(.+)$/.exec(line)?.[1]
    if (kept !== undefined) for (const [column, value] of metaOf(kept)) cells.set(column, value)
    else if (others !== undefined) listing = others ? [others] : []
    else if (listing && item) listing.push(item)
    else if (!listing || line.trim() !== '') {
      if (listing) cells.set('alternatives', [cells.get('alternatives') ?? '', ...listing].filter(Boolean).join('\n'))
      listing = undefined
      answer.push(line)
    }
  }
  if (listing) cells.set('alternatives', [cells.get('alternatives') ?? '', ...listing].filter(Boolean).join('\n'))
  const said = answer.join('\n').trim()
  if (said) cells.set(`answer.${language}`, said)
  return cells
}
/** "id: check-in" a line. */
const metaOf = (kept: string): [Column, string][] =>
  kept.split(/\n|(?<=[^:/]);\s/).flatMap((line): [Column, string][] => {
    const [, name, value] =
      /^\s*(id|keywords|command|after|groups|from|until|checked|note|links)\s*:\s*(.+)$/.exec(line) ?? []
    return name && value ? [[name as Column, value.trim()]] : []
  })
