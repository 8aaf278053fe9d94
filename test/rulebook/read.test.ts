import { mkdir, symlink } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { Locale } from '../../src/core/words.ts'
import { formatProblems } from '../../src/rulebook/format.ts'
import { readRulebooks } from '../../src/rulebook/read.ts'
import { features } from './features.ts'
import { folderOf, whole } from './folder.ts'

/** The problems of a folder as `file:line:column code` and their texts. */
async function problemsOf(files: Record<string, string | Uint8Array>, locale?: Locale) {
  await using folder = await folderOf({ 'community.yaml': whole, ...files })
  const { rulebooks, problems } = await readRulebooks(folder.dir, features, locale)
  if (problems.length > 0) expect(rulebooks).toEqual([])
  return problems.map((problem) => ({
    ...problem,
    at: `${path.relative(folder.dir, problem.file)}:${problem.line}:${problem.column} ${problem.code}`,
  }))
}

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

test('several mistakes at once, each at its place, with what was probably meant', async () => {
  const found = await problemsOf({
    'greet.yaml': `enabled: yes
helo:
  zh: hi
windowSeconds: 2.5
tone: worm
ratio: 3
limits:
  per_hour: 4
  perDay: 0
after:
  days: 0
`,
  })
  expect(found.map((each) => each.at)).toEqual([
    'greet.yaml:1:10 wrong-type',
    'greet.yaml:2:1 unknown-key',
    'greet.yaml:4:16 wrong-type',
    'greet.yaml:5:7 unknown-value',
    'greet.yaml:6:8 too-big',
    'greet.yaml:8:3 unknown-key',
    'greet.yaml:9:11 too-small',
    'greet.yaml:11:9 too-small',
  ])
  expect(found.map((each) => `${each.message}. ${each.remedy}`)).toEqual([
    '"enabled" should be true or false, not text "yes". Write true or false',
    'there is no key "helo" here. Did you mean "hello"? Known here: enabled, hello, windowSeconds, tone, ratio, after, limits',
    '"windowSeconds" should be a whole number, not 2.5. Make it a whole number',
    '"tone" cannot be "worm". Did you mean "warm"? It can be: warm, plain',
    '"ratio" is 3, more than 1. Make it 1 or less',
    'there is no key "per_hour" here. Did you mean "perHour"? Known here: perHour, perDay',
    '"perDay" is 0, less than 1. Make it 1 or more',
    '"days" is 0, less than 1. Make it 1 or more',
  ])
})

test('inside lists, maps and tagged choices', async () => {
  const found = await problemsOf({
    'answers.yaml': `entries:
  - id: a
    ask: []
    say: { en: x }
  - ask: hello
    say: {}
words:
  muchtoolongaword: 1
  ok: two
steps:
  - do: wran
  - do: mute
  - do: warn
    text:
`,
  })
  expect(found.map((each) => each.at)).toEqual([
    'answers.yaml:3:10 too-few',
    'answers.yaml:5:5 missing-key',
    'answers.yaml:5:10 wrong-type',
    'answers.yaml:6:10 rejected',
    'answers.yaml:8:3 too-long',
    'answers.yaml:9:7 wrong-type',
    'answers.yaml:11:9 unknown-value',
    'answers.yaml:12:5 missing-key',
    'answers.yaml:14:5 left-empty',
  ])
  expect(found[1]?.remedy).toBe('Add "id: …" here (text)')
  expect(found[2]?.remedy).toContain('after "- "')
  expect(found[6]?.remedy).toContain('Did you mean "warn"?')
})

test("a feature's own check speaks at the place it names", async () => {
  const found = await problemsOf({ 'greet.yaml': 'hello:\n  zh: 你好 {nmae}\n' })
  expect(found[0]).toMatchObject({
    at: 'greet.yaml:2:7 rejected',
    message: 'there is no variable {nmae}',
    remedy: 'Known here: {name}',
  })
})

test("a group's differences are checked where they stand, merged with what they differ from", async () => {
  const found = await problemsOf({
    'community.yaml': `id: here
name: Here
groups:
  - match: web:a
    features:
      greet:
        hello: { zh: '{nmae}' }
        tnoe: plain
      gret: {}
      answers:
        steps: [{ do: mute }]
`,
  })
  expect(found.map((each) => each.at)).toEqual([
    'community.yaml:8:9 unknown-key',
    'community.yaml:9:7 unknown-key',
    'community.yaml:11:17 missing-key',
  ])
  expect(found[1]?.remedy).toContain('Did you mean "greet"?')
})

test('community.yaml: zones, languages, ids, quiet hours, groups listed twice or never reached', async () => {
  const found = await problemsOf({
    'community.yaml': `id: Here!
name: ''
timezone: Asia/Beijing
languages: [zh, zh]
quiet: { from: 8:00, to: 25:00 }
staff: [{ user: web:a }, { user: web:a, role: admin }]
`,
  })
  expect(found.map((each) => each.at)).toEqual([
    'community.yaml:1:5 rejected',
    'community.yaml:2:7 rejected',
    'community.yaml:3:11 timezone',
    'community.yaml:4:12 rejected',
    'community.yaml:5:16 rejected',
    'community.yaml:5:26 rejected',
    'community.yaml:6:47 unknown-value',
  ])
  expect(found[2]?.remedy).toContain('Did you mean "Asia/Shanghai"?')
  const groups = await problemsOf({
    'community.yaml':
      'id: a\nname: A\ngroups:\n  - match: web:*\n  - match: web:b*\n  - match: web:c\n  - match: web:c\nstaff: [{ user: web:a }, { user: web:a }]\n',
  })
  expect(groups.map((each) => each.at)).toEqual([
    'community.yaml:5:12 never-reached',
    'community.yaml:7:12 listed-twice',
    'community.yaml:8:34 listed-twice',
  ])
  const nobody = await problemsOf({ 'community.yaml': 'id: a\nname: A\n' })
  expect(nobody.map((each) => each.code)).toEqual(['serves-nobody'])
})

test.each([
  ['Asia/Shangai', 'Asia/Shanghai'],
  ['EST', 'America/New_York'],
  ['UTC+8', 'Asia/Shanghai'],
  ['+08:00', undefined],
])('the zone %s is refused, %s suggested', async (zone, near) => {
  const found = await problemsOf({ 'community.yaml': `${whole}timezone: '${zone}'\n` })
  expect(found.map((each) => each.at)).toEqual(['community.yaml:4:11 timezone'])
  if (near) expect(found[0]?.remedy).toContain(`Did you mean "${near}"?`)
  else expect(found[0]?.remedy).not.toContain('Did you mean')
})

test.each([
  ['tab', 'limits:\n\tperHour: 3\n', 'greet.yaml:2:1 yaml-tab'],
  ['key twice', 'tone: warm\ntone: plain\n', 'greet.yaml:2:1 yaml-duplicate'],
  ['colon in a text', 'tone: a: b\n', 'greet.yaml:1:7 yaml-colon'],
  ['full-width colon', 'enabled: true\ntone：warm\n', 'greet.yaml:2:1 yaml-wide-colon'],
  ['quote left open', 'tone: "warm\n', 'greet.yaml:2:1 yaml-quote'],
  ['bracket left open', 'limits: {perHour: 3\n', 'greet.yaml:2:1 yaml-syntax'],
  ['reserved start', 'tone: @warm\n', 'greet.yaml:1:7 yaml-start'],
  ['lines not in line', 'limits:\n    perHour: 3\n  perDay: 3\n', 'greet.yaml:3:1 yaml-indent'],
  ['two documents', 'tone: warm\n---\ntone: plain\n', 'greet.yaml:2:1 yaml-documents'],
  ['lost alias', 'tone: *w\n', 'greet.yaml:1:7 yaml-alias'],
  ['strange tag', 'tone: !mood warm\n', 'greet.yaml:1:7 yaml-tag'],
  ['a list', '- tone\n', 'greet.yaml:1:1 wrong-type'],
  ['a word', 'tone\n', 'greet.yaml:1:1 wrong-type'],
  ['a thousand brackets', '['.repeat(20_000), 'too-deep'],
  ['not UTF-8', new Uint8Array([0x74, 0x3a, 0x20, 0x31, 0x0a, 0xc4, 0xe3, 0x0a]), 'greet.yaml:2:1 not-utf8'],
  ['too large', new Uint8Array(8 * 1024 * 1024 + 1), 'greet.yaml:1:1 too-large'],
])('form: %s', async (_name, content, at) => {
  const found = await problemsOf({ 'greet.yaml': content })
  expect(found.some((each) => each.at.endsWith(at))).toBe(true)
  for (const each of found) expect(each.message.length * each.remedy.length).toBeGreaterThan(0)
})

test('a text that a comma cuts inside braces', async () => {
  const found = await problemsOf({ 'greet.yaml': 'hello: { zh: 你好, en: Hello, dear }\n' })
  expect(found[0]).toMatchObject({
    at: 'greet.yaml:1:29 yaml-comma',
    remedy: 'Put the whole text in quotes',
  })
})

test('a variable outside of quotes', async () => {
  for (const text of ['hello: { en: Hello {name} }\n', 'hello:\n  en: {name}, hello\n']) {
    const found = await problemsOf({ 'greet.yaml': text })
    expect(found[0]).toMatchObject({
      code: 'yaml-variable',
      message: 'the braces of the variable {name} stand outside of quotes',
    })
  }
  expect(await problemsOf({ 'greet.yaml': 'hello: { en: "Hello {name}" }\n' })).toEqual([])
})

test('aliases that multiply are refused, ordinary ones are fine', async () => {
  const laughs = ['a: &a [x, x, x, x, x, x, x, x, x]', ...[...'bcdefghi'].map((c, i) => laugh('abcdefgh'[i]!, c))]
  const found = await problemsOf({ 'greet.yaml': laughs.join('\n') })
  expect(found.map((each) => each.code)).toEqual(['too-deep'])
  const fine = await problemsOf({ 'greet.yaml': 'hello:\n  zh: &hi 你好\n  en: *hi\n' })
  expect(fine).toEqual([])
})
const laugh = (before: string, name: string) => `${name}: &${name} [${Array(9).fill(`*${before}`).join(', ')}]`

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
  expect(formatProblems(found, 'zh')).toMatch(/^规则手册有 1 处要改：\n\n.*greet\.yaml:1:7 .*\n {2}→ 是不是/)
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
