/**
 * The automaton of Aho and Corasick (1975): many words looked for in one pass. Transitions lie in one open-addressed
 * table of plain numbers, since a step is taken for nearly every letter of every message.
 */

/** What is known of a unit before anything is looked up. */
const inside = 1
const begins = 2

/** States are numbers, 0 is the start. */
export class Automaton {
  readonly #parents: number[] = [0]
  readonly #unitOf: number[] = [0]
  readonly #depths: number[] = [0]
  readonly #ends: (number[] | undefined)[] = [undefined]
  readonly #units = new Uint8Array(0x10000)
  /** From state, on unit, to state; a place is free where the state led to is 0, to which no transition leads. */
  #from = new Int32Array(64)
  #on = new Uint16Array(64)
  #to = new Int32Array(64)
  #fails = new Int32Array(0)
  /** The nearest state where a word ends: the state itself or one on the way of fails; 0 where there is none. */
  #outputs = new Int32Array(0)
  /** The next such state behind it. */
  #behind = new Int32Array(0)

  /** Before `link`. */
  add(word: string, index: number) {
    let state = 0
    this.#note(word.charCodeAt(0), begins | inside)
    for (let at = 0; at < word.length; at++) {
      const unit = word.charCodeAt(at)
      this.#note(unit, inside)
      state = this.#child(state, unit)
    }
    const ends = this.#ends[state]
    if (ends) ends.push(index)
    else this.#ends[state] = [index]
  }
  #note(unit: number, what: number) {
    this.#units[unit] = (this.#units[unit] as number) | what
  }
  #child(state: number, unit: number): number {
    const known = this.#next(state, unit)
    if (known !== 0) return known
    const made = this.#parents.push(state) - 1
    this.#unitOf.push(unit)
    this.#depths.push((this.#depths[state] as number) + 1)
    this.#ends.push(undefined)
    if (made * 2 > this.#to.length) this.#grow()
    this.#put(state, unit, made)
    return made
  }
  #grow() {
    const size = this.#to.length * 2
    this.#from = new Int32Array(size)
    this.#on = new Uint16Array(size)
    this.#to = new Int32Array(size)
    for (let state = 1; state < this.#parents.length - 1; state++)
      this.#put(this.#parents[state] as number, this.#unitOf[state] as number, state)
  }
  #put(state: number, unit: number, to: number) {
    const mask = this.#to.length - 1
    let place = placeOf(state, unit) & mask
    while (this.#to[place] !== 0) place = (place + 1) & mask
    this.#from[place] = state
    this.#on[place] = unit
    this.#to[place] = to
  }
  /** Where the state leads on the unit; 0 where nowhere. */
  #next(state: number, unit: number): number {
    const mask = this.#to.length - 1
    for (let place = placeOf(state, unit) & mask; ; place = (place + 1) & mask) {
      const to = this.#to[place] as number
      if (to === 0 || (this.#from[place] === state && this.#on[place] === unit)) return to
    }
  }

  /** Shallow states first, so that a state's fail is ready when it is needed. */
  link() {
    const size = this.#parents.length
    this.#fails = new Int32Array(size)
    this.#outputs = new Int32Array(size)
    this.#behind = new Int32Array(size)
    const depth = (state: number) => this.#depths[state] as number
    const order = Int32Array.from({ length: size }, (_, state) => state).sort((a, b) => depth(a) - depth(b))
    for (const state of order) {
      if (state === 0) continue
      const parent = this.#parents[state] as number
      const fail = parent === 0 ? 0 : this.#step(this.#fails[parent] as number, this.#unitOf[state] as number)
      const behind = this.#outputs[fail] as number
      this.#fails[state] = fail
      this.#behind[state] = behind
      this.#outputs[state] = this.#ends[state] ? state : behind
    }
  }
  #step(from: number, unit: number): number {
    for (let state = from; ; state = this.#fails[state] as number) {
      const next = this.#next(state, unit)
      if (next !== 0 || state === 0) return next
    }
  }
  /** Calls `visit` for each word that ends somewhere in the text, by end and then length, longest first. */
  scan(text: string, visit: (index: number, end: number) => void) {
    let state = 0
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at)
      const known = this.#units[unit] as number
      if (known === 0 || (state === 0 && known === inside)) {
        state = 0
        continue
      }
      state = this.#step(state, unit)
      for (let out = this.#outputs[state] as number; out !== 0; out = this.#behind[out] as number)
        for (const index of this.#ends[out] as number[]) visit(index, at + 1)
    }
  }
}

const placeOf = (state: number, unit: number): number => {
  const mixed = Math.imul(state, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)
  return mixed ^ (mixed >>> 15)
}
