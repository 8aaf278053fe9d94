/** Lengths of time as people type and read them: "10m", "1d12h", "3天", "半小时". */
import type { Locale } from '../core/words.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour
const week = 7 * day

const units: readonly (readonly [ms: number, words: readonly string[]])[] = [
  [second, ['s', 'sec', 'secs', 'second', 'seconds', '秒', '秒钟']],
  [minute, ['m', 'min', 'mins', 'minute', 'minutes', '分', '分钟']],
  [hour, ['h', 'hr', 'hrs', 'hour', 'hours', '时', '小时', '个小时', '钟头', '个钟头']],
  [day, ['d', 'day', 'days', '天', '日']],
  [week, ['w', 'week', 'weeks', '周', '星期', '个星期', '礼拜', '个礼拜']],
]
const unitMs = new Map(units.flatMap(([ms, words]) => words.map((word) => [word, ms] as const)))
const chineseDigits = '零一二三四五六七八九'
const piece =
  /(\d+(?:\.\d+)?|半|[零一二两三四五六七八九十]{1,3})\s*(个?[a-z\p{Script=Han}]+?)(?=$|[\s,，\d半零一二两三四五六七八九十])/uy
const gap = /[\s,，]*/y

/** A hundred years: beyond any wish, and far from the edge of what a date can hold. */
const longest = 100 * 365 * day

/**
 * Milliseconds, or undefined where the text is no length of time. A number needs its unit: "10" could be seconds as well
 * as minutes. Full-width digits and Chinese numbers up to 九十九 are read.
 */
export function parseDuration(raw: string): number | undefined {
  const text = raw.normalize('NFKC').trim().toLowerCase()
  let total = 0
  let at = 0
  while (at < text.length) {
    piece.lastIndex = at
    const match = piece.exec(text)
    const unit = match ? unitMs.get(match[2]!) : undefined
    const amount = match ? amountOf(match[1]!) : undefined
    if (unit === undefined || amount === undefined) return undefined
    total += amount * unit
    gap.lastIndex = piece.lastIndex
    gap.exec(text)
    at = gap.lastIndex
  }
  const whole = Math.round(total)
  return whole > 0 && whole <= longest ? whole : undefined
}

function amountOf(raw: string): number | undefined {
  if (raw === '半') return 0.5
  if (/^\d/.test(raw)) return Number(raw)
  const [, tens, ten, ones] = /^([一二两三四五六七八九]?)(十?)([零一二两三四五六七八九]?)$/.exec(raw) ?? []
  if (ten === undefined || (ten === '' && tens !== '' && ones !== '')) return undefined
  return ten === '' ? digit(tens || ones || '') : (tens ? digit(tens) : 1) * 10 + (ones ? digit(ones) : 0)
}
const digit = (character: string): number => (character === '两' ? 2 : chineseDigits.indexOf(character))

const shown = [
  { ms: day, zh: '天', en: 'day' },
  { ms: hour, zh: '小时', en: 'hour' },
  { ms: minute, zh: '分钟', en: 'minute' },
  { ms: second, zh: '秒', en: 'second' },
] as const

/** In words, in at most its two largest units, rounded: "1天12小时", "1 day 12 hours". Under half a second is "0 秒". */
export function formatDuration(ms: number, locale: Locale): string {
  const largest = shown.findIndex((unit) => Math.round(ms / second) * second >= unit.ms)
  const first = largest < 0 ? shown.length - 1 : largest
  const smallest = shown[Math.min(first + 1, shown.length - 1)]!
  let left = Math.round(ms / smallest.ms) * smallest.ms
  const parts: string[] = []
  // Rounding can carry into the unit above ("59.6 minutes"), hence all of them and not only two.
  for (const unit of shown) {
    const count = Math.floor(left / unit.ms)
    left -= count * unit.ms
    if (count > 0) parts.push(counted(count, unit, locale))
  }
  if (parts.length === 0) return counted(0, shown[3], locale)
  return parts.join(locale === 'zh' ? '' : ' ')
}

function counted(count: number, unit: (typeof shown)[number], locale: Locale): string {
  if (locale === 'zh') return `${count}${unit.zh}`
  return `${count} ${unit.en}${count === 1 ? '' : 's'}`
}
