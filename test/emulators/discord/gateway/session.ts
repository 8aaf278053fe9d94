/** A gateway session: it outlives its socket, keeps what was told, and replays it on resume. */
import type { WebSocket } from 'ws'

const remembered = 5000

export class Session {
  readonly id: string
  readonly intents: number
  readonly shard: readonly [id: number, count: number]
  socket: WebSocket | undefined
  seq = 0
  /** What was told, oldest first; the index of the first is `seq - told.length + 1`. */
  #told: string[] = []

  constructor(id: string, intents: number, shard: readonly [number, number]) {
    this.id = id
    this.intents = intents
    this.shard = shard
  }

  /** @param json the event's data, already written out: it is shared by all sessions */
  tell(t: string, json: string): void {
    this.seq += 1
    const text = `{"op":0,"s":${this.seq},"t":"${t}","d":${json}}`
    this.#told.push(text)
    if (this.#told.length > remembered * 2) this.#told = this.#told.slice(-remembered)
    this.send(text)
  }

  send(text: string): void {
    if (this.socket?.readyState === 1) this.socket.send(text)
  }

  /** Sends what came after `seq`. False when that is no longer remembered. */
  replay(seq: number): boolean {
    const missed = this.seq - seq
    if (missed < 0 || missed > this.#told.length) return false
    if (missed > 0) for (const text of this.#told.slice(-missed)) this.send(text)
    return true
  }
}
