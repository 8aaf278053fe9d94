/**
 * By whose invitation a newcomer came: Discord does not say, so the uses of the invites before and after are compared.
 * Newcomers of the same moment are looked at together; where the uses leave a choice, the answer is as sure as that.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { type APIExtendedInvite, GatewayDispatchEvents, PermissionFlagsBits, Routes } from 'discord-api-types/v10'
import type { Ground } from '../ground.ts'

export interface Inviter {
  /** Discord's id. */
  readonly user: string
  /** 0 to 1. */
  readonly sure: number
}
interface Known {
  readonly inviter: string
  readonly uses: number
  readonly maxUses: number
}
type Waiting = { readonly guild: string; readonly done: (found: Inviter | undefined) => void }

/** Newcomers are gathered for so long before the invites are read. */
const gatherMs = 300
/** A newcomer is not kept waiting longer than this for the answer. */
const longestMs = 3000

export class Invites {
  readonly #ground: Ground
  /** Guild → code → what it was when last read. */
  readonly #known = new Map<string, Map<string, Known>>()
  readonly #waiting = new Map<string, Waiting[]>()
  #learning = Promise.resolve()

  constructor(ground: Ground) {
    this.#ground = ground
    ground.hear(GatewayDispatchEvents.InviteCreate, ({ guild_id, code, inviter, uses, max_uses }) => {
      if (guild_id) this.#known.get(guild_id)?.set(code, { inviter: inviter?.id ?? '', uses, maxUses: max_uses })
    })
    ground.hear(GatewayDispatchEvents.GuildDelete, ({ id }) => void this.#known.delete(id))
    // A deleted one stays until the next reading: it may have been used up by who is coming in right now.
  }

  /** Reads what the invites are now, so that the next newcomer can be told from it: one guild after the other. */
  learn(guild: string): Promise<void> {
    this.#learning = this.#learning.then(async () => {
      const now = await this.#read(guild)
      if (now) this.#known.set(guild, now)
    })
    return this.#learning
  }
  /** Of somebody who has just joined; undefined where it cannot be known. */
  of(guild: string): Promise<Inviter | undefined> {
    if (!this.#mayRead(guild)) return Promise.resolve(undefined)
    const { promise, resolve } = Promise.withResolvers<Inviter | undefined>()
    const some = this.#waiting.get(guild)
    if (some) some.push({ guild, done: resolve })
    else {
      this.#waiting.set(guild, [{ guild, done: resolve }])
      void this.#answer(guild)
    }
    return Promise.race([promise, this.#tooLong()])
  }

  async #answer(guild: string): Promise<void> {
    await sleep(gatherMs, undefined, { ref: false })
    const some = this.#waiting.get(guild) ?? []
    this.#waiting.delete(guild)
    const before = this.#known.get(guild)
    const now = await this.#read(guild)
    if (now) this.#known.set(guild, now)
    const found = before && now ? likeliest(usedSince(before, now), some.length) : undefined
    for (const { done } of some) done(found)
  }
  #tooLong(): Promise<undefined> {
    return sleep(longestMs, undefined, { ref: false })
  }
  #mayRead(guild: string): boolean {
    const { client, intents } = this.#ground
    if (!intents.members || !this.#ground.section(guild).invites) return false
    const me = client.guilds.cache.get(guild)?.members.me
    return me?.permissions.has(PermissionFlagsBits.ManageGuild) ?? false
  }
  async #read(guild: string): Promise<Map<string, Known> | undefined> {
    try {
      if (!this.#mayRead(guild)) return undefined
      const list = (await this.#ground.client.rest.get(Routes.guildInvites(guild))) as APIExtendedInvite[]
      return new Map(
        list.map(({ code, inviter, uses, max_uses }) => [
          code,
          { inviter: inviter?.id ?? '', uses, maxUses: max_uses },
        ]),
      )
    } catch (error) {
      this.#ground.log.warn({ guild, error }, 'the invites of a guild could not be read')
      return undefined
    }
  }
}

/** Inviter → how many came by their invites; one that is gone was used up if one use was left. */
export function usedSince(before: ReadonlyMap<string, Known>, now: ReadonlyMap<string, Known>): Map<string, number> {
  const used = new Map<string, number>()
  const add = (inviter: string, by: number) => by > 0 && used.set(inviter, (used.get(inviter) ?? 0) + by)
  for (const [code, { inviter, uses }] of now) add(inviter, uses - (before.get(code)?.uses ?? 0))
  for (const [code, { inviter, uses, maxUses }] of before)
    if (!now.has(code) && maxUses > 0 && uses === maxUses - 1) add(inviter, 1)
  return used
}
/** The inviter of most, and what part of the newcomers that is. Links of the server itself have none. */
export function likeliest(used: ReadonlyMap<string, number>, newcomers: number): Inviter | undefined {
  const total = [...used.values()].reduce((sum, count) => sum + count, 0)
  const [best] = [...used].sort((a, b) => b[1] - a[1])
  if (!best || best[0] === '') return undefined
  return { user: best[0], sure: Math.round((100 * best[1]) / Math.max(total, newcomers)) / 100 }
}
