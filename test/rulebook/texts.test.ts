import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { variables } from '../../src/core/texts.ts'
import { problemCodes, rulebookTexts } from '../../src/rulebook/texts.ts'

test('docs/rulebook.md tells every code as check does', async () => {
  const page = await readFile(path.join(import.meta.dirname, '../../docs/rulebook.md'), 'utf8')
  const rows = page.split('\n').filter((line) => line.startsWith('| `'))
  const { en } = rulebookTexts
  expect(rows).toEqual(problemCodes.map((code) => `| \`${code}\` | ${en[code]} | ${en[`${code}.remedy`]} |`))
})

test('both languages use the same variables', () => {
  for (const [key, zh] of Object.entries(rulebookTexts.zh)) {
    expect([key, variables(rulebookTexts.en[key] ?? '').sort()]).toEqual([key, variables(zh).sort()])
  }
})
