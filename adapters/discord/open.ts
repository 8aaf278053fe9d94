/** One opening of the door: the connection with everything that listens to it. */
import type { Outcome } from '../../src/core/action.ts'
import type { Door, Filed } from '../../src/core/adapter.ts'
import { performer } from './actions/index.ts'
import { config, type DiscordConfig } from './config.ts'
import { Connection } from './connection.ts'
import { emitter } from './events/emit.ts'
import { hearAll } from './events/index.ts'
import { examinations, invitation } from './examine.ts'
import type { Ground, MakeInteractions } from './ground.ts'
import { mint } from './ids.ts'
import type { DiscordOptions } from './index.ts'
import { renewMutes } from './mutes.ts'
import { tellForADay } from './notices.ts'
import { saidInBoth } from './texts.ts'
import { spanIn } from './times.ts'

export interface Opened {
  readonly ground: Ground
  readonly connection: Connection
  perform(filed: Filed): Promise<Outcome>
  rulesChanged(): void
  close(): Promise<void>
}

/** Rejects where Discord cannot be reached or refuses the token; nothing is left open then. */
export async function open(options: DiscordOptions, door: Door, make: MakeInteractions): Promise<Opened> {
  const { log } = options
  const sections = sectionsOf(door)
  const back = (gap: Parameters<typeof tellGap>[1]) => tellGap(door, gap)
  const connection = new Connection({ ...options, sections: sections.all, tell: door.tell, back })
  const ground = groundOf(options, door, connection, sections)
  const heard = hearAll(ground)
  const rights = examinations(ground)
  const interactions = make(ground)
  try {
    await connection.open()
  } catch (error) {
    rights.stop()
    await interactions.stop()
    await connection.close()
    throw error
  }
  const register = () =>
    interactions
      .register()
      .catch((error: unknown) => log.error({ error }, 'commands could not be registered with Discord'))
  void register()
  renewMutes(ground)
  log.info({}, invitation(ground).en ?? '')
  return {
    ground,
    connection,
    perform: performer(ground, interactions),
    rulesChanged: () => {
      connection.rulesChanged()
      void register()
      if (!connection.ready) return
      rights.again()
      heard.rulesChanged()
    },
    close: async () => {
      rights.stop()
      await interactions.stop()
      await connection.close()
    },
  }
}

interface Sections {
  readonly of: (guild: string) => DiscordConfig
  readonly all: () => readonly DiscordConfig[]
}
/** They have been checked with the rulebook they stand in. */
function sectionsOf(door: Door): Sections {
  const usual = config.parse({})
  return {
    of: (guild) => (door.rulesOf(mint(guild))?.section as DiscordConfig | undefined) ?? usual,
    all: () => {
      const all = door.rules().flatMap(({ section }) => (section ? [section as DiscordConfig] : []))
      return all.length > 0 ? all : [usual]
    },
  }
}

function groundOf(
  { db, env, now, log }: DiscordOptions,
  door: Door,
  connection: Connection,
  sections: Sections,
): Ground {
  return {
    get client() {
      return connection.client
    },
    get intents() {
      return connection.intents
    },
    door,
    db,
    log,
    now,
    env,
    stopped: connection.stopped,
    on: (event, listener) => connection.hearing.on(event, listener),
    hear: (type, listener) => connection.hearing.hear(type, listener),
    section: sections.of,
    sections: sections.all,
    rules: (guild) => door.rulesOf(mint(guild)),
    emit: (event) => emitter(door, log, connection.stopped, event),
  }
}

function tellGap(
  door: Door,
  { from, to, resumed }: { readonly from: number; readonly to: number; readonly resumed: boolean },
): void {
  const span = spanIn(door.rules()[0]?.timezone, from, to)
  tellForADay(door.tell, 'gap', saidInBoth(resumed ? 'gap.resumed' : 'gap.lost', span))
}
