/** Hundreds of rulebooks, good and bad: the good make a Rulebook, the bad a problem one can act on, none a crash. */
import path from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stringify } from 'yaml'
import { readRulebooks } from '../../src/rulebook/read.ts'
import { features } from './features.ts'
import { folderOf } from './folder.ts'

const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((text) => text.trim() !== '')
const languages = fc.constantFrom(['zh'], ['en'], ['zh', 'en'], ['en', 'zh'])
const zone = fc.constantFrom('Asia/Shanghai', 'UTC', 'America/New_York', 'Europe/Berlin')
const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`)
const quiet = fc.record({ from: clock, to: clock }).filter(({ from, to }) => from !== to)
const some = <T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }) => fc.record(model, { requiredKeys: [] })

const plainText = word.filter((text) => !text.includes('{') && !text.startsWith('file:'))
const greet = some({
  enabled: fc.boolean(),
  hello: fc.oneof(fc.record({ zh: plainText }), fc.record({ zh: plainText, en: plainText })),
  windowSeconds: fc.integer({ min: 0, max: 3600 }),
  tone: fc.constantFrom('warm', 'plain'),
  ratio: fc.double({ min: 0, max: 1, noNaN: true }),
  after: fc.oneof(fc.constant('never'), fc.record({ days: fc.integer({ min: 1, max: 99 }) })),
  limits: some({ perHour: fc.integer({ min: 1, max: 99 }), perDay: fc.integer({ min: 1, max: 99 }) }),
})
const community = fc
  .tuple(
    some({ languages, timezone: zone, quiet, observe: fc.boolean() }),
    fc.array(
      some({ languages, timezone: zone, quiet: fc.oneof(quiet, fc.constant(false)), features: some({ greet }) }),
      {
        minLength: 1,
        maxLength: 4,
      },
    ),
  )
  .map(([settings, groups]) => ({
    id: 'here',
    name: 'Here',
    ...settings,
    groups: groups.map((group, index) => ({ match: `web:g${index}`, ...group })),
  }))

const read = async (files: Record<string, string | Uint8Array>) => {
  await using folder = await folderOf(files)
  const reading = await readRulebooks(folder.dir, features)
  return { ...reading, dir: folder.dir }
}

test('a rulebook without problems answers for every group it lists', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(community, greet, async (file, section) => {
      const { rulebooks, problems } = await read({
        'community.yaml': stringify(file),
        'greet.yaml': stringify(section),
      })
      expect(problems).toEqual([])
      const book = rulebooks[0]!
      for (const [index, group] of file.groups.entries()) {
        const rules = book.group(`web:g${index}`)!
        expect(rules.timezone).toBe(group.timezone ?? file.timezone ?? 'Asia/Shanghai')
        const quietHours = group.quiet ?? file.quiet
        expect(rules.quiet).toEqual(quietHours === false ? undefined : quietHours)
        const found = book.section('greet', `web:g${index}`) as { tone: string; limits: { perHour: number } }
        expect(found.tone).toBe(group.features?.greet?.tone ?? section.tone ?? 'warm')
        expect(found.limits.perHour).toBe(group.features?.greet?.limits?.perHour ?? section.limits?.perHour ?? 10)
      }
    }),
    { numRuns: 100 },
  )
})

const good = `enabled: true
hello:
  zh: 你好 {name}
  en: Hello {name}
windowSeconds: 60
tone: warm
limits:
  perHour: 3
`
/** One thing wrong with a good section; whatever is left must be told or be harmless, never thrown. */
const spoilt = fc.oneof(
  fc.record({ at: fc.nat(good.length), junk: fc.string({ unit: 'binary', maxLength: 8 }) }).map(({ at, junk }) => {
    return good.slice(0, at) + junk + good.slice(at)
  }),
  fc.record({ at: fc.nat(good.length), length: fc.integer({ min: 1, max: 30 }) }).map(({ at, length }) => {
    return good.slice(0, at) + good.slice(at + length)
  }),
  fc.json({ maxDepth: 4 }),
  fc.anything({ maxDepth: 3 }).map((value) => stringify(value) ?? ''),
  fc.string({ unit: 'binary', maxLength: 200 }),
)

test('400 spoilt sections: a rulebook or problems at real places, never a crash', { timeout: 60_000 }, async () => {
  let told = 0
  await fc.assert(
    fc.asyncProperty(spoilt, async (text) => {
      const { rulebooks, problems, dir } = await read({
        'community.yaml': 'id: here\nname: Here\nanyGroup: true\n',
        'greet.yaml': text,
      })
      expect(rulebooks.length === 1).toBe(problems.length === 0)
      if (problems.length > 0) told += 1
      const lines = text.split('\n').length
      for (const problem of problems) {
        expect(path.relative(dir, problem.file)).toBe('greet.yaml')
        expect(problem.line).toBeGreaterThanOrEqual(1)
        expect(problem.line).toBeLessThanOrEqual(lines + 1)
        expect(problem.column).toBeGreaterThanOrEqual(1)
        expect(problem.message).not.toMatch(/undefined|\[object|^$/)
        // {name} may be the text's own.
        expect(problem.message + problem.remedy).not.toMatch(/\{(value|known|expected|found|limit|near|detail)\}/)
        expect(problem.remedy).not.toBe('')
      }
    }),
    { numRuns: 400 },
  )
  expect(told).toBeGreaterThan(200)
})

test('bytes of any kind in community.yaml', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.json().map(Buffer.from)), async (bytes) => {
      const { rulebooks, problems } = await read({ 'community.yaml': bytes })
      expect(rulebooks).toEqual([])
      expect(problems.length).toBeGreaterThan(0)
    }),
    { numRuns: 100 },
  )
})
