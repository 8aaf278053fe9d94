/** What is done instead of what a platform cannot or may not: table by table. */
import { describe, expect, it } from 'vitest'
import { type ActionType, actionTypes, type Draft, type Outcome } from '../../src/core/action.ts'
import type { Inn, InnOptions } from '../kit/inn.ts'
import { Recorder } from '../kit/recorder.ts'
import { against, auto, filed, group, open } from './hands.ts'

describe('a platform that cannot', () => {
  const all: readonly ActionType[] = actionTypes
  const without = (...types: ActionType[]) => all.filter((type) => !types.includes(type))
  const ask: Draft = {
    type: 'ask',
    group,
    ask: 'hands:x',
    text: 'Tea?',
    options: [
      { id: 'y', label: 'Yes' },
      { id: 'n', label: 'No' },
    ],
  }
  const plea = (what: string, why = 'the platform cannot do this') =>
    `I cannot do this in “main”: ${what} (ann). Why: ${why}. Please see to it. r`
  type Sent = [type: string, text: string, to?: string]
  const table: [name: string, does: readonly ActionType[], draft: Draft, sent: Sent[]][] = [
    ['announce', without('announce'), { type: 'announce', group, text: 'News' }, [['send', 'News']]],
    [
      'whisper',
      without('whisper'),
      { type: 'whisper', group, user: 'test:ann', text: 'psst' },
      [['send', '@ann psst']],
    ],
    ['ask', without('ask'), ask, [['send', 'Tea?\n1. Yes\n2. No\n(Reply with the number.)']]],
    [
      'ask one person',
      without('ask'),
      { ...ask, user: 'test:ann' },
      [['whisper', 'Tea?\n1. Yes\n2. No\n(Reply with the number.)', 'ann']],
    ],
    [
      'delete',
      without('delete'),
      against('delete', 'ann'),
      [
        ['whisper', plea('delete a message'), 'mod'],
        ['whisper', plea('delete a message'), 'owner'],
      ],
    ],
    [
      'mute',
      without('mute'),
      against('mute', 'ann'),
      [
        ['whisper', plea('mute'), 'mod'],
        ['whisper', plea('mute'), 'owner'],
      ],
    ],
    [
      'kick',
      without('kick'),
      against('kick', 'ann'),
      [
        ['whisper', plea('remove'), 'mod'],
        ['whisper', plea('remove'), 'owner'],
      ],
    ],
    [
      'ban',
      without('ban'),
      against('ban', 'ann'),
      [
        ['whisper', plea('ban'), 'mod'],
        ['whisper', plea('ban'), 'owner'],
      ],
    ],
    [
      'unmute',
      without('unmute'),
      { type: 'unmute', group, user: 'test:ann', reason: 'r' },
      [
        ['whisper', plea('unmute'), 'mod'],
        ['whisper', plea('unmute'), 'owner'],
      ],
    ],
    [
      'role',
      without('role'),
      against('role', 'ann'),
      [
        ['whisper', plea('change a role'), 'mod'],
        ['whisper', plea('change a role'), 'owner'],
      ],
    ],
    [
      'kick and whisper',
      without('kick', 'whisper'),
      against('kick', 'ann'),
      [['send', `@mod @owner ${plea('remove')}`]],
    ],
    ['pin', without('pin'), { type: 'pin', group, message: 'm1' }, []],
    ['edit', without('edit'), { type: 'edit', group, of: 'x', text: 'y' }, []],
    ['anything', [], { type: 'send', group, text: 'hi' }, []],
    ['anything, to a person', [], against('kick', 'ann'), []],
  ]
  const seen = (inn: Inn): Sent[] =>
    inn.took().map(({ action }): Sent => {
      const text = 'text' in action ? action.text : ''
      return 'user' in action && action.user ? [action.type, text, action.user.slice(5)] : [action.type, text]
    })
  const known = async (more: Partial<InnOptions>) => {
    const inn = await open({ groups: [{ match: 'test:main', name: 'main' }], ...more })
    for (const user of ['mod', 'owner', 'ann']) await inn.says(user, 'hello')
    return inn
  }
  it.each(table)('%s', async (_name, does, draft, sent) => {
    const inn = await known({ does })
    await auto(inn, [draft])
    expect(seen(inn)).toEqual(sent)
    if (sent.length === 0)
      // what was wanted is not lost without a word
      expect(await filed(inn)).toMatchObject([{ state: 'failed', detail: expect.stringContaining('unsupported') }])
    await inn.close()
  })
  it('says so in the language of each', async () => {
    const inn = await open({
      does: without('mute'),
      languages: ['zh', 'en'],
      groups: [{ match: 'test:main', name: 'main' }],
    })
    await inn.says('mod', 'hello', { locale: 'en' })
    await inn.says('owner', '你好', { locale: 'zh' })
    await inn.says('ann', 'hello')
    await auto(inn, [against('mute', 'ann')])
    expect(inn.sent()).toEqual([plea('mute'), '我在「main」做不到：禁言（ann）。原因：平台不支持。请您处理。r'])
    await inn.close()
  })

  const deny = (types: readonly ActionType[], kind: 'denied' | 'unsupported' = 'denied') => {
    const adapter = new Recorder()
    adapter.answer = ({ id, action }): Outcome =>
      types.includes(action.type) ? { ok: false, kind, detail: 'needs admin' } : { ok: true, message: `sent:${id}` }
    return adapter
  }
  const refused = plea('remove', 'I lack the right · needs admin')
  it('at the time, for want of a right: as if it never could, with the platform’s reason', async () => {
    const inn = await known({ adapter: deny(['kick']) })
    await auto(inn, [against('kick', 'ann')])
    expect(seen(inn)).toEqual([
      ['whisper', refused, 'mod'],
      ['whisper', refused, 'owner'],
    ])
    expect((await filed(inn))[0]).toMatchObject({ type: 'kick', state: 'failed', detail: 'denied: needs admin' })
    await inn.close()
  })
  it('at the time, nor reach staff: one word in the group for all of them', async () => {
    const inn = await known({ adapter: deny(['kick', 'whisper']) })
    await auto(inn, [against('kick', 'ann')])
    expect(seen(inn)).toEqual([['send', `@mod ${refused}`]])
    await inn.close()
  })
  it('nor send: it ends there', async () => {
    const inn = await known({ adapter: deny(actionTypes) })
    await auto(inn, [against('kick', 'ann')])
    expect(inn.took()).toEqual([])
    expect((await filed(inn)).every(({ state }) => state === 'failed')).toBe(true)
    await inn.close()
  })
  it('and says so later than it was asked', async () => {
    const inn = await known({})
    await auto(inn, [against('kick', 'ann')], { id: 'late' })
    inn.took()
    const settle = (outcome: Outcome) => inn.adapter.door?.settle('late/hands.0', outcome)
    await settle({ ok: false, kind: 'denied', detail: 'needs admin' })
    await settle({ ok: false, kind: 'denied', detail: 'needs admin' })
    await inn.engine.idle()
    expect(seen(inn)).toEqual([
      ['whisper', refused, 'mod'],
      ['whisper', refused, 'owner'],
    ])
    await inn.close()
  })
})
