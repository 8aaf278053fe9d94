/** Answers by quoting: WeChat writes what is quoted into the text, and no id. */

export interface Quote {
  readonly name: string
  readonly text: string
}
const written = /^「([^：:]{1,60})[：:]([\s\S]*)」\n(?:- ){5,}-?\n?([\s\S]*)$/u

/** What was quoted, and what was said to it; of a quote within a quote, what was said there. */
export function quoteIn(text: string): { readonly quote: Quote; readonly text: string } | undefined {
  const [, name, quoted = '', said = ''] = written.exec(text) ?? []
  if (name === undefined) return undefined
  const within = quoteIn(quoted.trim())?.text ?? quoted
  return { quote: { name: name.trim(), text: within.trim() }, text: said.trim() }
}

interface Said {
  readonly id: string
  readonly user: string
  readonly names: readonly string[]
  readonly text: string
}
/** The last messages of each room, in memory alone, to find again what is quoted or answered. */
export class Recent {
  readonly #rooms = new Map<string, Said[]>()
  readonly #most: number
  constructor(most = 200) {
    this.#most = most
  }
  keep(ref: string, said: Said): void {
    const all = this.#rooms.get(ref) ?? []
    this.#rooms.set(ref, all)
    all.push({ ...said, text: squeeze(said.text) })
    if (all.length > this.#most) all.shift()
  }
  authorOf(ref: string, id: string): string | undefined {
    return this.#rooms.get(ref)?.find((said) => said.id === id)?.user
  }
  /** The latest that is quoted so; long texts are cut off when they are quoted. */
  find(ref: string, { name, text }: Quote): string | undefined {
    const wanted = squeeze(text).replace(/(…|\.\.\.)$/u, '')
    const fits = (said: Said) =>
      (said.text === wanted || (wanted.length >= 8 && said.text.startsWith(wanted))) && said.names.includes(name)
    return this.#rooms.get(ref)?.findLast(fits)?.id
  }
}
const squeeze = (text: string) => text.replace(/\s+/gu, ' ').trim()
