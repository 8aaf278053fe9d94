/** The engine as a rehearsal needs it: a database in memory, the logs' own clock, doors that only keep what they get. */
import { actionTypes, type Outcome } from '../core/action.ts'
import type { Adapter, Filed } from '../core/adapter.ts'
import { EventsClock } from '../core/clock.ts'
import { Engine } from '../core/engine/engine.ts'
import { eventTypes } from '../core/event.ts'
import type { AnyFeature, Log } from '../core/feature.ts'
import type { Rulebook } from '../core/rulebook.ts'
import type { Store } from '../store/driver.ts'
import { openStore } from '../store/open.ts'
import { Unit } from '../store/unit.ts'

/** Does whatever it is told, in so far as telling is doing. */
const recordingDoor = (name: string): Adapter => ({
  name,
  does: actionTypes,
  emits: eventTypes,
  idempotent: true,
  limits: { text: 0, sendsPerMinute: 0, groupGapMs: 0 },
  start: async () => undefined,
  perform: async ({ id }: Filed): Promise<Outcome> => ({ ok: true, message: `sent:${id}`.slice(0, 256) }),
  health: () => ({ state: 'up', since: 0 }),
  stop: async () => undefined,
})

const platforms = ['web', 'discord', 'wechat', 'stdio', 'telegram', 'irc']
/** A rulebook that serves any group of the logs: one that it does not list is treated like the first that it does. */
export function hospitable(rulebook: Rulebook): Rulebook {
  const [first] = platforms.flatMap((platform) => rulebook.listed(platform))
  if (!first) return rulebook
  const standsFor = (ref: string) => (rulebook.group(ref) ? ref : first.ref)
  const guest = rulebook.group(first.ref)
  const unnamed = guest && { ...guest, name: undefined }
  return {
    ...rulebook,
    group: (ref) => rulebook.group(ref) ?? unnamed,
    section: (feature, ref) => rulebook.section(feature, standsFor(ref)),
  }
}

export interface House {
  readonly engine: Engine
  readonly store: Store
  /** Whether a feature lives here. */
  has(feature: string): boolean
  close(): Promise<void>
}
export async function openHouse(options: {
  readonly features: readonly AnyFeature[]
  readonly rulebooks: readonly Rulebook[]
  readonly platforms: readonly string[]
  /** Epoch milliseconds the clock begins at. */
  readonly start: number
  readonly log: Log
}): Promise<House> {
  const store = await openStore(
    ':memory:',
    options.features.map(({ migrations }) => migrations),
  )
  const engine = new Engine({
    unit: new Unit(store),
    reader: store.reader,
    features: options.features,
    rulebooks: options.rulebooks,
    adapters: options.platforms.map(recordingDoor),
    clock: new EventsClock(options.start),
    log: options.log,
  })
  await engine.start()
  const has = (feature: string) => options.features.some(({ name }) => name === feature)
  return { engine, store, has, close: () => engine.stop().then(() => store.close()) }
}
