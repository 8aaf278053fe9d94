/** Sheets as owners have them: whatever the delimiter, the encoding and the names of the columns. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { decode, readCsv, writeCsv } from '../../../src/features/faq/sheet/csv.ts'
import { entriesOf } from '../../../src/features/faq/sheet/entries.ts'
import { readMarkdown } from '../../../src/features/faq/sheet/markdown.ts'
import { asCsv, asMarkdown } from '../../../src/features/faq/sheet/write.ts'
import { run } from '../../cli/process.ts'
import { folderOf, whole } from '../../rulebook/folder.ts'
import { entries as desk } from './entries.ts'

const cells = (text: string) => readCsv(text).map((line) => line.cells)

describe('CSV', () => {
  it.each([
    ['commas', 'a,b\n1,2\n'],
    ['tabs', 'a\tb\r\n1\t2'],
    ['semicolons', 'a;b\r1;2\r'],
    ['a byte order mark', '\ufeffa,b\n1,2'],
    ['quotes', '"a","b"\n"1","2"'],
    ['empty lines', 'a,b\n,\n\n1,2\n'],
  ])('with %s', (_, text) =>
    expect(cells(text)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]),
  )
  it('keeps newlines, delimiters and quotes within quotes, and counts lines as the file does', () => {
    const lines = readCsv('q,a\r\n"two\r\nlines","a ""b"", c"\r\nnext,x')
    expect(lines).toEqual([
      { line: 1, cells: ['q', 'a'] },
      { line: 2, cells: ['two\nlines', 'a "b", c'] },
      { line: 4, cells: ['next', 'x'] },
    ])
  })
  it('is read in UTF-8, UTF-16 and what Chinese spreadsheets write', () => {
    const gb = Uint8Array.from([0xce, 0xca, 0xcc, 0xe2]) // 问题
    expect([decode(gb), decode(new TextEncoder().encode('问题'))]).toEqual(['问题', '问题'])
    expect(decode(Uint8Array.from([0xff, 0xfe, 0xee, 0x95, 0x98, 0x98]))).toBe('问题')
  })
  it('gives back what it wrote, whatever that is', () => {
    const cell = fc
      .string({ unit: 'grapheme' })
      .map((text) => text.replaceAll('\r', ''))
      .filter((text) => !/^'[=+\-@＝＋－＠\t]/.test(text))
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, fc.constant('x')), { minLength: 1 }), (rows) => {
        const read = readCsv(writeCsv([['a', 'b', 'c'], ...rows])).slice(1)
        const plain = (text: string) => text.replace(/^'(?=[=+\-@＝＋－＠\t\r])/, '')
        expect(read.map((line) => line.cells.map(plain))).toEqual(rows)
      }),
    )
  })
})

describe('a sheet', () => {
  const read = (text: string) => entriesOf(readCsv(text))
  it('is understood by its Chinese headers', () => {
    const { entries, faults, ignored } = read(
      '问题,答案,相似问1,相似问2,关键词,核对日期,负责人\n怎么退款？,"七天内\n全额退",退钱,"能退吗；退款要多久",退款、钱,2026/3/5,小王',
    )
    expect(faults).toEqual([])
    expect(ignored).toEqual(['负责人'])
    expect(entries).toEqual([
      {
        id: expect.stringMatching(/^q-[a-z0-9]+$/),
        question: { zh: '怎么退款？' },
        alternatives: ['退钱', '能退吗', '退款要多久'],
        answer: { zh: '七天内\n全额退' },
        keywords: ['退款', '钱'],
        checked: '2026-03-05',
      },
    ])
  })
  it('is understood by its English ones, in both languages', () => {
    const { entries } = read(
      'Question (EN);Answer (EN);问题（中文）;中文答案;URL\nHow do refunds work?;In full;怎么退款？;全额退;Form https://example.com/f',
    )
    expect(entries).toEqual([
      {
        id: 'how-do-refunds-work',
        question: { en: 'How do refunds work?', zh: '怎么退款？' },
        answer: { en: 'In full', zh: '全额退' },
        links: [{ label: { en: 'Form' }, url: 'https://example.com/f' }],
      },
    ])
  })
  it('says in which row and column what is wrong', () => {
    expect(read('问题,答案\n,没有问题\n有问题,\n"多\n行",答\n多行？,答').faults).toEqual([
      { row: 2, column: '问题', code: 'no-question', detail: '' },
      { row: 3, column: '答案', code: 'no-answer', detail: '' },
    ])
    expect(read('id,question,answer,截止\nBad Id,q1?,a,\nx,q2?,a,someday\nx,q3?,a,').faults).toMatchObject([
      { row: 2, column: 'id', code: 'id', detail: 'Bad Id' },
      { row: 3, column: '截止', code: 'date', detail: 'someday' },
    ])
    expect(read('id,question,answer\nx,q2?,a\nx,q3?,a').faults).toMatchObject([
      { row: 3, column: 'id', code: 'twice', detail: 'x, 2' },
    ])
    expect(read('name,text\na,b').faults).toMatchObject([{ row: 1, code: 'no-question-column' }])
    expect(read('question,text\na,b').faults).toMatchObject([{ row: 1, code: 'no-answer-column' }])
    expect(() => readCsv('question,answer\n"never,closed\n')).toThrow('not closed')
  })
})

describe('Markdown', () => {
  it('has a question in each heading', () => {
    const { entries, faults } = entriesOf(
      readMarkdown(
        [
          '# Our FAQ',
          'An introduction.',
          '## Paying',
          '### How do refunds work?',
          '<!-- id: refund -->',
          'Also: money back | get my money back',
          '',
          'In **full**, within a week:',
          '',
          '```sh',
          '# not a heading',
          '```',
          '#### 怎么退款？',
          '别的问法：',
          '- 能退吗',
          '- 退钱',
          '',
          '一周内全额退。',
          '### 收费吗？',
          '免费。',
        ].join('\n'),
      ),
    )
    expect(faults).toEqual([])
    expect(entries[0]?.alternatives).toEqual(['money back', 'get my money back', '能退吗', '退钱'])
    expect(entries.map(({ id, question, answer }) => ({ id, question, answer }))).toEqual([
      {
        id: 'refund',
        question: { en: 'How do refunds work?', zh: '怎么退款？' },
        answer: { en: 'In **full**, within a week:\n\n```sh\n# not a heading\n```', zh: '一周内全额退。' },
      },
      { id: expect.any(String), question: { zh: '收费吗？' }, answer: { zh: '免费。' } },
    ])
  })
})

const full = [
  ...desk,
  {
    id: 'everything',
    question: { zh: '=全都有？', en: 'All of it?' },
    alternatives: ['都有吗', 'everything?'],
    answer: { zh: '第一行\n\n- 一\n- 二', en: 'Line "one"; two' },
    keywords: ['全部', 'all'],
    links: [{ label: { zh: '看这里' }, url: 'https://example.com/a?b=c' }],
    command: '/points',
    after: 'points',
    groups: ['web:*', 'test:main'],
    from: '2026-01-01',
    until: '2026-12-31',
    checked: '2026-03-01',
    note: '留给自己',
  },
]
it.each([
  ['csv', asCsv, readCsv],
  ['md', asMarkdown, readMarkdown],
] as const)('what is exported as %s is imported as it was', (_, write, read) => {
  const { entries, faults } = entriesOf(read(write(full)))
  expect(faults).toEqual([])
  expect(entries).toEqual(full)
})

describe('innkeeper faq', () => {
  const book = `# our questions\nlisten: true\nentries:\n  # the old one\n  - id: refund\n    question: { zh: 怎么退款？ }\n    answer: { zh: 不退 }\n    keywords: [退]\n`
  it('imports into the rulebook, keeps its comments, and changes nothing in a dry run', async () => {
    await using folder = await folderOf({
      'community.yaml': whole,
      'faq.yaml': book,
      'sheet.csv': '问题,答案\n怎么退款？,七天内全额退\n停车场在几楼？,地下二层\n',
    })
    const file = join(folder.dir, 'faq.yaml')
    const call = ['faq', 'import', join(folder.dir, 'sheet.csv'), '--rulebook', folder.dir]
    const dry = await run([...call, '--dry', '--lang', 'zh'])
    expect(dry.out).toContain('会新增 1 条，更新 1 条')
    expect(await readFile(file, 'utf8')).toBe(book)
    expect(JSON.parse((await run([...call, '--json'])).out)).toMatchObject({ written: true, changed: ['refund'] })
    const text = await readFile(file, 'utf8')
    expect(text).toContain('# the old one')
    expect((parse(text) as { entries: unknown[] }).entries).toEqual([
      { id: 'refund', question: { zh: '怎么退款？' }, answer: { zh: '七天内全额退' }, keywords: ['退'] },
      { id: expect.stringMatching(/^q-/), question: { zh: '停车场在几楼？' }, answer: { zh: '地下二层' } },
    ])
    expect((await run([...call, '--lang', 'en'])).out).toContain('0 added, 0 changed, 2 as they were')
    await run(['faq', 'export', '--rulebook', folder.dir, '--out', join(folder.dir, 'out.csv')])
    expect(await readFile(join(folder.dir, 'out.csv'), 'utf8')).toContain('七天内全额退')
    expect((await run(['faq', 'export', '--rulebook', folder.dir, '--format', 'md'])).out).toContain('## 怎么退款？')
  })
  it('names rows and columns, and writes nothing', async () => {
    await using folder = await folderOf({
      'community.yaml': whole,
      'sheet.csv': '问题,答案\n怎么退款？,\n',
    })
    const { out, code } = await run(['faq', 'import', join(folder.dir, 'sheet.csv'), '--rulebook', folder.dir])
    expect(out).toMatch(/sheet\.csv:2 "答案" holds no answer/)
    expect(code).toBe(1)
    await expect(readFile(join(folder.dir, 'faq.yaml'))).rejects.toThrow()
  })
})
