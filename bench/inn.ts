/** An engine on a file, with a door that swallows. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { actionTypes } from '../src/core/action.ts'
import type { Adapter, Filed } from '../src/core/adapter.ts'
import { EventsClock } from '../src/core/clock.ts'
import { Engine } from '../src/core/engine/engine.ts'
import { type Event, eventTypes } from '../src/core/event.ts'
import type { AnyFeature } from '../src/core/feature.ts'
import { defaultRulebook } from '../src/rulebook/memory.ts'
import type { Store } from '../src/store/driver.ts'
import { openStore } from '../src/store/open.ts'
import { Unit } from '../src/store/unit.ts'

export interface Bench {
  readonly engine: Engine
  readonly file: string
  readonly store: Store
  /** Called with every action that would go out. */
  onAction: (filed: Filed) => void
  /** Feeds events, at most `underWay` at a time; resolves when all are committed. Returns seconds. */
  feed(events: Iterable<Event>, underWay?: number): Promise<number>
  close(): Promise<void>
}
const quiet = {
  info: () => undefined,
  warn: () => undefined,
  error: (data: object, message: string) => console.error(message, data),
}

export async function openBench(
  features: readonly AnyFeature[],
  sections: Record<string, unknown> = {},
): Promise<Bench> {
  const folder = mkdtempSync(join(tmpdir(), 'innkeeper-bench-'))
  const file = join(folder, 'bench.db')
  const store = await openStore(
    file,
    features.map((feature) => feature.migrations),
  )
  const bench = { onAction: (_filed: Filed): void => undefined }
  const door: Adapter = {
    name: 'bench',
    does: actionTypes,
    emits: eventTypes,
    idempotent: true,
    limits: { text: 0, sendsPerMinute: 0, groupGapMs: 0 },
    start: async () => undefined,
    perform: async (filed) => {
      bench.onAction(filed)
      return { ok: true, message: filed.id }
    },
    health: () => ({ state: 'up', since: 0 }),
    stop: async () => undefined,
  }
  const engine = new Engine({
    unit: new Unit(store),
    reader: store.reader,
    features,
    rulebooks: [defaultRulebook({ features, sections, name: 'Bench', languages: ['en'] })],
    adapters: [door],
    clock: new EventsClock(),
    log: quiet,
  })
  await engine.start()
  return Object.assign(bench, {
    engine,
    file,
    store,
    feed: (events: Iterable<Event>, underWay = 512) => feed(engine, events, underWay),
    close: async () => {
      await engine.stop()
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  })
}

async function feed(engine: Engine, events: Iterable<Event>, underWay: number): Promise<number> {
  const started = performance.now()
  let open = 0
  let wake: (() => void) | undefined
  for (const event of events) {
    if (open >= underWay) await new Promise<void>((resolve) => (wake = resolve))
    open++
    void engine.emit(event).then(() => {
      open--
      if (open < underWay / 2 && wake) {
        wake()
        wake = undefined
      }
    })
  }
  await engine.idle()
  return (performance.now() - started) / 1000
}
