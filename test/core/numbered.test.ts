/** Questions with options where a platform has no buttons, and what members write to Innkeeper alone. */
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { actionTypes, type Draft } from '../../src/core/action.ts'
import { kit } from '../../src/core/feature.ts'
import { texts } from '../../src/core/texts.ts'
import { openInn } from '../kit/inn.ts'

const group = 'test:main'
const options = [
  { id: 'tea', label: '🍵 Tea' },
  { id: 'coffee', label: 'Coffee' },
]
const base = kit({ name: 'bar', config: z.strictObject({}), store: () => ({}) })
const bar = base.feature({
  texts: texts({ 'order.about': '点' }, { 'order.about': 'Order' }),
  needs: ['ask', 'send'],
  migrations: {},
  personal: [],
  hearsPrivate: true,
  on: {
    message: ({ event }) => {
      const ask: Draft = { type: 'ask', group, ask: `bar:${event.id}`, text: 'What?', options }
      if (event.text === 'ask us') return { actions: [ask] }
      if (event.text === 'ask me') return { actions: [{ ...ask, user: event.user }] }
      return event.text === 'hello' ? { actions: [{ type: 'send', group, text: 'hi' }] } : undefined
    },
    choice: ({ event, member }) =>
      event.option === 'coffee'
        ? { errors: [{ code: 'bar/none', message: 'no coffee left' }] }
        : { actions: [{ type: 'send', group, text: `${member.name}: ${event.option} of ${event.ask}` }] },
  },
  commands: [
    base.command({ name: 'order', aliases: ['点'], role: 'member', input: z.object({}), run: () => ({ reply: 'so' }) }),
  ],
})
const open = () =>
  openInn({ features: [bar], languages: ['en'], does: actionTypes.filter((type) => type !== 'ask'), timezone: 'UTC' })

describe('where there are no buttons', () => {
  it.each(['1', '１', '1️⃣', ' 1. ', '选1', '回复1', '扣1', '一', 'tea', 'TEA!', '@掌柜\u20051'])(
    '%j is the first option',
    async (answer) => {
      const inn = await open()
      const id = await inn.says('tom', 'ask us')
      expect(inn.sent()).toEqual(['What?\n1. 🍵 Tea\n2. Coffee\n(Reply with the number.)'])
      await inn.says('ann', answer)
      expect(inn.sent()).toEqual([`ann: tea of bar:${id}`])
      await inn.close()
    },
  )
  it.each(['3', '0', '10', 'tea please', 'I have 1', '', '1 or 2'])('%j is talk', async (answer) => {
    const inn = await open()
    await inn.says('tom', 'ask us')
    inn.sent()
    await inn.says('ann', answer)
    expect(inn.sent()).toEqual([])
    await inn.close()
  })
  it('a bare number in a group is talk again after ten minutes, a quote or a mention is not', async () => {
    const inn = await open()
    const id = await inn.says('tom', 'ask us')
    const [asked] = inn.took()
    await inn.passes('11m')
    await inn.says('ann', '1')
    expect(inn.sent()).toEqual([])
    await inn.says('ann', '1', { replyTo: `sent:${asked?.id}` })
    await inn.says('bob', '@掌柜 1', { mentionsBot: true })
    expect(inn.sent()).toEqual([`ann: tea of bar:${id}`, `bob: tea of bar:${id}`])
    await inn.close()
  })
  it('the newest question is meant, unless an older one is quoted', async () => {
    const inn = await open()
    const first = await inn.says('tom', 'ask us')
    const [older] = inn.took()
    const second = await inn.says('tom', 'ask us')
    inn.sent()
    await inn.says('ann', '1')
    await inn.says('ann', '1', { replyTo: `sent:${older?.id}` })
    expect(inn.sent()).toEqual([`ann: tea of bar:${second}`, `ann: tea of bar:${first}`])
    await inn.close()
  })
  it('one who is asked alone answers alone, a day long, and nobody else can', async () => {
    const inn = await open()
    const id = await inn.says('tom', 'ask me')
    expect(inn.took().map(({ action }) => action.type)).toEqual(['whisper'])
    await inn.says('ann', '1')
    expect(inn.sent()).toEqual([])
    await inn.passes('20h')
    await inn.says('tom', '1', { private: true })
    expect(inn.sent()).toEqual([`tom: tea of bar:${id}`])
    await inn.close()
  })
  it('what is wrong with a choice is told to the one who made it', async () => {
    const inn = await open()
    await inn.says('tom', 'ask us')
    inn.took()
    await inn.says('ann', '2')
    expect(inn.took().map(({ action }) => action)).toEqual([
      { type: 'whisper', group, user: 'test:ann', text: 'no coffee left' },
    ])
    await inn.close()
  })
})

describe('what is written to Innkeeper alone', () => {
  it('is answered alone: talk, and commands with or without a slash', async () => {
    const inn = await open()
    await inn.join('tom')
    for (const text of ['hello', '/order', '点']) await inn.says('tom', text, { private: true })
    expect(inn.took().map(({ action }) => action)).toEqual([
      { type: 'whisper', group, user: 'test:tom', text: 'hi' },
      { type: 'whisper', group, user: 'test:tom', text: 'so' },
      { type: 'whisper', group, user: 'test:tom', text: 'so' },
    ])
    await inn.close()
  })
  it('makes nobody a member who is not one', async () => {
    const inn = await open()
    await inn.says('stranger', 'hello', { private: true })
    await inn.happens({ type: 'request', user: 'test:other', request: 'r1', kind: 'friend', text: 'let me in' })
    expect((await inn.rows('memberships')).map((row) => row.present)).toEqual([0, 0])
    await inn.close()
  })
})
