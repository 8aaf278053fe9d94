/** What the pages and the rulebook's folder hold: examples that are in order, pictures that are read. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CommandLines } from '../../../src/core/commandline.ts'
import { Commands } from '../../../src/core/engine/commands.ts'
import faq from '../../../src/features/faq/index.ts'
import { readRulebooks } from '../../../src/rulebook/read.ts'
import { folderOf, whole } from '../../rulebook/folder.ts'

const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const page = (name: string) => readFileSync(resolve(import.meta.dirname, '../../../docs', name), 'utf8')

describe.each(['faq.md', 'faq.zh-CN.md'])('%s', (name) => {
  it('shows entries that are in order', async () => {
    const yaml = /```yaml\n([\s\S]*?)```/.exec(page(name))?.[1] ?? ''
    await using folder = await folderOf({ 'community.yaml': whole, 'faq.yaml': yaml, 'map.png': png })
    const { rulebooks, problems } = await readRulebooks(folder.dir, [faq])
    expect(problems).toEqual([])
    const section = rulebooks[0]?.section('faq', 'web:x') as { entries: { picture?: { png: string } }[] } | undefined
    expect(section?.entries).toHaveLength(3)
    expect(section?.entries[0]?.picture?.png).toBe(Buffer.from(png).toString('base64'))
  })
  it('shows settings of a second opinion that are in order', async () => {
    const yaml = /```yaml\n(second:[\s\S]*?)```/.exec(page(name))?.[1] ?? ''
    await using folder = await folderOf({ 'community.yaml': whole, 'faq.yaml': yaml })
    const { rulebooks, problems } = await readRulebooks(folder.dir, [faq])
    expect(problems).toEqual([])
    expect(rulebooks[0]?.section('faq', 'web:x')).toMatchObject({
      second: { mode: 'chat', perDay: 200, timeoutMs: 2000 },
    })
  })
  it('names commands that are', () => {
    const { cards } = new Commands([faq])
    const lines = new CommandLines(cards)
    const rows = [...page(name).matchAll(/^\| `([^`]+)`(?:, `([^`]+)`|、`([^`]+)`)?/gm)].flatMap((row) => row.slice(1))
    const written = rows.filter((row) => row !== undefined && !row.startsWith('confirmations'))
    expect(written.length).toBeGreaterThanOrEqual(4)
    for (const line of written) expect(lines.parse(String(line))?.card.feature, line).toBe('faq')
  })
})

describe('a picture of an entry', () => {
  const book =
    'entries:\n  - { id: a, question: { zh: 怎么走？ }, answer: { zh: 看图 }, picture: { png: file:map.png, alt: { zh: 图 } } }\n'
  it.each([
    ['is no picture', { 'map.png': 'not a PNG' }, 'not-png'],
    ['is not there', {}, 'file-missing'],
    ['is too big', { 'map.png': new Uint8Array(1_048_577) }, 'too-large'],
  ])('that %s is told', async (_, files, code) => {
    await using folder = await folderOf({ 'community.yaml': whole, 'faq.yaml': book, ...files })
    const { problems } = await readRulebooks(folder.dir, [faq])
    expect(problems.map((problem) => problem.code)).toContain(code)
  })
})
