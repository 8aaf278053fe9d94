/** The emulated Discord as one value: everybody, every guild, one application. Rules live in `acts/`. */
import { type APIApplicationCommand, type APIUser, UserFlags } from 'discord-api-types/v10'
import type { Interaction } from './interaction.ts'
import type { Account, Channel, ChannelShape, Guild } from './records.ts'
import { snowflakes } from './snowflake.ts'
import { Timeline } from './timeline.ts'

/** Something the gateway tells. Who hears it is decided per session: shard, intents, sight of the channel. */
export interface Dispatch {
  /** Name of the event: `MESSAGE_CREATE`. */
  readonly t: string
  readonly d: object
  readonly guild?: Guild
  /** Heard only where the bot can see this channel. */
  readonly channel?: Channel
  /** What is told without the message content intent; absent where content is always told. */
  readonly blanked?: () => object
}

export interface WorldOptions {
  readonly now: () => number
  readonly token: string
  readonly botName: string
  readonly keepMessages: number
  /** Leave out what Discord-compatible servers leave out. */
  readonly compatible: boolean
  readonly privileged: { readonly members: boolean; readonly presences: boolean; readonly content: boolean }
}

/** Who does something, and the reason given for the audit log. */
export interface Actor {
  readonly id: string
  readonly reason?: string
}

export class World {
  readonly options: WorldOptions
  readonly now: () => number
  readonly id: (at?: number) => string
  readonly users = new Map<string, Account>()
  readonly guilds = new Map<string, Guild>()
  readonly channels = new Map<string, Channel>()
  /** User id → the private channel with the bot. */
  readonly dms = new Map<string, Channel>()
  readonly commands = new Map<string, APIApplicationCommand>()
  readonly interactions = new Map<string, Interaction>()
  readonly files = new Map<string, { name: string; type: string; bytes: Uint8Array }>()
  readonly bot: APIUser
  /** Who made the application. */
  readonly maker: Account
  readonly listeners = new Set<(dispatch: Dispatch) => void>()
  readonly #byName = new Map<string, Account>()
  /** Set once the server listens; attachments and avatars are addressed below it. */
  origin = 'http://127.0.0.1'

  constructor(options: WorldOptions) {
    this.options = options
    this.now = options.now
    this.id = snowflakes(options.now)
    this.bot = this.addUser(options.botName, { bot: true }).api
    this.maker = this.addUser('maker')
  }

  /** The application has the id of its bot, as with every application made since 2016. */
  get application(): string {
    return this.bot.id
  }

  addUser(name: string, more: { bot?: boolean; createdAt?: number; locale?: string; id?: string } = {}): Account {
    const { bot, createdAt, locale = 'en-US', id = this.id(createdAt) } = more
    const none: UserFlags = 0 & UserFlags.Staff
    const api: APIUser = {
      id,
      username: name,
      avatar: null,
      discriminator: bot ? '0001' : '0',
      public_flags: none,
      flags: none,
      global_name: bot ? null : name,
      primary_guild: null,
      ...(bot && { bot }),
    }
    const account = { api, dmsClosed: false, locale }
    this.users.set(id, account)
    this.#byName.set(name, account)
    return account
  }

  /** The account of that name or id, made on first mention. */
  named(name: string, more: Parameters<World['addUser']>[1] = {}): Account {
    return this.users.get(name) ?? this.#byName.get(name) ?? this.addUser(name, more)
  }

  addChannel(api: ChannelShape, guild?: Guild): Channel {
    const channel: Channel = {
      api,
      guild,
      messages: new Timeline(this.options.keepMessages),
      pins: new Map(),
      threadMembers: new Map(),
      lastWrote: new Map(),
      nonces: new Map(),
    }
    this.channels.set(api.id, channel)
    guild?.channels.set(api.id, channel)
    return channel
  }

  tell(dispatch: Dispatch): void {
    for (const listener of this.listeners) listener(dispatch)
  }

  iso(at = this.now()): string {
    return new Date(at).toISOString().replace('Z', '000+00:00')
  }
}
