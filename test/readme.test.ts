/** What the READMEs and the guides tell people to do can be done, in both languages. */
import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import packageJson from '../package.json' with { type: 'json' }
import { addBans } from '../src/cli/bans.ts'
import { addCheck } from '../src/cli/check.ts'
import { addDoctor } from '../src/cli/doctor.ts'
import { addEval } from '../src/cli/eval.ts'
import { addFaq } from '../src/cli/faq.ts'
import { addKeep } from '../src/cli/keep.ts'
import { addLessons } from '../src/cli/lessons.ts'
import { addReplay } from '../src/cli/replay.ts'
import { addSchema } from '../src/cli/schema.ts'
import { addStart } from '../src/cli/start.ts'
import { features } from '../src/features.ts'
import { rehearse } from '../src/replay/rehearse.ts'
import { renderText } from '../src/replay/report/text.ts'
import { formatProblems } from '../src/rulebook/format.ts'
import { readRulebooks } from '../src/rulebook/read.ts'
import { folderOf } from './rulebook/folder.ts'

const root = join(import.meta.dirname, '..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const readmes = ['README.md', 'README.zh-CN.md'] as const
const pages = globSync(['*.md', 'docs/*.md', 'data/*.md'], { cwd: root }).filter((file) => file !== 'CHANGELOG.md')
const [english, chinese] = readmes.map(read) as [string, string]

interface Block {
  readonly language: string
  readonly text: string
}
const blocksOf = (text: string): Block[] =>
  [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(([, language = '', inside = '']) => ({
    language,
    text: inside,
  }))
const proseOf = (text: string) => text.replaceAll(/^```[\s\S]*?^```$/gm, '')
const rowsOf = (text: string, first: string): string[][] => {
  const lines = proseOf(text).split('\n')
  const head = lines.findIndex((line) => line.startsWith(`| ${first} |`))
  const end = lines.findIndex((line, n) => n > head && !line.startsWith('|'))
  return lines.slice(head + 2, end).map(cellsOf)
}
const cellsOf = (line: string) =>
  line
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim())

const program = new Command('innkeeper')
for (const add of [addStart, addCheck, addReplay, addEval, addFaq, addKeep, addBans, addLessons, addDoctor, addSchema])
  add(program)

/** What is wrong with a call such as `check rules/mine --json`; undefined where nothing is. */
function wrongWith(call: string): string | undefined {
  const words = call.split(/\s+/)
  const command = deepest(program, words)
  if (command === program) return `${call}: no such command`
  const known = ['--', '--help', ...command.options.map(({ long }) => long)]
  const strange = words.filter((word) => word.startsWith('--') && !known.includes(word))
  return strange.length ? `${call}: no option ${strange.join(' ')}` : undefined
}
function deepest(command: Command, [word, ...rest]: readonly string[]): Command {
  const inner = command.commands.find((one) => one.name() === word)
  return inner ? deepest(inner, rest) : command
}
const shellLines = (text: string) =>
  blocksOf(text)
    .filter(({ language }) => language === 'sh')
    .flatMap(({ text: inside }) => inside.split('\n'))
    .flatMap((line) => line.split('&&'))
    .map((line) => line.replace(/#.*/, '').trim())
    .filter((line) => line !== '')

describe.each(pages)('%s', (file) => {
  const text = read(file)
  const inline = [...proseOf(text).matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code)
  const said = [...shellLines(text), ...inline]

  it('gives commands that exist, with options that exist', () => {
    const calls = said.flatMap((line) => {
      const own = /^(?:npx )?innkeeper (?!<)(.+)$/.exec(line)?.[1]
      const start = /^(?:.* )?npm start -- (.+)$/.exec(line)?.[1]
      return own ?? (start && `start ${start}`) ?? []
    })
    const real = calls.filter((call) => !call.startsWith('help'))
    expect(real.map(wrongWith).filter(Boolean)).toEqual([])
  })
  it('runs npm scripts that exist', () => {
    const scripts = said.flatMap((line) => /^npm (?:run )?(?!ci\b|i\b|install\b)([\w:]+)/.exec(line)?.[1] ?? [])
    expect(scripts.filter((script) => !(script in packageJson.scripts))).toEqual([])
  })
  it('links to headings that exist', () => {
    const anchors = [...text.matchAll(/\]\(([^)#\s]*)#([^)\s]+)\)/g)].filter(([, to = '']) => !to.includes(':'))
    const missing = anchors.filter(([, to = '', anchor = '']) => {
      const target = to === '' ? text : read(join(dirname(file), to))
      return !target.split('\n').some((line) => /^#+ /.test(line) && slug(line) === decodeURIComponent(anchor))
    })
    expect(missing.map(([link]) => link)).toEqual([])
  })
})
const slug = (heading: string) =>
  heading
    .replace(/^#+ /, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
    .replaceAll(' ', '-')

describe('both READMEs', () => {
  const levels = (text: string) => [...proseOf(text).matchAll(/^(#+) /gm)].map(([, level]) => level)
  const shapes = (text: string) =>
    proseOf(text)
      .split('\n')
      .filter((line) => /^(\||- |\d+\. |!\[)/.test(line))
      .map((line) => (line.startsWith('|') ? `| ${cellsOf(line).length}` : line.slice(0, 2)))
  const links = (text: string) =>
    [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, to = '']) =>
      to.replace(/-(zh|en)\.png|README(\.zh-CN)?\.md/, '').replace('.zh-CN.md', '.md'),
    )

  it('have the same headings, tables, lists and code', () => {
    expect(levels(chinese)).toEqual(levels(english))
    expect(shapes(chinese)).toEqual(shapes(english))
    expect(blocksOf(chinese)).toEqual(blocksOf(english))
  })
  it('lead to the same places', () => expect(links(chinese)).toEqual(links(english)))
  it('show pictures that are there and light', () => {
    const pictures = readmes.flatMap((file) =>
      [...read(file).matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, to = '']) => to),
    )
    expect(pictures.length).toBeGreaterThan(2)
    for (const picture of pictures) expect(statSync(join(root, picture)).size, picture).toBeLessThan(200_000)
  })
  it.each([english, chinese])('list every command of the command line, and no other', (text) => {
    const listed = [...text.matchAll(/^\| `innkeeper (\w+)/gm)].map(([, name]) => name)
    expect(listed.sort()).toEqual(program.commands.map((command) => command.name()).sort())
  })
})

describe('the rulebook in one page', () => {
  it('is accepted by check', async () => {
    const files = blocksOf(english).flatMap(({ text }) => {
      const name = /^# rules\/mine\/(\S+)\n/.exec(text)?.[1]
      return name === undefined ? [] : [[name, text] as const]
    })
    expect(files.map(([name]) => name)).toContain('community.yaml')
    await using folder = await folderOf(Object.fromEntries(files))
    const { rulebooks, problems } = await readRulebooks(folder.dir, features)
    expect(formatProblems(problems)).toBe('The rulebook is in order.')
    expect(rulebooks.map(({ id }) => id)).toEqual(['book-club'])
  })
})

describe('the tables of the README', () => {
  it.each([
    ['README.md', 'Feature'],
    ['README.zh-CN.md', '功能'],
  ])('of %s say of every feature where it works, as the support matrix does', (file, head) => {
    const printed = rowsOf(read('docs/support-matrix.md'), 'Feature').map(([name, , ...works]) => [name, ...works])
    const inTheirWords = printed.map((row) =>
      row.map((cell) => (file === 'README.md' ? cell : cell?.replace(/^without/, '没有'))),
    )
    expect(rowsOf(read(file), head)).toEqual(inTheirWords)
  })

  it.each([
    [english, ['For members', 'For moderators']],
    [chinese, ['成员用', '管理员用']],
  ])('name commands, words and fields that docs/commands.md prints', (text, heads) => {
    const printed = read('docs/commands.md')
      .split('\n')
      .filter((line) => /^\| `\/[\w-]+` \| `\p{Script=Han}/u.test(line))
      .map(cellsOf)
    const codes = (cell = '') => [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code)
    const wrong = heads
      .flatMap((head) => rowsOf(text, head))
      .filter(([calls, words]) => {
        const known = codes(calls).map((call) => {
          const [name, ...fields] = call.split(' ')
          const row = printed.find(([first]) => first === `\`${name}\``)
          return row && fields.every((field) => codes(row[2]).includes(field)) ? codes(row[1]) : undefined
        })
        return known.includes(undefined) || !codes(words).every((word) => known.flat().includes(word))
      })
    expect(wrong).toEqual([])
  })

  it.each([
    [english, 'Variable'],
    [chinese, '变量'],
  ])('give the environment variables and defaults of the options', (text, head) => {
    const options = program.commands.find((command) => command.name() === 'start')?.options ?? []
    const told = rowsOf(text, head).map((row) => row.slice(0, 3).map((cell) => cell.replaceAll('`', '')))
    for (const [variable, long, value] of told) {
      const option = options.find((one) => one.long === long)
      expect(option?.envVar ?? 'DATABASE_URL', long).toBe(variable)
      if (variable !== 'DATABASE_URL') expect(String(option?.defaultValue), long).toBe(value)
    }
    expect(told.map(([variable]) => variable)).toEqual(
      expect.arrayContaining(options.flatMap(({ envVar }) => envVar ?? [])),
    )
  })
})

describe('the rehearsal in the README', () => {
  it('is what the sample gives, but for what the detector thinks of it', async () => {
    const { rulebooks } = await readRulebooks(join(root, 'rules/demo'), features)
    const report = await rehearse([join(root, 'docs/samples/2026-03-14.txt')], {
      features,
      rulebooks,
      timezone: 'Asia/Shanghai',
    })
    const shown =
      blocksOf(english)
        .find(({ text }) => text.includes('it would have flagged'))
        ?.text.split('\n') ?? []
    const steady = shown
      .map((line) => line.replace(/ {2}acted.*/, '').trimEnd())
      .filter((line) => !/^ {4}\S/.test(line) || line.includes('│'))
    expect(steady.length).toBeGreaterThan(5)
    const real = renderText(report, { locale: 'en', features })
    expect(steady.filter((line) => !real.includes(line))).toEqual([])
  })
})

describe('pages', () => {
  it('of docs/ are all in its index', () => {
    const index = read('docs/README.md')
    const files = globSync('docs/*.md', { cwd: root }).map((file) => file.slice('docs/'.length))
    expect(files.filter((file) => file !== 'README.md' && !index.includes(`](${file})`))).toEqual([])
  })
  it('that the program speaks of are there', () => {
    const sources = globSync(['src/**/*.{ts,tsx}', 'adapters/**/*.ts', 'scripts/**/*.ts'], { cwd: root })
    const named = sources.flatMap((file) => [...read(file).matchAll(/\bdocs\/[\w./-]+\.md\b/g)].map(([page]) => page))
    expect(named.length).toBeGreaterThan(3)
    expect([...new Set(named)].filter((page) => !existsSync(join(root, page)))).toEqual([])
  })
})
