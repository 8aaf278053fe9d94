/** What members did and what must have come of it: each once, whatever the weather. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { House } from '../../adapters/discord/house.ts'
import { type GuildHandle, textOf } from '../../emulators/discord/control/guild.ts'
import type { Discord } from '../../emulators/discord/index.ts'

type Kind = 'message' | 'question' | 'order' | 'join'
interface Act {
  readonly kind: Kind
  readonly guild: GuildHandle
  /** Of the message, or of who joined. */
  readonly id: string
}
export interface Tally {
  readonly sent: number
  /** Acts of which nothing came. */
  readonly lost: readonly string[]
  /** Acts of which something came twice. */
  readonly doubled: readonly string[]
  /** Acts that Discord never told of, because it refused to resume. */
  readonly untold: number
}

/** Newcomers, questions, orders to time somebody out, and talk, in turns. */
export class Ledger {
  readonly #discord: Discord
  readonly #acts: Act[] = []
  readonly #untold = new Set<string>()
  #count = 0

  constructor(discord: Discord) {
    this.#discord = discord
  }
  act(untold: boolean): void {
    const n = this.#count++
    const guild = this.#discord.guilds[n % this.#discord.guilds.length] as GuildHandle
    const done = this.#do(['join', 'message', 'question', 'order', 'message'][n % 5] as Kind, guild, n)
    this.#acts.push(done)
    if (untold) this.#untold.add(done.id)
  }
  #do(kind: Kind, guild: GuildHandle, n: number): Act {
    if (kind === 'join') return { kind, guild, id: guild.join(`newcomer ${n}`).id }
    if (kind === 'question') return { kind, guild, id: guild.says('ann', 'general', '/faq hours').id }
    if (kind === 'message')
      return { kind, guild, id: guild.says('tom', 'general', `the tea of round ${n} was rather good`).id }
    const victim = this.#discord.user(`loud ${n}`).id
    guild.join(`loud ${n}`)
    return { kind, guild, id: guild.says('mia', 'general', `/mute <@${victim}> 10m too loud in round ${n}`).id }
  }

  /** Waits until all is done that can be, and a little longer for what must not come. */
  async settle(house: House, patienceMs: number): Promise<void> {
    const end = performance.now() + patienceMs
    const open = async () => (await this.#waiting(house)) + (await this.tally(house)).lost.length
    while ((await open()) > 0 && performance.now() < end) await sleep(250)
    await sleep(500)
  }
  async #waiting(house: House): Promise<number> {
    return (await house.rows('outbox')).filter(({ state }) => state === 'waiting' || state === 'sending').length
  }

  async tally(house: House): Promise<Tally> {
    const heard = new Set((await house.events('message')).map(({ id }) => String(id).split('/')[1]))
    const cases = (await house.rows('moderation_cases')).map(({ reason }) => String(reason))
    const lost: string[] = []
    const doubled: string[] = []
    for (const act of this.#acts) {
      if (this.#untold.has(act.id)) continue
      const times = this.#timesOf(act, heard, cases)
      if (times === 0) lost.push(`${act.kind} ${act.id}`)
      if (times > 1) doubled.push(`${act.kind} ${act.id} ×${times}`)
    }
    return { sent: this.#acts.length, lost, doubled, untold: this.#untold.size }
  }
  #timesOf({ kind, guild, id }: Act, heard: ReadonlySet<string | undefined>, cases: readonly string[]): number {
    const said = guild.botMessages('general')
    switch (kind) {
      case 'join':
        return said.filter((message) => textOf(message).includes(`<@${id}>`)).length
      case 'question':
        return said.filter((message) => message.message_reference?.message_id === id).length
      case 'order': {
        const round = /round (\d+)/.exec(
          guild.messages('general').find((message) => message.id === id)?.content ?? '',
        )?.[1]
        return cases.filter((reason) => reason.endsWith(`round ${round}`)).length
      }
      default:
        return heard.has(id) ? 1 : 0
    }
  }
}
