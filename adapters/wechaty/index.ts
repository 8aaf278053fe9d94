/** The door to WeChat, through wechaty. Nothing of wechaty's is loaded before the start. */
import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Adapter, Door } from '../../src/core/adapter.ts'
import type { Log } from '../../src/core/feature.ts'
import type { Database } from '../../src/core/tables.ts'
import { Account } from './account.ts'
import { config } from './config.ts'
import { contain } from './containment.ts'
import { Emitting } from './emitting.ts'
import { memoryCard, privateFolder } from './folder.ts'
import { type Ground, tell } from './ground.ts'
import { Hearing } from './hearing.ts'
import { openLine, type Puppet } from './line.ts'
import { type Library, load } from './loading.ts'
import { Looking } from './looking.ts'
import { News } from './news.ts'
import { live, type Patience } from './patience.ts'
import { People } from './people.ts'
import { does, Performing } from './perform.ts'
import { keepsIds } from './puppets.ts'
import { Recent } from './quotes.ts'
import { Rest } from './rest.ts'
import { Rooms } from './rooms.ts'
import { limitsOf, type Settings, settingsOf } from './settings.ts'
import { Supervisor } from './supervisor.ts'
import { wechatDb } from './tables.ts'
import { type PuppetWish, wishOf } from './wish.ts'

export interface WechatOptions {
  readonly db: Database
  /** Epoch milliseconds. */
  readonly now: () => number
  readonly log: Log
  readonly env: Readonly<Record<string, string | undefined>>
  /** Where the login is kept; made, and closed to others. */
  readonly folder: string
  /** Where the code to be scanned is drawn; nowhere if left out. */
  readonly terminal?: (text: string) => void
  /** Instead of the puppet that the environment names, a new one for each attempt: for tests. */
  readonly puppet?: () => Puppet
  readonly patience?: Partial<Patience>
  readonly random?: () => number
  /** Lets so many milliseconds go by; for tests on a clock of their own. */
  readonly pause?: (ms: number) => Promise<void>
}
export interface WechatAdapter extends Adapter {
  /** Looks now at what is otherwise looked at every few seconds. */
  look(): Promise<void>
}

const anyDefault: Settings = { rooms: [], people: {}, double: [], rest: config.parse({}) }
/** By chance, and not by the seedable kind: nothing is replayed here. */
const byChance = () => randomBytes(4).readUInt32LE() / 2 ** 32

/** Throws as `wishOf` does where the environment says too little. */
export function wechatAdapter(options: WechatOptions): WechatAdapter {
  const wish: PuppetWish = options.puppet
    ? { name: 'test', token: undefined, endpoint: undefined }
    : wishOf(options.env)
  return new Wechat(options, wish)
}

class Wechat implements WechatAdapter {
  readonly name = 'wechat'
  readonly does = does
  readonly emits = ['group', 'member.join', 'member.update', 'member.leave', 'message', 'delete', 'request'] as const
  /** WeChat has no keys by which a message sent twice would be one. */
  readonly idempotent = false
  readonly #options: WechatOptions
  readonly #wish: PuppetWish
  readonly #patience: Patience
  readonly #ground: Ground
  readonly #rooms: Rooms
  readonly #recent = new Recent()
  readonly #hearing: Hearing
  readonly #news: News
  readonly #rest: Rest
  readonly #performing: Performing
  readonly #looking: Looking
  readonly #account: Account
  readonly #supervisor: Supervisor
  #library: Library | undefined
  #door: Door | undefined
  #settings = anyDefault
  #free: (() => void) | undefined
  #idle: (() => void) | undefined

  constructor(options: WechatOptions, wish: PuppetWish) {
    this.#options = options
    this.#wish = wish
    this.#patience = { ...live, ...options.patience }
    this.#ground = this.#makeGround()
    this.#rooms = new Rooms(this.#ground)
    this.#hearing = new Hearing(this.#ground, this.#rooms, this.#recent)
    this.#news = new News(this.#ground, this.#rooms)
    this.#rest = new Rest(this.#ground)
    this.#performing = new Performing(this.#ground, this.#rooms, this.#recent, this.#rest)
    this.#looking = new Looking(this.#ground, this.#rooms, this.#rest)
    this.#supervisor = this.#makeSupervisor()
    this.#account = new Account(this.#ground, this.#rooms, this.#hearing, this.#supervisor, options.terminal)
  }
  get limits() {
    return limitsOf(this.#settings)
  }
  /** So long WeChat may be away before the owner is told. */
  get patienceMs() {
    return this.#settings.rest.alertMinutes * 60_000
  }
  health = () => this.#supervisor.health()
  perform: Adapter['perform'] = (filed) => this.#performing.perform(filed)
  look = () => this.#looking.look()

  async start(door: Door): Promise<void> {
    this.#door = door
    this.#read(door)
    privateFolder(this.#options.folder)
    await this.#ground.people.load()
    await this.#rest.load()
    this.#library = await load(this.#options.env, this.#options.log)
    this.#free = contain((error) => this.#contained(error))
    this.#account.start()
    this.#looking.start()
    this.#supervisor.start()
  }
  async stop(): Promise<void> {
    this.#looking.stop()
    this.#account.stop()
    await this.#supervisor.stop()
    this.#free?.()
  }
  rulesChanged(): void {
    if (!this.#door) return
    this.#read(this.#door)
    void this.#rooms.again()
  }

  #read(door: Door): void {
    this.#settings = settingsOf(door)
    this.#ground.people.names(this.#settings.people)
    const { rooms, rest } = this.#settings
    this.#idle?.()
    this.#idle =
      rooms.length === 0 && rest.unlisted !== 'serve' ? tell(this.#ground, 'nothing', 'tell.nothing') : undefined
  }
  /** The connection it came from is no use any more. */
  #contained(error: unknown): void {
    this.#options.log.error({ error }, 'wechaty threw an error that nobody caught')
    this.#supervisor.restart('broken', String(error))
  }
  #makeGround(): Ground {
    const { db: anyDb, now, log, random = byChance, pause = sleep } = this.#options
    const db = wechatDb(anyDb)
    const door = () => this.#door ?? notStarted()
    const emitting = new Emitting(door, log)
    return {
      db,
      now,
      log,
      random,
      pause: (ms) => pause(ms),
      door,
      patience: this.#patience,
      people: new People(db),
      library: () => this.#library ?? notStarted(),
      settings: () => this.#settings,
      line: () => this.#supervisor.line,
      stableIds: () => this.#stableIds(),
      emit: (event) => emitting.emit(event),
    }
  }
  #stableIds(): boolean {
    const { stableIds } = this.#settings.rest
    return stableIds === 'auto' ? keepsIds(this.#wish.name) : stableIds === 'yes'
  }
  #makeSupervisor(): Supervisor {
    const { log, now, folder, puppet } = this.#options
    return new Supervisor({
      log,
      now,
      patience: this.#patience,
      open: (ended) =>
        openLine({ library: this.#ground.library(), wish: this.#wish, memory: memoryCard(folder), ended, puppet }),
      hearing: {
        login: () => this.#account.login(),
        logout: () => this.#account.logout(),
        scan: (status, code) => this.#account.scan(status, code),
        message: (message) => this.#hearing.message(message),
        friendship: (friendship) => this.#news.friendship(friendship),
        invited: (invitation) => this.#news.invited(invitation),
        joined: (news) => this.#news.joined(news),
        left: (news) => this.#news.left(news),
        retitled: (news) => this.#news.retitled(news),
      },
      ended: (end) => this.#account.ended(end),
    })
  }
}

function notStarted(): never {
  throw new Error('the WeChat adapter is not started')
}
