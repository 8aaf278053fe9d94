/**
 * How alike newcomers are. Names made by a program differ in a few letters or figures, and accounts made for the purpose
 * in a few minutes; people who come to the same event have neither in common.
 */
import { distance } from 'fastest-levenshtein'
import { normalise } from '../../../text/normalise.ts'

export interface Arrival {
  readonly name: string
  /** When they came, epoch milliseconds. */
  readonly at: number
  /** When the account was made; 0 where not known. */
  readonly accountAt: number
  /** Whether it has a picture of its own; undefined where not known. */
  readonly avatar: boolean | undefined
}
interface Shape {
  /** Letters and figures. */
  readonly whole: string
  /** Without figures and signs at its end: "mia_2291" and "mia7" have the same. */
  readonly stem: string
  readonly numbered: boolean
  /** Letters weigh one, wide scripts two. */
  readonly weight: number
}

/** What platforms and people call those who chose no name: their being alike says little. */
const common = /^(?:user|guest|member|player|new ?user|discord ?user|微信用户|手机用户|用户|游客|网友|新用户|momo)$/u
const hourMs = 3_600_000
/** Accounts older than this were not made for a raid of today. */
const freshMs = 7 * 24 * hourMs

export function shapeOf(name: string): Shape {
  const whole = normalise(name).text.replace(/[^\p{L}\p{N}]+/gu, '')
  const stem = whole.replace(/\p{N}+$/u, '')
  return { whole, stem, numbered: stem.length < whole.length, weight: weightOf(stem) }
}
const weightOf = (text: string) =>
  [...text].reduce((sum, letter) => sum + (/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/u.test(letter) ? 2 : 1), 0)

/** 1 where names are of one making, 0.5 where they are only of a common kind, 0 where they differ. */
export function namesAlike(a: Shape, b: Shape): 0 | 0.5 | 1 {
  if (a.whole === '' || b.whole === '') return 0
  if (a.stem === b.stem && (a.numbered || b.numbered || a.whole === b.whole)) {
    // Two people may well be called Anna; hardly two "anna17", and not four of them.
    const short = a.numbered || b.numbered ? 3 : 6
    return a.weight < short || common.test(a.stem) ? 0.5 : 1
  }
  return begunAlike(a, b) || spelledAlike(a, b) ? 1 : 0
}
/** The same long beginning and a short end of another kind: "cryptoqueenxa", "cryptoqueenlk". */
function begunAlike(a: Shape, b: Shape): boolean {
  let shared = 0
  while (shared < a.whole.length && a.whole[shared] === b.whole[shared]) shared++
  const longer = Math.max(a.whole.length, b.whole.length)
  return weightOf(a.whole.slice(0, shared)) >= 8 && longer - shared <= 3
}
/** One letter of eight differs; short names, as most Chinese ones are, are alike by chance. */
function spelledAlike(a: Shape, b: Shape): boolean {
  const shorter = Math.min(weightOf(a.whole), weightOf(b.whole))
  return shorter >= 8 && distance(a.whole, b.whole) <= Math.floor(Math.min(a.whole.length, b.whole.length) / 8 + 0.5)
}

/** 1 for each sure sign that two are of one making, 0.5 for each weak one; from 1 on they are. */
export function alike(a: Arrival, b: Arrival, shapes: readonly [Shape, Shape]): number {
  const names = namesAlike(...shapes)
  if (names === 1) return 1
  const young = a.accountAt > a.at - freshMs && b.accountAt > b.at - freshMs
  const sameHour = young && Math.abs(a.accountAt - b.accountAt) <= hourMs ? 0.5 : 0
  const faceless = a.avatar === false && b.avatar === false ? 0.25 : 0
  return names + sameHour + faceless
}

/** How many of the others came of the same making as the newcomer; those that are only a little alike count half. */
export function likenessOf(newcomer: Arrival, others: readonly Arrival[]): number {
  const own = shapeOf(newcomer.name)
  return others.reduce((sum, other) => {
    const signs = alike(newcomer, other, [own, shapeOf(other.name)])
    return sum + (signs >= 1 ? 1 : signs >= 0.75 ? 0.5 : 0)
  }, 0)
}
