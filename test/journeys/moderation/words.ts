/** What people say in the journeys, and what they look for in what Innkeeper says, by language. */
import type { Locale } from '../../../src/core/words.ts'

export interface Words {
  readonly owner: string
  readonly first: string
  readonly second: string
  readonly regular: string
  readonly newcomer: string
  readonly raider: (n: number) => string
  readonly morning: string
  readonly hello: string
  readonly advert: string
  /** Harmless, and banned all the same. */
  readonly harmless: string
  readonly reason: string
  readonly plea: string
  readonly question: string
  readonly more: string
  readonly ban: string
  readonly dismiss: string
  readonly undo: string
  readonly raidUndo: (count: number) => string
  readonly manyUndo: (count: number) => string
  readonly rule: { readonly zh: string } | { readonly en: string }
}
const zh: Words = {
  owner: '老板',
  first: '阿梅',
  second: '阿勇',
  regular: '小满',
  newcomer: '小王',
  raider: (n) => `代购客服${n}`,
  morning: '大家早上好，昨晚那章读完了吗',
  hello: '大家好，我是新来的，喜欢读小说',
  advert: '刷单兼职日结，加薇❤ abc12345 领福利，日赚五百，进群 https://t.me/+fastmoney',
  harmless: '我家书店周六有签售，想来的看 https://shop.example/books',
  reason: '刷屏发广告',
  plea: '那是我自己的书店，不是广告',
  question: '书店在哪条街？',
  more: '在文昌路，开了八年了',
  ban: '移除并封禁',
  dismiss: '不是垃圾',
  undo: '撤销处理',
  raidUndo: (count) => `是误会，撤销全部 ${count} 件`,
  manyUndo: (count) => `撤销这 ${count} 个`,
  rule: { zh: '不发外链' },
}
const en: Words = {
  owner: 'Olga',
  first: 'Mona',
  second: 'Max',
  regular: 'Rosa',
  newcomer: 'Tom',
  raider: (n) => `FreeGift${n}`,
  morning: 'Good morning all, did you finish the chapter last night?',
  hello: 'Hello everybody, I am new here and I like novels',
  advert: 'Earn money fast from home, guaranteed profit! DM me on telegram @richman99 and join https://t.me/+fastmoney',
  harmless: 'Our bookshop has a signing on Saturday, see https://shop.example/books',
  reason: 'advertising again and again',
  plea: 'that is my own bookshop, not an advert',
  question: 'which street is the shop in?',
  more: 'in Mill Lane, for eight years now',
  ban: 'Remove and ban',
  dismiss: 'Not spam',
  undo: 'Undo it',
  raidUndo: (count) => `A mistake: undo all ${count}`,
  manyUndo: (count) => `Undo these ${count}`,
  rule: { en: 'no links elsewhere' },
}
export const words: Readonly<Record<Locale, Words>> = { zh, en }
