/** The hall's adapter over a real database, with an engine that only writes down what it is given. */

import type { Actor, News } from '../../../adapters/web/index.ts'
import { migrations, type WebAdapter, webAdapter } from '../../../adapters/web/index.ts'
import type { Action } from '../../../src/core/action.ts'
import type { Door, Receipt } from '../../../src/core/adapter.ts'
import type { CommandCard } from '../../../src/core/command.ts'
import type { Event } from '../../../src/core/event.ts'
import type { Store } from '../../../src/store/driver.ts'
import { openStore } from '../../../src/store/open.ts'
import { Logbook } from '../../kit/inn.ts'

export const reading = 'web:reading'
export const card = (name: string, more: Partial<CommandCard> = {}): CommandCard => ({
  name,
  feature: 'test',
  aliases: [],
  role: 'member',
  private: false,
  about: { zh: name, en: name },
  fields: [],
  ...more,
})

export class TestDoor implements Door {
  readonly events: Event[] = []
  readonly commands: readonly CommandCard[]
  answer: (event: Event) => Promise<Receipt> = async () => ({ ok: true, seen: 'first' })
  constructor(commands: readonly CommandCard[]) {
    this.commands = commands
  }
  emit(event: Event) {
    this.events.push(event)
    return this.answer(event)
  }
  async settle() {}
  async tick() {}
  needs = () => []
  rules = () => []
  rulesOf = () => undefined
  groupsOf = async () => []
  suggest = async () => []
  tell = () => () => undefined
  types() {
    return this.events.map((event) => event.type)
  }
}

export class TestHall {
  readonly store: Store
  readonly log = new Logbook()
  readonly door: TestDoor
  readonly news: News[] = []
  adapter: WebAdapter
  now = Date.UTC(2026, 2, 2, 10)
  #count = 0

  constructor(store: Store, commands: readonly CommandCard[]) {
    this.store = store
    this.door = new TestDoor(commands)
    this.adapter = this.#open()
  }
  #open() {
    const adapter = webAdapter({ db: this.store.db, now: () => this.now, log: this.log })
    adapter.hall.listen((news) => this.news.push(news))
    return adapter
  }
  /** As after `kill -9`: another process, the same database. */
  async restart() {
    await this.adapter.stop()
    this.adapter = this.#open()
    await this.adapter.start(this.door)
  }
  nonce = () => `nonce-${String(++this.#count).padStart(6, '0')}`

  /** Lets somebody in by a fresh invite. */
  async joins(name: string, role: 'member' | 'moderator' = 'member', group = reading): Promise<Actor> {
    const wish = { group, role, by: 'web:owner', forMs: 3_600_000, mostUses: 0 }
    const { token } = await this.adapter.hall.createInvite(wish)
    const { user } = await this.adapter.hall.join({ token, name, locale: 'en' }, undefined)
    return { user, name, role, locale: 'en' }
  }
  says(by: Actor, text: string, more: { replyTo?: string; mentions?: string[]; nonce?: string; group?: string } = {}) {
    const { nonce = this.nonce(), group = reading, ...rest } = more
    return this.adapter.hall.post(by, { type: 'post', nonce, group, text, ...rest })
  }
  does(id: string, action: Action, message?: string) {
    return this.adapter.perform({ id, action, attempt: 1, feature: 'test', ...(message && { message }) })
  }
  /** The latest page as one reader sees it. */
  async sees(by: Actor, group = reading) {
    return (await this.adapter.hall.open(by, group, 0)).page.posts
  }
  async close() {
    await this.adapter.stop()
    await this.store.close()
  }
}

export async function openHall(commands: readonly CommandCard[] = [], place = ':memory:') {
  const hall = new TestHall(await openStore(place, [migrations]), commands)
  await hall.adapter.start(hall.door)
  await hall.adapter.ensureGroups([{ ref: reading, name: 'Reading circle' }])
  return hall
}
