/** The last ids seen: WeChat delivers old messages again at a login. Across restarts the engine knows them. */
export class Seen {
  readonly #ids = new Set<string>()
  readonly #most: number
  constructor(most = 10_000) {
    this.#most = most
  }
  /** Whether it was seen before; it is from now on. */
  again(id: string): boolean {
    if (this.#ids.has(id)) return true
    this.#ids.add(id)
    const [oldest] = this.#ids
    if (this.#ids.size > this.#most && oldest !== undefined) this.#ids.delete(oldest)
    return false
  }
}
