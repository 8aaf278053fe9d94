/** Sheets as Chinese owners have them: what their programs write, what stands above the table, what goes wrong. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { decode, readCsv } from '../../../src/features/faq/sheet/csv.ts'
import { entriesOf } from '../../../src/features/faq/sheet/entries.ts'
import { run } from '../../cli/process.ts'
import { folderOf, whole } from '../../rulebook/folder.ts'

/** Node decodes GBK and encodes nothing but UTF-8: the pairs of bytes, by what they mean. */
const pairs = new Map<string, readonly number[]>()
for (let high = 0x81; high <= 0xfe; high++)
  for (let low = 0x40; low <= 0xfe; low++) {
    const meant = new TextDecoder('gbk').decode(Uint8Array.of(high, low))
    if ([...meant].length === 1 && meant !== '\ufffd' && !pairs.has(meant)) pairs.set(meant, [high, low])
  }
const gbk = (text: string) => Uint8Array.from([...text].flatMap((one) => pairs.get(one) ?? [one.charCodeAt(0)]))
const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string) => Uint8Array.from([0xff, 0xfe, ...Buffer.from(text, 'utf16le')])

const rows =
  '怎么签到？,"发「签到」两个字。\r\n每天一次。",在哪打卡|签到有啥用\r\n报名费怎么退？,开场前 24 小时全额退。,退款\r\n'
const table = `问题,答案,相似问\r\n${rows}`
const semicolons = (text: string) => text.replaceAll(',', ';')
const read = (bytes: Uint8Array) => entriesOf(readCsv(decode(bytes)))
const meant = [
  {
    id: expect.stringMatching(/^q-/),
    question: { zh: '怎么签到？' },
    alternatives: ['在哪打卡', '签到有啥用'],
    answer: { zh: '发「签到」两个字。\n每天一次。' },
  },
  {
    id: expect.stringMatching(/^q-/),
    question: { zh: '报名费怎么退？' },
    alternatives: ['退款'],
    answer: { zh: '开场前 24 小时全额退。' },
  },
]

it.each([
  ['GBK', gbk(table)],
  ['UTF-8 with a mark', utf8(`\ufeff${table}`)],
  ['semicolons', gbk(semicolons(table))],
  ['Excel’s own word on its delimiter', gbk(`sep=;\r\n${semicolons(table)}`)],
  ['UTF-16 with tabs', utf16(table.replaceAll(',', '\t'))],
  ['full-width commas', utf8(table.replaceAll(',', '，'))],
  ['a title and an empty row above', gbk(`南山读书会常见问题（2026 版）,,\r\n,,\r\n${table}`)],
  ['a numbered column that is nobody’s', gbk(`序号,${table.replaceAll(/\r\n(?=怎|报)/g, '\r\n7,')}`)],
  ['no names of columns', gbk(rows)],
])('%s', (_, bytes) => {
  const { entries, faults } = read(bytes)
  expect(faults).toEqual([])
  expect(entries).toEqual(meant)
})
it('says that it took the columns in their order, and only where the first row asks something', () => {
  expect(read(gbk(rows)).isAssumed).toBe(true)
  expect(read(gbk(table)).isAssumed).toBe(false)
  expect(read(gbk('客户咨询,标准话术\r\n怎么签到？,发签到\r\n')).faults).toEqual([
    { row: 1, column: '客户咨询, 标准话术', code: 'no-question-column', detail: '' },
  ])
})
it('counts rows as the program shows them, below a title, a delimiter and quoted newlines', () => {
  expect(read(gbk(`sep=,\r\n说明,,\r\n${table},没有问题的答案,\r\n`)).faults).toMatchObject([
    { row: 7, column: '问题' },
  ])
})

describe('innkeeper faq import names the line and the remedy', () => {
  it.each<[string, Uint8Array, string]>([
    ['a date', gbk('问题,答案,截止日期\n怎么退？,不退,13月\n'), ':2 「截止日期」的 13月 不是日期。写成 2026-03-05'],
    ['an address', gbk('问题,答案,链接\n怎么退？,不退,看群\n'), ':2 「链接」的 看群 不是网址。写成 https://'],
    ['a question that is not there', gbk('问题,答案\n,不退\n'), ':2 「问题」没有写问题。补上，或删掉这一行'],
    ['an answer that is not there', gbk('问题,答案\n怎么退？,\n'), ':2 「答案」没有写答案'],
    ['a quote', gbk('问题,答案\n怎么退？,"不退\n'), ':2 第 2 列的引号没有收尾。补上引号'],
    ['nothing at all', utf8(''), ':1 表里一行也没有'],
    ['a workbook', Uint8Array.of(0x50, 0x4b, 3, 4, 20), ':1 这是 Excel 工作簿。请在表格里另存为 CSV'],
  ])('%s', async (_, bytes, told) => {
    await using folder = await folderOf({ 'community.yaml': whole })
    const file = join(folder.dir, 'sheet.csv')
    await writeFile(file, bytes)
    const { out, code } = await run(['faq', 'import', file, '--rulebook', folder.dir, '--lang', 'zh'])
    expect(out).toContain(told)
    expect(code).toBe(1)
  })
})
