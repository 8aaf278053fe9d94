/**
 * The connection to Discord: kept by discord.js, which resumes and identifies anew by itself. What it cannot mend is
 * mended here: a refused intent (we go on without it and look every ten minutes whether it was granted), a refused
 * token (we rest, and try again).
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { type Client, type CloseEvent, Events } from 'discord.js'
import type { Door, Health } from '../../src/core/adapter.ts'
import type { Log } from '../../src/core/feature.ts'
import { makeClient } from './client.ts'
import type { DiscordConfig } from './config.ts'
import type { DiscordEnv } from './env.ts'
import { Hearing } from './hearing.ts'
import { Intents } from './intents.ts'
import { mend } from './mend.ts'
import { Notices } from './notices.ts'
import { closedWith, IntentsRefused, isTokenRefused, notLetIn } from './refused.ts'
import { Shards } from './shards.ts'
import { Storms } from './storms.ts'
import { said, saidInBoth } from './texts.ts'

interface Parts {
  readonly env: DiscordEnv
  readonly log: Log
  /** Epoch milliseconds. */
  readonly now: () => number
  /** Every section in force, at least one. */
  readonly sections: () => readonly DiscordConfig[]
  readonly tell: Door['tell']
  /** A shard is back after having been away. */
  readonly back: (gap: { readonly from: number; readonly to: number; readonly resumed: boolean }) => void
}

/** Without an answer by then, `open` gives up: the engine tries again. */
const openWithinMs = 45_000
const lookAgainMs = 600_000
const tokenRestMs = 300_000
const longestPauseMs = 300_000

export class Connection {
  readonly #parts: Parts
  readonly #stopping = new AbortController()
  readonly #notices: Notices
  readonly #storms: Storms
  readonly #shards: Shards
  readonly #intents: Intents
  readonly hearing: Hearing
  #client: Client | undefined
  #last: Client<true> | undefined
  /** Intents and shards of the client that is. */
  #made = ''
  #opening: Promise<void> | undefined
  #look: NodeJS.Timeout | undefined
  #tokenRefused = false
  #since: number

  constructor(parts: Parts) {
    const { now, log, tell, back } = parts
    this.#parts = parts
    this.#since = now()
    this.#notices = new Notices(tell)
    this.#shards = new Shards(now, back)
    this.#intents = new Intents({ ...parts, notices: this.#notices })
    this.hearing = new Hearing(log, this.stopped)
    this.#storms = new Storms({
      now,
      began: ({ count, forMs, most }) => {
        log.error({ count, forMs, most }, 'too many requests were refused; resting')
        this.#notices.tell('storm', saidInBoth('storm', { count, most, minutes: Math.ceil(forMs / 60_000) }))
      },
      ended: () => {
        this.#notices.over('storm')
        if (!this.#tokenRefused) this.#notices.over('token')
      },
    })
  }

  /** The last one that was ready, while there is no other: what it has cached can still be read. */
  get client(): Client<true> {
    if (this.#client?.isReady()) this.#last = this.#client
    if (!this.#last) throw new Error('Discord was never connected')
    return this.#last
  }
  get ready(): boolean {
    return this.#client?.isReady() ?? false
  }
  get stopped(): AbortSignal {
    return this.#stopping.signal
  }
  get intents() {
    return { content: this.#intents.has('MessageContent'), members: this.#intents.has('GuildMembers') }
  }
  /** How long requests are held back, milliseconds. */
  get rest(): number {
    return this.#storms.rest
  }
  health(): Health {
    if (this.#tokenRefused) return { state: 'down', since: this.#since, detail: said('en', 'token.refused') }
    if (!this.#client) return { state: this.stopped.aborted ? 'down' : 'starting', since: this.#since }
    const { awaySince, detail } = this.#shards
    return awaySince === undefined ? { state: 'up', since: this.#since } : { state: 'down', since: awaySince, detail }
  }

  /** Resolves when ready. Rejects where Discord cannot be reached or refuses the token. */
  open(): Promise<void> {
    this.#opening ??= this.#open().finally(() => {
      this.#opening = undefined
    })
    return this.#opening
  }
  async #open(): Promise<void> {
    try {
      await this.#connect()
    } catch (error) {
      if (!(error instanceof IntentsRefused)) throw error
      await this.#degrade()
      await this.#connect()
    }
    this.#since = this.#parts.now()
    if (this.#tokenRefused) this.#notices.over('token')
    this.#tokenRefused = false
    if (this.#intents.degraded) this.#lookLater()
  }
  /** Connects anew where the rulebook wants other intents or shards. */
  rulesChanged(): void {
    if (this.ready && this.#made !== this.#wish()) void this.#again()
  }
  async close(): Promise<void> {
    this.#stopping.abort()
    clearTimeout(this.#look)
    this.#notices.allOver()
    await this.#letGo()
  }

  async #connect(): Promise<void> {
    await this.#letGo()
    const client = this.#make()
    this.#client = client
    this.hearing.listenTo(client)
    try {
      await this.#ready(client)
    } catch (error) {
      await this.#letGo()
      throw error
    }
    if (this.stopped.aborted) await this.#letGo()
  }
  #wish(): string {
    return `${this.#intents.bits} ${this.#shardsWanted()}`
  }
  #shardsWanted() {
    return this.#parts.sections()[0]?.shards ?? 'auto'
  }
  #make(): Client {
    const { env, log } = this.#parts
    this.#made = this.#wish()
    const client = makeClient({
      env,
      shards: this.#shardsWanted(),
      intents: this.#intents.bits,
      storms: this.#storms,
      stopped: this.stopped,
      unauthorised: () => this.#unauthorised(client),
    })
    mend(client)
    client.on(Events.Error, (error) => log.error({ error }, 'discord.js met an error'))
    client.on(Events.ShardError, (error, shard) => log.warn({ error, shard }, 'a connection to Discord broke'))
    client.on(Events.Warn, (message) => log.warn({ message }, 'discord.js warns'))
    client.on(Events.ShardDisconnect, (event) => this.#disconnected(client, event))
    this.#shards.watch(client)
    return client
  }
  /** Logs in and waits until the guilds are here. */
  #ready(client: Client): Promise<void> {
    return new Promise((resolve, reject) => {
      const late = () => end(() => reject(new Error('Discord did not answer in time')))
      const timer = setTimeout(late, openWithinMs)
      const end = (settle: () => void) => {
        clearTimeout(timer)
        this.stopped.removeEventListener('abort', closed)
        settle()
      }
      const closed = () => end(() => reject(new Error('closed')))
      client.once(Events.ClientReady, (ready) => {
        this.#last = ready
        end(resolve)
      })
      client.once(Events.ShardDisconnect, ({ code }) => end(() => reject(closedWith(code))))
      this.stopped.addEventListener('abort', closed)
      client.login(this.#parts.env.token).catch((error: unknown) => end(() => reject(notLetIn(error))))
    })
  }
  async #letGo(): Promise<void> {
    const client = this.#client
    this.#client = undefined
    if (!client) return
    this.hearing.letGo(client)
    await client.destroy()
  }

  /** For good, as Discord has it. */
  #disconnected(client: Client, { code }: CloseEvent): void {
    if (client !== this.#client || !client.isReady()) return // while opening, `open` sees to it
    this.#parts.log.error({ code }, 'Discord closed the connection for good')
    const why = closedWith(code)
    if (isTokenRefused(why)) this.#refuseToken()
    void this.#again(why)
  }
  async #again(why?: Error): Promise<void> {
    if (why instanceof IntentsRefused) await this.#degrade()
    for (let tries = 0; !this.stopped.aborted; tries++) {
      try {
        return await this.open()
      } catch (error) {
        this.#parts.log.error({ error, tries }, 'Discord could not be reached again')
        if (isTokenRefused(error)) this.#refuseToken()
        const pause = this.#tokenRefused ? tokenRestMs : Math.min(1000 * 2 ** tries, longestPauseMs)
        await sleep(pause, undefined, { signal: this.stopped, ref: false }).catch(() => undefined)
      }
    }
  }

  async #degrade(): Promise<void> {
    const { rest, spare } = this.#asking()
    await this.#intents.degrade(rest)
    await spare?.destroy()
  }
  /** REST of the client that is, or of one made for the question. */
  #asking() {
    const spare = this.#client ? undefined : this.#make()
    const { rest } = this.#client ?? (spare as Client)
    return { rest: rest.setToken(this.#parts.env.token), spare }
  }
  #lookLater(): void {
    clearTimeout(this.#look)
    this.#look = setTimeout(() => void this.#lookAgain(), lookAgainMs)
    this.#look.unref()
  }
  async #lookAgain(): Promise<void> {
    if (!this.#client || this.stopped.aborted) return
    if (await this.#intents.lookAgain(this.#client.rest)) await this.#again()
    else this.#lookLater()
  }

  /** discord.js forgets a token that was refused once, be it by a proxy's whim: we rest and give it again. */
  #unauthorised(client: Client): void {
    if (this.#storms.rest > 0) return
    this.#storms.hold(tokenRestMs)
    this.#notices.tell('token', saidInBoth('token.refused'))
    setImmediate(() => client.rest.setToken(this.#parts.env.token))
  }
  #refuseToken(): void {
    if (!this.#tokenRefused) this.#since = this.#parts.now()
    this.#tokenRefused = true
    this.#notices.tell('token', saidInBoth('token.refused'))
  }
}
