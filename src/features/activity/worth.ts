/** What talking is worth: at most one point a day, however much is said. Points are kept in hundredths, as integers. */
import { fingerprint } from './hash.ts'

/** Hundredths of a point. */
export const onePoint = 100
/** Each meaningful message of a day earns a quarter of what is left of the day's point: 25, 19, 14 … hundredths. */
const share = 0.25
const steps: readonly number[] = (() => {
  const made: number[] = []
  for (let left = onePoint; left > 0; left -= made.at(-1) ?? left) made.push(Math.ceil(left * share))
  return made
})()

/** What the n-th meaningful message of a day (from 1) adds, in hundredths; 0 once the day's point is full. */
export const talkWorth = (n: number): number => steps[n - 1] ?? 0

const looked = 64
const variety = 4
/**
 * Whether a message says something: long enough, and of more than three different characters, so that "哈哈哈哈哈哈" and
 * "+1 +1 +1 +1" do not. Looks at the first 64 units only; letters beyond Latin ones (CJK above all) weigh two.
 */
export function saysSomething(text: string, minLength: number): boolean {
  let weight = 0
  let different = 0
  let seen = ''
  for (let at = 0; at < text.length && at < looked; at++) {
    const unit = text.charCodeAt(at)
    if (unit <= 32) continue
    weight += unit >= 0x2e80 ? 2 : 1
    if (different < variety && !seen.includes(text[at]!)) {
      seen += text[at]
      different++
    }
    if (weight >= minLength && different >= variety) return true
  }
  return weight >= minLength && different >= variety
}

const printed = 256
/** By what a repeat is known: case and outer blanks aside. */
export const sayingOf = (text: string): number => fingerprint(text.trim().toLowerCase(), printed)
