/** The stage in the hall of the web page: what its server asks of the adapter, and what it tells open pages. */
import { type Actor, type Hall, migrations, type News, webAdapter } from '../../../adapters/web/index.ts'
import { membership } from '../../../adapters/web/people.ts'
import { performs } from '../../../adapters/web/perform.ts'
import { hallDb } from '../../../adapters/web/tables.ts'
import type { Post, Said } from '../../../adapters/web/wire.ts'
import type { Role } from '../../../src/core/words.ts'
import { features } from '../../../src/features.ts'
import { openStore } from '../../../src/store/open.ts'
import { Logbook } from '../../kit/inn.ts'
import { Leaping } from '../discord/clock.ts'
import { openEngine } from './engine.ts'
import type { Guest, Input, Line, Platform, Setting, Stage, Standing } from './stage.ts'
import { night } from './start.ts'

const group = 'web:reading'
let count = 0
const nonce = () => `nonce-${String(++count).padStart(8, '0')}`

class WebGuest implements Guest {
  readonly name: string
  readonly by: Actor
  readonly #hall: Hall
  readonly #lines = new Map<string, Line>()
  #last: readonly Post[] = []
  #refused = 0
  #isHere = true
  readonly #placed: () => Promise<Standing>
  constructor(hall: Hall, by: Actor, placed: () => Promise<Standing>) {
    this.name = by.name
    this.by = by
    this.#hall = hall
    this.#placed = placed
  }
  /** As an open page is told. */
  hears(news: News): void {
    if (news.type === 'out' && news.only === this.by.user) this.#isHere = false
    if (news.type === 'post' && this.#isHere && (news.only === '' || news.only === this.by.user)) this.#keep(news.post)
  }
  #keep(post: Post): void {
    this.#last = [...this.#last.filter(({ id }) => id !== post.id), post].sort((a, b) => a.seq - b.seq)
    if (post.user !== '' || post.deleted) return
    const { id, text, options = [], onlyYou = false } = post
    this.#lines.set(id, { id, text, alone: onlyYou, buttons: options.map(({ label }) => label) })
  }
  /** As a page does that has just been opened. */
  async looksAround(): Promise<void> {
    for (const post of (await this.#hall.open(this.by, group, 0)).page.posts) this.#keep(post)
  }
  async says(text: string): Promise<void> {
    await this.#hall.post(this.by, { type: 'post', nonce: nonce(), group, text })
  }
  async orders(command: string, input: Input): Promise<void> {
    const fields = Object.entries(input).map(([key, value]) => [key, value instanceof WebGuest ? value.by.user : value])
    const said: Extract<Said, { type: 'command' }> = {
      type: 'command',
      nonce: nonce(),
      group,
      name: command,
      input: Object.fromEntries(fields),
    }
    this.#answered(await this.#hall.command(this.by, said))
  }
  appeals(number: number, words: string): Promise<void> {
    return this.orders('appeal', { case: String(number), reason: words })
  }
  async presses(label: string, words: string): Promise<void> {
    const has = ({ text, options = [] }: Post) => text.includes(words) && options.some((one) => one.label === label)
    const post = this.#last.findLast(has)
    const option = post?.options?.find((one) => one.label === label)
    if (!post || !option) throw new Error(`${this.name} has no [${label}] under "${words}"`)
    const about = { group, message: post.id, ask: post.ask ?? '', option: option.id }
    this.#answered(await this.#hall.choose(this.by, { type: 'choose', nonce: nonce(), ...about }))
  }
  /** What is wrong is shown beside the form or the buttons. */
  #answered(errors: readonly { readonly message: string }[]): void {
    for (const { message } of errors) {
      const id = `refused-${this.name}-${++this.#refused}`
      this.#lines.set(id, { id, text: message, buttons: [], alone: true })
    }
  }
  async reads(): Promise<readonly Line[]> {
    return [...this.#lines.values()]
  }
  async standing(): Promise<Standing> {
    return this.#placed()
  }
}

async function open(setting: Setting): Promise<Stage> {
  const clock = new Leaping(night)
  const log = new Logbook()
  const store = await openStore(':memory:', [...features.map((feature) => feature.migrations), migrations])
  const adapter = webAdapter({ db: store.db, now: clock.now, log })
  const { engine, passes, close } = await openEngine({ setting, clock, store, log, adapter })
  const { hall } = adapter
  await adapter.ensureGroups([{ ref: group, name: setting.language === 'zh' ? '灯下读书会' : 'Lantern' }])
  await engine.idle()
  const guests: WebGuest[] = []
  hall.listen((news) => {
    for (const guest of guests) guest.hears(news)
  })
  const locale = setting.language
  const enter = (by: Actor) => {
    const placed = async (): Promise<Standing> => {
      const place = await membership(hallDb(store.db), group, by.user)
      return place?.state === 'in' && Number(place.muted_until) > clock.now() ? 'muted' : (place?.state ?? 'out')
    }
    const guest = new WebGuest(hall, by, placed)
    guests.push(guest)
    return guest
  }
  const link = async (role: Role) => {
    const wish = { group, role, by: 'web:nobody', forMs: 3_600_000, mostUses: 0 }
    return (await hall.createInvite(wish)).token
  }
  const byLink = async (token: string, name: string, role: Role) => {
    const again = guests.findLast((guest) => guest.name === name)?.by
    const { user } = await hall.join({ token, name, locale }, again)
    const guest = enter({ user, name, role, locale })
    await guest.looksAround()
    return guest
  }
  return {
    can: (type) => performs.includes(type),
    async comes(name, rank = 'member') {
      const owner = { user: 'web:owner', name, role: 'owner', locale } as const
      if (rank === 'owner') await hall.enterAsOwner(owner)
      const role = rank === 'stranger' ? 'member' : rank
      const guest = role === 'owner' ? enter(owner) : await byLink(await link(role), name, role)
      await engine.idle()
      return guest
    },
    async storm(names) {
      const token = await link('member')
      const all: Guest[] = []
      for (const name of names) all.push(await byLink(token, name, 'member'))
      await engine.idle()
      return all
    },
    async stands(text) {
      const [somebody] = guests
      const { page } = await hall.open(somebody?.by ?? never(), group, 0)
      return page.posts.some((post) => !post.deleted && post.text === text)
    },
    passes,
    rows: (table) => store.db.selectFrom(table).selectAll().execute(),
    errors: () => log.errors,
    async close() {
      await close()
      await store.close()
    },
  }
}
function never(): never {
  throw new Error('nobody is here')
}
export const web: Platform = { name: 'web', open }
