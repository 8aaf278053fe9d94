/** `innkeeper faq`: questions and answers from a sheet or a page into the rulebook, and out of it. */
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { type Command, Option } from 'commander'
import { isMap, isSeq, parseDocument } from 'yaml'
import { InnkeeperError } from '../core/errors.ts'
import { fill } from '../core/texts.ts'
import { pick } from '../core/words.ts'
import { config } from '../features/faq/config.ts'
import { CsvError, decode, isWorkbook, readCsv } from '../features/faq/sheet/csv.ts'
import { entriesOf, type Fault, type Read, unread, type WrittenEntry } from '../features/faq/sheet/entries.ts'
import { readMarkdown } from '../features/faq/sheet/markdown.ts'
import { sheetTexts } from '../features/faq/sheet/texts.ts'
import { asCsv, asMarkdown } from '../features/faq/sheet/write.ts'
import { normalise } from '../text/normalise.ts'
import { jsonOption } from './places.ts'
import { exit, fail, print, printJson } from './report.ts'

type Lang = 'zh' | 'en'
interface Options {
  rulebook: string
  dry?: boolean
  json?: boolean
  lang: Lang
  format?: 'csv' | 'md'
  out?: string
}
const rulebookOption = () => new Option('--rulebook <dir>', 'the folder of one community').default('rules/demo')
const langOption = () => new Option('--lang <lang>', 'language of the messages').choices(['en', 'zh']).default('en')

export function addFaq(program: Command) {
  const group = program.command('faq').description('questions and answers from a sheet into the rulebook, and back')
  group
    .command('import')
    .description('take entries over from CSV (comma, semicolon or tab) or Markdown (a heading is a question)')
    .argument('<file>')
    .addOption(rulebookOption())
    .option('--dry', 'only say what would be done')
    .addOption(langOption())
    .addOption(jsonOption())
    .action((file: string, options: Options) => importing(file, options).catch(fail))
  group
    .command('export')
    .description('write the entries out, such that importing gives them back')
    .addOption(rulebookOption())
    .addOption(new Option('--format <format>', 'how').choices(['csv', 'md']).default('csv'))
    .option('--out <file>', 'where; standard output where left out')
    .action((options: Options) => exporting(options).catch(fail))
}

async function importing(file: string, { rulebook, dry, json, lang }: Options): Promise<void> {
  if (!existsSync(file)) throw new InnkeeperError('cli/no-such-file', { place: file })
  const read = readSheet(await readFile(file), extname(file))
  const say = (key: string, vars = {}) => fill(sheetTexts[lang][key] ?? key, vars)
  if (read.faults.length > 0) {
    if (json) printJson({ ok: false, faults: read.faults })
    else print(read.faults.map((fault) => `${file}:${fault.row} ${told(fault, say)}`).join('\n'))
    process.exitCode = exit.faults
    return
  }
  const book = await openBook(rulebook)
  const done = merge(book.document, read.entries)
  checkWhole(book)
  if (!dry) await writeFile(book.file, String(book.document))
  const ids = (some: readonly WrittenEntry[]) => some.map(({ id }) => id)
  const [added, changed, same] = [ids(done.added), ids(done.changed), ids(done.same)]
  if (json) return printJson({ ok: true, file: book.file, written: !dry, added, changed, same, ignored: read.ignored })
  if (read.ignored.length > 0) print(say('ignored', { columns: read.ignored.join(', ') }))
  if (read.isAssumed) print(say('assumed'))
  for (const { id, question } of done.added) print(say('added', { id, question: pick(question, lang) }))
  for (const { id, question } of done.changed) print(say('changed', { id, question: pick(question, lang) }))
  const counts = { added: added.length, changed: changed.length, same: same.length, file: book.file }
  print(say(dry ? 'dry' : 'done', counts))
}
const told = ({ column, code, detail }: Fault, say: (key: string, vars?: object) => string) =>
  say(`fault.${code}`, { column, detail })

function readSheet(bytes: Uint8Array, extension: string): Read {
  if (isWorkbook(bytes)) return unread({ row: 1, column: '', code: 'workbook', detail: '' })
  const text = decode(bytes)
  if (/^\.(md|markdown)$/i.test(extension)) return entriesOf(readMarkdown(text))
  try {
    return entriesOf(readCsv(text))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const { line: row, column } = error
    return unread({ row, column: String(column), code: 'quote', detail: '' })
  }
}

interface Book {
  readonly file: string
  readonly document: ReturnType<typeof parseDocument>
}
/** With its comments, which stay. */
async function openBook(dir: string): Promise<Book> {
  if (!existsSync(join(dir, 'community.yaml'))) throw new InnkeeperError('rulebook/missing', { place: dir })
  const file = join(dir, 'faq.yaml')
  const text = existsSync(file) ? await readFile(file, 'utf8') : ''
  const document = parseDocument(text)
  const [error] = document.errors
  if (error || !(document.contents === null || isMap(document.contents)))
    throw new InnkeeperError('rulebook/broken', { place: file, ...(error && { detail: error.message }) })
  return { file, document }
}
/** Pictures and texts of other files are left to `innkeeper check`: here they are still their names. */
function checkWhole({ file, document }: Book): void {
  const section: unknown = document.toJS() ?? {}
  const parsed = config.omit({ entries: true }).loose().safeParse(section)
  if (!parsed.success)
    throw new InnkeeperError('rulebook/broken', { place: file, detail: parsed.error.issues[0]?.message ?? '' })
}

interface Merged {
  readonly added: WrittenEntry[]
  readonly changed: WrittenEntry[]
  readonly same: WrittenEntry[]
}
/** By id, else by the question: what a sheet says of an entry replaces that part, what it does not say stays. */
function merge(document: Book['document'], entries: readonly WrittenEntry[]): Merged {
  const merged: Merged = { added: [], changed: [], same: [] }
  if (!isSeq(document.get('entries'))) document.set('entries', document.createNode([]))
  const known = (document.toJS() as { entries: WrittenEntry[] }).entries
  const byQuestion = new Map(known.flatMap((entry, at) => asked(entry).map((question) => [question, at] as const)))
  for (const entry of entries) {
    const at = known.findIndex(({ id }) => id === entry.id)
    const place =
      at >= 0
        ? at
        : (asked(entry)
            .map((question) => byQuestion.get(question))
            .find((one) => one !== undefined) ?? -1)
    const before = known[place]
    if (!before) {
      document.addIn(['entries'], document.createNode(entry))
      merged.added.push(entry)
    } else merged[update(document, place, before, entry) ? 'changed' : 'same'].push(before)
  }
  return merged
}
const asked = ({ question }: WrittenEntry) => Object.values(question).map((text) => normalise(text ?? '').text)

function update(document: Book['document'], place: number, before: WrittenEntry, after: WrittenEntry): boolean {
  let changed = false
  for (const [key, value] of Object.entries(after)) {
    const old = before[key as keyof WrittenEntry]
    const whole = key === 'question' || key === 'answer' ? { ...(old as object), ...(value as object) } : value
    if (key === 'id' || JSON.stringify(old) === JSON.stringify(whole)) continue
    document.setIn(['entries', place, key], document.createNode(whole))
    changed = true
  }
  return changed
}

async function exporting({ rulebook, format, out }: Options): Promise<void> {
  const { document } = await openBook(rulebook)
  const { entries = [] } = (document.toJS() ?? {}) as { entries?: WrittenEntry[] }
  const text = format === 'md' ? asMarkdown(entries) : asCsv(entries)
  if (out === undefined) return print(text)
  await writeFile(out, text)
  print(`${out}: ${entries.length}`)
}
