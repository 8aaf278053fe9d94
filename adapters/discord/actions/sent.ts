/**
 * Which of our messages are there already, by nonce. Discord refuses a nonce for some minutes only, and what Discord was
 * away for is tried for two days: a message whose answer was lost, and the first parts of one that was cut short, are
 * known here from what the gateway told and REST answered.
 */
import { GatewayDispatchEvents } from 'discord-api-types/v10'
import type { Ground } from '../ground.ts'
import { Recent } from '../recent.ts'

const kept = 20_000

export class Sent {
  readonly #ids = new Recent<string>(kept)
  constructor(ground: Ground) {
    ground.hear(GatewayDispatchEvents.MessageCreate, ({ id, author, nonce }) => {
      if (nonce !== undefined && author.id === ground.client.user.id) this.#ids.set(String(nonce), id)
    })
  }
  /** Discord's id of the message, whether it is sent now or was before. */
  async once(nonce: string, send: () => Promise<{ readonly id: string }>): Promise<string> {
    const known = this.#ids.get(nonce)
    if (known !== undefined) return known
    const { id } = await send()
    this.#ids.set(nonce, id)
    return id
  }
}
