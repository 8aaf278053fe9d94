/** What an entry may say beside its text: variables, links, a picture, a command; when it holds; and what follows it. */
import { afterEach, describe, expect, it } from 'vitest'
import faq from '../../../src/features/faq/index.ts'
import perks from '../../../src/features/perks/index.ts'
import type { Inn } from '../../kit/inn.ts'
import { openInn } from '../../kit/inn.ts'
import { openDesk } from './entries.ts'

let inn: Inn
afterEach(async () => {
  const { errors } = inn.log
  await inn.close()
  expect(errors).toEqual([])
})
const both = (zh: string, en: string) => ({ zh, en })
const install = {
  id: 'install',
  question: both('怎么安装客户端？', 'How do I install the app?'),
  alternatives: ['客户端在哪里下载', 'where can I download the app'],
  answer: both('安卓到官网下载。', 'On Android, from our site.'),
}
const open = (entry: object, more: object = {}) => openDesk({ entries: [{ ...install, ...entry }], ...more })

describe('an answer', () => {
  it('fills in who asked, where, and what the owner keeps in one place', async () => {
    inn = await open(
      { answer: both('{name}，{group} 的密码是 {wifi}。{unknown}', '{name}: {wifi}') },
      { variables: { wifi: both('读书2026', 'reading-2026') } },
    )
    await inn.says('tom', '怎么安装客户端？', { name: '小汤' })
    await inn.says('ann', 'How do I install the app?', { name: 'Ann', group: 'other' })
    expect(inn.sent()).toEqual(['小汤，main 的密码是 读书2026。{unknown}', 'Ann: reading-2026'])
  })
  it('has its links under it, and nothing that is no web address', async () => {
    inn = await open({ links: [{ label: both('下载', 'Download'), url: 'https://example.com/app' }] })
    await inn.says('tom', 'How do I install the app?')
    expect(inn.sent()).toEqual(['On Android, from our site.\n[Download](https://example.com/app)'])
    await expect(open({ links: [{ label: both('x', 'x'), url: 'javascript:alert(1)' }] })).rejects.toThrow()
  })
  it('brings its picture, by talk and by /faq', async () => {
    inn = await open({ picture: { png: 'iVBORw0KGgo=', alt: both('下载页', 'The page') } })
    await inn.says('tom', 'How do I install the app?')
    await inn.gives('ann', 'faq', { topic: 'install' }, { locale: 'en' })
    const image = { png: 'iVBORw0KGgo=', alt: 'The page' }
    expect(inn.took()).toMatchObject([
      { action: { type: 'send', text: 'On Android, from our site.', image } },
      { action: { type: 'send', text: expect.stringContaining('**How do I install the app?**'), image } },
    ])
  })
  it('has neither answer nor command: refused', async () => {
    const { answer: _a, ...bare } = install
    await expect(openDesk({ entries: [bare] })).rejects.toThrow()
  })
})

describe('an entry with a command', () => {
  const desk = (command: string, more = {}) =>
    openInn({
      features: [faq, perks],
      sections: {
        faq: {
          entries: [
            {
              id: 'mine',
              question: both('我有多少积分？', 'How many points do I have?'),
              command,
              ...more,
            },
          ],
        },
      },
      languages: ['zh', 'en'],
    })
  it('carries it out as the asker', async () => {
    inn = await desk('/points')
    const message = await inn.says('tom', '我有多少积分？', { name: '小汤' })
    expect(inn.took()).toMatchObject([
      { feature: 'perks', action: { type: 'whisper', user: 'test:tom', text: expect.stringContaining('小汤：') } },
    ])
    expect((await inn.why(message)).faq).toMatchObject({ decided: 'answered' })
  })
  it('by /faq too, and once a minute in talk', async () => {
    inn = await desk('/points')
    await inn.says('tom', 'How many points do I have?')
    await inn.says('tom', 'How many points do I have?')
    expect(inn.took()).toHaveLength(1)
    await inn.gives('tom', 'faq', { topic: 'mine' })
    expect(inn.took()).toHaveLength(1)
  })
  it('is for what every member may do: no more, whoever asks', async () => {
    inn = await desk('/award @tom 100', { answer: both('看这里', 'See here') })
    const message = await inn.says('mod', '我有多少积分？')
    expect(inn.sent()).toEqual(['看这里'])
    expect((await inn.why(message)).commands?.decided).toBe('refused')
    expect(await inn.rows('perks_ledger').catch(() => [])).toEqual([])
  })
})

describe('an entry that begins and ends', () => {
  it('is asked for on its days only, by the group’s clock', async () => {
    inn = await open({ from: '2026-03-03', until: '2026-03-03' }) // it is the 2nd, 18:00 in Shanghai
    await inn.says('tom', '怎么安装客户端？')
    expect(inn.took()).toEqual([])
    await inn.passes('6h')
    await inn.says('tom', '怎么安装客户端？')
    expect(inn.sent()).toEqual(['安卓到官网下载。'])
    await inn.passes('24h')
    await inn.says('tom', '怎么安装客户端？')
    await inn.gives('tom', 'faq', { topic: 'install' })
    expect(inn.sent()).toEqual([expect.stringContaining('还没有答案')])
  })
})

describe('a follow-up', () => {
  const ios = {
    id: 'install-ios',
    after: 'install',
    question: both('那苹果手机呢？', 'And on iOS?'),
    alternatives: ['iPhone 呢', 'what about iPhone'],
    answer: both('苹果在 App Store 搜。', 'On iOS, from the App Store.'),
  }
  const desk = (more: object = {}) => openDesk({ entries: [install, ios], ...more })
  it.each([
    ['怎么安装客户端？', '那苹果手机呢？', '苹果在 App Store 搜。'],
    ['怎么安装客户端？', '苹果手机呢', '苹果在 App Store 搜。'],
    ['How do I install the app?', 'and on iOS?', 'On iOS, from the App Store.'],
    ['How do I install the app?', 'what about iphone', 'On iOS, from the App Store.'],
  ])('%s … %s', async (first, then, answer) => {
    inn = await desk()
    await inn.says('tom', first)
    inn.took()
    await inn.says('tom', then)
    expect(inn.sent()).toEqual([answer])
  })
  it('comes before another entry that has its words', async () => {
    const phones = {
      id: 'phones',
      question: both('苹果手机可以退货吗？', 'Can I return an iPhone?'),
      alternatives: ['苹果手机', 'what about iPhone returns'],
      answer: both('七天内可以。', 'Within a week.'),
    }
    inn = await openDesk({ entries: [install, ios, phones] })
    await inn.says('tom', '怎么安装客户端？')
    inn.took()
    await inn.says('tom', '那苹果手机的呢？')
    expect(inn.sent()).toEqual(['苹果在 App Store 搜。'])
  })
  it('is nothing by itself, nor later, nor where the owner wants none', async () => {
    inn = await desk()
    await inn.says('tom', 'and on iOS?')
    await inn.says('tom', 'How do I install the app?')
    inn.took()
    await inn.passes('6m')
    await inn.says('tom', 'and on iOS?')
    expect(inn.took()).toEqual([])
    await inn.close()
    inn = await desk({ followMinutes: 0 })
    await inn.says('tom', 'How do I install the app?')
    inn.took()
    await inn.says('tom', 'and on iOS?')
    expect(inn.took()).toEqual([])
  })
  it('may be a reply to the answer', async () => {
    inn = await desk()
    await inn.says('tom', 'How do I install the app?')
    const [answered] = inn.took()
    await inn.says('ann', 'and on iOS?', { replyTo: `sent:${answered?.id}` })
    expect(inn.sent()).toEqual(['On iOS, from the App Store.'])
  })
  it('asks for another entry in the words of the one before', async () => {
    const tablet = {
      id: 'install-tablet',
      question: both('怎么在平板上安装客户端？', 'How do I install the app on a tablet?'),
      answer: both('平板用网页版。', 'On a tablet, use the web page.'),
    }
    inn = await openDesk({ entries: [install, tablet] })
    await inn.says('tom', 'How do I install the app?')
    await inn.says('tom', 'and on a tablet?')
    await inn.says('ann', '怎么安装客户端？', { group: 'other' })
    await inn.says('ann', '那平板呢？', { group: 'other' })
    expect(inn.sent()).toEqual([
      'On Android, from our site.',
      'On a tablet, use the web page.',
      '安卓到官网下载。',
      '平板用网页版。',
    ])
  })
  it('leaves talk after an answer alone', async () => {
    inn = await desk()
    await inn.says('tom', '怎么安装客户端？')
    inn.took()
    for (const talk of ['谢谢', '那我试试', '好的呢', '然后吃饭去了', 'and thanks', 'ok got it'])
      await inn.says('tom', talk)
    expect(inn.took()).toEqual([])
  })
  it('stands in no list', async () => {
    inn = await desk()
    await inn.gives('tom', 'faq', {}, { locale: 'en' })
    expect(inn.sent()[0]).not.toContain('iOS')
  })
})

describe('an entry nobody has checked for long', () => {
  const stale = (more: object = {}) => openDesk({ entries: [{ ...install, checked: '2025-08-01' }], ...more })
  it('is told to each of the staff, once', async () => {
    inn = await stale()
    await inn.says('mod', 'hello', { locale: 'zh' })
    await inn.passes('24h')
    expect(inn.took()).toMatchObject([
      {
        action: {
          type: 'whisper',
          user: 'test:mod',
          text: expect.stringContaining('怎么安装客户端？（上次核对 2025-08-01）'),
        },
      },
    ])
    await inn.passes('3d')
    expect(inn.took()).toEqual([])
  })
  it('is not where it was checked lately, or the owner wants no alarm', async () => {
    for (const [more, checked] of [
      [{}, '2026-02-01'],
      [{ staleDays: 0 }, '2025-08-01'],
    ] as const) {
      inn = await openDesk({ entries: [{ ...install, checked }], ...more })
      await inn.says('mod', 'hello')
      await inn.passes('24h')
      expect(inn.took()).toEqual([])
      await inn.close()
    }
    inn = await stale()
  })
})
