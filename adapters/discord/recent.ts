/** A map that forgets what was put in first, so that it never grows beyond its bound. */
export class Recent<V> {
  readonly #most: number
  readonly #map = new Map<string, V>()
  constructor(most: number) {
    this.#most = most
  }
  get(key: string): V | undefined {
    return this.#map.get(key)
  }
  set(key: string, value: V): void {
    this.#map.delete(key)
    this.#map.set(key, value)
    for (const oldest of this.#map.keys()) {
      if (this.#map.size <= this.#most) return
      this.#map.delete(oldest)
    }
  }
  delete(key: string): void {
    this.#map.delete(key)
  }
}
