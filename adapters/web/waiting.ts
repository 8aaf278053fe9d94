/**
 * Events on their way to the engine. Each is stored in the transaction of what it tells of, and dropped when the engine
 * has committed it: a process killed between the two emits it again, and the engine knows its id.
 */
import type { Door, Receipt } from '../../src/core/adapter.ts'
import type { Event } from '../../src/core/event.ts'
import { eventSchema } from '../../src/core/event.ts'
import type { Log } from '../../src/core/feature.ts'
import type { HallDb, HallTransaction } from './tables.ts'

export interface Waiting {
  /** In the transaction that makes it true. */
  store(open: HallTransaction, event: Event, seq: number): Promise<void>
  /** After the commit. Resolves when the engine has committed it too. */
  deliver(event: Event): Promise<Receipt>
  /** Everything a former process left behind, in the order it happened. */
  resume(door: Door): Promise<void>
  /** Stops delivering: what is left waits for the next start. */
  stop(): void
}

const userOf = (event: Event) => ('user' in event && event.user) || ''
const firstRetryMs = 1000
const lastRetryMs = 30_000

export function waiting(db: HallDb, log: Log): Waiting {
  let door: Door | undefined
  const retries = new Set<NodeJS.Timeout>()

  async function deliver(event: Event, retryMs = firstRetryMs): Promise<Receipt> {
    if (!door) throw new Error('the hall is not open')
    try {
      const receipt = await door.emit(event)
      await db.deleteFrom('web_waiting').where('id', '=', event.id).execute()
      return receipt
    } catch (error) {
      log.warn({ err: error, event: event.id }, 'the engine did not take an event; it will be offered again')
      later(event, retryMs)
      throw error
    }
  }
  /** One that another version wrote and this one cannot read is told of and left where it is. */
  function offer({ id, event }: { id: string; event: string }) {
    const parsed = eventSchema.safeParse(JSON.parse(event))
    if (parsed.success) deliver(parsed.data).catch(() => undefined)
    else log.error({ event: id, err: parsed.error }, 'an event that waited for the engine cannot be read')
  }
  function later(event: Event, ms: number) {
    if (!door) return
    const timer = setTimeout(() => {
      retries.delete(timer)
      // A failure is logged and planned again inside.
      deliver(event, Math.min(ms * 2, lastRetryMs)).catch(() => undefined)
    }, ms)
    timer.unref()
    retries.add(timer)
  }

  return {
    store: async (open, event, seq) => {
      await open
        .insertInto('web_waiting')
        .values({ id: event.id, seq, user_id: userOf(event), event: JSON.stringify(event) })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    },
    deliver,
    async resume(opened) {
      door = opened
      const rows = await db.selectFrom('web_waiting').select(['id', 'event']).orderBy('seq').execute()
      // Offered without waiting for one another: the engine keeps their order and takes them in one batch.
      for (const row of rows) offer(row)
    },
    stop() {
      door = undefined
      for (const timer of retries) clearTimeout(timer)
      retries.clear()
    },
  }
}
