/**
 * The connection to Discord: kept by discord.js, which resumes and identifies anew by itself. What it cannot mend is
 * mended here: a refused intent (we go on without it and look every ten minutes whether it was granted), a refused
 * token (we rest, and try again).
 */

import { type Client, type ClientEvents, type CloseEvent, Events } from 'discord.js'
import {
  type APIApplication,
  ApplicationFlags,
  GatewayCloseCodes,
  type GatewayDispatchEvents,
  Routes,
} from 'discord-api-types/v10'
import type { Door, Health } from '../../src/core/adapter.ts'
import { InnkeeperError } from '../../src/core/errors.ts'
import type { Log } from '../../src/core/feature.ts'
import { makeClient } from './client.ts'
import type { DiscordConfig } from './config.ts'
import type { DiscordEnv } from './env.ts'
import type { Dispatched, Heard } from './ground.ts'
import { mend } from './mend.ts'
import { intentBits, type Privileged, portalSwitch, privileged, wantedIntents, withoutIntent } from './permissions.ts'
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
type Listener = (...args: never[]) => unknown
/** Told by the gateway while the guilds were still to come; more than this is let go, the oldest first. */
const mostEarly = 10_000

/** Without an answer by then, `open` gives up: the engine tries again. */
const openWithinMs = 45_000
const lookAgainMs = 600_000
const tokenRestMs = 300_000

export class Connection {
  readonly #parts: Parts
  readonly #listeners: { event: keyof Heard; listener: Listener }[] = []
  readonly #hearers: { type: GatewayDispatchEvents; listener: Listener }[] = []
  #early: (() => unknown)[] = []
  readonly #stopping = new AbortController()
  readonly #storms: Storms
  readonly #shards: Shards
  #client: Client | undefined
  #last: Client<true> | undefined
  #refused: readonly Privileged[] = []
  #notices = new Map<string, () => void>()
  #look: NodeJS.Timeout | undefined
  #tokenRefused = false
  #since: number

  constructor(parts: Parts) {
    this.#parts = parts
    this.#since = parts.now()
    this.#shards = new Shards(parts.now, parts.back)
    this.#storms = new Storms({
      now: parts.now,
      began: ({ count, forMs, most }) => {
        parts.log.error({ count, forMs, most }, 'too many requests were refused; resting')
        this.#notice('storm', saidInBoth('storm', { count, most, minutes: Math.ceil(forMs / 60_000) }))
      },
      ended: () => this.#over('storm'),
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
    const wanted = wantedIntents(this.#parts.sections())
    const has = (intent: Privileged) => wanted.includes(intent) && !this.#refused.includes(intent)
    return { content: has('MessageContent'), members: has('GuildMembers') }
  }
  /** How long requests are held back, milliseconds. */
  get rest(): number {
    return this.#storms.rest
  }

  on<K extends keyof Heard>(event: K, listener: (...args: Heard[K]) => unknown): void {
    const guarded = this.#guarded(event, listener as Listener)
    this.#listeners.push({ event, listener: guarded })
    if (this.#client) attach(this.#client, event, guarded)
  }
  hear<T extends GatewayDispatchEvents>(type: T, listener: (data: Dispatched<T>) => unknown): void {
    const guarded = this.#guarded(type, listener as Listener)
    const heard: (data: never) => unknown = (data) => {
      if (this.ready) return guarded(data)
      this.#early.push(() => guarded(data))
      if (this.#early.length > mostEarly) this.#early.shift()
    }
    this.#hearers.push({ type, listener: heard })
    if (this.#client) hearRaw(this.#client, type, heard)
  }
  #guarded(event: string, listener: Listener): Listener {
    return async (...args) => {
      try {
        await listener(...args)
      } catch (error) {
        if (!this.stopped.aborted) this.#parts.log.error({ event, error }, 'an event of Discord could not be handled')
      }
    }
  }

  health(): Health {
    if (this.#tokenRefused) return { state: 'down', since: this.#since, detail: said('en', 'token.refused') }
    if (!this.#client) return { state: this.stopped.aborted ? 'down' : 'starting', since: this.#since }
    const away = this.#shards.awaySince
    return away === undefined
      ? { state: 'up', since: this.#since }
      : { state: 'down', since: away, detail: this.#shards.detail }
  }

  /** Resolves when ready. Rejects where Discord cannot be reached or refuses the token. */
  async open(): Promise<void> {
    try {
      await this.#connect()
    } catch (error) {
      if (!(error instanceof IntentsRefused)) throw error
      await this.#degrade()
      await this.#connect()
    }
    this.#since = this.#parts.now()
  }
  async close(): Promise<void> {
    this.#stopping.abort()
    clearTimeout(this.#look)
    for (const key of [...this.#notices.keys()]) this.#over(key)
    await this.#letGo()
  }

  async #connect(): Promise<void> {
    await this.#letGo()
    const client = this.#make()
    this.#client = client
    try {
      await this.#ready(client)
    } catch (error) {
      await this.#letGo()
      throw error
    }
    if (this.stopped.aborted) await this.#letGo()
  }
  #make(): Client {
    const { env, sections, log } = this.#parts
    const wanted = wantedIntents(sections()).filter((intent) => !this.#refused.some((refused) => refused === intent))
    const shards = sections()[0]?.shards ?? 'auto'
    const client = makeClient({
      env,
      shards,
      intents: intentBits(wanted),
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
    for (const { event, listener } of this.#listeners) attach(client, event, listener)
    for (const { type, listener } of this.#hearers) hearRaw(client, type, listener)
    client.once(Events.ClientReady, () => {
      for (const heard of this.#early.splice(0)) heard()
    })
    return client
  }

  /** Logs in and waits until the guilds are here. */
  #ready(client: Client): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('Discord did not answer in time')), openWithinMs)
      const end = (settle: () => void) => {
        clearTimeout(timer)
        settle()
      }
      client.once(Events.ClientReady, (ready) => {
        this.#last = ready
        end(resolve)
      })
      client.once(Events.ShardDisconnect, ({ code }) => end(() => reject(asError(code))))
      this.stopped.addEventListener('abort', () => end(() => reject(new Error('closed'))), { once: true })
      client.login(this.#parts.env.token).catch((error: unknown) => end(() => reject(asLoginError(error))))
    })
  }
  async #letGo(): Promise<void> {
    const client = this.#client
    this.#client = undefined
    if (!client) return
    client.removeAllListeners()
    client.ws.removeAllListeners()
    this.#early = []
    client.on(Events.Error, () => undefined) // a late one must not bring the process down
    await client.destroy()
  }

  /** For good, as Discord has it. */
  #disconnected(client: Client, { code }: CloseEvent): void {
    if (client !== this.#client || !client.isReady()) return // while opening, `open` sees to it
    this.#parts.log.error({ code }, 'Discord closed the connection for good')
    if (code === GatewayCloseCodes.DisallowedIntents) void this.#again(() => this.#degrade())
    else if (code === GatewayCloseCodes.AuthenticationFailed) this.#refuseToken()
    else void this.#again(async () => undefined)
  }
  async #again(before: () => Promise<void>): Promise<void> {
    const { log } = this.#parts
    for (let tries = 0; !this.stopped.aborted; tries++) {
      try {
        await before()
        return await this.#connect()
      } catch (error) {
        log.error({ error, tries }, 'Discord could not be reached again')
        await new Promise((resolve) => setTimeout(resolve, Math.min(1000 * 2 ** tries, 300_000)).unref())
      }
    }
  }

  /** Goes on without the intents that the application does not have; the gateway does not say which it refused. */
  async #degrade(): Promise<void> {
    const wanted = privileged.filter((intent) => wantedIntents(this.#parts.sections()).includes(intent))
    const granted = await this.#granted()
    const refused = wanted.filter((intent) => !granted?.has(intent))
    this.#refused = refused.length > 0 ? refused : wanted
    for (const intent of this.#refused) {
      this.#parts.log.warn({ intent }, 'Discord did not grant an intent')
      const what = withoutIntent(intent)
      const how = portalSwitch(intent)
      const text = saidInBoth('intent.refused', (locale) => ({ what: what[locale] ?? '', how: how[locale] ?? '' }))
      this.#notice(`intent ${intent}`, text)
    }
    this.#lookLater()
  }
  #lookLater(): void {
    clearTimeout(this.#look)
    this.#look = setTimeout(() => void this.#lookAgain(), lookAgainMs)
    this.#look.unref()
  }
  async #lookAgain(): Promise<void> {
    const granted = await this.#granted()
    const still = this.#refused.filter((intent) => !granted?.has(intent))
    if (still.length === this.#refused.length) return this.#lookLater()
    for (const intent of this.#refused) if (!still.includes(intent)) this.#over(`intent ${intent}`)
    this.#refused = still
    if (still.length > 0) this.#lookLater()
    await this.#again(async () => undefined)
  }
  /** What the application's flags say; undefined where the server does not tell. */
  async #granted(): Promise<ReadonlySet<Privileged> | undefined> {
    const client = this.#client ?? this.#make()
    client.rest.setToken(this.#parts.env.token)
    try {
      const { flags = 0 } = (await client.rest.get(Routes.currentApplication())) as APIApplication
      return new Set(privileged.filter((intent) => flags & flagsOf[intent]))
    } catch (error) {
      this.#parts.log.warn({ error }, 'what intents the application has could not be asked')
      return undefined
    } finally {
      if (client !== this.#client) await client.destroy()
    }
  }

  /** discord.js forgets a token that was refused once, be it by a proxy's whim: we rest and give it again. */
  #unauthorised(client: Client): void {
    if (this.#storms.rest > 0) return
    this.#storms.hold(tokenRestMs)
    this.#notice('token', saidInBoth('token.refused'))
    setImmediate(() => client.rest.setToken(this.#parts.env.token))
  }
  #refuseToken(): void {
    this.#tokenRefused = true
    this.#since = this.#parts.now()
    this.#notice('token', saidInBoth('token.refused'))
  }

  #notice(key: string, text: Parameters<Door['tell']>[0]['text']): void {
    this.#notices.set(key, this.#parts.tell({ key: `discord ${key}`, text }))
  }
  #over(key: string): void {
    this.#notices.get(key)?.()
    this.#notices.delete(key)
  }
}

const hearRaw = (client: Client, type: GatewayDispatchEvents, listener: Listener) =>
  client.ws.on(type, (data: unknown) => listener(data as never))
const attach = (client: Client, event: keyof Heard, listener: Listener) =>
  client.on(event as keyof ClientEvents, listener as never)

const flagsOf: Readonly<Record<Privileged, number>> = {
  MessageContent: ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited,
  GuildMembers: ApplicationFlags.GatewayGuildMembers | ApplicationFlags.GatewayGuildMembersLimited,
}

class IntentsRefused extends Error {
  constructor() {
    super('Discord refused an intent')
    this.name = 'IntentsRefused'
  }
}
const asError = (code: number): Error => {
  if (code === GatewayCloseCodes.DisallowedIntents) return new IntentsRefused()
  if (code === GatewayCloseCodes.AuthenticationFailed) return new InnkeeperError('discord/token-refused')
  return new Error(`Discord closed the connection: ${GatewayCloseCodes[code] ?? code}`)
}
/** As discord.js words it; the close code comes by another event, often later. */
function asLoginError(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error))
  if ('code' in error && error.code === 'TokenInvalid')
    return new InnkeeperError('discord/token-refused', { cause: error })
  if (/disallowed intents/i.test(error.message)) return new IntentsRefused()
  if (/authentication failed/i.test(error.message)) return new InnkeeperError('discord/token-refused', { cause: error })
  return error
}
