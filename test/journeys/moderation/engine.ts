/** The engine of a stage whose clock runs as ours does and leaps when the story does. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Adapter } from '../../../src/core/adapter.ts'
import { Engine } from '../../../src/core/engine/engine.ts'
import type { AnySection } from '../../../src/core/feature.ts'
import { features } from '../../../src/features.ts'
import { defaultRulebook } from '../../../src/rulebook/memory.ts'
import type { Store } from '../../../src/store/driver.ts'
import { Unit } from '../../../src/store/unit.ts'
import type { Logbook } from '../../kit/inn.ts'
import { hour, type Leaping, minute } from '../discord/clock.ts'
import type { Setting } from './stage.ts'
import { timezone } from './start.ts'

interface Parts {
  readonly setting: Setting
  readonly clock: Leaping
  readonly store: Store
  readonly log: Logbook
  readonly adapter: Adapter
  /** Of the adapter's own, beside those of the features. */
  readonly section?: AnySection
}

/** Started; its time goes on by itself every tenth of a second. */
export async function openEngine({ setting, clock, store, log, adapter, section }: Parts) {
  const { language, sections } = setting
  const engine = new Engine({
    unit: new Unit(store),
    reader: store.reader,
    features,
    rulebooks: [
      defaultRulebook({
        features: section ? [...features, section] : features,
        languages: [language],
        timezone,
        sections,
      }),
    ],
    adapters: [adapter],
    clock: { kind: 'live', now: clock.now },
    log,
  })
  await engine.start()
  return { engine, ...timeOf(engine, clock) }
}

/** Lets an engine's time go by: in steps where it is little, so that what is due is due in its order. */
export function timeOf(engine: Engine, clock: Leaping) {
  const ticks = setInterval(() => void engine.tick().catch(() => undefined), 100)
  const settle = async () => {
    await engine.tick()
    await engine.idle()
  }
  return {
    async passes(ms: number): Promise<void> {
      const step = ms > hour ? ms : minute / 2
      for (let left = ms; left > 0; left -= step) {
        clock.leap(Math.min(step, left))
        await settle()
        await sleep(5)
      }
      await settle()
    },
    async close(): Promise<void> {
      clearInterval(ticks)
      await engine.stop(2000)
    },
  }
}
