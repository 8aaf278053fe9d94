/** Which lines of the rules came and which went. */

export interface Difference {
  readonly added: readonly string[]
  readonly removed: readonly string[]
}

/** Lines as people count them: without blank ones and rulers, without the marks of lists and headings. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^[-=*_]{3,}$/.test(line))
    .map((line) => line.replace(/^((#+|[-*+]|\d+[.)])\s+|\d+、\s*)/, ''))

/** Lines that only one of the texts has, in their order. One that merely moved is in neither list. */
export function difference(before: string, after: string): Difference {
  const [old, now] = [linesOf(before), linesOf(after)]
  return { added: without(now, old), removed: without(old, now) }
}

/** A line that stands twice is taken off once for each time it stands in the other. */
function without(lines: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>()
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1)
  return lines.filter((line) => {
    const count = left.get(line) ?? 0
    left.set(line, count - 1)
    return count <= 0
  })
}
