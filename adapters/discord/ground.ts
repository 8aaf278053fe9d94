/**
 * What every part of the Discord door stands on, and how the parts are joined. `index.ts` makes one `Ground` and gives
 * it to each part. A part with tables of its own exports `migrations` and `personal` from its `migrations.ts`.
 */

import type { Client, ClientEvents } from 'discord.js'
import type {
  APIActionRowComponent,
  APIComponentInMessageActionRow,
  GatewayDispatchEvents,
  GatewayDispatchPayload,
} from 'discord-api-types/v10'
import type { ActionOf, Option, Outcome } from '../../src/core/action.ts'
import type { Door, DoorRules, Filed, Receipt } from '../../src/core/adapter.ts'
import type { Event } from '../../src/core/event.ts'
import type { Log } from '../../src/core/feature.ts'
import type { Database } from '../../src/core/tables.ts'
import type { DiscordConfig } from './config.ts'
import type { DiscordEnv } from './env.ts'

/** discord.js's events; and `raw`, every dispatch as it came, emitted before discord.js itself reads it. */
export interface Heard extends ClientEvents {
  raw: [packet: GatewayDispatchPayload, shard: number]
}
/** What a gateway event carries, as Discord sends it. */
export type Dispatched<T extends GatewayDispatchEvents> = Extract<GatewayDispatchPayload, { t: T }>['d']

export interface Ground {
  /** The one that is connected. It is replaced when Discord refuses an intent: read it at each use, do not keep it. */
  readonly client: Client<true>
  readonly door: Door
  readonly db: Database
  readonly log: Log
  /** Epoch milliseconds. */
  readonly now: () => number
  readonly env: DiscordEnv
  /** Privileged intents that this connection has. Without `content`, the text of others' messages is empty. */
  readonly intents: { readonly content: boolean; readonly members: boolean }
  /** Aborted when the door is closed: ends what waits. */
  readonly stopped: AbortSignal
  /**
   * Hears an event of this and every later client. What the listener throws or rejects with is logged, never raised.
   * Before `start` resolves only.
   */
  on<K extends keyof Heard>(event: K, listener: (...args: Heard[K]) => unknown): void
  /**
   * The same for a gateway event as it came, before discord.js has seen it: needs no cache, so nothing is left out where
   * one is bounded. What comes before the guilds are here waits for them.
   */
  hear<T extends GatewayDispatchEvents>(type: T, listener: (data: Dispatched<T>) => unknown): void
  /** The `discord.yaml` that holds for a guild (by Discord's id), or its defaults. The same object until a reload. */
  section(guild: string): DiscordConfig
  /** The rest of its rulebook; undefined where no rulebook lists the guild. */
  rules(guild: string): DoorRules | undefined
  /** Every `discord.yaml` in force, at least one. */
  sections(): readonly DiscordConfig[]
  /** `door.emit`, tried again with a growing gap while the engine cannot commit; rejects once the door is closed. */
  emit(event: Event): Promise<Receipt>
}

/** Slash commands, menus, modals and buttons: how members talk to the bot beside messages. */
export interface Interactions {
  /**
   * Answers a live interaction with this action; undefined where there is none that it answers, so that it is carried
   * out like any other. Asked before every action.
   */
  answer(filed: Filed): Promise<Outcome | undefined>
  /**
   * The rows that offer the options of an `ask`; their custom ids are understood after a restart, too. `guild`
   * (Discord's id) is given where the question is asked in private: a button pressed there does not say which it is about.
   */
  components(
    ask: string,
    options: readonly Option[],
    guild?: string,
  ): Promise<APIActionRowComponent<APIComponentInMessageActionRow>[]>
  /** Once connected, and after each reload: brings the commands registered with Discord into line. */
  register(): Promise<void>
  /** Lets go of every interaction that is still open. */
  stop(): Promise<void>
}
/** `interactions/index.ts` exports `interactions`: listens at once, by `ground.on`. */
export type MakeInteractions = (ground: Ground) => Interactions

/** `filters/index.ts` exports `mirror`: the action `filters`. */
export type Mirror = (ground: Ground, action: ActionOf<'filters'>) => Promise<Outcome>
