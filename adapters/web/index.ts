/** A group of one's own in the browser: the platform and the door to it in one. Its pages are served by `src/web`. */
import type { Adapter, Door, Health } from '../../src/core/adapter.ts'
import { eventTypes } from '../../src/core/event.ts'
import type { Log } from '../../src/core/feature.ts'
import type { Database } from '../../src/core/tables.ts'
import type { Ground, News } from './ground.ts'
import { ensureGroups, type GroupWish } from './groups.ts'
import { type Hall, hall } from './hall.ts'
import { perform, performs } from './perform.ts'
import { type Sequence, sequence } from './sequence.ts'
import { hallDb } from './tables.ts'
import { waiting } from './waiting.ts'

export { forget } from './forget.ts'
export type { Actor, News } from './ground.ts'
export type { Hall } from './hall.ts'
export { migrations, personal } from './migrations.ts'

export interface WebAdapter extends Adapter {
  readonly hall: Hall
  /** Makes the groups that the rulebook lists. After `start`. */
  ensureGroups(wishes: readonly GroupWish[]): Promise<void>
}
export interface WebOptions {
  readonly db: Database
  /** Epoch milliseconds. */
  readonly now: () => number
  readonly log: Log
}

export function webAdapter({ db: community, now, log }: WebOptions): WebAdapter {
  const db = hallDb(community)
  const listeners = new Set<(news: News) => void>()
  const events = waiting(db, log)
  let door: Door | undefined
  let health: Health = { state: 'starting', since: now() }
  // Read at the first need: the engine may deliver before it opens the doors.
  let places: Promise<Sequence> | undefined
  let last: Sequence = { next: (): number => notStarted() }
  const ready = async () => {
    places ??= sequence(db, now)
    last = await places
  }
  const ground: Ground = {
    db,
    now,
    log,
    sequence: { next: () => last.next() },
    waiting: events,
    commands: () => door?.commands ?? [],
    tell: (news) => {
      for (const listener of listeners) listener(news)
    },
  }
  return {
    name: 'web',
    does: performs,
    emits: eventTypes,
    idempotent: true,
    limits: { text: 20_000, sendsPerMinute: 0, groupGapMs: 0 },
    hall: hall(ground, listeners),
    ensureGroups: (wishes) => ensureGroups(ground, wishes),
    async start(opened) {
      await ready()
      door = opened
      await events.resume(opened)
      health = { state: 'up', since: now() }
    },
    async perform(filed) {
      await ready()
      return perform(ground, filed)
    },
    health: () => health,
    async stop() {
      events.stop()
      health = { state: 'down', since: now() }
    },
  }
}

function notStarted(): never {
  throw new Error('the web adapter is not started')
}
