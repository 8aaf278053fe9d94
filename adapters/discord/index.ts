/** Discord, on discord.js 14. */
import type { Outcome } from '../../src/core/action.ts'
import type { Adapter, Door } from '../../src/core/adapter.ts'
import type { EventType } from '../../src/core/event.ts'
import type { Log } from '../../src/core/feature.ts'
import type { Database } from '../../src/core/tables.ts'
import { performs } from './actions/index.ts'
import { staffRoomOf } from './channels.ts'
import type { DiscordEnv } from './env.ts'
import { invitation } from './examine.ts'
import type { Ground } from './ground.ts'
import { accountOf, bareId } from './ids.ts'
import { interactions as make } from './interactions/index.ts'
import { type Opened, open } from './open.ts'

export { discordEnv } from './env.ts'

export interface DiscordOptions {
  readonly db: Database
  readonly env: DiscordEnv
  /** Epoch milliseconds. */
  readonly now: () => number
  readonly log: Log
}

const emits: readonly EventType[] = [
  'group',
  'member.join',
  'member.leave',
  'member.update',
  'message',
  'edit',
  'delete',
  'reaction',
  'command',
  'choice',
  'moderated',
  'filtered',
]

/**
 * Sends bear a nonce which Discord enforces for some minutes, and everything else may be done twice: an action that is
 * performed again within that time (a lost answer, a restart) has the effect of once. Texts are cut by the door itself.
 */
export function discordAdapter(options: DiscordOptions): Adapter {
  const since = options.now()
  let opened: Opened | undefined
  const here = (): Ground | undefined => (opened?.connection.ready ? opened.ground : undefined)
  return {
    name: 'discord',
    does: performs,
    emits,
    idempotent: true,
    // discord.js keeps to each route's limit, and the door to that of private channels: answers to commands must not wait.
    limits: { text: 20_000, sendsPerMinute: 0, groupGapMs: 0 },
    async start(door: Door) {
      opened = await open(options, door, make)
    },
    async perform(filed) {
      if (!opened?.connection.ready) return later(1000, 'not connected')
      const { rest } = opened.connection
      return rest > 0 ? later(rest, 'resting after too many refusals') : opened.perform(filed)
    },
    health: () => opened?.connection.health() ?? { state: 'starting', since },
    stop: async () => {
      await opened?.close()
    },
    rulesChanged: () => opened?.rulesChanged(),
    accountOf,
    atStart: () => {
      const ground = here()
      return ground && invitation(ground)
    },
    staffRoom(group) {
      const ground = here()
      const guild = ground?.client.guilds.cache.get(bareId(group) ?? '')
      return ground !== undefined && guild !== undefined && staffRoomOf(ground, guild) !== undefined
    },
  }
}
const later = (retryAfterMs: number, detail: string): Outcome => ({
  ok: false,
  kind: 'busy',
  all: true,
  retryAfterMs,
  detail,
})
