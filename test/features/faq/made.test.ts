/** What was taught in chat, written out as a rulebook that holds. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { made } from '../../../src/features/faq/made.ts'
import { run } from '../../cli/process.ts'
import { folderOf } from '../../rulebook/folder.ts'
import { entries, openDesk } from './entries.ts'

it('teach, export, check: the desk of the export knows what it was taught', async () => {
  await using folder = await folderOf({})
  const db = join(folder.dir, 'inn.db')
  const inn = await openDesk({}, { place: db, name: '这里' })
  await inn.gives('mod', 'teach', { question: '停车场在几楼？', answer: '地下 "二" 层：B2' })
  const id = /\/unteach (\S+)/.exec(inn.sent()[0] ?? '')?.[1] ?? ''
  await inn.gives('mod', 'teach', { question: 'Is there a car park?', answer: `=${id}` })
  await inn.gives('mod', 'teach', { question: '奖品有哪些', answer: '=points' })
  await inn.close()

  const { out } = await run(['export', '--rulebook', folder.dir, '--db', db])
  const file = join(folder.dir, 'here', 'faq.yaml')
  expect(out.trim()).toBe(file)
  const section = parse(await readFile(file, 'utf8')) as { entries: object[]; wordings: object }
  expect(section).toEqual({
    entries: [
      {
        id,
        question: { zh: '停车场在几楼？' },
        alternatives: ['Is there a car park?'],
        answer: { zh: '地下 "二" 层：B2' },
        note: '/teach mod 2026-03-02',
      },
    ],
    wordings: { points: ['奖品有哪些'] },
  })

  await writeFile(join(folder.dir, 'here', 'community.yaml'), 'id: here\nname: Here\nanyGroup: true\n')
  const merged = { ...section, entries: [...entries, ...section.entries] }
  await writeFile(file, stringify(merged))
  expect((await run(['check', join(folder.dir, 'here')])).out).toContain('is in order')
  await using alone = await folderOf({})
  const fresh = await openDesk(merged, { place: join(alone.dir, 'inn.db') })
  await fresh.says('ann', 'is there a car park')
  await fresh.says('bob', '奖品有哪些？')
  expect(fresh.sent()).toEqual(['地下 "二" 层：B2', expect.stringContaining('/redeem')])
  await fresh.close()
})

it('is nothing where nothing was taught', async () => {
  const inn = await openDesk()
  await inn.says('ann', 'hello')
  expect(await made(inn.store.db, 'here')).toEqual({})
  await inn.close()
})
