/** The whole emulator in one hand: opened by a test, driven by it, closed by it. */
import type { APIApplicationCommand, APIMessage, APIUser } from 'discord-api-types/v10'
import { dmWith } from '../acts/dms.ts'
import { post } from '../acts/messages.ts'
import { Connection, type GatewayMood } from '../gateway/connection.ts'
import { Hub } from '../gateway/hub.ts'
import { limits } from '../limits.ts'
import { Listener } from '../listener.ts'
import { Desk } from '../rest/desk.ts'
import { Faults } from '../rest/faults.ts'
import { type LoggedRequest, RequestLog } from '../rest/log.ts'
import { RateLimiter, type Rates } from '../rest/rates.ts'
import { Router } from '../rest/router.ts'
import { routes } from '../rest/routes/index.ts'
import { addGuild, type GuildSpec } from '../state/seed.ts'
import { guildCreate } from '../state/shapes.ts'
import { World } from '../state/world.ts'
import { InteractionHandle, partsOf } from './answer.ts'
import { GatewayControl } from './gateway.ts'
import { GuildHandle } from './guild.ts'
import { dispatchInteraction, InteractionType } from './interact.ts'
import { until } from './until.ts'

export interface DiscordOptions {
  readonly guilds?: readonly GuildSpec[]
  /** Domain time: message ages, tokens, slow mode. Rate limits always go by the real clock. */
  readonly now?: () => number
  readonly token?: string
  readonly botName?: string
  /** Intents that the portal allows; all three unless told otherwise. */
  readonly privileged?: { readonly members?: boolean; readonly presences?: boolean; readonly content?: boolean }
  /** Behave as Discord-compatible servers do. */
  readonly compatible?: boolean
  readonly rates?: Partial<Rates>
  readonly heartbeatMs?: number
  /** Requests kept in the log; 0 keeps none (load runs). */
  readonly keepRequests?: number
  /** Messages kept per channel. */
  readonly keepMessages?: number
  /** 401, 403 and 429 in ten minutes after which every answer is Cloudflare's 429; 10,000 as on Discord. */
  readonly banAt?: number
}

/** So wide that only tests of rate limits meet them; those give `discordRates`. */
const roomy: Rates = { routes: {}, other: { limit: 10_000, per: 1 }, global: 0 }

export async function openDiscord(options: DiscordOptions = {}): Promise<Discord> {
  const discord = new Discord(options)
  await discord.open()
  return discord
}

export class Discord {
  readonly token: string
  /** REST faults: failures, lost answers, hung requests. */
  readonly faults = new Faults()
  readonly gateway: GatewayControl
  readonly #world: World
  readonly #log: RequestLog
  readonly #listener: Listener

  constructor(options: DiscordOptions) {
    this.token = options.token ?? 'MTIzNDU2Nzg5MDEyMzQ1Njc4.emulated.token-of-no-account'
    const { members = true, presences = true, content = true } = options.privileged ?? {}
    this.#world = new World({
      now: options.now ?? Date.now,
      token: this.token,
      botName: options.botName ?? 'Innkeeper',
      keepMessages: options.keepMessages ?? 10_000,
      compatible: options.compatible ?? false,
      privileged: { members, presences, content },
    })
    this.#log = new RequestLog(options.keepRequests ?? 100_000)
    const rates = new RateLimiter({ ...roomy, ...options.rates })
    const banAt = options.banAt ?? limits.invalidRequests
    const desk = new Desk(this.#world, {
      router: new Router(routes),
      rates,
      faults: this.faults,
      log: this.#log,
      banAt,
    })
    const mood: GatewayMood = {
      heartbeatMs: options.heartbeatMs ?? 41_250,
      deaf: false,
      refuseResumes: 0,
      identifies: 0,
      resumes: 0,
      closes: [],
    }
    const hub = new Hub(this.#world)
    const connected = (socket: ConstructorParameters<typeof Connection>[3]) =>
      void new Connection(this.#world, hub, mood, socket)
    this.#listener = new Listener({ desk, world: this.#world, connected })
    this.gateway = new GatewayControl(hub, mood, this.#listener)
    for (const guild of options.guilds ?? []) addGuild(this.#world, guild)
  }

  async open(): Promise<void> {
    await this.#listener.open()
    this.#world.origin = `http://127.0.0.1:${this.#listener.port}`
  }

  /** For discord.js's `rest.api`, without the version. */
  get url(): string {
    return `${this.#world.origin}/api`
  }

  get gatewayUrl(): string {
    return `${this.#world.origin.replace(/^http/, 'ws')}/gateway`
  }

  get cdnUrl(): string {
    return `${this.#world.origin}/cdn`
  }

  get bot(): APIUser {
    return this.#world.bot
  }

  /** By name or id; the first one when not named. */
  guild(name?: string): GuildHandle {
    const all = [...this.#world.guilds.values()]
    const found = name === undefined ? all[0] : all.find((guild) => guild.info.name === name || guild.id === name)
    if (!found) throw new Error(`no guild "${name}"`)
    return new GuildHandle(this.#world, found)
  }

  get guilds(): GuildHandle[] {
    return [...this.#world.guilds.values()].map((guild) => new GuildHandle(this.#world, guild))
  }

  /** An owner adds the bot to one more guild. */
  adds(spec: GuildSpec): GuildHandle {
    const guild = addGuild(this.#world, spec)
    this.#world.tell({ t: 'GUILD_CREATE', d: guildCreate(this.#world, guild, false), guild })
    return new GuildHandle(this.#world, guild)
  }

  user(name: string): APIUser {
    return this.#world.named(name).api
  }

  /** Global commands. */
  get commands(): APIApplicationCommand[] {
    return [...this.#world.commands.values()]
  }

  // Private messages.

  /** The private conversation with the bot, oldest first. */
  dms(name: string): APIMessage[] {
    return this.#world.dms.get(this.user(name).id)?.messages.all() ?? []
  }

  /** A member writes to the bot. */
  writes(name: string, text: string): APIMessage {
    const { id } = this.user(name)
    return post(this.#world, dmWith(this.#world, id), { id }, { content: text })
  }

  closesDms(name: string, closed = true): void {
    this.#world.named(name).dmsClosed = closed
  }

  /** A button under a private message. */
  pressesInDm(name: string, message: APIMessage, button: string): InteractionHandle {
    const { id } = this.user(name)
    const part = partsOf(message).find((each) => each.custom_id === button || each.label === button)
    if (!part) throw new Error(`no "${button}" there`)
    const where = { user: id, channel: dmWith(this.#world, id), guild: undefined }
    const data = { custom_id: part.custom_id, component_type: part.type, id: 1 }
    const more = { name: button, source: message }
    return new InteractionHandle(
      this.#world,
      dispatchInteraction(this.#world, where, InteractionType.MessageComponent, data, more),
    )
  }

  // What was asked of the emulator.

  get requests(): readonly LoggedRequest[] {
    return this.#log.entries
  }

  /** Requests whose method and route (or path) contain these. */
  requestsTo(method: string, route: string): LoggedRequest[] {
    return this.requests.filter((each) => each.method === method && (each.route ?? each.path).includes(route))
  }

  /** Sees each request as it comes: for load runs, which keep none. */
  watch(watcher: (request: LoggedRequest) => void): void {
    this.#log.watcher = watcher
  }

  forgetRequests(): void {
    this.#log.clear()
  }

  /** Answers by status since the start; 0 stands for "never answered". */
  get statuses(): ReadonlyMap<number, number> {
    return this.#log.byStatus
  }

  get requestCount(): number {
    return this.#log.total
  }

  /** 401, 403 and 429 in the last ten minutes: what Cloudflare counts. */
  get invalidRequests(): number {
    return this.#log.invalid(Date.now())
  }

  /** Waits until `look` finds something. */
  until<T>(look: () => T | undefined | false, patienceMs?: number): Promise<T | undefined> {
    return until(look, patienceMs)
  }

  // Faults of the whole service.

  /** Everything is cut off and nothing listens for so long; then the same port answers again. */
  async outage(ms: number): Promise<void> {
    await this.#listener.close()
    await new Promise((resolve) => setTimeout(resolve, ms))
    await this.#listener.open()
  }

  async close(): Promise<void> {
    await this.#listener.close()
  }
}
