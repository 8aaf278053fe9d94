/** The steps that docs/giveaways.md gives members must lead to the draw's own result. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { commitmentOf, ranking } from '../../../src/features/perks/draw.ts'

const doc = readFileSync(new URL('../../../docs/giveaways.md', import.meta.url), 'utf8')
const seed = createHash('sha256').update('any seed').digest('hex')
const block = (language: string) =>
  new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(doc)![1]!.replace('PUT-THE-SEED-HERE', seed)
const winners = ranking(seed, [1, 2, 3, 4, 5]).slice(0, 2)

it('in a shell', () => {
  const [first, ...lots] = execFileSync('sh', ['-c', block('sh')], { encoding: 'utf8' })
    .trim()
    .split('\n')
  expect(first!.split(' ')[0]).toBe(commitmentOf(seed))
  expect(lots.map((line) => Number(line.split(' ')[1]))).toEqual(winners)
})

it('in a browser’s console', async () => {
  const said: unknown[][] = []
  const console = { log: (...words: unknown[]) => said.push(words) }
  await runInNewContext(`(async () => {${block('js')}})()`, { crypto, TextEncoder, Uint8Array, Promise, console })
  expect(said).toEqual([
    ['commitment', commitmentOf(seed)],
    ['winners', winners],
  ])
})
