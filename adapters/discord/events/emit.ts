/** From us to the engine, which may be busy, paused or away for a moment: an event waits until it is committed. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Door, Receipt } from '../../../src/core/adapter.ts'
import { InnkeeperError } from '../../../src/core/errors.ts'
import type { Event } from '../../../src/core/event.ts'
import type { Log } from '../../../src/core/feature.ts'

const longestMs = 30_000

/** Rejects only once `stopped` is aborted, or when the engine is. */
export async function emitter(door: Door, log: Log, stopped: AbortSignal, event: Event): Promise<Receipt> {
  for (let tries = 0; ; tries++) {
    try {
      return await door.emit(event)
    } catch (error) {
      if (stopped.aborted || (error instanceof InnkeeperError && error.code === 'engine/stopping')) throw error
      log.error({ event: event.id, tries, error }, 'an event of Discord could not be committed')
      await sleep(Math.min(250 * 2 ** tries, longestMs), undefined, { signal: stopped, ref: false })
    }
  }
}
