/** Every trigger that looks at a message, with what sets it off in both languages and what is close and does not. */
import { describe, expect, test } from 'vitest'
import { triggerNames } from '../../../../src/features/moderation/rules/schema/triggers.ts'
import { elsewhere } from './elsewhere.ts'
import { foundBy, happening, said, sectionOf } from './looking.ts'

interface Row {
  readonly when: object | string
  readonly hits: readonly (string | readonly [string, object])[]
  readonly misses: readonly (string | readonly [string, object])[]
  readonly lists?: object
  readonly found?: string
}
const table: Readonly<Record<string, Row>> = {
  message: { when: 'message', hits: ['anything', '随便'], misses: [] },
  words: {
    when: { words: ['banana', '香蕉', 'mel*'] },
    hits: ['a BANANA!', '吃香 蕉吗', 'b a n a n a', 'ｂａｎａｎａ', 'melons'],
    misses: ['bananas', '香草', 'caramel'],
    found: 'banana',
  },
  'words from a list': {
    when: { words: { list: 'fruit' } },
    lists: { fruit: { words: 'banana, 香蕉\n# 说明 remark\n蜜桃', match: 'substring' } },
    hits: ['bananas', '水蜜桃'],
    misses: ['remark', '苹果'],
    found: 'fruit: banana',
  },
  onlyWords: {
    when: { onlyWords: ['ok', 'yes', '好', '收到'] },
    hits: ['ok then', '好的'],
    misses: ['OK, yes!', '收到，好'],
  },
  regex: {
    when: { regex: String.raw`(?:加|\+)\s*(?:微|v)\s*\d{3,}|free\s+\w+\s+now` },
    hits: ['加 v 12345', 'FREE money NOW', 'free mоney now'],
    misses: ['加微 12', 'free now'],
  },
  'regexes from a list': {
    when: { regex: { list: 'traps' } },
    lists: { traps: { regexes: '# patterns\n^\\d+$\nsell,\\s+cheap' } },
    hits: ['12345', 'I sell, cheap'],
    misses: ['a1'],
    found: 'traps: ^\\d+$',
  },
  notRegex: { when: { notRegex: '^(?:买|卖|WTB|WTS) ' }, hits: ['你好', 'hello'], misses: ['买 旧书', 'wts a book'] },
  starts: {
    when: { starts: ['/', '！'] },
    hits: ['/roll 6', '! 帮助', '！帮助'],
    misses: ['a / b', '好！'],
    found: '/',
  },
  ends: { when: { ends: ['?', '？'] }, hits: ['really?', '真的？'], misses: ['? really'] },
  exactly: { when: { exactly: ['+1', '顶'] }, hits: [' +1 ', '＋１', '顶'], misses: ['+10', '顶一下'] },
  domains: {
    when: { domains: ['bad.example', 'shop.example/sale'] },
    hits: ['看 https://www.bad.example/x', 'https://a.bad.example.', 'https://shop.example/sale/1'],
    misses: ['https://notbad.example', 'https://shop.example/sales'],
    found: 'bad.example',
  },
  otherDomains: {
    when: { otherDomains: { list: 'ours' } },
    lists: { ours: { domains: ['douban.com', 'wikipedia.org'] } },
    hits: ['https://other.com/x', '看 https://shop.cn'],
    misses: ['https://book.douban.com/1', 'zh.wikipedia.org/wiki/x', '没有链接', 'https://discord.gg/abc'],
  },
  invites: {
    when: { invites: { except: { list: 'ours' } } },
    lists: { ours: { invites: ['discord.gg/ours'] } },
    hits: ['join https://discord.gg/theirs', '进群 t.me/+abcdef'],
    misses: ['https://discord.gg/ours', 'https://example.com', '进群吧'],
    found: 'discord',
  },
  'invites to one platform': {
    when: { invites: { to: ['telegram'] } },
    hits: ['t.me/+abcdef'],
    misses: ['discord.gg/abc'],
  },
  links: {
    when: { links: { least: 2 } },
    hits: ['https://a.com https://b.com', '看a.com和b.com'],
    misses: ['https://a.com', '无'],
  },
  'links hidden': {
    when: { links: { hidden: true } },
    hits: ['bit.ly/x', '点 t.cn/abc'],
    misses: ['https://a.com'],
    found: 'bit.ly',
  },
  mentions: {
    when: { mentions: { least: 3 } },
    hits: [['@a @b @c', { mentions: 3 }]],
    misses: [['@a @b', { mentions: 2 }]],
  },
  everyone: { when: 'everyone', hits: ['@everyone look', '@所有人 看'], misses: ['everyone', '所有人'] },
  caps: {
    when: { caps: { share: 0.8, letters: 6 } },
    hits: ['STOP SHOUTING', 'БОЛЬШИЕ БУКВЫ'],
    misses: ['Stop shouting', 'OK', '都是汉字'],
  },
  emojis: {
    when: { emojis: { least: 3 } },
    hits: ['😀😀😀', '👨‍👩‍👧 🇨🇳 ❤️', ':smile: :smile: <:wow:123456789012345678>'],
    misses: ['😀 123', '👨‍👩‍👧‍👦', '12:30:45'],
  },
  'emojis only': { when: { emojis: { least: 1, only: true } }, hits: ['😀 😀', ':ok_hand:'], misses: ['好😀', '123'] },
  lines: { when: { lines: { least: 3 } }, hits: ['a\nb\nc', '一\r\n二\r\n三'], misses: ['a\nb'] },
  length: { when: { length: { least: 5 } }, hits: ['abcde', '一二三四五'], misses: ['abcd', '𠮷𠮷𠮷'] },
  'length at most': { when: { length: { most: 2 } }, hits: ['ok', '好的'], misses: ['okay'] },
  zalgo: {
    when: { zalgo: { least: 4 } },
    hits: ['Z\u0300\u0301\u0302\u0303\u0304\u0305\u0306a'],
    misses: ['Việt Nam', 'é\u0301'],
  },
  spoilers: { when: 'spoilers', hits: ['||he dies||', '结局是||他死了||'], misses: ['a || b'] },
  attachments: {
    when: { attachments: { least: 2 } },
    hits: [['', { attachments: 2 }]],
    misses: [['x', { attachments: 1 }]],
  },
  'no attachment': {
    when: { attachments: { least: 0, most: 0 } },
    hits: ['只有字'],
    misses: [['图', { attachments: 1 }]],
  },
  'attachments by kind': {
    when: { attachments: { kinds: ['sticker', 'forward'] } },
    hits: [
      ['', { kinds: ['sticker'] }],
      ['转发', { kinds: ['forward'] }],
    ],
    misses: [['', { attachments: 1, kinds: ['image'] }]],
  },
  'attachments by name': {
    when: { attachments: { names: ['*.exe', 'setup*.zip'] } },
    hits: [
      ['', { attachments: 1, files: ['Free.EXE'] }],
      ['', { files: ['setup-1.zip'] }],
    ],
    misses: [
      ['', { attachments: 1, files: ['notes.pdf'] }],
      ['', { attachments: 1 }],
    ],
    found: '.EXE',
  },
  contacts: {
    when: { contacts: { kinds: ['phone', 'email', 'wechat'] } },
    hits: ['call 13812345678', 'a@b.example.com', '加微信 abc12345'],
    misses: ['12345', '@tom'],
  },
  scripts: {
    when: { scripts: { of: ['cyrillic', 'rtl'] } },
    hits: ['привет', 'مرحبا', 'שלום'],
    misses: ['hello', '你好'],
  },
  'scripts by share': {
    when: { scripts: { of: ['latin'], share: 0.9 } },
    hits: ['all in English'],
    misses: ['大多数是中文 ok'],
  },
  spam: {
    when: { spam: { least: 0.5 } },
    hits: ['轻松赚钱，加微信 abc12345 领福利，进群 https://t.me/+abcdef'],
    misses: ['今天读什么书'],
  },
  check: { when: { check: { name: 'contact' } }, hits: ['加微信 abc12345'], misses: ['今天读什么书'] },
}
const spoken = (row: Row, one: string | readonly [string, object]) => {
  const section = sectionOf([{ when: [row.when] }], { lists: row.lists ?? {} })
  const [text, more] = typeof one === 'string' ? [one, {}] : one
  return foundBy(section, happening({ spoken: said(text, section, more) }))
}

describe.each(Object.entries(table))('%s', (_name, row) => {
  test.each(row.hits.map((one) => [one] as const))('goes off at %j', (one) => {
    expect(spoken(row, one)).toBeDefined()
  })
  test.each(row.misses.map((one) => [one] as const))('stays quiet at %j', (one) => {
    expect(spoken(row, one)).toBeUndefined()
  })
})
test('what is found is the owner’s word, a figure or a name, and in the words of no message', () => {
  for (const row of Object.values(table)) {
    if (row.found === undefined) continue
    expect(spoken(row, row.hits[0] as string)).toBe(row.found)
  }
})

test('no trigger is without a table', () => {
  const here = new Set(Object.keys(table).map((name) => name.split(' ')[0]))
  expect(triggerNames.filter((name) => !here.has(name))).toEqual(elsewhere)
})
