/** docs/moderation.md has a row for each complaint of the moderation kind, and each names tests that name it. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../../..')
const page = readFileSync(join(root, 'docs/moderation.md'), 'utf8')
const rows = (page.split('# What users of other bots complain of\n')[1] ?? '')
  .split('\n')
  .flatMap((line) => /^\| (\d+) \|(.*)\|(.*)\|(.*)\|$/.exec(line) ?? [])
const table = Array.from({ length: rows.length / 5 }, (_, n) => rows.slice(n * 5 + 1, n * 5 + 5))
const fileOf = (name: string) => (name.startsWith('/') ? join(root, name) : join(import.meta.dirname, name))

test('every complaint of the moderation kind has its row', () => {
  expect(table.map(([number]) => Number(number))).toEqual([7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19])
})
describe.each(table)('complaint %s', (number = '', _complaint, answer = '', tests = '') => {
  const files = [...tests.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)
  test('says what is done', () => expect(answer.trim().length).toBeGreaterThan(20))
  test('is named by the tests that it names', () => {
    expect(files).not.toEqual([])
    const named = new RegExp(`complaints? (?:\\d+ and )?${number}\\b`)
    const missing = files.filter((name) => !existsSync(fileOf(name)) || !named.test(readFileSync(fileOf(name), 'utf8')))
    expect(missing).toEqual([])
  })
})
