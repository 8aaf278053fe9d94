/**
 * Private channels by account: opening one is asked of Discord once, for it counts how often that happens. What is
 * said in one that is open, and what answers an interaction, is not counted.
 */
import { type APIDMChannel, Routes } from 'discord-api-types/v10'
import type { Outcome } from '../../../src/core/action.ts'
import type { Ground } from '../ground.ts'
import { Recent } from '../recent.ts'

const kept = 10_000
const minuteMs = 60_000
/** Discord names no figure; bots that opened many more have been flagged for spam. */
export const mostOpened = 40

export class Privates {
  readonly #channels = new Recent<string>(kept)
  /** When the last were opened, oldest first. */
  #opened: number[] = []

  /** The channel's id, or how long to wait. */
  async of(ground: Ground, user: string): Promise<string | Outcome> {
    const known = this.#channels.get(user)
    if (known) return known
    const now = ground.now()
    this.#opened = this.#opened.filter((at) => at > now - minuteMs)
    const [first = now] = this.#opened
    if (this.#opened.length >= mostOpened)
      return { ok: false, kind: 'busy', retryAfterMs: first + minuteMs - now, detail: 'many private channels opened' }
    this.#opened.push(now)
    const { id } = (await ground.client.rest.post(Routes.userChannels(), {
      body: { recipient_id: user },
    })) as APIDMChannel
    this.#channels.set(user, id)
    return id
  }
}
