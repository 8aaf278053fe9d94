/** Who listens to Discord: put onto every client that is made, so that one can take another's place. */
import type { Client, ClientEvents } from 'discord.js'
import { Events, type GatewayDispatchEvents } from 'discord.js'
import { InnkeeperError } from '../../src/core/errors.ts'
import type { Log } from '../../src/core/feature.ts'
import type { Dispatched, Heard } from './ground.ts'

type Listener = (...args: never[]) => unknown
/** Told by the gateway while the guilds were still to come; more than this is let go, the oldest first. */
const mostEarly = 10_000

export class Hearing {
  readonly #log: Log
  readonly #stopped: AbortSignal
  readonly #listeners: { event: keyof Heard; listener: Listener }[] = []
  readonly #hearers: { type: GatewayDispatchEvents; listener: Listener }[] = []
  #early: (() => unknown)[] = []
  #client: Client | undefined

  constructor(log: Log, stopped: AbortSignal) {
    this.#log = log
    this.#stopped = stopped
  }

  on<K extends keyof Heard>(event: K, listener: (...args: Heard[K]) => unknown): void {
    const guarded = this.#guarded(event, listener as Listener)
    this.#listeners.push({ event, listener: guarded })
    if (this.#client) attach(this.#client, event, guarded)
  }
  hear<T extends GatewayDispatchEvents>(type: T, listener: (data: Dispatched<T>) => unknown): void {
    const guarded = this.#guarded(type, listener as Listener)
    const heard: Listener = (data) => {
      if (this.#client?.isReady()) return guarded(data)
      this.#early.push(() => guarded(data))
      if (this.#early.length > mostEarly) this.#early.shift()
    }
    this.#hearers.push({ type, listener: heard })
    if (this.#client) hearRaw(this.#client, type, heard)
  }

  /** From now on this client is heard, what came before its guilds after them. */
  listenTo(client: Client): void {
    this.#client = client
    this.#early = []
    for (const { event, listener } of this.#listeners) attach(client, event, listener)
    for (const { type, listener } of this.#hearers) hearRaw(client, type, listener)
    client.once(Events.ClientReady, () => {
      for (const heard of this.#early.splice(0)) heard()
    })
  }
  letGo(client: Client): void {
    client.removeAllListeners()
    client.ws.removeAllListeners()
    client.on(Events.Error, () => undefined) // a late one must not bring the process down
    if (this.#client === client) this.#client = undefined
  }

  #guarded(event: string, listener: Listener): Listener {
    return async (...args) => {
      try {
        await listener(...args)
      } catch (error) {
        const closing = error instanceof InnkeeperError && error.code === 'engine/stopping'
        if (!this.#stopped.aborted && !closing)
          this.#log.error({ event, error }, 'an event of Discord could not be handled')
      }
    }
  }
}

const hearRaw = (client: Client, type: GatewayDispatchEvents, listener: Listener) =>
  client.ws.on(type, (data: unknown) => listener(data as never))
const attach = (client: Client, event: keyof Heard, listener: Listener) =>
  client.on(event as keyof ClientEvents, listener as never)
