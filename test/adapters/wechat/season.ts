/** Many rooms living day after day on a clock of their own: what members do is planned, what the bot does is read. */
import { setImmediate as turn } from 'node:timers/promises'
import { z } from 'zod'
import { live } from '../../../adapters/wechaty/patience.ts'
import { kit } from '../../../src/core/feature.ts'
import { texts } from '../../../src/core/texts.ts'
import type { Person } from '../../emulators/wechat/person.ts'
import type { Room } from '../../emulators/wechat/room.ts'
import { World } from '../../emulators/wechat/world.ts'
import { openWechat, type WechatInn, type Wish } from './kit.ts'

export interface Plan {
  readonly rooms: number
  readonly days: number
  /** In each room. */
  readonly messagesADay: number
  /** Days on which WeChat says 操作过于频繁 at three in the afternoon, counted from 0. */
  readonly restingDays: readonly number[]
  /** How far the clock goes at once while nothing waits. */
  readonly leapSeconds: number
}
/** A day, in all rooms together: what wants an answer. With a post to each of 100 rooms that is near the day's 300. */
const daily = { commands: 35, questions: 35, joins: 20, leaves: 5, adverts: 8 } as const
export type Kind = keyof typeof daily

/** Something that wants an answer, and by what the answer is known. */
export interface Asked {
  readonly kind: Kind
  readonly at: number
  readonly room: Room
  readonly name: string
}
export const secondMs = 1000
export const minuteMs = 60 * secondMs
export const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs
/** Midnight in Shanghai, a Wednesday. */
const start = Date.UTC(2026, 2, 3, 16)

export const said = { rules: '一、友善待人', answer: '周日晚上八点见', post: '今天读到第三章' }
const sections = {
  rules: { text: { zh: said.rules }, post: false },
  welcome: { text: { zh: '欢迎 {name}' }, merged: { zh: '欢迎 {names}' } },
  faq: {
    feedback: false,
    suggest: false,
    repeatMinutes: 1,
    entries: [{ id: 'when', question: { zh: '共读是什么时候？' }, answer: { zh: said.answer } }],
  },
  schedule: { posts: [{ id: 'noon', cron: '0 12 * * *', text: { zh: said.post }, lateWithin: '6h' }] },
  moderation: { rules: [{ id: 'adverts', name: { zh: '广告' }, when: [{ words: ['代办信用卡'] }], do: ['ask'] }] },
}
const openings = ['昨晚', '刚才', '今天', '上周', '午后', '睡前', '路上', '周末', '早起', '饭后']
const doings = ['读了', '翻了', '抄了', '想起', '讲到', '听完', '重看', '记下', '画了', '写完']
const things = ['第三章', '那封信', '这一段', '开头几页', '译后记', '一首诗', '老地图', '人物表', '札记', '半本书']

/** Numbers by chance, the same in every run. */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

export class Season {
  readonly plan: Plan
  readonly world: World
  readonly rooms: readonly Room[]
  readonly boss: Person
  readonly asked: Asked[] = []
  /** When WeChat was annoyed, by the hour it began. */
  readonly annoyedAt: number[] = []
  /** Messages that members have written, and those the engine has taken up. */
  spoken = 0
  heard = 0
  inn: WechatInn | undefined
  #now = start
  #newcomers = 0
  /** Who waits for which moment. */
  readonly #asleep = new Map<() => void, number>()
  readonly #random = chance(20_260_304)

  constructor(plan: Plan) {
    this.plan = plan
    this.world = new World({ now: () => this.#now, remembers: 1000 })
    this.boss = this.world.person('群主梅').befriends()
    this.boss.remark = '群主梅'
    this.rooms = Array.from({ length: plan.rooms }, (_, n) => this.#room(n))
  }
  get now(): number {
    return this.#now
  }
  /** Counted from 0. */
  dayAt(at: number): number {
    return Math.floor((at - start) / dayMs)
  }
  #room(n: number): Room {
    const members = Array.from({ length: 12 }, (_, m) => this.world.person(`书友${n}之${m}`))
    return this.world.room(`第${n}书房`, { owner: this.boss, members })
  }
  async opens(wish: Wish = {}): Promise<WechatInn> {
    const rooms = Object.fromEntries(this.rooms.map(({ topic }, n) => [`r${n}`, { topic }]))
    const wechat = { rooms, pacing: {}, people: { mei: { remark: '群主梅' } } }
    this.inn = await openWechat(this.world, {
      now: () => this.#now,
      pause: (ms) => this.#pause(ms),
      wechat,
      patience: { dingMs: live.dingMs, dongMs: live.dongMs },
      sections,
      community: { budgets: { posts: 1000 }, staff: [{ user: 'wechat:mei', role: 'owner' }], groups: [] },
      watching: [this.#watcher()],
      ...wish,
    })
    await this.inn.waits(
      async () => (await this.inn?.rows('groups'))?.length === this.rooms.length,
      'all rooms',
      60_000,
    )
    return this.inn
  }
  /** Counts what the engine takes up, each event once. */
  #watcher() {
    const watcher = kit({ name: 'watcher', config: z.strictObject({}), store: () => ({}) })
    const count = () => {
      this.heard += 1
      return undefined
    }
    return watcher.feature({
      texts: texts({}, {}),
      needs: [],
      migrations: {},
      personal: [],
      screens: true,
      on: { message: count },
    })
  }

  /** Lives through the days; `after` is called at the end of each. */
  async live(after: (day: number) => void | Promise<void> = () => undefined): Promise<void> {
    for (let day = 0; day < this.plan.days; day++) {
      for (const { at, does } of this.#dayOf(day)) {
        await this.#until(at)
        does()
        await this.#settles()
      }
      await this.#until(start + (day + 1) * dayMs)
      await after(day)
    }
  }
  #dayOf(day: number): { at: number; does: () => void }[] {
    const from = start + day * dayMs + 8 * hourMs
    const doings = this.#chatter(from)
    for (const [kind, count] of Object.entries(daily) as [Kind, number][])
      for (let n = 0; n < Math.ceil((count * this.plan.rooms) / 100); n++)
        doings.push({ at: from + this.#random() * 14 * hourMs, does: () => this.#does(kind) })
    if (this.plan.restingDays.includes(day)) doings.push(...this.#annoyance(start + day * dayMs + 15 * hourMs))
    return doings.sort((a, b) => a.at - b.at)
  }
  #chatter(from: number) {
    return this.rooms.flatMap((room) =>
      Array.from({ length: this.plan.messagesADay }, () => ({
        at: from + this.#random() * 15 * hourMs,
        does: () => {
          this.spoken += 1
          this.#member(room).says(room, this.#line())
        },
      })),
    )
  }
  #annoyance(at: number) {
    const annoys = () => {
      this.annoyedAt.push(at)
      this.world.frequent()
    }
    return [
      { at, does: annoys },
      { at: at + 90 * minuteMs, does: () => this.world.calms() },
    ]
  }
  #any<T>(all: readonly T[]): T {
    return all[Math.floor(this.#random() * all.length)] as T
  }
  #member(room: Room): Person {
    return this.#any([...room.members.keys()].filter((one) => one !== this.world.bot && one !== this.boss))
  }
  #line(): string {
    return `${this.#any(openings)}${this.#any(doings)}${this.#any(things)}，${Math.floor(this.#random() * 400)}页`
  }
  #does(kind: Kind): void {
    const room = this.#any(this.rooms)
    const person = kind === 'joins' ? this.world.person(`新友${++this.#newcomers}号`) : this.#member(room)
    this.asked.push({ kind, at: this.#now, room, name: person.name })
    if (kind === 'joins') person.joins(room)
    else if (kind === 'leaves') person.leaves(room)
    else this.#says(person, room, { commands: '群规', questions: '共读是什么时候？', adverts: '代办信用卡 秒批' }[kind])
  }
  #says(person: Person, room: Room, text: string): void {
    this.spoken += 1
    person.says(room, text)
  }

  /** Lets time go by: second by second while something waits to be sent, else in leaps. */
  async #until(at: number): Promise<void> {
    while (this.#now < at) {
      const step = (await this.#waiting()) ? secondMs : this.plan.leapSeconds * secondMs
      const looked = Math.floor(this.#now / (30 * minuteMs))
      this.#now = Math.min(this.#now + step, at)
      this.#wake()
      await this.inn?.engine.tick()
      await this.#quiet()
      if (Math.floor(this.#now / (30 * minuteMs)) > looked) await this.inn?.adapter.look()
    }
  }
  async #waiting(): Promise<boolean> {
    if (this.#asleep.size > 0) return true
    const waiting = this.inn?.store.db.selectFrom('outbox').select('id').where('state', '=', 'waiting').limit(1)
    return ((await waiting?.execute()) ?? []).length > 0
  }
  /** How the adapter waits: until the clock gets there. */
  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => this.#asleep.set(resolve, this.#now + ms))
  }
  #wake(): void {
    for (const [resolve, at] of this.#asleep) {
      if (at > this.#now) continue
      this.#asleep.delete(resolve)
      resolve()
    }
  }
  /** Everything said has been taken up. */
  async #settles(): Promise<void> {
    for (let turns = 0; this.heard < this.spoken; turns++)
      if (turns < 10_000) await turn()
      else throw new Error(`${this.spoken - this.heard} messages were not taken up`)
    await this.#quiet()
  }
  /** Nothing goes on any more, or what does waits for the clock. */
  async #quiet(): Promise<void> {
    const idle = this.inn?.engine.idle().then(() => true)
    for (let calm = 0; calm < turnsOfCalm; ) {
      if (await Promise.race([idle, turn(false)])) return
      calm = this.#asleep.size > 0 ? calm + 1 : 0
    }
  }
}
/** So many turns of the event loop after the last sign of work nothing more comes of it. */
const turnsOfCalm = 25
