/** Faults of the gateway, on order. */
import { GatewayOpcodes } from 'discord-api-types/v10'
import type { GatewayMood } from '../gateway/connection.ts'
import type { Hub } from '../gateway/hub.ts'
import type { Listener } from '../listener.ts'

export class GatewayControl {
  readonly #hub: Hub
  readonly #mood: GatewayMood
  readonly #listener: Listener

  constructor(hub: Hub, mood: GatewayMood, listener: Listener) {
    this.#hub = hub
    this.#mood = mood
    this.#listener = listener
  }

  get identifies(): number {
    return this.#mood.identifies
  }

  get resumes(): number {
    return this.#mood.resumes
  }

  /** Close codes in the order of their coming; 1006 is a connection cut off. */
  get closes(): readonly number[] {
    return this.#mood.closes
  }

  /** Connected sessions by shard. */
  get shards(): (readonly [number, number])[] {
    return [...this.#hub.sessions.values()].filter(({ socket }) => socket).map(({ shard }) => shard)
  }

  /** Events told so far, by name. */
  get told(): ReadonlyMap<string, number> {
    return this.#hub.told
  }

  /** Cuts every connection off without a word; sessions stay and can be resumed. */
  drop(): void {
    for (const socket of this.#listener.sockets) socket.terminate()
  }

  /** Closes every connection with this code. */
  closeWith(code: number): void {
    for (const socket of this.#listener.sockets) socket.close(code)
  }

  /** Op 7: go away and resume. */
  askToReconnect(): void {
    this.#sendAll({ op: GatewayOpcodes.Reconnect, d: null })
  }

  /** Op 9. */
  invalidate(resumable: boolean): void {
    this.#sendAll({ op: GatewayOpcodes.InvalidSession, d: resumable })
    if (!resumable) this.#hub.sessions.clear()
  }

  /** The next resumes are refused, so that the client must identify anew and has lost events. */
  refuseResumes(times = 1): void {
    this.#mood.refuseResumes = times
  }

  /** Heartbeats go unanswered: a zombie. */
  playDead(dead = true): void {
    this.#mood.deaf = dead
  }

  /** The next `count` events are each told twice. */
  repeatNext(count: number): void {
    this.#hub.disorder.twice = count
  }

  /** The next `count` events are held back and told last first. */
  reverseNext(count: number): void {
    this.#hub.disorder.reverse = count
  }

  /** Tells what is still held back. */
  release(): void {
    this.#hub.releaseHeld()
  }

  #sendAll(frame: object): void {
    const text = JSON.stringify({ ...frame, s: null, t: null })
    for (const socket of this.#listener.sockets) socket.send(text)
  }
}
