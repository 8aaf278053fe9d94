/** The messages of one channel: found by id at once, listed by age without looking at all of them. */
import type { APIMessage } from 'discord-api-types/v10'
import { byAge } from './snowflake.ts'

export class Timeline {
  readonly #byId = new Map<string, APIMessage>()
  #order: string[] = []
  readonly #keep: number

  /** @param keep how many messages stay; the oldest go first */
  constructor(keep: number) {
    this.#keep = keep
  }

  get size(): number {
    return this.#byId.size
  }

  get(id: string): APIMessage | undefined {
    return this.#byId.get(id)
  }

  add(message: APIMessage): void {
    this.#byId.set(message.id, message)
    this.#order.push(message.id)
    if (this.#order.length > this.#keep * 2) this.#trim()
  }

  delete(id: string): boolean {
    return this.#byId.delete(id)
  }

  /** Oldest first. */
  all(): APIMessage[] {
    return [...this.#byId.values()]
  }

  /** Newest first, as GET /channels/{id}/messages lists them. */
  page(where: { before?: string; after?: string; around?: string; limit: number }): APIMessage[] {
    const { before, after, around, limit } = where
    if (around) {
      const half = Math.floor(limit / 2)
      const at = this.#at(around)
      return this.#forward(Math.max(0, at - half), limit).reverse()
    }
    if (after) return this.#forward(this.#at(after, true), limit).reverse()
    return this.#backward(before ? this.#at(before) : this.#order.length, limit)
  }

  #backward(end: number, limit: number): APIMessage[] {
    const found: APIMessage[] = []
    for (let i = end - 1; i >= 0 && found.length < limit; i--) {
      const message = this.#byId.get(this.#order[i]!)
      if (message) found.push(message)
    }
    return found
  }

  #forward(start: number, limit: number): APIMessage[] {
    const found: APIMessage[] = []
    for (let i = start; i < this.#order.length && found.length < limit; i++) {
      const message = this.#byId.get(this.#order[i]!)
      if (message) found.push(message)
    }
    return found
  }

  /** Index of the first message that is not older than `id` (or that is newer, when `past`). */
  #at(id: string, past = false): number {
    let low = 0
    let high = this.#order.length
    while (low < high) {
      const middle = (low + high) >> 1
      const age = byAge(this.#order[middle]!, id)
      if (age < 0 || (past && age === 0)) low = middle + 1
      else high = middle
    }
    return low
  }

  #trim(): void {
    const kept = this.#order.filter((id) => this.#byId.has(id)).slice(-this.#keep)
    const stays = new Set(kept)
    for (const id of this.#order) if (!stays.has(id)) this.#byId.delete(id)
    this.#order = kept
  }
}
