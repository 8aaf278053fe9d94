/** Whether a line looks like a typed command: there mentions stay ids, for names may be shared or hold blanks. */
import type { CommandCard } from '../../../src/core/command.ts'

export type Typed = (content: string) => boolean

export function typedOf(cards: () => readonly CommandCard[]): Typed {
  let known: readonly CommandCard[] | undefined
  let words: readonly string[] = []
  return (content) => {
    const line = content.trimStart().replace(/^(?:<@[!&]?\d+>\s*)+/, '')
    if (/^[/／!！]/.test(line)) return true
    const current = cards()
    if (current !== known) {
      known = current
      words = current.flatMap(({ aliases }) => aliases)
    }
    return words.some((word) => line.startsWith(word))
  }
}
