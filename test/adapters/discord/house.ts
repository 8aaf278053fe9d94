/** A whole Innkeeper at the door of the emulated Discord: real engine, real features, real discord.js. */
import { discordAdapter, discordEnv } from '../../../adapters/discord/index.ts'
import { adapterMigrations, adapterSections } from '../../../adapters/index.ts'
import { liveClock } from '../../../src/core/clock.ts'
import { EngineDesk } from '../../../src/core/engine/desk.ts'
import { Engine } from '../../../src/core/engine/engine.ts'
import type { AnyFeature } from '../../../src/core/feature.ts'
import type { Rulebook } from '../../../src/core/rulebook.ts'
import { features as all } from '../../../src/features.ts'
import { defaultRulebook, type InMemory } from '../../../src/rulebook/memory.ts'
import { openStore } from '../../../src/store/open.ts'
import { Unit } from '../../../src/store/unit.ts'
import { type Discord, type DiscordOptions, openDiscord } from '../../emulators/discord/index.ts'
import { Logbook } from '../../kit/inn.ts'

export interface HouseOptions extends Omit<InMemory, 'features'> {
  readonly features?: readonly AnyFeature[]
  /** Those read from files, instead of one in memory. */
  readonly rulebooks?: readonly Rulebook[]
  readonly discord?: DiscordOptions
  /** A Discord that is open already; whoever opened it closes it. */
  readonly at?: Discord
  /** Database file; in memory where left out. */
  readonly place?: string
  readonly now?: () => number
  /** Beside those that lead to the emulator. */
  readonly env?: Readonly<Record<string, string>>
}

export async function openHouse(options: HouseOptions) {
  const { features = all, discord: spec = {}, at, place = ':memory:', now = Date.now, env = {}, ...rest } = options
  const { rulebooks, ...community } = rest
  const discord = at ?? (await openDiscord(spec))
  const log = new Logbook()
  const store = await openStore(place, [...features.map(({ migrations }) => migrations), ...adapterMigrations])
  const variables = {
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.url,
    DISCORD_CDN_URL: discord.cdnUrl,
    ...env,
  }
  const adapter = discordAdapter({ db: store.db, env: discordEnv(variables), now, log })
  const rulebook = (change: Omit<InMemory, 'features'> = {}) =>
    defaultRulebook({
      languages: ['en'],
      timezone: 'UTC',
      ...community,
      ...change,
      features: [...features, ...adapterSections],
    })
  const engine = new Engine({
    unit: new Unit(store),
    reader: store.reader,
    features,
    rulebooks: rulebooks ?? [rulebook()],
    adapters: [adapter],
    clock: now === Date.now ? liveClock : { kind: 'live', now },
    log,
  })
  await engine.start()
  const ticks = setInterval(() => void engine.tick().catch(() => undefined), 100)
  return {
    discord,
    engine,
    adapter,
    store,
    log,
    desk: new EngineDesk(engine),
    rules: (change: Omit<InMemory, 'features'>) => engine.reload([rulebook(change)]),
    rows: (table: string) => store.db.selectFrom(table).selectAll().execute() as Promise<Record<string, unknown>[]>,
    /** What the engine was told, by type. */
    events: async (type?: string) => {
      const rows = (await store.db.selectFrom('inbox').selectAll().execute()) as Record<string, unknown>[]
      return rows.filter((row) => type === undefined || row.type === type)
    },
    async close() {
      clearInterval(ticks)
      await engine.stop(2000)
      await store.close()
      if (!at) await discord.close()
    },
  }
}
export type House = Awaited<ReturnType<typeof openHouse>>
