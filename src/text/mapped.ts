/** A text that was made from another one, and for each of its units where in that one it comes from. */

/** For each unit of a text: start and end of what it comes from. */
export interface Places {
  readonly starts: ArrayLike<number>
  readonly ends: ArrayLike<number>
}

export class Mapped {
  readonly text: string
  #places: Places | (() => Places) | undefined

  /** Without places each unit comes from its own place. */
  constructor(text: string, places?: Places | (() => Places)) {
    this.text = text
    this.#places = places
  }
  start(offset: number): number {
    return this.#known()?.starts[offset] ?? offset
  }
  /** The end of what the unit before `offset` comes from. */
  end(offset: number): number {
    return this.#known()?.ends[offset - 1] ?? offset
  }
  #known(): Places | undefined {
    if (typeof this.#places === 'function') this.#places = this.#places()
    return this.#places
  }
  /**
   * Each match read as `reading` says; a unit of it comes from the whole match unless it has the match's length.
   * Returns itself where nothing matches.
   */
  replace(like: RegExp, reading: (match: RegExpExecArray) => string): Mapped {
    const matches = [...this.text.matchAll(like)]
    if (matches.length === 0) return this
    let text = ''
    let at = 0
    const starts: number[] = []
    const ends: number[] = []
    const keep = (from: number, to: number) => {
      for (let unit = from; unit < to; unit++) {
        starts.push(this.start(unit))
        ends.push(this.end(unit + 1))
      }
    }
    for (const match of matches) {
      const made = reading(match)
      const end = match.index + match[0].length
      keep(at, match.index)
      text += this.text.slice(at, match.index) + made
      if (made.length === match[0].length) keep(match.index, end)
      else
        for (let unit = 0; unit < made.length; unit++) {
          starts.push(this.start(match.index))
          ends.push(this.end(end))
        }
      at = end
    }
    keep(at, this.text.length)
    return new Mapped(text + this.text.slice(at), { starts, ends })
  }
}
