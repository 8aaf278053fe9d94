import { expect, test } from 'vitest'
import { whole } from './folder.ts'
import { problemsOf } from './problems.ts'

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

test("a feature's own check speaks the reader's language", async () => {
  const [found] = await problemsOf({ 'greet.yaml': 'hello: { zh: "嗨 {nmae}" }\n' }, 'zh')
  expect(found).toMatchObject({ message: '没有变量 {nmae}', remedy: '可用：{name}' })
})
