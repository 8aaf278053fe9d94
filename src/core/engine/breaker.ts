/** A feature that keeps throwing is paused for that group until a restart or an edit of the rulebook. */
const pauseAfter = 5

export class Breaker {
  readonly #failures = new Map<string, number>()
  /** Returns the count when this failure pauses the feature, else undefined. */
  failed(feature: string, group: string): number | undefined {
    const key = `${feature} ${group}`
    const count = (this.#failures.get(key) ?? 0) + 1
    this.#failures.set(key, count)
    return count === pauseAfter ? count : undefined
  }
  worked(feature: string, group: string): void {
    if (this.#failures.size) {
      const key = `${feature} ${group}`
      if ((this.#failures.get(key) ?? 0) < pauseAfter) this.#failures.delete(key)
    }
  }
  paused(feature: string, group: string): boolean {
    return this.#failures.size > 0 && (this.#failures.get(`${feature} ${group}`) ?? 0) >= pauseAfter
  }
  reset(): void {
    this.#failures.clear()
  }
}
