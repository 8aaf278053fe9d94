/** What the owner is told of the connection, each under a key of its own until it is over. */
import type { Door } from '../../src/core/adapter.ts'
import type { Localised } from '../../src/core/words.ts'

export class Notices {
  readonly #tell: Door['tell']
  readonly #open = new Map<string, () => void>()
  constructor(tell: Door['tell']) {
    this.#tell = tell
  }
  tell(key: string, text: Localised): void {
    this.#open.set(key, this.#tell({ key: `discord ${key}`, text }))
  }
  over(key: string): void {
    this.#open.get(key)?.()
    this.#open.delete(key)
  }
  allOver(): void {
    for (const key of [...this.#open.keys()]) this.over(key)
  }
}

const dayMs = 86_400_000
/** What happened and is past: worth knowing for a day. */
export function tellForADay(tell: Door['tell'], key: string, text: Localised, group?: string): void {
  const over = tell({ key: `discord ${key}`, text, ...(group && { group }) })
  setTimeout(over, dayMs).unref()
}
