/** One connection, from wechaty's start to its end, and why it ended. Used once, like the line it runs on. */
import type { Friendship, Message, RoomInvitation } from 'wechaty'
import type { payloads, types } from 'wechaty-puppet'
import type { Log } from '../../src/core/feature.ts'
import type { MaybePromise } from '../../src/core/words.ts'
import type { Line } from './line.ts'
import { type Patience, within } from './patience.ts'
import { Pulse } from './pulse.ts'

/** absent: nobody answers; token: refused; taken: another client is served; silent: no sign of life any more. */
export type End = 'absent' | 'token' | 'taken' | 'silent' | 'lost' | 'never' | 'broken' | 'stopped'
export interface Ended {
  readonly why: End
  readonly detail: string
  /** Whether the account was logged in at any time. */
  readonly wasIn: boolean
}
/** Who hears what happens on the line. None of it may end the process. */
export interface Hearing {
  login(): MaybePromise<void>
  logout(reason: string): MaybePromise<void>
  scan(status: types.ScanStatus, code: string): MaybePromise<void>
  message(message: Message): MaybePromise<void>
  friendship(friendship: Friendship): MaybePromise<void>
  invited(invitation: RoomInvitation): MaybePromise<void>
  joined(news: payloads.EventRoomJoin): MaybePromise<void>
  left(news: payloads.EventRoomLeave): MaybePromise<void>
  retitled(news: payloads.EventRoomTopic): MaybePromise<void>
}
/** gRPC's words for "not there" and "not you". */
const unavailable = 14
const unauthenticated = 16

export class Session {
  readonly line: Line
  readonly #hearing: Hearing
  readonly #patience: Patience
  readonly #log: Log
  readonly #end = Promise.withResolvers<Omit<Ended, 'wasIn'>>()
  readonly #pulse: Pulse
  #live = true
  #greeted = false
  #wasIn = false

  constructor(line: Line, hearing: Hearing, patience: Patience, log: Log) {
    this.line = line
    this.#hearing = hearing
    this.#patience = patience
    this.#log = log
    this.#pulse = new Pulse(line, patience, () => this.end('silent', ''))
    this.#listen()
  }
  /** Resolves when the connection is over and wechaty has been stopped, or left to itself. */
  async run(): Promise<Ended> {
    void this.#begin()
    const { why, detail } = await this.#end.promise
    this.#live = false
    this.#pulse.stop()
    await this.#stop(why)
    return { why, detail, wasIn: this.#wasIn }
  }
  /** The first reason is the one that counts. */
  end(why: End, detail = ''): void {
    this.#end.resolve({ why, detail })
  }

  async #begin(): Promise<void> {
    const { bot } = this.line
    try {
      // Resolves even where the server is absent or the token wrong; both are told as errors.
      if (
        (await within(
          this.#patience.startMs,
          bot.start().then(() => true),
          false,
        )) === false
      )
        return this.end('absent', 'no answer to the start')
    } catch (error) {
      return this.end('broken', String(error))
    }
    if (!this.#live) return
    if (!this.line.streams()) return this.end('taken')
    this.#pulse.start()
    await within(this.#patience.loginMs, this.#end.promise, undefined)
    if (!this.#greeted) this.end('never', 'neither a login nor a code to scan')
  }

  #listen(): void {
    const { bot, puppet } = this.line
    const hearing = this.#hearing
    bot.on('login', () => this.#safely('login', () => this.#enters()))
    bot.on('logout', (_self, reason = '') => this.#safely('logout', () => hearing.logout(reason)))
    bot.on('scan', (code, status) => {
      this.#greeted = true
      this.#safely('scan', () => hearing.scan(status, code))
    })
    bot.on('message', (message) => this.#safely('message', () => hearing.message(message)))
    bot.on('friendship', (friendship) => this.#safely('friendship', () => hearing.friendship(friendship)))
    bot.on('room-invite', (invitation) => this.#safely('room-invite', () => hearing.invited(invitation)))
    // Wechaty loses joins whose inviter it does not know, and more; its puppet does not.
    puppet.on('room-join', (news) => this.#safely('room-join', () => hearing.joined(news)))
    puppet.on('room-leave', (news) => this.#safely('room-leave', () => hearing.left(news)))
    puppet.on('room-topic', (news) => this.#safely('room-topic', () => hearing.retitled(news)))
    bot.on('dong', () => this.#pulse.beat())
    bot.on('error', (error) => this.#fails(error.code, error.message))
  }
  #enters(): MaybePromise<void> {
    this.#greeted = true
    this.#wasIn = true
    return this.#hearing.login()
  }
  /** Wechaty calls its listeners one after the other: one that throws would keep the later ones from hearing. */
  #safely(what: string, hear: () => MaybePromise<void>): void {
    if (!this.#live) return
    this.#pulse.alive()
    const failed = (error: unknown) => this.#log.error({ what, error }, 'what WeChat told could not be taken up')
    try {
      const heard = hear()
      if (heard instanceof Promise) heard.catch(failed)
    } catch (error) {
      failed(error)
    }
  }
  /** Most of wechaty's errors are noise; two of gRPC's say that the connection is no use. */
  #fails(code: number, message: string): void {
    if (!this.#live) return
    if (code === unauthenticated)
      this.end('token', 'unauthenticated') // its own words name the token
    else if (code === unavailable) this.end(this.#wasIn ? 'lost' : 'absent', message)
    else this.#log.info({ code, message: message.slice(0, 200) }, 'wechaty reports an error')
  }

  /** A puppet elsewhere is left as it is, unless it was there and would not let us in: then a stop may mend it. */
  async #stop(why: End): Promise<void> {
    try {
      if (why !== 'never' && why !== 'broken') this.line.cut()
      await within(this.#patience.stopMs, this.line.bot.stop(), undefined)
      this.line.cut()
    } catch (error) {
      this.#log.info({ error: String(error) }, 'wechaty could not be stopped')
    }
  }
}
