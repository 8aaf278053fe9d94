/** Private channels by account: opening one is asked of Discord once, for it counts how often that happens. */
import { type APIDMChannel, Routes } from 'discord-api-types/v10'
import type { Ground } from '../ground.ts'
import { Recent } from '../recent.ts'

const kept = 10_000

export class Privates {
  readonly #channels = new Recent<string>(kept)

  async of(ground: Ground, user: string): Promise<string> {
    const known = this.#channels.get(user)
    if (known) return known
    const { id } = (await ground.client.rest.post(Routes.userChannels(), {
      body: { recipient_id: user },
    })) as APIDMChannel
    this.#channels.set(user, id)
    return id
  }
}
