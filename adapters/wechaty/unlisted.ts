/** Rooms that the rulebook does not list: left alone, left, or served under an id of their own. */
import { createHash } from 'node:crypto'
import type { FoundRoom } from './binding.ts'
import { type Ground, tellNews } from './ground.ts'

const minuteMs = 60_000
const mint = (from: string) => `wechat:r${createHash('sha256').update(`innkeeper ${from}`).digest('hex').slice(0, 14)}`

export class Unlisted {
  readonly #ground: Ground
  /** By WeChat's id. */
  readonly #rooms = new Map<string, { readonly topic: string; readonly foundAt: number }>()
  /** When each was first found, in this run: a login finds them anew, and their time goes on. */
  readonly #firstAt = new Map<string, number>()
  constructor(ground: Ground) {
    this.#ground = ground
  }
  has(room: string): boolean {
    return this.#rooms.has(room)
  }
  clear(): void {
    this.#rooms.clear()
  }
  /** `settled` is which rooms are served, by ref; rooms that may yet turn out to be listed are `held`. */
  weigh({ id, topic }: FoundRoom, settled: Map<string, string>, held: readonly string[]): void {
    if (held.includes(id)) {
      this.#rooms.set(id, { topic, foundAt: Number.POSITIVE_INFINITY })
      return
    }
    if ([...settled.values()].includes(id)) return
    const { rest } = this.#ground.settings()
    if (rest.unlisted === 'serve') {
      settled.set(mint(this.#ground.stableIds() ? id : topic), id)
      return
    }
    const foundAt = this.#firstAt.get(id) ?? this.#ground.now()
    this.#firstAt.set(id, foundAt)
    this.#rooms.set(id, { topic, foundAt })
  }
  /**
   * Leaves what is to be left. Not while a listed room is missing: it may be this one, under another name.
   */
  async look(missing: boolean): Promise<void> {
    const { unlisted, leaveAfterMinutes } = this.#ground.settings().rest
    const puppet = this.#ground.line()?.puppet
    if (unlisted !== 'leave' || missing || !puppet) return
    for (const [id, { topic, foundAt }] of this.#rooms) {
      if (this.#ground.now() - foundAt < leaveAfterMinutes * minuteMs) continue
      await puppet.roomQuit(id)
      this.#rooms.delete(id)
      this.#firstAt.delete(id)
      tellNews(this.#ground, `left:${id}`, 'tell.left', { topic })
    }
  }
}
