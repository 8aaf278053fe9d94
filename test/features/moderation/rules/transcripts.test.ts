/** Stories, as they read in the chat: an escalation and its undo, in both languages. */
import { describe, expect, test } from 'vitest'
import { cases, codes, toldTo } from '../house.ts'
import { ruled } from './inn.ts'

const rules = [
  {
    id: 'spoilers',
    name: { zh: '不剧透', en: 'no spoilers' },
    when: [{ words: ['凶手是', 'the killer is'] }],
    if: [{ not: { channels: ['spoilers'] } }],
    do: [
      'delete',
      'warn',
      { count: { counter: 'strikes' } },
      { reply: { zh: '{name}，剧透请去剧透区', en: '{name}, spoilers have a channel of their own' } },
    ],
  },
  {
    id: 'third-strike',
    name: { zh: '一再剧透', en: 'spoilers again and again' },
    when: [{ counter: { of: 'strikes', least: 3 } }],
    do: [{ mute: '1h' }, { reset: { counter: 'strikes' } }, { alert: { zh: '{name}：{rule}', en: '{name}: {rule}' } }],
  },
]
const story = {
  zh: {
    text: '凶手是管家',
    channel: '剧透请去剧透区',
    warned: '收到一次警告，原因：不剧透',
    muted: '被禁言 1小时',
    alert: 'tom：一再剧透',
    undone: '计数',
  },
  en: {
    text: 'the killer is the butler',
    channel: 'spoilers have a channel',
    warned: 'warned in “main”: no spoilers',
    muted: 'cannot write in “main” for 1 hour',
    alert: 'tom: spoilers again and again',
    undone: 'counters',
  },
} as const

describe.each(['zh', 'en'] as const)('in %s', (locale) => {
  const says = story[locale]
  test('a warning, another, then an hour of silence; and a moderator takes the last one back', async () => {
    const section = { counters: { strikes: { lapse: '7d' } }, warnings: { ladder: [] } }
    const inn = await ruled(rules, section, { languages: [locale] })
    await inn.join('tom', { locale })
    await inn.says('tom', says.text, { where: 'spoilers' })
    expect(await cases(inn)).toEqual([])
    inn.took()
    for (const id of ['s1', 's2']) {
      await inn.says('tom', says.text, { id, where: 'room', locale })
      const sent = inn.took().map(({ action }) => action)
      expect(sent.find(({ type }) => type === 'send')).toMatchObject({
        where: 'room',
        text: expect.stringContaining(says.channel),
      })
      expect(sent.find(({ type }) => type === 'whisper')).toMatchObject({
        user: 'test:tom',
        text: expect.stringContaining(says.warned),
      })
      await inn.passes('20m')
    }
    inn.took()
    await inn.says('tom', says.text, { id: 's3', where: 'room', locale })
    const sent = inn.took().map(({ action }) => action)
    expect(sent.map(({ type }) => type)).toEqual(['delete', 'whisper', 'mute', 'ask', 'send', 'whisper'])
    expect(sent[1]).toMatchObject({ text: expect.stringContaining(says.muted) })
    expect(sent.at(-1)).toMatchObject({ user: 'test:mod', text: says.alert })
    expect((await inn.why('s3')).moderation?.checks?.map(({ found }) => found)).toEqual([
      expect.stringContaining('spoilers: words'),
      'third-strike: counter (strikes 3)',
      '#3',
    ])
    expect(await cases(inn)).toMatchObject([
      { rule: 'rule:spoilers' },
      { rule: 'rule:spoilers' },
      { number: 3, state: 'done' },
    ])

    const receipt = await inn.gives('mod', 'undo', { case: '3' }, { locale })
    expect(codes(receipt)).toEqual([])
    const back = inn.took().map(({ action }) => action)
    expect(back.map(({ type }) => type)).toContain('unmute')
    expect(back.flatMap((action) => ('text' in action ? [action.text] : [])).join('\n')).toContain(says.undone)
    // Two strikes are left, as if the third had not been: the next one is the third again.
    await inn.passes('20m')
    await inn.says('tom', says.text, { id: 's4', where: 'room', locale })
    expect(toldTo(inn, 'tom').join('\n')).toContain(says.muted)
    await inn.close()
  })
})
