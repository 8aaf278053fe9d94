/** The line to the server: mends itself, and sends again whatever was not acknowledged. */
import type { Said, Told } from '../../../../adapters/web/wire.ts'
import type { FieldError } from '../../../core/adapter.ts'
import { Refusal } from '../request.ts'

export type LinkState = 'connecting' | 'open' | 'lost'
export interface Listener {
  told(told: Told): void
  link(state: LinkState): void
  /** A try to connect failed; it may be that nobody is signed in any more. */
  unreachable(): void
}
/** A command that could not be carried out: the errors are told at their fields. */
export class CommandRefusal extends Refusal {
  readonly errors: readonly FieldError[]
  constructor(errors: readonly FieldError[]) {
    super('command')
    this.errors = errors
  }
}
interface Open {
  readonly said: Said
  readonly resolve: (id: string | undefined) => void
  readonly reject: (refusal: Refusal) => void
}
/** Milliseconds. Without an answer for this long the line is taken for dead. */
const patience = 10_000
const firstWait = 500
const longestWait = 15_000

export class Connection {
  readonly #listener: Listener
  readonly #unanswered = new Map<string, Open>()
  #socket: WebSocket | undefined
  #ready = false
  #wait = firstWait
  #retry: ReturnType<typeof setTimeout> | undefined
  #closed = false

  constructor(listener: Listener) {
    this.#listener = listener
    window.addEventListener('online', this.#now)
    document.addEventListener('visibilitychange', this.#now)
    this.#connect()
  }

  /** Resolves when the server has it; it is sent again after every break until then. */
  say(said: Said): Promise<string | undefined> {
    return new Promise((resolve, reject) => {
      this.#unanswered.set(said.nonce, { said, resolve, reject })
      if (this.#ready) this.#send(said)
    })
  }
  /** Sent when the line is open, else not at all. */
  hint(said: Said) {
    if (this.#ready) this.#socket?.send(JSON.stringify(said))
  }
  /** To be called once the server's hello was taken in: `first` goes out, then again what is unanswered, in order. */
  ready(first: Said | undefined) {
    this.#ready = true
    if (first) this.hint(first)
    for (const { said } of this.#unanswered.values()) this.#send(said)
  }
  close() {
    this.#closed = true
    window.removeEventListener('online', this.#now)
    document.removeEventListener('visibilitychange', this.#now)
    clearTimeout(this.#retry)
    this.#socket?.close()
  }

  #send(said: Said) {
    const socket = this.#socket
    socket?.send(JSON.stringify(said))
    setTimeout(() => {
      if (this.#unanswered.has(said.nonce) && socket === this.#socket) socket?.close()
    }, patience)
  }

  readonly #now = () => {
    if (this.#socket || this.#closed || document.visibilityState === 'hidden') return
    clearTimeout(this.#retry)
    this.#connect()
  }

  #connect() {
    this.#listener.link('connecting')
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws'
    const socket = new WebSocket(`${scheme}://${location.host}/api/hall/socket`)
    this.#socket = socket
    let opened = false
    socket.onopen = () => {
      opened = true
      this.#wait = firstWait
      this.#listener.link('open')
    }
    socket.onmessage = (message) => this.#hear(JSON.parse(String(message.data)) as Told)
    socket.onclose = () => this.#lost(opened)
  }

  #hear(told: Told) {
    if (told.type !== 'done' && told.type !== 'refused') return this.#listener.told(told)
    const open = this.#unanswered.get(told.nonce)
    this.#unanswered.delete(told.nonce)
    if (told.type === 'done') open?.resolve(told.id)
    else open?.reject(told.errors ? new CommandRefusal(told.errors) : new Refusal(told.code, told.detail))
  }

  #lost(opened: boolean) {
    this.#socket = undefined
    this.#ready = false
    if (this.#closed) return
    this.#listener.link('lost')
    if (!opened) this.#listener.unreachable()
    this.#retry = setTimeout(() => this.#connect(), this.#wait * (0.75 + Math.random() / 2))
    this.#wait = Math.min(this.#wait * 2, longestWait)
  }
}
