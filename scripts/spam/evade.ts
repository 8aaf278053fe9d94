/** Tricks by which spam is hidden from filters, and the harmless habits that look alike: to train on, and to try against. */
import { pick } from './data.ts'

type Random = () => number
export interface Trick {
  readonly name: string
  /** Whether honest people write so, too. */
  readonly benign: boolean
  readonly apply: (text: string, random: Random) => string
}

/** Each unit of the text, with a chance, changed. */
const each = (text: string, random: Random, chance: number, change: (letter: string) => string) =>
  [...text].map((letter) => (random() < chance ? change(letter) : letter)).join('')
const between = (text: string, random: Random, chance: number, sign: () => string) =>
  [...text].map((letter, at) => (at > 0 && random() < chance ? sign() + letter : letter)).join('')
const shifted = (letter: string, to: number, from: string, last: string) => {
  const code = letter.codePointAt(0) ?? 0
  const first = from.codePointAt(0) ?? 0
  return code >= first && code <= (last.codePointAt(0) ?? 0) ? String.fromCodePoint(to + code - first) : letter
}
const maths = (base: number) => (letter: string) => shifted(shifted(letter, base, 'A', 'Z'), base + 26, 'a', 'z')
const fullWidth = (letter: string) => shifted(letter, 0xff01, '!', '~')
const alike: Readonly<Record<string, string>> = {
  a: 'а',
  e: 'е',
  o: 'о',
  p: 'р',
  c: 'с',
  x: 'х',
  y: 'у',
  i: 'і',
  s: 'ѕ',
  A: 'А',
  B: 'В',
  E: 'Е',
  H: 'Н',
  K: 'К',
  M: 'М',
  O: 'О',
  P: 'Р',
  T: 'Т',
  C: 'С',
}
const leet: Readonly<Record<string, string>> = {
  a: '4',
  e: '3',
  i: '1',
  o: '0',
  s: '5',
  A: '4',
  E: '3',
  I: '1',
  O: '0',
  S: '$',
}
const emoji = ['🔥', '⭐', '❤️', '💰', '✨', '🌸', '👍', '🍀', '☀️']
const signs = ['.', '-', '*', '_', '~', '·', '/', '|', ' ']
const hidden = ['\u200b', '\u200c', '\u2060', '\u00ad', '\ufeff', '\u200d']
/** What stands for a Chinese character: sounds or looks like it. */
const swaps: readonly (readonly [string, string])[] = [
  ['微信', '薇信'],
  ['微信', '威信'],
  ['微信', 'V信'],
  ['微信', '薇❤'],
  ['微信', '徽芯'],
  ['微信', 'wei信'],
  ['微信', 'vx'],
  ['微信', '卫星'],
  ['微', '薇'],
  ['加', '➕'],
  ['加', '伽'],
  ['加', '珈'],
  ['加', '+'],
  ['加', '佳'],
  ['群', '裙'],
  ['群', '羣'],
  ['元', '亓'],
  ['元', '米'],
  ['元', '圆'],
  ['元', '沅'],
  ['钱', '米'],
  ['钱', '💰'],
  ['赚', '转'],
  ['赚', '挣'],
  ['赚', '砖'],
  ['QQ', '扣扣'],
  ['qq', '抠抠'],
  ['Q', '扣'],
  ['私聊', '思聊'],
  ['私聊', '丝聊'],
  ['私', '司'],
  ['兼职', '兼值'],
  ['兼职', '煎职'],
  ['刷单', '刷但'],
  ['发票', '发飘'],
  ['发票', '發票'],
  ['贷款', '贷欵'],
  ['贷款', '带款'],
  ['博彩', '菠菜'],
  ['彩', '采'],
  ['裸', '果'],
  ['片', '骗'],
  ['网', '罔'],
  ['址', '止'],
  ['免费', '免沸'],
  ['优惠', '忧惠'],
  ['领', '令'],
  ['点击', '点戟'],
  ['联系', '联糸'],
  ['电', '電'],
  ['报', '報'],
  ['飞机', '飞鸡'],
  ['号', '號'],
  ['开', '幵'],
  ['银', '垠'],
  ['行', '亍'],
  ['股', '古'],
  ['日结', '日洁'],
  ['平台', '平苔'],
  ['红包', '葒包'],
  ['会员', '会圆'],
]
function swapped(text: string, random: Random): string {
  let made = text
  for (const [from, to] of swaps) if (made.includes(from) && random() < 0.45) made = made.replaceAll(from, to)
  return made
}
const circled = (letter: string) => (letter === '0' ? '⓪' : shifted(letter, 0x2460, '1', '9'))
const otherDigits = (letter: string, random: Random) =>
  /\d/.test(letter)
    ? pick(random, [
        circled(letter),
        fullWidth(letter),
        `${letter}\ufe0f\u20e3`,
        pick(random, ['零', '〇']) && ('零一二三四五六七八九'[Number(letter)] ?? letter),
        shifted(letter, 0x1d7ce, '0', '9'),
      ])
    : letter
const latin = /[a-z]/i
const percent = (text: string, random: Random) =>
  text.replace(/[一-鿿]{2,4}|[a-z]{4,}/giu, (word) =>
    random() < 0.3
      ? [...new TextEncoder().encode(word)]
          .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
          .join('')
      : word,
  )
const brokenLinks = (text: string) =>
  text.replace(/https?:\/\//g, 'hxxp://').replace(/(?<=[a-z0-9])\.(?=[a-z]{2,5}(?:\/|\s|$))/gi, '[.]')

export const tricks: readonly Trick[] = [
  { name: 'hidden', benign: false, apply: (text, random) => between(text, random, 0.3, () => pick(random, hidden)) },
  {
    name: 'alike',
    benign: false,
    apply: (text, random) => each(text, random, 0.5, (letter) => alike[letter] ?? letter),
  },
  { name: 'full width', benign: true, apply: (text, random) => each(text, random, 0.9, fullWidth) },
  {
    name: 'maths',
    benign: true,
    apply: (text, random) => each(text, random, 0.95, maths(pick(random, [0x1d400, 0x1d434, 0x1d5d4, 0x1d670]))),
  },
  {
    name: 'digits',
    benign: false,
    apply: (text, random) => each(text, random, 0.7, (letter) => otherDigits(letter, random)),
  },
  { name: 'bare', benign: true, apply: (text) => text.replace(/[^\p{L}\s]+/gu, ' ').trim() },
  {
    name: 'spaced',
    benign: false,
    apply: (text) =>
      latin.test(text) ? text.replace(/[a-z]{3,}/gi, (word) => [...word].join(' ')) : [...text].join(' '),
  },
  {
    name: 'signs',
    benign: false,
    apply: (text, random) => {
      const sign = pick(random, signs)
      return between(text, random, 0.3, () => sign)
    },
  },
  { name: 'leet', benign: false, apply: (text, random) => each(text, random, 0.4, (letter) => leet[letter] ?? letter) },
  { name: 'emoji', benign: true, apply: (text, random) => between(text, random, 0.2, () => pick(random, emoji)) },
  {
    name: 'emoji around',
    benign: true,
    apply: (text, random) => `${pick(random, emoji)}${text}${pick(random, emoji)}${pick(random, emoji)}`,
  },
  { name: 'swapped', benign: false, apply: swapped },
  { name: 'percent', benign: false, apply: percent },
  { name: 'links', benign: false, apply: brokenLinks },
  { name: 'capitals', benign: true, apply: (text) => text.toUpperCase() },
  { name: 'stretched', benign: true, apply: (text, random) => each(text, random, 0.06, (letter) => letter.repeat(3)) },
]
/** What honest people add for looks. */
export const benignTricks = tricks.filter(({ benign }) => benign)
