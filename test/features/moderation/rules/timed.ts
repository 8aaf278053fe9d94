/** Triggers that count, each with what is one too few. */
import type { Inn } from '../../../kit/inn.ts'
import type { Row } from './heard.ts'

const many = async (times: number, once: (n: number) => Promise<unknown>) => {
  for (let n = 0; n < times; n++) await once(n)
}
const rate = (of: string, count: number, more: object = {}) => ({
  when: [{ rate: { of, count, seconds: 60, ...more } }],
})
/** `times` small ones are too few, and one more is enough. */
const by = (of: string, once: (inn: Inn, n: number) => Promise<unknown>, times = 2): Row => ({
  rule: rate(of, times + 1),
  stays: (inn) => many(times, (n) => once(inn, n)),
  goes: (inn) => once(inn, times),
})

export const timed: Readonly<Record<string, Row>> = {
  'a rate of messages': by('messages', (inn, n) => inn.says('tom', `${n}`)),
  'a rate of mentions': by('mentions', (inn, n) => inn.says('tom', `@a ${n}`, { mentions: ['test:ann'] })),
  'a rate of links': by('links', (inn, n) => inn.says('tom', `https://a.example/${n}`)),
  'a rate of attachments': by('attachments', (inn, n) => inn.says('tom', `${n}`, { attachments: 1 })),
  'a rate of emoji': by('emojis', (inn, n) => inn.says('tom', `😀 ${n}`)),
  'a rate of stickers': by('stickers', (inn, n) => inn.says('tom', `${n}`, { kinds: ['sticker'] })),
  'a rate of lines': {
    rule: rate('lines', 5),
    stays: (inn) => inn.says('tom', 'a\nb\nc'),
    goes: (inn) => inn.says('tom', 'd\ne'),
  },
  'a rate of letters': {
    rule: rate('letters', 10),
    stays: (inn) => inn.says('tom', 'abcdefg'),
    goes: (inn) => inn.says('tom', '一二三'),
  },
  'a rate by channel': {
    rule: rate('messages', 3, { per: 'channel' }),
    stays: async (inn) => {
      await inn.says('ann', 'one', { where: 'hall' })
      await inn.says('bob', 'two', { where: 'yard' })
      await inn.says('tom', 'three', { where: 'yard' })
    },
    goes: (inn) => inn.says('tom', 'four', { where: 'yard' }),
  },
  'a rate whose time is over': {
    rule: rate('messages', 2),
    stays: async (inn) => {
      await inn.says('tom', 'one')
      await inn.passes('61s')
      await inn.says('tom', 'two')
    },
    goes: (inn) => inn.says('tom', 'three'),
  },
  'a rate of leaves': {
    rule: { ...rate('leaves', 2, { per: 'group' }), do: [{ alert: { en: 'they go' } }] },
    stays: async (inn) => {
      await inn.join('ann')
      await inn.join('tom')
      await inn.leave('ann')
    },
    goes: (inn) => inn.leave('tom'),
    does: ['whisper test:mod'],
  },
  repeats: {
    rule: { when: [{ repeats: { times: 3, near: false } }] },
    stays: async (inn) => {
      await inn.says('tom', 'who wants to buy my bicycle, it is nearly new')
      await inn.says('tom', 'good evening to all of you out there')
      await inn.says('tom', 'who wants to buy my bicycle, it is nearly new')
    },
    goes: (inn) => inn.says('tom', 'who wants to buy my bicycle, it is nearly new'),
  },
  streak: {
    rule: { when: [{ streak: { messages: 3 } }] },
    stays: async (inn) => {
      await many(2, (n) => inn.says('tom', `${n}`))
      await inn.says('ann', 'yes')
      await many(2, (n) => inn.says('tom', `${n + 5}`))
    },
    goes: (inn) => inn.says('tom', 'and another'),
  },
  edit: {
    rule: { when: ['edit'] },
    stays: (inn) => inn.says('tom', 'good morning', { id: 'x1' }),
    goes: (inn) => inn.edits('tom', 'x1', 'good evening'),
  },
  deleted: {
    rule: { when: ['deleted'] },
    stays: (inn) => inn.says('tom', 'good morning', { id: 'x1' }),
    goes: (inn) => inn.happens({ type: 'delete', message: 'x1', user: 'test:tom' }),
  },
  counter: {
    rule: {
      when: ['message', { counter: { of: 'heat', least: 3 } }],
      do: [{ count: { counter: 'heat' } }, { alert: { en: '{name}: {found}' } }],
      if: [{ counter: { of: 'heat', least: 0 } }],
    },
    section: { counters: { heat: {} } },
    goes: (inn) => many(3, (n) => inn.says('tom', `${n}`)),
    does: ['whisper test:mod'],
  },
  'raid ends': {
    rule: { when: [{ raid: { is: 'ends' } }], do: [{ send: { en: 'All is calm again' } }] },
    section: { raid: { joins: 2, seconds: 60, calm: '10m' } },
    stays: async (inn) => {
      await inn.join('ann')
      await inn.join('tom')
      await inn.passes('5m')
    },
    goes: (inn) => inn.passes('10m'),
    does: ['send'],
  },
  'a leave of some kind': {
    rule: { when: [{ leave: { how: ['kicked'] } }], do: [{ alert: { en: '{name} was shown out' } }] },
    stays: async (inn) => {
      await inn.join('ann')
      await inn.join('tom')
      await inn.leave('ann')
    },
    goes: (inn) => inn.leave('tom', { how: 'kicked' }),
    does: ['whisper test:mod'],
  },
  'a reaction that is taken back': {
    rule: { when: [{ reaction: { removed: true } }] },
    stays: (inn) => inn.reacts('tom', 'x1', '👍'),
    goes: (inn) => inn.reacts('tom', 'x1', '👍', { added: false }),
  },
}
