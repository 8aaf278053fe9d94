/** What the features' own checks say of a rulebook, in the language of who reads it. */
import { expect, test } from 'vitest'
import { features } from '../../src/features.ts'
import { readRulebooks } from '../../src/rulebook/read.ts'
import { folderOf, whole } from '../rulebook/folder.ts'

const broken = {
  'community.yaml': whole,
  'schedule.yaml':
    'posts:\n  - { id: a, cron: "0 25 * * *", text: { zh: "{nmae}" } }\n  - { id: a, cron: "* * * * *" }\n',
  'rules.yaml': 'text: { zh: 友善 }\nreminder: { cron: "0 9 * * fri-mon" }\n',
  'perks.yaml':
    'budget: { perMonth: 1 }\ncatalogue:\n  - { id: tea, name: { zh: 茶 }, cost: 5, price: 9 }\n  - { id: tea, name: { zh: 茶 }, cost: 5 }\n',
  'moderation.yaml': 'ask: 0.9\nact: 0.8\n',
  'faq.yaml':
    'entries:\n  - { id: a, question: { zh: 甲 }, answer: { zh: 乙 } }\n  - { id: a, question: { zh: 丙 }, answer: { zh: 丁 } }\n  - { id: b, after: c, from: 2026-02-01, until: 2026-01-01, question: { zh: 戊 }, answer: { zh: 己 } }\n',
  'welcome.yaml': 'text: { zh: "{nmae}" }\n',
}

test.each(['zh', 'en'] as const)('in %s every message and remedy is', async (locale) => {
  await using folder = await folderOf(broken)
  const { problems } = await readRulebooks(folder.dir, features, locale)
  expect(problems.length).toBeGreaterThanOrEqual(10)
  for (const { message, remedy } of problems)
    for (const said of [message, remedy]) expect(/\p{Script=Han}/u.test(said), said).toBe(locale === 'zh')
})

test('a length of time too', async () => {
  await using folder = await folderOf({ 'community.yaml': whole, 'moderation.yaml': 'for: soon\n' })
  const { problems } = await readRulebooks(folder.dir, features, 'zh')
  expect(problems).toMatchObject([{ code: 'no-duration', message: '“soon”不是时长' }])
})
