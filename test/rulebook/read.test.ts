import { mkdir, symlink } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { formatProblems } from '../../src/rulebook/format.ts'
import { readRulebooks } from '../../src/rulebook/read.ts'
import { features } from './features.ts'
import { folderOf, whole } from './folder.ts'
import { problemsOf } from './problems.ts'

test('a folder with community.yaml alone is a rulebook with every default', async () => {
  await using folder = await folderOf({ 'community.yaml': whole })
  const { rulebooks, problems } = await readRulebooks(folder.dir, features)
  expect(problems).toEqual([])
  const [book] = rulebooks
  expect(book?.id).toBe('here')
  expect(book?.group('web:any')).toEqual({
    name: undefined,
    languages: ['zh', 'en'],
    timezone: 'Asia/Shanghai',
    observe: false,
    quiet: undefined,
  })
  expect(book?.section('greet', 'web:any')).toMatchObject({ tone: 'warm', limits: { perHour: 10 } })
})

test('groups: exact before pattern, the first pattern that fits, strangers only where they are let in', async () => {
  await using folder = await folderOf({
    'community.yaml': `id: here
name: Here
languages: [en]
quiet: { from: 23:00, to: 08:00 }
groups:
  - match: discord:*
    timezone: Europe/Berlin
    features: { greet: { tone: plain, limits: { perHour: 3 } } }
  - match: discord:quiet
    name: Quiet room
    languages: [zh]
    observe: true
    quiet: false
staff:
  - { user: 'discord:mei', role: owner }
  - { user: 'discord:bo' }
`,
    'greet.yaml': 'limits:\n  perDay: 7\n',
  })
  const { rulebooks, problems } = await readRulebooks(folder.dir, features)
  expect(problems).toEqual([])
  const book = rulebooks[0]!
  expect(book.group('web:x')).toBeUndefined()
  expect(book.group('discord:a')).toMatchObject({ timezone: 'Europe/Berlin', languages: ['en'], observe: false })
  expect(book.group('discord:a')?.quiet).toEqual({ from: '23:00', to: '08:00' })
  expect(book.group('discord:quiet')).toEqual({
    name: 'Quiet room',
    timezone: 'Asia/Shanghai',
    languages: ['zh'],
    observe: true,
    quiet: undefined,
  })
  expect(book.section('greet', 'discord:a')).toMatchObject({ tone: 'plain', limits: { perHour: 3, perDay: 7 } })
  expect(book.section('greet', 'discord:quiet')).toMatchObject({ tone: 'warm', limits: { perHour: 10, perDay: 7 } })
  expect(book.section('greet', 'discord:a')).toBe(book.section('greet', 'discord:b'))
  expect(book.section('greet', 'discord:quiet')).toBe(book.section('greet', 'web:x'))
  expect([book.roleOf('discord:mei'), book.roleOf('discord:bo'), book.roleOf('discord:x')]).toEqual([
    'owner',
    'moderator',
    undefined,
  ])
  expect(book.staff).toEqual(['discord:mei', 'discord:bo'])
})

test('a folder of folders is several communities, which may not share an id, a group or the strangers', async () => {
  const other = 'id: there\nname: There\ngroups: [{ match: web:a }]\n'
  await using folder = await folderOf({
    'a/community.yaml': 'id: here\nname: A\nanyGroup: true\ngroups: [{ match: web:a }]\n',
    'b/community.yaml': other,
    'c/community.yaml': 'id: here\nname: C\nanyGroup: true\n',
    'd/community.yaml': 'id: fine\nname: D\ngroups: [{ match: web:d }]\n',
    'notes/readme.md': 'nothing',
  })
  const { rulebooks, problems } = await readRulebooks(folder.dir, features)
  expect(rulebooks.map((book) => book.name)).toEqual(['A', 'D'])
  expect(problems.map(({ file, line, code }) => [path.relative(folder.dir, file), line, code])).toEqual([
    ['b/community.yaml', 3, 'group-twice'],
    ['c/community.yaml', 1, 'community-twice'],
    ['c/community.yaml', 3, 'any-group-twice'],
  ])
})

test('texts of other files are put in, and only of files inside the folder', async () => {
  await using folder = await folderOf({
    'community.yaml': whole,
    'greet.yaml': 'hello:\n  zh: file:texts/hi.zh.md\n  en: file:hi.en.md\n',
    'texts/hi.zh.md': '\uFEFF# 欢迎\r\n\r\n{name} 你好\r\n',
    'hi.en.md': 'Hello {name}\n\n',
  })
  const { rulebooks, problems } = await readRulebooks(folder.dir, features)
  expect(problems).toEqual([])
  expect(rulebooks[0]?.section('greet', 'web:x')).toMatchObject({
    hello: { zh: '# 欢迎\n\n{name} 你好', en: 'Hello {name}' },
  })
  await folder.put('greet.yaml', 'hello:\n  zh: file:hi.zn.md\n  en: file:../secret.md\n')
  const missing = await readRulebooks(folder.dir, features)
  expect(missing.problems.map(({ line, column, code }) => [line, column, code])).toEqual([
    [2, 7, 'file-missing'],
    [3, 7, 'file-outside'],
  ])
  expect(missing.problems[0]?.remedy).toContain('Did you mean "hi.en.md"?')
})

test('a link out of the folder is outside', async () => {
  await using secret = await folderOf({ 'secret.md': 'secret' })
  await using folder = await folderOf({ 'community.yaml': whole, 'greet.yaml': 'hello: { en: file:link.md }\n' })
  await symlink(path.join(secret.dir, 'secret.md'), path.join(folder.dir, 'link.md'))
  const { problems } = await readRulebooks(folder.dir, features)
  expect(problems.map((problem) => problem.code)).toEqual(['file-outside'])
})

test('empty files and files with only comments are defaults; a byte order mark and CR LF do no harm', async () => {
  expect(await problemsOf({ 'greet.yaml': '' })).toEqual([])
  expect(await problemsOf({ 'greet.yaml': '# nothing yet\n' })).toEqual([])
  expect(await problemsOf({ 'greet.yaml': '\uFEFFtone: plain\r\nratio: 1\r\n' })).toEqual([])
})

test('unknown YAML files are named, notes and editors’ leavings are not', async () => {
  const found = await problemsOf({
    'gret.yaml': '',
    'answers.yml': '',
    'README.md': '',
    '.greet.yaml.swp': '',
    'greet.yaml~': '',
  })
  expect(found.map((each) => each.at)).toEqual(['answers.yml:1:1 file-extension', 'gret.yaml:1:1 file-unknown'])
  expect(found[1]?.remedy).toContain('Did you mean "greet.yaml"?')
})

test('folders where files should be, files where folders should be, nothing at all', async () => {
  await using folder = await folderOf({ 'community.yaml': whole, file: '' })
  await mkdir(path.join(folder.dir, 'greet.yaml'))
  const codes = async (dir: string) => (await readRulebooks(dir, features)).problems.map((problem) => problem.code)
  expect(await codes(folder.dir)).toEqual(['not-a-file'])
  expect(await codes(path.join(folder.dir, 'file'))).toEqual(['unreadable'])
  expect(await codes(path.join(folder.dir, 'nowhere'))).toEqual(['unreadable'])
  expect(await codes(path.join(folder.dir, 'greet.yaml'))).toEqual(['no-community'])
})

test('keys that JavaScript holds dear are only unknown keys', async () => {
  const found = await problemsOf({
    'greet.yaml': '__proto__: { tone: plain }\nconstructor: 1\nlimits: { toString: 1 }\n',
  })
  expect(found.map((each) => each.code)).toEqual(['unknown-key', 'unknown-key', 'unknown-key'])
})

test('in Chinese too', async () => {
  const found = await problemsOf({ 'greet.yaml': 'tone: worm\n' }, 'zh')
  expect(found[0]).toMatchObject({
    message: '“tone”不能是“worm”',
    remedy: '是不是想写“warm”？ 可以是：warm, plain',
  })
  expect(formatProblems(found, 'zh')).toMatch(/^规则书有 1 处要改：\n\n.*greet\.yaml:1:7 .*\n {2}→ 是不是/)
  expect(formatProblems([], 'en')).toBe('The rulebook is in order.')
})

test('the hash is that of the meaning', async () => {
  await using folder = await folderOf({ 'community.yaml': whole, 'greet.yaml': 'tone: warm\nratio: 0.5\n' })
  const hash = async () => (await readRulebooks(folder.dir, features)).rulebooks[0]?.hash
  const before = await hash()
  await folder.put('greet.yaml', '# the same\nratio: 0.5\n')
  expect(await hash()).toBe(before)
  await folder.put('greet.yaml', 'ratio: 0.6\n')
  expect(await hash()).not.toBe(before)
})

test('groups that differ in the same way share one section', async () => {
  const groups = ['a', 'b', 'c'].map((name) => `  - match: web:${name}\n    features: { greet: { tone: plain } }\n`)
  await using folder = await folderOf({ 'community.yaml': `id: here\nname: Here\ngroups:\n${groups.join('')}` })
  const book = (await readRulebooks(folder.dir, features)).rulebooks[0]!
  expect(book.section('greet', 'web:a')).toBe(book.section('greet', 'web:c'))
  expect(book.section('greet', 'web:a')).toMatchObject({ tone: 'plain' })
})
