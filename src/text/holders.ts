/** By term, the slots of the entries that have it, in order. Most terms are held by one entry: those need no list. */
export class Holders {
  readonly #slots: (number | number[] | undefined)[] = []

  count(term: number): number {
    const held = this.#slots[term]
    return held === undefined ? 0 : typeof held === 'number' ? 1 : held.length
  }
  of(term: number): readonly number[] {
    const held = this.#slots[term]
    return held === undefined ? [] : typeof held === 'number' ? [held] : held
  }
  add(term: number, slot: number) {
    while (this.#slots.length <= term) this.#slots.push(undefined)
    const held = this.#slots[term]
    if (held === undefined) this.#slots[term] = slot
    else if (typeof held === 'number') this.#slots[term] = held < slot ? [held, slot] : [slot, held]
    else if ((held.at(-1) ?? 0) < slot) held.push(slot)
    else held.splice(placeIn(held, slot), 0, slot)
  }
  drop(term: number, slot: number) {
    const held = this.#slots[term]
    if (held === slot) this.#slots[term] = undefined
    if (typeof held !== 'object') return
    const at = placeIn(held, slot)
    if (held[at] === slot) held.splice(at, 1)
  }
}

/** Where it is, or would stand. */
function placeIn(slots: readonly number[], slot: number): number {
  let low = 0
  let high = slots.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((slots[middle] ?? 0) < slot) low = middle + 1
    else high = middle
  }
  return low
}
