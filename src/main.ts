/** Puts the house together: the only file, beside the command line, that knows everything. */
import { dirname, join } from 'node:path'
import { schedule } from 'node-cron'
import {
  type AdapterName,
  adapterMigrations,
  adapterSweeps,
  loadDiscord,
  loadStdio,
  loadWeb,
  loadWechat,
} from '../adapters/index.ts'
import type { StdioSummary } from '../adapters/stdio/index.ts'
import type { WebAdapter } from '../adapters/web/index.ts'
import type { Adapter } from './core/adapter.ts'
import { type Clock, EventsClock, liveClock } from './core/clock.ts'
import type { Desk } from './core/desk.ts'
import { EngineDesk } from './core/engine/desk.ts'
import { Engine } from './core/engine/engine.ts'
import { InnkeeperError } from './core/errors.ts'
import type { Log } from './core/feature.ts'
import type { Rulebook } from './core/rulebook.ts'
import { features } from './features.ts'
import { keepHouse, tellGap } from './keeping.ts'
import { openAiOracle } from './oracle/index.ts'
import { formatProblems } from './rulebook/format.ts'
import { type Reading, readRulebooks } from './rulebook/read.ts'
import { watchRulebooks } from './rulebook/watch.ts'
import { sections } from './sections.ts'
import type { Store } from './store/driver.ts'
import { openStore } from './store/open.ts'
import { Unit } from './store/unit.ts'
import { Subscriptions } from './subscriptions.ts'
import type { Web } from './web/start.ts'

export interface HouseOptions {
  readonly rules: string
  /** A file, ":memory:" or a postgres:// address. */
  readonly place: string
  readonly adapters: readonly AdapterName[]
  readonly clock: 'live' | 'events'
  readonly port: number
  readonly host?: string
  readonly trustProxy?: boolean
  readonly log: Log
}
export interface House {
  readonly engine: Engine
  readonly desk: Desk
  readonly store: Store
  readonly web: Web | undefined
  /** Resolves when the stdio door's input has ended and is served; never without that door. */
  readonly ended: Promise<StdioSummary>
  /** Closes the doors, finishes what is on its way. */
  close(): Promise<void>
}
export const migrationsOf = () => [...features.map((feature) => feature.migrations), ...adapterMigrations]

/** Throws `InnkeeperError` where the rulebook, the database or the port is not fit. */
export async function openHouse(options: HouseOptions): Promise<House> {
  const reading = await readRules(options.rules)
  const store = await openStore(options.place, migrationsOf())
  try {
    return await furnish(options, reading, store)
  } catch (error) {
    await store.close()
    throw error
  }
}

/** The rulebooks of a folder; throws `rulebook/broken` with every place that is wrong. */
export async function readRules(dir: string): Promise<Reading> {
  const reading = await readRulebooks(dir, sections)
  const [only] = reading.problems
  if (only?.code.endsWith('no-community')) throw new InnkeeperError('rulebook/missing', { place: dir })
  if (reading.problems.length)
    throw new InnkeeperError('rulebook/broken', { detail: `\n${formatProblems(reading.problems)}` })
  return reading
}

async function furnish(options: HouseOptions, reading: Reading, store: Store): Promise<House> {
  const { log } = options
  const clock: Clock = options.clock === 'events' ? new EventsClock() : liveClock
  const now = () => clock.now()
  const unit = new Unit(store)
  const doors = await openDoors(options, store, now)
  const engine = new Engine({
    unit,
    reader: store.reader,
    features,
    rulebooks: reading.rulebooks,
    adapters: doors.adapters,
    clock,
    log,
    oracle: openAiOracle(process.env.INNKEEPER_ORACLE_KEY ?? ''),
  })
  const desk = new EngineDesk(engine)
  if (clock.kind === 'live') await unit.run(() => tellGap(unit, engine, now()))
  await engine.start()
  await doors.web?.ensureGroups(webGroups(reading.rulebooks))
  if (clock.kind === 'live') await engine.greetGroups()
  const web = doors.web && (await openWeb(options, doors.web, desk, store, now))
  const stops = clock.kind === 'live' ? keepTime(options, reading, engine, unit) : []
  return {
    engine,
    desk,
    store,
    web,
    ended: doors.ended,
    close: async () => {
      for (const stop of stops) await stop()
      await web?.close()
      await engine.stop()
      await store.close()
    },
  }
}

async function openDoors(options: HouseOptions, store: Store, now: () => number) {
  const adapters: Adapter[] = []
  const { promise: ended, resolve } = Promise.withResolvers<StdioSummary>()
  let web: WebAdapter | undefined
  for (const name of options.adapters) {
    if (name === 'web') {
      web = (await loadWeb()).webAdapter({ db: store.db, now, log: options.log })
      adapters.push(web)
    } else if (name === 'discord') {
      const { discordAdapter, discordEnv } = await loadDiscord()
      adapters.push(discordAdapter({ db: store.db, now, log: options.log, env: discordEnv(process.env) }))
    } else if (name === 'wechat') {
      const { wechatAdapter } = await loadWechat()
      const { log } = options
      const folder = wechatFolder(options.place)
      const terminal = (text: string) => void process.stderr.write(text)
      adapters.push(wechatAdapter({ db: store.db, now, log, env: process.env, folder, terminal }))
    } else {
      const { stdioAdapter } = await loadStdio()
      adapters.push(stdioAdapter({ input: process.stdin, output: process.stdout, now, onEnd: resolve }))
    }
  }
  return { adapters, web, ended }
}
/** Where the login of the bot's WeChat is kept: beside the database. */
export const wechatFolder = (place: string): string => join(isFile(place) ? dirname(place) : 'data', 'wechat')
const isFile = (place: string) => place !== ':memory:' && !/^postgres(ql)?:/u.test(place)
async function openWeb(
  options: HouseOptions,
  adapter: WebAdapter,
  desk: Desk,
  store: Store,
  now: () => number,
): Promise<Web> {
  const { startWeb } = await import('./web/start.ts')
  const { log, port, host, trustProxy } = options
  try {
    return await startWeb({
      adapter,
      desk,
      db: store.db,
      now,
      log,
      port,
      ...(host && { host }),
      ...(trustProxy && { trustProxy }),
    })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    throw new InnkeeperError('web/port-taken', { place: String(port), cause: error })
  }
}

/** Ticks, house-keeping, the lists that are followed and the watch on the rulebook. */
function keepTime(options: HouseOptions, reading: Reading, engine: Engine, unit: Unit): (() => Promise<void>)[] {
  const { log, rules } = options
  const failed = (error: unknown) => log.error({ error }, 'a tick failed')
  const ticks = schedule('* * * * * *', () => engine.tick().catch(failed))
  const keeping = schedule('*/30 * * * * *', () =>
    engine.work(() => keepHouse(unit, Date.now(), adapterSweeps)).catch(failed),
  )
  const lists = new Subscriptions(engine, Date.now)
  const fetching = schedule('40 * * * * *', () => lists.look().catch(failed))
  let inForce = reading.rulebooks
  const watching = watchRulebooks(
    rules,
    sections,
    (edit) => {
      inForce = afterEdit(engine, inForce, edit)
      void engine.reload(inForce).catch(failed)
    },
    { from: reading },
  )
  const timers = [ticks, keeping, fetching].map((timer) => async () => void (await timer.destroy()))
  return [...timers, () => watching.close()]
}

/** A broken edit keeps the last good version in force, and says so. */
function afterEdit(engine: Engine, inForce: Rulebook[], edit: Reading): Rulebook[] {
  if (edit.problems.length === 0) {
    engine.notices.over('rulebook')
    engine.options.log.info({ rulebooks: edit.rulebooks.map((rulebook) => rulebook.id) }, 'rulebook reloaded')
    return edit.rulebooks
  }
  engine.notices.add({ at: Date.now(), kind: 'rulebook', text: formatProblems(edit.problems), over: false })
  const good = new Map([...inForce, ...edit.rulebooks].map((rulebook) => [rulebook.id, rulebook]))
  return [...good.values()]
}

const webGroups = (rulebooks: readonly Rulebook[]) =>
  rulebooks.flatMap((rulebook) => rulebook.listed('web').map(({ ref, name }) => ({ ref, name: name ?? rulebook.name })))
