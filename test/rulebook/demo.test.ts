/** The example that owners copy: whole, in both languages, and in order. */
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { features } from '../../src/features.ts'
import { formatProblems } from '../../src/rulebook/format.ts'
import { readRulebooks } from '../../src/rulebook/read.ts'
import { jsonSchemas } from '../../src/rulebook/schema.ts'
import { sections } from '../../src/sections.ts'

const demo = path.join(import.meta.dirname, '../../rules/demo')

test('check finds nothing wrong with it', async () => {
  const { rulebooks, problems } = await readRulebooks(demo, features)
  expect(formatProblems(problems)).toBe('The rulebook is in order.')
  const [book] = rulebooks
  expect(book?.id).toBe('lantern')
  for (const ref of ['web:reading', 'web:workshop', 'stdio:anything']) expect(book?.group(ref)).toBeDefined()
  expect(book?.section('welcome', 'web:workshop')).not.toBe(book?.section('welcome', 'web:reading'))
})

test('every feature has its file, every text both languages', async () => {
  const files = await readdir(demo)
  expect(files).toEqual(
    expect.arrayContaining(
      features.filter(({ config }) => Object.keys(config.shape).length > 0).map((feature) => `${feature.name}.yaml`),
    ),
  )
  const { rulebooks } = await readRulebooks(demo, features)
  const lonely: string[] = []
  const walk = (value: unknown, at: string): void => {
    if (typeof value !== 'object' || value === null) return
    const keys = Object.keys(value)
    if (keys.includes('zh') !== keys.includes('en')) lonely.push(at)
    for (const [key, inner] of Object.entries(value)) walk(inner, `${at}.${key}`)
  }
  for (const feature of features) walk(rulebooks[0]?.section(feature.name, 'web:workshop'), feature.name)
  expect(lonely).toEqual([])
})

test('the questions: fifteen and more, each with other ways to ask it in both languages', async () => {
  const { rulebooks } = await readRulebooks(demo, features)
  const faq = rulebooks[0]?.section('faq', 'web:reading') as { entries: { id: string; alternatives: string[] }[] }
  expect(faq.entries.length).toBeGreaterThanOrEqual(15)
  for (const { id, alternatives } of faq.entries) {
    expect([
      id,
      alternatives.some((one) => /\p{Script=Han}/u.test(one)),
      alternatives.some((one) => /^[ -~]+$/.test(one)),
    ]).toEqual([id, true, true])
  }
})

test('editors have a schema for each file that names its schema', async () => {
  const schemas = jsonSchemas(sections)
  const files = await readdir(demo)
  for (const name of Object.keys(schemas)) {
    const kept = await readFile(path.join(demo, `../../docs/schema/${name}.schema.json`), 'utf8')
    expect(kept, 'run `innkeeper schema rulebook --out docs/schema`').toBe(
      `${JSON.stringify(schemas[name], null, 2)}\n`,
    )
    if (!files.includes(name)) continue // a platform the demo does not use
    const head = (await readFile(path.join(demo, name), 'utf8')).split('\n', 1)[0]
    expect(head).toBe(`# yaml-language-server: $schema=../../docs/schema/${name}.schema.json`)
  }
  expect(JSON.stringify(schemas['community.yaml'])).toContain('windowSeconds')
})
