/** The tables of docs/wechat.md and docs/wechat.zh-CN.md, from what adapters/wechaty declares. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type PuppetCard, puppets } from '../../adapters/wechaty/puppets.ts'
import { type Locale, pick } from '../../src/core/words.ts'
import { between } from './between.ts'
import { code, table } from './table.ts'

const heads = {
  en: {
    puppets: ['Puppet', 'State', 'What it is', 'Setting it up'],
    powers: ['', 'Ids stay', 'Take back', 'Announce', 'Remove', 'Accept friends', 'Bring in'],
    state: { alive: 'alive', doubtful: 'doubtful', dead: 'dead' },
  },
  zh: {
    puppets: ['Puppet', '状态', '是什么', '怎么装'],
    powers: ['', '编号不变', '撤回', '公告', '移人', '通过好友', '拉人进群'],
    state: { alive: '可用', doubtful: '存疑', dead: '已停' },
  },
} as const

/** The page as it lies, with its tables printed anew. */
export function wechatPage(file: string, locale: Locale): string {
  const text = readFileSync(join(import.meta.dirname, '../..', file), 'utf8')
  const { puppets: head, powers, state } = heads[locale]
  const yes = (has: boolean) => (has ? '✓' : '–')
  const can = ({ stableIds, recalls, announces, removes, friends, invites }: PuppetCard) =>
    [stableIds, recalls, announces, removes, friends, invites].map(yes)
  const list = puppets.map((card) => [
    code(card.name),
    `${state[card.state]} (${card.asOf})`,
    pick(card.about, locale),
    pick(card.setUp, locale),
  ])
  const able = puppets.map((card) => [code(card.name), ...can(card)])
  return between(between(text, 'puppets', table(head, list)), 'powers', table(powers, able))
}
