/** Events on their way to the engine: in order for each group, and tried again where the database is away. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Door } from '../../src/core/adapter.ts'
import { InnkeeperError } from '../../src/core/errors.ts'
import type { Event } from '../../src/core/event.ts'
import type { Log } from '../../src/core/feature.ts'

const tries = 8
const pauseMs = (n: number) => 250 * 2 ** n

export class Emitting {
  readonly #door: () => Door
  readonly #log: Log
  /** By group, the last that was begun. */
  readonly #last = new Map<string, Promise<void>>()
  #lost = 0
  constructor(door: () => Door, log: Log) {
    this.#door = door
    this.#log = log
  }
  /** Events given up, since the start. */
  get lost(): number {
    return this.#lost
  }
  emit(event: Event): Promise<void> {
    const before = this.#last.get(event.group) ?? Promise.resolve()
    const mine = before.then(() => this.#try(event))
    this.#last.set(event.group, mine)
    return mine.finally(() => {
      if (this.#last.get(event.group) === mine) this.#last.delete(event.group)
    })
  }
  /** Never rejects. */
  async #try(event: Event): Promise<void> {
    for (let n = 0; n < tries; n++) {
      try {
        const receipt = await this.#door().emit(event)
        if (!receipt.ok && receipt.errors[0]?.code === 'group/unlisted')
          this.#log.info({ group: event.group }, 'no rulebook lists this group')
        return
      } catch (error) {
        if (error instanceof InnkeeperError && error.code === 'engine/stopping') break
        this.#log.warn({ event: event.id, error, tries: n + 1 }, 'an event of WeChat’s could not be taken up')
        await sleep(pauseMs(n))
      }
    }
    this.#lost += 1
  }
}
