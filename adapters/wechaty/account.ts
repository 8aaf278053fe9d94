/** The bot's account: whether it is in, who is to be told when it is not, and what happens at each login. */
import type { types } from 'wechaty-puppet'
import { inBoth } from '../../src/core/texts.ts'
import { pick } from '../../src/core/words.ts'
import { type Ground, tell, tellNews } from './ground.ts'
import type { Hearing } from './hearing.ts'
import { inTerminal, loginAfter } from './login.ts'
import type { Rooms } from './rooms.ts'
import type { Ended } from './session.ts'
import type { Supervisor } from './supervisor.ts'
import { wechatTexts } from './texts.ts'

export class Account {
  readonly #ground: Ground
  readonly #rooms: Rooms
  readonly #hearing: Hearing
  readonly #supervisor: Supervisor
  readonly #terminal: ((text: string) => void) | undefined
  /** Notices that stand, by key. */
  readonly #notices = new Map<string, () => void>()
  #shown = ''
  /** Whether the account was in since the start. */
  #wasIn = false
  /** After a logout a code has to come; a puppet that shows none is begun anew. */
  #patience: NodeJS.Timeout | undefined
  #timer: NodeJS.Timeout | undefined
  #oldSeen = 0
  #oldTold = 0

  constructor(
    ground: Ground,
    rooms: Rooms,
    hearing: Hearing,
    supervisor: Supervisor,
    terminal: ((text: string) => void) | undefined,
  ) {
    this.#ground = ground
    this.#rooms = rooms
    this.#hearing = hearing
    this.#supervisor = supervisor
    this.#terminal = terminal
  }
  start(): void {
    this.#timer = setInterval(() => this.#countOld(), this.#ground.patience.lookMs)
  }
  stop(): void {
    clearInterval(this.#timer)
    clearTimeout(this.#patience)
  }

  async login(): Promise<void> {
    clearTimeout(this.#patience)
    this.#supervisor.entered()
    this.#wasIn = true
    for (const over of this.#notices.values()) over()
    this.#notices.clear()
    this.#shown = ''
    const puppet = this.#ground.line()?.puppet
    if (puppet) await this.#rooms.enter(puppet)
  }
  logout(): void {
    this.#supervisor.waits({ step: 'out' })
    this.#say('login', 'tell.out')
    clearTimeout(this.#patience)
    this.#patience = setTimeout(() => this.#supervisor.restart('never'), this.#ground.patience.loginMs)
  }
  async scan(status: types.ScanStatus, code: string): Promise<void> {
    clearTimeout(this.#patience)
    const login = loginAfter(status, code, this.#supervisor.health().login)
    this.#supervisor.waits(login)
    if (!login?.code || login.code === this.#shown) return
    this.#shown = login.code
    if (!this.#notices.has('login')) this.#say('login', 'tell.scan')
    if (!this.#terminal) return
    const words = inBoth(wechatTexts, 'tell.scan')
    this.#terminal(`\n${pick(words, 'zh')}\n${pick(words, 'en')}\n${await inTerminal(login.code)}\n`)
  }
  /** What trying again will not mend is told at once, and so is a start that fails: somebody is waiting for it. */
  ended({ why }: Ended): void {
    if (why === 'token' || why === 'taken') this.#say(why, `tell.${why}`)
    else if (!this.#wasIn && why !== 'stopped')
      this.#say('away', 'tell.away', (locale) => ({ why: pick(inBoth(wechatTexts, `down.${why}`), locale) }))
  }

  #say(key: string, text: string, vars: Parameters<typeof tell>[3] = {}): void {
    if (key === 'login') this.#notices.get(key)?.()
    else if (this.#notices.has(key)) return
    this.#notices.set(key, tell(this.#ground, key, text, vars))
  }
  /** WeChat's old messages come in a rush after a login; how many there were is told once, when it is over. */
  #countOld(): void {
    const old = this.#hearing.old
    if (old > this.#oldTold && old === this.#oldSeen) {
      tellNews(this.#ground, 'old', 'tell.old', { count: old - this.#oldTold })
      this.#oldTold = old
    }
    this.#oldSeen = old
  }
}
