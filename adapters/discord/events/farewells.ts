/** Whether somebody who is gone left, was kicked or banned. Discord tells that apart, at about the same time. */
import { GatewayDispatchEvents, PermissionFlagsBits } from 'discord-api-types/v10'
import type { Ground } from '../ground.ts'
import { Recent } from '../recent.ts'

type How = 'kicked' | 'banned'
/** The audit log comes within this time before or after the leave. */
const beforeMs = 10_000
const afterMs = 1500

export class Farewells {
  readonly #ground: Ground
  readonly #shownOut = new Recent<{ readonly how: How; readonly at: number }>(10_000)
  readonly #waiting = new Map<string, (how: How) => void>()

  constructor(ground: Ground) {
    this.#ground = ground
    ground.hear(GatewayDispatchEvents.GuildBanAdd, ({ guild_id, user }) => this.note(guild_id, user.id, 'banned'))
  }

  note(guild: string, user: string, how: How): void {
    const key = `${guild}/${user}`
    this.#shownOut.set(key, { how, at: this.#ground.now() })
    this.#waiting.get(key)?.(how)
  }
  async how(guild: string, user: string): Promise<'left' | How> {
    const key = `${guild}/${user}`
    const noted = this.#shownOut.get(key)
    if (noted && this.#ground.now() - noted.at <= beforeMs) return noted.how
    const me = this.#ground.client.guilds.cache.get(guild)?.members.me
    if (!me?.permissions.has(PermissionFlagsBits.ViewAuditLog)) return 'left'
    return new Promise((resolve) => {
      const end = (how: 'left' | How) => {
        clearTimeout(timer)
        this.#waiting.delete(key)
        resolve(how)
      }
      const timer = setTimeout(() => end('left'), afterMs)
      this.#waiting.set(key, end)
    })
  }
}
