/** docs/moderation.md has every trigger, condition and effect, and no row of it is empty. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { config } from '../../../../src/features/moderation/config.ts'
import { checkRules } from '../../../../src/features/moderation/rules/check.ts'
import { conditionParts } from '../../../../src/features/moderation/rules/schema/conditions.ts'
import { effectNames } from '../../../../src/features/moderation/rules/schema/effects.ts'
import { triggerNames } from '../../../../src/features/moderation/rules/schema/triggers.ts'

const page = readFileSync(join(import.meta.dirname, '../../../../docs/moderation.md'), 'utf8')
const section = (title: string) => page.split(`### ${title}\n`)[1]?.split(/\n#+ /)[0] ?? ''
const rows = (title: string) =>
  section(title)
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim()))

describe.each([
  ['Triggers', triggerNames],
  ['Conditions', Object.keys(conditionParts)],
  ['Effects', effectNames],
] as const)('the table of %s', (title, names) => {
  test('has all of ours', () => {
    const ours = rows(title).map((cells) => cells.at(-2) ?? '')
    const named = new Set(ours.flatMap((cell) => [...cell.matchAll(/`(\w+)/g)].map(([, name]) => name)))
    expect(names.filter((name) => !named.has(name))).toEqual([])
  })
  test('has no empty cell, and says why where we have none', () => {
    for (const cells of rows(title)) {
      expect(
        cells.slice(1, -1).every((cell) => cell !== ''),
        cells.join(' | '),
      ).toBe(true)
      const ours = cells.at(-2) ?? ''
      expect(ours, cells.join(' | ')).toMatch(/`|always|\*no\*.*: |doors tell no/)
    }
  })
})
test('the rules shown on the page are in order', () => {
  const yaml = /```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? ''
  const shown = parse(yaml.replace('"file:words/insults.txt"', '[x]'))
  expect(shown.rules.length).toBeGreaterThan(0)
  expect(checkRules(config.parse(shown))).toEqual([])
})
