import { expect, test } from 'vitest'
import faq from '../../../src/features/faq/index.ts'
import perks from '../../../src/features/perks/index.ts'
import { openInn } from '../../kit/inn.ts'

const entry = (id: string, zh: string, en: string, more = {}) => ({
  id,
  question: { zh, en },
  answer: { zh: '答', en: 'answer' },
  ...more,
})
const open = () =>
  openInn({
    features: [faq, perks],
    sections: {
      faq: {
        entries: [
          entry('checkin', '怎么签到？', 'How do I check in?', { keywords: ['打卡'] }),
          entry('refund', '退款要多久？', 'How long does a refund take?'),
          entry('elsewhere', '别的群', 'Another group', { groups: ['test:other'] }),
        ],
      },
      perks: {
        catalogue: [
          { id: 'coffee', name: { zh: '咖啡券', en: 'Coffee' }, cost: 50 },
          { id: 'mug', name: { zh: '马克杯', en: 'Mug' }, cost: 200 },
        ],
      },
    },
  })

test('entries are offered by title in the reader’s language, whatever they are asked by', async () => {
  const inn = await open()
  await inn.gives('mod', 'teach', { question: '停车场在哪里？', answer: '地下二层' })
  const offers = async (typed: string, locale: 'zh' | 'en' = 'zh') =>
    (
      (await inn.adapter.door?.suggest({
        group: 'test:main',
        user: 'test:tom',
        command: 'faq',
        field: 'topic',
        typed,
        locale,
      })) ?? []
    ).map(({ label }) => label)
  expect(await offers('')).toEqual(['怎么签到？', '退款要多久？', '停车场在哪里？'])
  expect(await offers('refund', 'en')).toEqual(['How long does a refund take?'])
  expect(await offers('打卡')).toEqual(['怎么签到？'])
  expect(await offers('停车场')).toEqual(['停车场在哪里？'])
  expect(await offers('退款多久')).toEqual(['退款要多久？'])
  expect(await offers('火星')).toEqual([])
  await inn.close()
})

test('what is offered answers when it is taken', async () => {
  const inn = await open()
  const door = async () => inn.adapter.door
  await inn.says('tom', 'hello')
  const asked = { group: 'test:main', user: 'test:tom', typed: '', locale: 'zh' as const }
  const [first] = (await (await door())?.suggest({ ...asked, command: 'faq', field: 'topic' })) ?? []
  inn.took()
  await inn.gives('tom', 'faq', { topic: first?.value })
  expect(inn.sent()).toEqual(['**怎么签到？**\n答'])
  const [coffee] = (await (await door())?.suggest({ ...asked, command: 'redeem', field: 'perk', typed: '咖啡' })) ?? []
  expect(coffee).toEqual({ value: 'coffee', label: '咖啡券　50 积分' })
  await inn.close()
})

test('a question that a form was filled with is no part of the answer', async () => {
  const inn = await openInn({ features: [faq], sections: { faq: { keepText: true } }, languages: ['zh'] })
  const question = await inn.says('tom', '停车场在哪里？')
  inn.took()
  await inn.gives('mod', 'teach', { question: '停车场在哪里？', answer: '地下二层' }, { replyTo: question })
  expect(inn.sent()[0]).toBe('地下二层')
  expect(await inn.rows('faq_taught')).toMatchObject([{ question: '停车场在哪里？', answer: '地下二层' }])
  await inn.close()
})
