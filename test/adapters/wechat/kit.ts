/** The WeChat adapter with the real engine and features, in front of the simulated WeChat: here, or over gRPC. */
import '../../emulators/wechat/quiet.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { section } from '../../../adapters/wechaty/config.ts'
import { type WechatAdapter, wechatAdapter } from '../../../adapters/wechaty/index.ts'
import { migrations } from '../../../adapters/wechaty/migrations.ts'
import type { Patience } from '../../../adapters/wechaty/patience.ts'
import { liveClock } from '../../../src/core/clock.ts'
import { EngineDesk } from '../../../src/core/engine/desk.ts'
import { Engine } from '../../../src/core/engine/engine.ts'
import type { AnyFeature } from '../../../src/core/feature.ts'
import { features } from '../../../src/features.ts'
import { defaultRulebook, type InMemory } from '../../../src/rulebook/memory.ts'
import type { Store } from '../../../src/store/driver.ts'
import { openStore } from '../../../src/store/open.ts'
import { Unit } from '../../../src/store/unit.ts'
import { lineTo, SimulatedPuppet } from '../../emulators/wechat/puppet.ts'
import type { Service } from '../../emulators/wechat/service.ts'
import type { World } from '../../emulators/wechat/world.ts'
import { Logbook } from '../../kit/inn.ts'
import { hasty } from './hasty.ts'

/** What a test's rulebook says, beside the listed room. */
export interface Wish {
  readonly service?: Service
  readonly wechat?: Record<string, unknown>
  readonly sections?: Record<string, unknown>
  readonly community?: Partial<InMemory>
  readonly patience?: Partial<Patience>
  readonly now?: () => number
  /** With `now`: how time goes by while the bot waits. */
  readonly pause?: (ms: number) => Promise<void>
  /** Beside all that there are, and before them. */
  readonly watching?: readonly AnyFeature[]
  /** A database that outlives this inn. */
  readonly store?: Store
}
const unpaced = { roomGapSeconds: 0, postGapSeconds: 0, perMinute: 120, perDay: 20_000, jitter: 0 }
export const reading = 'wechat:reading'

export class WechatInn {
  readonly world: World
  readonly store: Store
  readonly adapter: WechatAdapter
  readonly engine: Engine
  readonly desk: EngineDesk
  readonly log = new Logbook()
  readonly folder: string
  readonly terminal: string[] = []
  readonly #wish: Wish

  constructor(world: World, store: Store, wish: Wish) {
    this.world = world
    this.store = store
    this.#wish = wish
    this.folder = mkdtempSync(join(tmpdir(), 'innkeeper-wechat-adapter-'))
    const { service, now = Date.now } = wish
    const env = service && {
      WECHATY_PUPPET: 'wechaty-puppet-service',
      WECHATY_PUPPET_SERVICE_TOKEN: service.options.token,
      WECHATY_PUPPET_SERVICE_ENDPOINT: service.options.endpoint,
    }
    this.adapter = wechatAdapter({
      db: store.db,
      now,
      log: this.log,
      env: env ?? {},
      folder: this.folder,
      terminal: (text) => this.terminal.push(text),
      ...(wish.pause && { pause: wish.pause }),
      patience: { ...hasty, ...wish.patience },
      ...(!service && { puppet: () => new SimulatedPuppet(lineTo(world)) }),
    })
    const rulebook = defaultRulebook(this.#rulebook())
    const clock = wish.now ? { kind: 'live' as const, now } : liveClock
    this.engine = new Engine({
      unit: new Unit(store),
      reader: store.reader,
      features: [...(wish.watching ?? []), ...features],
      rulebooks: [rulebook],
      adapters: [this.adapter],
      clock,
      log: this.log,
    })
    this.desk = new EngineDesk(this.engine)
  }
  #rulebook(): InMemory {
    const { wechat, sections, community } = this.#wish
    const rooms = { reading: { topic: '灯下读书会', words: ['读书'] } }
    return {
      features: [...(this.#wish.watching ?? []), ...features, section],
      languages: ['zh'],
      sections: { ...sections, wechat: { rooms, pacing: unpaced, ...wechat } },
      ...community,
    }
  }
  /** Resolves when the account is in and its rooms have been looked at. */
  async isUp(ms = 10_000): Promise<void> {
    await this.waits(() => this.adapter.health().state === 'up', 'WeChat is up', ms)
    await this.waits(async () => (await this.rows('wechat_rooms')).length > 0, 'the rooms are known', ms)
  }
  /** Looks until it is so. */
  async waits(so: () => boolean | Promise<boolean>, what: string, ms = 10_000): Promise<void> {
    for (const until = Date.now() + ms; Date.now() < until; await new Promise((resolve) => setTimeout(resolve, 15)))
      if (await so()) return
    throw new Error(`not within ${ms} ms: ${what}`)
  }
  rows(table: string): Promise<Record<string, unknown>[]> {
    return this.store.db.selectFrom(table).selectAll().execute()
  }
  /** Events of a type that the engine has taken up. */
  async heard(type: string): Promise<Record<string, unknown>[]> {
    return (await this.rows('inbox')).filter((row) => row.type === type)
  }
  /** What the owner was told, newest first. */
  told(): string[] {
    return this.desk.notices().map((notice) => notice.text)
  }
  async close(keepStore = false): Promise<void> {
    await this.engine.stop()
    if (!keepStore) await this.store.close()
    rmSync(this.folder, { recursive: true, force: true })
  }
}

export async function openWechat(world: World, wish: Wish = {}): Promise<WechatInn> {
  const store =
    wish.store ?? (await openStore(':memory:', [...features.map((feature) => feature.migrations), migrations]))
  const inn = new WechatInn(world, store, wish)
  await inn.engine.start()
  return inn
}
