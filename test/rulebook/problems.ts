/** The problems of a folder as `file:line:column code` and their texts. */
import path from 'node:path'
import { expect } from 'vitest'
import type { Locale } from '../../src/core/words.ts'
import { readRulebooks } from '../../src/rulebook/read.ts'
import { features } from './features.ts'
import { folderOf, whole } from './folder.ts'

export async function problemsOf(files: Record<string, string | Uint8Array>, locale?: Locale) {
  await using folder = await folderOf({ 'community.yaml': whole, ...files })
  const { rulebooks, problems } = await readRulebooks(folder.dir, features, locale)
  if (problems.length > 0) expect(rulebooks).toEqual([])
  return problems.map((problem) => ({
    ...problem,
    at: `${path.relative(folder.dir, problem.file)}:${problem.line}:${problem.column} ${problem.code}`,
  }))
}
