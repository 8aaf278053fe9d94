/** A whole house with every feature, on a clock of its own, lived in for two weeks: what the office has to show. */
import { webAdapter } from '../../../adapters/web/index.ts'
import { EventsClock } from '../../../src/core/clock.ts'
import { EngineDesk } from '../../../src/core/engine/desk.ts'
import { Engine } from '../../../src/core/engine/engine.ts'
import { type Event, eventSchema } from '../../../src/core/event.ts'
import { features } from '../../../src/features.ts'
import { migrationsOf } from '../../../src/main.ts'
import { defaultRulebook } from '../../../src/rulebook/memory.ts'
import { openStore } from '../../../src/store/open.ts'
import { Unit } from '../../../src/store/unit.ts'
import { startWeb } from '../../../src/web/start.ts'
import { Logbook } from '../../kit/inn.ts'
import { sections } from './rulebook.ts'

export const day = 86_400_000
const group = 'web:reading'

export async function openHouse(start = Date.now() - 14 * day) {
  const log = new Logbook()
  const store = await openStore(':memory:', migrationsOf())
  const clock = new EventsClock(start)
  const now = () => clock.now()
  const adapter = webAdapter({ db: store.db, now, log })
  const rulebook = defaultRulebook({
    id: 'books',
    name: '南山读书会',
    features,
    languages: ['zh', 'en'],
    timezone: 'Asia/Shanghai',
    staff: [{ user: 'web:mei', role: 'moderator' }],
    groups: [{ match: group, name: '读书会 Reading circle' }],
    sections,
  })
  const engine = new Engine({
    unit: new Unit(store),
    reader: store.reader,
    features,
    rulebooks: [rulebook],
    adapters: [adapter],
    clock,
    log,
  })
  await engine.start()
  await adapter.ensureGroups([{ ref: group, name: '读书会 Reading circle' }])
  const web = await startWeb({ adapter, desk: new EngineDesk(engine), db: store.db, now, log, port: 0 })
  let count = 0
  return {
    web,
    engine,
    log,
    now,
    /** Something happens in the group, a second later unless `at` says when. */
    async happens(event: Record<string, unknown>) {
      count += 1
      const at = typeof event.at === 'number' ? event.at : clock.now() + 1000
      const parsed: Event = eventSchema.parse({ id: `e${count}`, group, ...event, at })
      const receipt = await engine.emit(parsed)
      await engine.idle()
      return receipt
    },
    /** Moves the clock; what is due runs. */
    async until(at: number) {
      await engine.tick(at)
      await engine.idle()
    },
    async close() {
      await web.close()
      await engine.stop()
      await store.close()
    },
  }
}
export type House = Awaited<ReturnType<typeof openHouse>>
