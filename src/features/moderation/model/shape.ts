/** How a message looks, in coarse marks: nothing that a filter's evader could not change, so none may weigh much. */
import type { Normal } from '../../../text/normalise.ts'
import type { Unmasked } from '../../../text/unmask.ts'

const lengths = [4, 8, 16, 30, 60, 120, 240, 500]
const bucket = (value: number, bounds: readonly number[]) => {
  const at = bounds.findIndex((bound) => value <= bound)
  return at < 0 ? bounds.length : at
}
const emoji = /\p{Extended_Pictographic}/gu
const mayEmoji = /[\u00a9\u00ae\u203c-\u3299\ud83c-\ud83e]/
const money = /[$€£¥₦￥]\s?\d|\d\s?[$€£¥₦]|\d\s?(?:usd|btc|eth|usdt|rmb|元|块|万|w(?![a-z])|k(?![a-z])|%)/
/** A name of letters and figures, as accounts have. */
const account = /(?<![a-z0-9])(?=[a-z_-]*\d)[a-z][a-z0-9_-]{4,19}(?![a-z0-9])/
const handle = /(?<![a-z0-9])@[a-z]\w{3,31}/
const figures = /\d+/g

type Mark = (name: string) => void

export function shapeOf({ raw, text }: Normal, { tight, masks }: Unmasked, mark: Mark): void {
  mark(`length ${bucket(tight.text.length, lengths)}`)
  counted(raw, mark)
  numbers(text, tight.text.length, mark)
  if (mayEmoji.test(raw)) mark(`emoji ${bucket(raw.match(emoji)?.length ?? 0, [0, 1, 3, 6])}`)
  if (money.test(text)) mark('money')
  if (account.test(text)) mark('account')
  if (text.includes('@') && handle.test(text)) mark('handle')
  if (/[?？]\s*$/.test(raw)) mark('asks')
  for (const mask of masks) mark(`masked ${mask}`)
}

function counted(raw: string, mark: Mark) {
  let upper = 0
  let lower = 0
  let shouts = 0
  let lines = 0
  let odd = 0
  let blanks = 0
  for (let at = 0; at < raw.length; at++) {
    const code = raw.charCodeAt(at)
    if (code >= 65 && code <= 90) upper++
    else if (code >= 97 && code <= 122) lower++
    else if (code === 33 || code === 0xff01) shouts++
    else if (code === 10) lines++
    else if (code === 32) blanks++
    else if (isOdd(code)) odd++
  }
  if (upper > 3) mark(`upper ${bucket(upper / (upper + lower), [0.1, 0.2, 0.4, 0.7])}`)
  if (shouts > 0) mark(`shouts ${bucket(shouts, [1, 2, 4])}`)
  if (lines > 0) mark(`lines ${bucket(lines, [1, 3, 8])}`)
  if (odd > 0) mark(`odd ${bucket(odd, [1, 2, 4])}`)
  if (blanks > 0) mark(`blanks ${bucket(blanks / raw.length, [0.1, 0.15, 0.25])}`)
}
/** Neither ASCII, Han, kana, the signs of Chinese and English typography, nor a surrogate. */
const isOdd = (code: number) =>
  code > 0xbf &&
  !(code >= 0x4e00 && code <= 0x9fff) &&
  !(code >= 0x3000 && code <= 0x3017) &&
  !(code >= 0xff00 && code <= 0xff65) &&
  !(code >= 0x2010 && code <= 0x2026) &&
  !(code >= 0xd800 && code <= 0xdfff) &&
  code !== 0xfe0f &&
  code !== 0x200d

/** How many figures, in how many runs, and whether they would make a number to call or add when put together. */
function numbers(text: string, length: number, mark: Mark) {
  const runs = text.match(figures)
  if (!runs) return
  const total = runs.reduce((sum, run) => sum + run.length, 0)
  const longest = runs.reduce((most, run) => Math.max(most, run.length), 0)
  mark(`figures ${bucket(total, [2, 4, 7, 9, 10, 11, 14, 20])}`)
  mark(`runs ${bucket(runs.length, [1, 2, 3, 5, 8])}`)
  mark(`longest ${bucket(longest, [1, 2, 3, 4, 5, 6, 8, 9, 10, 11])}`)
  if (length < 30 && total >= 8 && total <= 12)
    mark(`number ${runs.length > 1 ? 'split' : 'whole'} ${bucket(length, [4, 8, 16])}`)
}
