import { rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { Reading } from '../../src/rulebook/read.ts'
import { type Watching, watchRulebooks } from '../../src/rulebook/watch.ts'
import { features } from './features.ts'
import { folderOf, whole } from './folder.ts'

const open: Watching[] = []
afterEach(async () => {
  for (const watching of open.splice(0)) await watching.close()
})

/** Readings as they come; `next` waits for the one after those already taken. */
function watched(dir: string) {
  const readings: Reading[] = []
  let wake = () => {}
  const onChange = (reading: Reading) => {
    readings.push(reading)
    wake()
  }
  open.push(watchRulebooks(dir, features, onChange, { settleMs: 40, againMs: 80 }))
  const next = async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    wake = resolve
    if (readings.length === 0) await promise
    return readings.shift()!
  }
  return { next, readings }
}
const begun = () => new Promise((resolve) => setTimeout(resolve, 150))
const toneOf = (reading: Reading) => (reading.rulebooks[0]!.section('greet', 'web:x') as { tone: string }).tone

test('an edit comes into force, a broken one is told, mending it is told', async () => {
  await using folder = await folderOf({ 'community.yaml': whole, 'greet.yaml': 'tone: warm\n' })
  const { next } = watched(folder.dir)
  await begun()
  await folder.put('greet.yaml', 'tone: plain\n')
  expect(toneOf(await next())).toBe('plain')
  await folder.put('greet.yaml', 'tone: wram\n')
  const broken = await next()
  expect(broken.rulebooks).toEqual([])
  expect(broken.problems.map((problem) => problem.code)).toEqual(['unknown-value'])
  await folder.put('greet.yaml', 'tone: warm\n')
  const mended = await next()
  expect(toneOf(mended)).toBe('warm')
  expect(mended.problems).toEqual([])
})

test('editors save by writing another file and renaming it; a text in a folder below counts too', async () => {
  await using folder = await folderOf({
    'community.yaml': whole,
    'greet.yaml': 'hello: { en: file:texts/hi.md }\n',
    'texts/hi.md': 'one',
  })
  const { next } = watched(folder.dir)
  await begun()
  const saveByRename = async (name: string, content: string) => {
    const file = path.join(folder.dir, name)
    await writeFile(`${file}.tmp`, content)
    await rename(`${file}.tmp`, file)
  }
  await saveByRename('texts/hi.md', 'two')
  expect((await next()).rulebooks[0]?.section('greet', 'web:x')).toMatchObject({ hello: { en: 'two' } })
  await saveByRename('texts/hi.md', 'three')
  expect((await next()).rulebooks[0]?.section('greet', 'web:x')).toMatchObject({ hello: { en: 'three' } })
})

test('what changes nothing is not told', async () => {
  await using folder = await folderOf({ 'community.yaml': whole, 'greet.yaml': 'tone: warm\n' })
  const { next, readings } = watched(folder.dir)
  await begun()
  await folder.put('greet.yaml', '# only a comment\ntone: warm\n')
  await folder.put('notes.md', 'by the way')
  await begun()
  await folder.put('greet.yaml', 'tone: plain\n')
  expect(toneOf(await next())).toBe('plain')
  expect(readings).toEqual([])
})

test('the folder may go away and come back', async () => {
  await using folder = await folderOf({ 'community.yaml': whole, 'greet.yaml': 'tone: warm\n' })
  const { next } = watched(folder.dir)
  await begun()
  await rename(folder.dir, `${folder.dir}.away`)
  expect((await next()).problems.map((problem) => problem.code)).toEqual(['unreadable'])
  await rename(`${folder.dir}.away`, folder.dir)
  expect(toneOf(await next())).toBe('warm')
  await begun()
  await rm(path.join(folder.dir, 'greet.yaml'))
  await folder.put('greet.yaml', 'tone: plain\n')
  expect(toneOf(await next())).toBe('plain')
})
