/** What is wrong in rules is said at its line, in both languages, with how to mend it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import moderation from '../../../../src/features/moderation/index.ts'
import { ruleEn } from '../../../../src/features/moderation/rules/texts.en.ts'
import { readRulebooks } from '../../../../src/rulebook/read.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'innkeeper-rules-'))
  writeFileSync(join(folder, 'community.yaml'), 'id: c\nname: C\nanyGroup: true\n')
  writeFileSync(join(folder, 'traps.txt'), '# one a line\nfree\\s+money\n(oops\n')
})
afterAll(() => rmSync(folder, { recursive: true }))
const problems = async (yaml: string, locale: 'zh' | 'en' = 'en') => {
  writeFileSync(join(folder, 'moderation.yaml'), yaml)
  return (await readRulebooks(folder, [moderation], locale)).problems
}
const rule = (lines: string) => `rules:\n  - id: one\n${lines.replace(/^/gm, '    ')}\n`

const table: Readonly<Record<string, readonly [yaml: string, line: number, message: string | RegExp]>> = {
  'two triggers in one': [rule('when: [{ words: [a], links: {} }]\ndo: [log]'), 3, /exactly one thing .* 2/],
  'an unknown trigger': [rule('when: [{ wrods: [a] }]\ndo: [log]'), 3, 'no key "wrods"'],
  'an unknown effect': [rule('when: [message]\ndo: [delet]'), 4, /delet/],
  'two effects in one': [rule('when: [message]\ndo: [{ delete: {}, warn: {} }]'), 4, 'exactly one thing'],
  'the same id twice': [
    'rules:\n  - { id: a, when: [message], do: [log] }\n  - { id: a, when: [message], do: [log] }\n',
    3,
    'two rules with the id “a”',
  ],
  'an unknown list': [rule('when: [{ words: { list: fruit } }]\ndo: [log]'), 3, 'no list “fruit”'],
  'an empty list': [
    `lists: { a: { words: [x] } }\n${rule('when: [{ domains: { list: a } }]\ndo: [log]')}`,
    4,
    'the list “a” has no domains',
  ],
  'a pattern that is none': [rule('when:\n  - regex: "(a"\ndo: [log]'), 4, 'pattern cannot be read'],
  'a pattern with a look-ahead': [rule('when: [{ regex: "(?=a)b" }]\ndo: [log]'), 3, 'pattern cannot be read'],
  'a pattern too large': [rule('when: [{ regex: "(.{0,500}){2}z" }]\ndo: [log]'), 3, 'too large'],
  'a pattern in a list': [
    `lists:\n  traps:\n    regexes: ["ok", "[z-a]"]\n${rule('when: [message]\ndo: [log]')}`,
    3,
    'pattern cannot be read',
  ],
  'a pattern in a file': [
    `lists:\n  traps:\n    regexes: "file:traps.txt"\n${rule('when: [message]\ndo: [log]')}`,
    3,
    'pattern cannot be read',
  ],
  'an unknown counter': [rule('when: [message]\ndo:\n  - count: { counter: heat }'), 5, 'no counter “heat”'],
  'a counter nothing counts': [
    `counters: { heat: {} }\n${rule('when: [{ counter: { of: heat, least: 3 } }]\ndo: [log]')}`,
    4,
    'no rule changes',
  ],
  'a condition on an unknown counter': [
    rule('when: [message]\nif: [{ counter: { of: heat, least: 1 } }]\ndo: [log]'),
    4,
    'no counter “heat”',
  ],
  'two ways to decay': ['counters:\n  heat: { half: 1h, perHour: 2 }\n', 2, 'more than one way'],
  'a variable that is none': [rule('when: [message]\ndo:\n  - reply: { en: "Hello {nmae}" }'), 5, '{nmae}'],
  'nothing to say': [rule('when: [message]\ndo: [{ whisper: {} }]'), 4, 'there is no text'],
  'nothing to look for in a name': [rule('when: [{ name: {} }]\ndo: [warn]'), 3, 'nothing to look for'],
  'a length without a length': [rule('when: [{ length: {} }]\ndo: [log]'), 3, 'nothing to look for'],
  'deleting without a message': [rule('when: [join]\ndo: [delete]'), 4, 'there is no message'],
  'a time that is none': [rule('when: [message]\ndo: [{ mute: soon }]'), 4, /soon/],
}
test.each(Object.entries(table))('%s', async (_name, [yaml, line, message]) => {
  const [first, ...rest] = await problems(yaml)
  expect(first?.message).toMatch(message)
  expect(first).toMatchObject({ file: join(folder, 'moderation.yaml'), line })
  expect(first?.remedy).not.toBe('')
  expect(rest).toEqual([])
  const [zh] = await problems(yaml, 'zh')
  expect(zh?.message).toMatch(/\p{Script=Han}/u)
})
test('every way to be wrong is shown here', () => {
  const said = Object.keys(ruleEn).filter((key) => key.startsWith('wrong.'))
  expect(said.length).toBeGreaterThan(10)
  const table_ = Object.values(table).map(([, , message]) => String(message))
  expect(table_.length).toBeGreaterThanOrEqual(said.length)
})
test('a whole set of rules is in order', async () => {
  const yaml = `
lists:
  slurs: { words: [idiot, 笨蛋], match: substring }
  ours: { invites: [discord.gg/ours], domains: [example.com] }
counters:
  heat: { per: member, half: 30m }
rules:
  - id: invites
    name: { zh: 不发外群邀请, en: no invitations elsewhere }
    when: [{ invites: { except: { list: ours } } }]
    if: [{ newcomer: true }, { not: { channels: [ads] } }]
    do: [delete, warn, { count: { counter: heat, by: 2 } }]
    stop: true
  - id: hot
    when: [{ counter: { of: heat, least: 5 } }]
    do: [{ mute: 1小时 }, { reset: { counter: heat } }, { alert: { en: "{name} is hot: {found}" } }]
    cooldown: 10m
  - id: night
    when: [attachments, { words: { list: slurs } }]
    if: [{ hours: { from: "23:00", to: "07:00" }, days: [fri, sat] }]
    do: [ask]
    observe: true
`
  expect(await problems(yaml)).toEqual([])
})
