/** A feature that keeps throwing is paused for that group until a restart or an edit of the rulebook. */
const pauseAfter = 5

export class Breaker {
  /** What a feature failed at since it last worked, by feature and group: run again, a batch fails at the same. */
  readonly #failures = new Map<string, Set<string>>()
  /** Returns the count when this failure pauses the feature, else undefined. */
  failed(feature: string, group: string, at: string): number | undefined {
    const key = `${feature} ${group}`
    const failures = this.#failures.get(key) ?? new Set()
    if (failures.has(at) || failures.size >= pauseAfter) return undefined
    this.#failures.set(key, failures.add(at))
    return failures.size === pauseAfter ? pauseAfter : undefined
  }
  worked(feature: string, group: string): void {
    if (this.#failures.size && !this.paused(feature, group)) this.#failures.delete(`${feature} ${group}`)
  }
  paused(feature: string, group: string): boolean {
    return this.#failures.size > 0 && (this.#failures.get(`${feature} ${group}`)?.size ?? 0) >= pauseAfter
  }
  reset(): void {
    this.#failures.clear()
  }
}
