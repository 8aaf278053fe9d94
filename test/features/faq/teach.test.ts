import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { fieldsOf } from '../../../src/core/command.ts'
import { teach } from '../../../src/features/faq/commands/teach.ts'
import { config } from '../../../src/features/faq/config.ts'
import { entriesPanel, unansweredPanel } from '../../../src/features/faq/panels.ts'
import { wordsOf } from '../../../src/features/faq/unanswered.ts'
import type { Inn } from '../../kit/inn.ts'
import { entries, halfKnown, openDesk } from './entries.ts'

let inn: Inn
afterEach(() => inn.close())
const asking = '停车场在几楼？'
const taughtId = (reply = '') => /\/unteach (\S+)/.exec(reply)?.[1] ?? ''

it('is asked, listed, taught, and then knows', async () => {
  inn = await openDesk()
  await inn.says('ann', asking)
  await inn.says('bob', asking)
  await inn.says('bob', '停车场在几楼')
  expect(inn.took()).toEqual([])
  await inn.gives('mod', '未答')
  expect(inn.sent()[0]).toContain('2 人问过，共 3 次')
  await inn.gives('mod', '教', { question: asking, answer: '地下二层' })
  expect(inn.sent()).toEqual([expect.stringContaining('记住了'), expect.stringMatching(/^@ann @bob .*\n地下二层$/s)])
  await inn.says('cat', '停车场在哪一层楼？停车场几楼？')
  expect(inn.sent()).toEqual(['地下二层'])
  await inn.gives('mod', 'unanswered', {}, { locale: 'en' })
  expect(inn.sent()).toEqual(['No question is waiting for an answer.'])
})
it('is taught as a line of chat in either language', async () => {
  inn = await openDesk()
  await inn.says('mod', '/教 问：停车场在几楼 答：地下 二层')
  await inn.says('mod', '/teach "Is there a car park?" "Two floors down"')
  inn.took()
  await inn.says('ann', asking)
  await inn.says('ann', 'is there a car park?')
  expect(inn.sent()).toEqual(['地下 二层', 'Two floors down'])
})
it('is taught in a form with quotes around the question, which are no part of it', async () => {
  inn = await openDesk()
  for (const question of ['"Is there a car park?"', '“停车场在几楼？”'])
    await inn.gives('mod', 'teach', { question, answer: 'x' })
  expect((await inn.rows('faq_taught')).map((row) => row.question)).toEqual(
    expect.arrayContaining(['Is there a car park?', '停车场在几楼？']),
  )
})
it('is taught by replying to the question where its text is kept, and answers it at once', async () => {
  inn = await openDesk({ keepText: true })
  const question = await inn.says('ann', asking)
  await inn.gives('mod', 'teach', { question: '地下二层' }, { replyTo: question })
  expect(inn.took()).toMatchObject([
    { action: { text: '地下二层', replyTo: question } },
    { action: { text: expect.stringContaining(asking) } },
  ])
  await inn.says('bob', '停车场在几楼啊')
  expect(inn.sent()).toEqual(['地下二层'])
})
it('keeps no text unless the owner wants it, and then asks for the question', async () => {
  inn = await openDesk()
  const question = await inn.says('ann', asking)
  expect(JSON.stringify(await inn.rows('faq_unanswered'))).not.toContain('停车场在几楼')
  expect(await inn.gives('mod', 'teach', { question: '地下二层' }, { replyTo: question })).toMatchObject({
    ok: false,
    errors: [{ field: 'question', code: 'faq/noQuestion' }],
  })
})
it('learns another wording of an entry', async () => {
  inn = await openDesk()
  await inn.gives('mod', 'teach', { question: '咋报到领豆豆', answer: '=check-in' })
  inn.took()
  await inn.says('ann', '咋报到领豆豆')
  expect(inn.sent()).toEqual(['发「签到」两个字就行，每天一次。'])
  expect(await inn.gives('mod', 'teach', { question: 'x y', answer: '=nothing' })).toMatchObject({
    errors: [{ field: 'answer', code: 'faq/noEntry' }],
  })
})
it('forgets what it is told to forget', async () => {
  inn = await openDesk()
  await inn.gives('mod', 'teach', { question: asking, answer: '地下二层' })
  const id = taughtId(inn.sent()[0])
  await inn.gives('mod', 'unteach', { id })
  inn.took()
  await inn.says('ann', asking)
  expect(inn.took()).toEqual([])
  expect(await inn.gives('mod', 'unteach', { id })).toMatchObject({ ok: false, errors: [{ field: 'id' }] })
})
it('lets only staff teach', async () => {
  inn = await openDesk()
  expect(await inn.gives('ann', 'teach', { question: 'a b', answer: 'c' })).toMatchObject({
    errors: [{ code: 'command/not-allowed' }],
  })
})
it('still knows after a restart, and after the rulebook changed', async () => {
  const place = join(mkdtempSync(join(tmpdir(), 'faq-')), 'inn.db')
  inn = await openDesk({}, { place })
  await inn.gives('mod', 'teach', { question: asking, answer: '地下二层' })
  await inn.close()
  inn = await openDesk({}, { place, start: Date.UTC(2026, 2, 3) })
  await inn.says('ann', asking, { id: 'after' })
  expect(inn.sent()).toEqual(['地下二层'])
  await inn.rules({ sections: { faq: { entries: [] } } })
  await inn.says('ann', asking, { id: 'later', group: 'other' })
  expect(inn.sent()).toEqual(['地下二层'])
})
async function office() {
  const [group] = await inn.rows('groups')
  return {
    db: inn.store.reader,
    config: config.parse({ entries }),
    community: { id: String(group?.community), name: 'test' },
    groups: [],
    now: inn.now,
    locale: 'zh' as const,
  }
}
const unanswered = async () => (await unansweredPanel(await office())).rows.map(({ cells }) => cells)

it('shows questions by their whole words as written, counted by stems, and begins no lesson with them', async () => {
  inn = await openDesk()
  await inn.says('ann', 'Does anybody here read Poetry together on Sundays?')
  await inn.says('bob', 'does anybody here reads poetry together on sunday?')
  await inn.says('cat', '周日有人一起读诗歌吗 Poetry？')
  const rows = await unanswered()
  expect(rows.map(({ text, askers }) => [text, askers])).toEqual([
    ['anybody · reads · poetry · together · sunday', 2],
    ['周日 · 有人 · 一起 · 读 · 诗歌 · Poetry', 1],
  ])
  expect(rows.filter((cells) => 'question' in cells)).toEqual([])
  await inn.gives('mod', 'unanswered', {}, { locale: 'en' })
  expect(inn.sent()[0]).toMatch(/1\. \[#\w+\] anybody · reads · poetry · together · sunday: asked by 2/)
})
it('begins the lesson with the question where its text is kept', async () => {
  inn = await openDesk({ keepText: true })
  await inn.says('ann', asking)
  expect(await unanswered()).toMatchObject([{ text: asking, question: asking }])
})
it('shows the words of what was offered in vain', async () => {
  inn = await openDesk()
  const { text } = halfKnown('en')
  await inn.says('ann', text)
  const [ask] = inn.took().flatMap(({ action }) => (action.type === 'ask' ? [action.ask] : []))
  await inn.chooses('ann', String(ask), 'none')
  expect(await unanswered()).toMatchObject([{ text: wordsOf(text) }])
})
it('asks for both fields in a form, and for either in a reply', async () => {
  inn = await openDesk({ keepText: true })
  expect(fieldsOf(teach.input).map(({ name, required }) => [name, required])).toEqual([
    ['question', true],
    ['answer', true],
  ])
  const question = await inn.says('ann', asking)
  await inn.says('mod', '教答案 地下二层', { replyTo: question })
  expect(inn.sent()).toContain('地下二层')
})
it('shows both in the office', async () => {
  inn = await openDesk()
  await inn.says('ann', asking)
  await inn.says('ann', '怎么签到？')
  await inn.gives('mod', 'teach', { question: 'Is there a car park?', answer: 'Yes' })
  const ctx = await office()
  expect((await unansweredPanel(ctx)).rows).toMatchObject([{ cells: { askers: 1, count: 1 } }])
  const { rows } = await entriesPanel(ctx)
  expect(rows[0]).toMatchObject({ id: 'check-in', cells: { question: '怎么签到？', answered: 1 } })
  expect(rows.at(-1)).toMatchObject({ cells: { by: 'mod' }, acts: [{ command: 'unteach' }] })
})
