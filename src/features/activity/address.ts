/** Whom a line addresses by name, as people write where there is no reply button: "nick: …", "nick, …", "@nick …". */

const longestName = 32
const closing = new Set([':', ',', '：', '，'])

/**
 * The name at the head of the line, lower case, or undefined. A guess: only a name that somebody who spoke lately bears
 * is taken for an address, so "well, …" is none as long as nobody is called Well. Looks at 33 characters at most.
 */
export function addressee(text: string): string | undefined {
  const from = text.startsWith('@') ? 1 : 0
  const last = Math.min(text.length, from + longestName + 1)
  for (let at = from; at < last; at++) {
    const sign = text[at]!
    const space = sign.trim() === ''
    if (from === 1 && space) return named(text.slice(1, at))
    if (!closing.has(sign)) continue
    const wide = sign === '：' || sign === '，'
    const next = text[at + 1]
    return next === undefined || wide || next.trim() === '' ? named(text.slice(from, at)) : undefined
  }
  return undefined
}

const named = (raw: string): string | undefined => {
  const name = nameKey(raw)
  return name.length >= 2 ? name : undefined
}
export const nameKey = (name: string): string => name.trim().toLowerCase()
