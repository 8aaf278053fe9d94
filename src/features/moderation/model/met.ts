/**
 * Numbers met in a message, a set that is emptied for every message. Of the size the message needs, so that it stays in
 * the processor's nearest cache: a table with a place for each number there is would be fetched from memory each time.
 */
export class Met {
  /** Open-addressed: a number plus one, 0 where it is free. A power of two of it is in use, at most half of that full. */
  #slots = new Int32Array(4096)
  #mask = 4095
  #size = 0

  /** Empties it for about so many. */
  clear(expected: number): void {
    let needed = 256
    while (needed < expected * 2) needed *= 2
    if (needed > this.#slots.length) this.#slots = new Int32Array(needed)
    else this.#slots.fill(0, 0, needed)
    this.#mask = needed - 1
    this.#size = 0
  }
  /** Returns whether it was not in it yet. `number` is 0 or more. */
  add(number: number): boolean {
    const slots = this.#slots
    const wanted = number + 1
    for (let at = number & this.#mask; ; at = (at + 1) & this.#mask) {
      const there = slots[at]
      if (there === wanted) return false
      if (there !== 0) continue
      slots[at] = wanted
      if (++this.#size * 2 > this.#mask) this.#grow()
      return true
    }
  }
  #grow() {
    const before = this.#slots.slice(0, this.#mask + 1)
    this.clear(before.length)
    for (const wanted of before) if (wanted !== 0) this.add(wanted - 1)
  }
}
