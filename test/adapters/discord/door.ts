/** The Discord door alone, with an engine that writes down what it is told: for what is heard and done, one by one. */
import { config } from '../../../adapters/discord/config.ts'
import { discordAdapter, discordEnv } from '../../../adapters/discord/index.ts'
import { adapterMigrations } from '../../../adapters/index.ts'
import type { Action, Outcome } from '../../../src/core/action.ts'
import type { Event, EventOf, EventType } from '../../../src/core/event.ts'
import type { Localised } from '../../../src/core/words.ts'
import { openStore } from '../../../src/store/open.ts'
import { RecordingDoor } from '../../contract/town.ts'
import { type Discord, type DiscordOptions, openDiscord } from '../../emulators/discord/index.ts'
import { Logbook } from '../../kit/inn.ts'

/** Notices stand here until they are taken back. */
export class NoticingDoor extends RecordingDoor {
  readonly notices = new Map<string, Localised>()
  override tell = ((notice: { key: string; text: Localised }) => {
    this.notices.set(notice.key, notice.text)
    return () => void this.notices.delete(notice.key)
  }) as RecordingDoor['tell']
}

export interface DoorOptions {
  readonly discord?: DiscordOptions
  /** A Discord that is open already; whoever opened it closes it. */
  readonly at?: Discord
  /** `discord.yaml` as its owner writes it. */
  readonly section?: Readonly<Record<string, unknown>>
  readonly now?: () => number
  /** Database file; in memory where left out. */
  readonly place?: string
  readonly env?: Readonly<Record<string, string>>
}

export const teaHouse = {
  name: 'Tea House',
  owner: 'olive',
  channels: ['general', 'rules', 'staff', { name: 'questions', type: 'forum' as const }],
  roles: [
    { name: 'Captains', permissions: ['Administrator'] as const },
    { name: 'Mods', permissions: ['BanMembers', 'KickMembers', 'ModerateMembers'] as const },
    { name: 'Regulars' },
  ],
  members: [{ name: 'mia', roles: ['Mods'] }, { name: 'tom' }, { name: 'ann' }],
}

let count = 0
export async function openDoor(options: DoorOptions = {}) {
  const { now = Date.now, section = {}, env = {}, place = ':memory:' } = options
  const discord = options.at ?? (await openDiscord({ guilds: [teaHouse], ...options.discord }))
  const log = new Logbook()
  const store = await openStore(place, adapterMigrations)
  const variables = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.url, ...env }
  const adapter = discordAdapter({ db: store.db, env: discordEnv(variables), now, log })
  const door = new NoticingDoor(config.parse(section))
  await adapter.start(door)
  const guild = () => discord.guild()
  return {
    discord,
    adapter,
    door,
    log,
    db: store.db,
    guild,
    group: `discord:${guild().id}`,
    user: (name: string) => `discord:${guild().userId(name)}`,
    /** Waits for an event of a type that has these parts. */
    told: async <K extends EventType>(type: K, part: Partial<Event> = {}): Promise<EventOf<K>> => {
      const fits = (event: Event) => Object.entries(part).every(([key, value]) => event[key as 'id'] === value)
      const found = await discord.until(() => door.of(type).find(fits), 5000)
      if (!found) throw new Error(`no ${type} with ${JSON.stringify(part)}: ${JSON.stringify(door.of(type))}`)
      return found as EventOf<K>
    },
    does: (
      action: Action,
      more: { id?: string; message?: string; ask?: string; feature?: string; attempt?: number } = {},
    ): Promise<Outcome> => {
      const { id = `a${++count}/test.0`, feature = 'test', ...said } = more
      return adapter.perform({ id, action, attempt: 1, feature, ...said })
    },
    async close() {
      await adapter.stop()
      await store.close()
      if (!options.at) await discord.close()
    },
  }
}
export type OpenDoor = Awaited<ReturnType<typeof openDoor>>
