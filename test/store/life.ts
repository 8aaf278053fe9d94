/** A house with every feature and the hall, and a fortnight in which everybody does everything to everybody. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Actor, type WebAdapter, webAdapter } from '../../adapters/web/index.ts'
import { EventsClock } from '../../src/core/clock.ts'
import { Engine } from '../../src/core/engine/engine.ts'
import { type Event, eventSchema } from '../../src/core/event.ts'
import { features } from '../../src/features.ts'
import { readRules } from '../../src/main.ts'
import type { Store } from '../../src/store/driver.ts'
import { Unit } from '../../src/store/unit.ts'
import { parseDuration } from '../../src/time/duration.ts'
import { Logbook } from '../kit/inn.ts'

/** A whole house: every feature by the demo's rulebook, and the hall as its platform. */
export class House {
  readonly store: Store
  readonly clock = new EventsClock(Date.UTC(2026, 9, 5, 2))
  readonly log = new Logbook()
  readonly hall: WebAdapter
  readonly engine: Engine
  #n = 0
  constructor(store: Store, rulebooks: Awaited<ReturnType<typeof readRules>>['rulebooks']) {
    const { clock, log } = this
    this.store = store
    this.hall = webAdapter({ db: store.db, now: () => clock.now(), log })
    this.engine = new Engine({
      unit: new Unit(store),
      reader: store.reader,
      features,
      rulebooks,
      adapters: [this.hall],
      clock,
      log,
    })
  }
  async joins(name: string, role: 'member' | 'moderator' | 'owner', by = 'web:mei', token?: string): Promise<Actor> {
    const wish = { group: 'web:reading', role, by, forMs: 86_400_000, mostUses: 0 }
    const way = token ?? (await this.hall.hall.createInvite(wish)).token
    const { user } = await this.hall.hall.join({ token: way, name, locale: 'en' }, undefined)
    await this.passes('1s')
    return { user, name, role, locale: 'en' }
  }
  async passes(time: string): Promise<void> {
    await this.engine.tick(this.clock.now() + (parseDuration(time) ?? 0))
    await this.engine.idle()
  }
  async says(by: Actor, text: string, more: { replyTo?: string; mentions?: string[] } = {}): Promise<string> {
    this.clock.advance(this.clock.now() + 20_000)
    const id = await this.hall.hall.post(by, {
      type: 'post',
      nonce: this.#nonce(),
      group: 'web:reading',
      text,
      ...more,
    })
    await this.engine.idle()
    return String((id as { id?: string }).id ?? id)
  }
  async gives(by: Actor, name: string, input: Record<string, unknown> = {}, more: object = {}): Promise<unknown> {
    return this.happens({ type: 'command', ...this.#by(by), name, input, ...more })
  }
  async happens(event: Record<string, unknown>): Promise<unknown> {
    const whole: Event = eventSchema.parse({
      id: `x${++this.#n}`,
      at: this.clock.now() + 1000,
      group: 'web:reading',
      ...event,
    })
    const receipt = await this.engine.emit(whole)
    await this.engine.idle()
    return receipt
  }
  readonly #nonce = () => `nonce-${String(++this.#n).padStart(6, '0')}`
  #by({ user, role, name }: Actor) {
    return { user, role, ...(name && {}) }
  }
  reacts(by: Actor, message: string) {
    return this.hall.hall.react(by, {
      type: 'react',
      nonce: this.#nonce(),
      group: 'web:reading',
      message,
      emoji: '👍',
      added: true,
    })
  }
  async close() {
    await this.engine.stop()
    await this.store.close()
  }
}

export const names = {
  victim: 'Quillon "Zed" Zárathustra_100%',
  teacher: 'Philomena Okonkwo-Brandt',
  friend: 'Baltazar Innocent',
  owner: 'Mei Lin Wang',
}
/** The demo's, by an owner who keeps the words of unanswered questions. */
export async function keepingTexts(folder: string) {
  const dir = join(folder, `rules-${Math.floor(performance.now())}`)
  cpSync('rules/demo', dir, { recursive: true })
  const file = join(dir, 'faq.yaml')
  writeFileSync(file, readFileSync(file, 'utf8').replace('keepText: false', 'keepText: true'))
  return (await readRules(dir)).rulebooks
}
export interface Cast {
  readonly victim: Actor
  readonly teacher: Actor
  readonly friend: Actor
  readonly owner: Actor
}
/** A fortnight in which everybody does everything to everybody. */
export async function story(house: House): Promise<Cast> {
  await house.engine.start()
  await house.hall.ensureGroups([{ ref: 'web:reading', name: 'Reading' }])
  const owner = await house.joins(names.owner, 'owner')
  const teacher = await house.joins(names.teacher, 'moderator', owner.user)
  const victim = await house.joins(names.victim, 'member', teacher.user)
  const friend = await house.joins(names.friend, 'member', victim.user)
  await house.happens({ type: 'member.join', user: 'web:guest-9', name: 'A guest', invitedBy: victim.user })
  const cast = { victim, teacher, friend, owner }
  for (let day = 0; day < 4; day++) {
    for (const who of [victim, friend, teacher]) {
      const asked = await house.says(
        who,
        `I have been reading chapter ${day} since the morning and liked it, ${who.user}`,
      )
      const answer = await house.says(who === victim ? friend : victim, `So did I, ${who.name}!`, {
        replyTo: asked,
        mentions: [who.user],
      })
      await house.reacts(teacher, answer)
      await house.reacts(victim, asked)
      for (const command of ['checkin', 'me', 'points', 'redeem', 'top', 'faq', 'rules'])
        await house.gives(who, command)
      await house.says(who, 'What is the airspeed velocity of an unladen swallow in the upper hall?')
    }
    await house.passes('1d')
  }
  await perks(house, cast)
  await order(house, cast)
  await choices(house, cast)
  await house.passes('8d')
  await questions(house, cast)
  await choices(house, cast)
  await questions(house, cast)
  await house.gives(victim, 'me')
  // Of the page's server, and of a moment between two commits.
  const { db } = house.store
  await db
    .insertInto('web_sessions')
    .values({ hash: 'h', user_id: victim.user, created_at: 1, expires_at: 2 })
    .execute()
  const event = JSON.stringify({ type: 'message', user: victim.user, name: victim.name, text: 'hello' })
  await db.insertInto('web_waiting').values({ id: 'w', seq: 1, user_id: victim.user, event }).execute()
  return cast
}
async function perks(house: House, { victim, teacher, friend, owner }: Cast): Promise<void> {
  await house.gives(owner, 'award', { member: victim.user, points: 500, reason: `for ${names.victim}` })
  await house.gives(teacher, 'award', { member: friend.user, points: 500, reason: 'well done' })
  for (const perk of (await readRules('rules/demo')).rulebooks.flatMap((book) =>
    perkIds(book.section('perks', 'web:reading')),
  ))
    for (const who of [victim, friend]) await house.gives(who, 'redeem', { perk })
  const [bought] = await house.store.db.selectFrom('perks_redemptions').select('code').execute()
  await house.gives(teacher, 'fulfil', { code: bought?.code ?? '' })
  await house.gives(teacher, 'giveaway', { action: 'start', what: 'A book', winners: 1, time: '1d' })
  const [giveaway] = await house.store.db.selectFrom('perks_giveaways').select('id').execute()
  for (const who of [victim, friend]) await house.gives(who, 'giveaway', { action: 'enter', what: giveaway?.id })
  await house.passes('2d')
}
const perkIds = (section: unknown) => (section as { catalogue: { id: string }[] }).catalogue.map(({ id }) => id)
async function order(house: House, { victim, teacher, friend }: Cast): Promise<void> {
  const bad = await house.says(victim, 'FREE crypto airdrop!!! https://bit.ly/3xFreeCoin join t.me/fastmoney now')
  await house.gives(friend, 'report', { member: victim.user, reason: `${names.victim} is rude` }, { replyTo: bad })
  await house.gives(victim, 'report', { member: friend.user, reason: 'so is he' })
  await house.gives(teacher, 'warn', { member: victim.user, reason: `enough, ${names.victim}` })
  await house.gives(teacher, 'warn', { member: friend.user, reason: `leave ${names.victim} alone` })
  await house.gives(teacher, 'mute', { member: victim.user, for: '30d', reason: 'enough now' })
  const cases = await house.store.db.selectFrom('moderation_cases').select('number').execute()
  for (const { number } of cases) {
    await house.gives(teacher, 'note', { case: String(number), text: `about ${victim.user}` })
    await house.gives(victim, 'appeal', { case: String(number), reason: 'I did nothing' })
    await house.gives(friend, 'appeal', { case: String(number), reason: 'nor did I' })
  }
  await house.gives(teacher, 'teach', { question: 'Where is the teapot?', answer: 'In the kitchen.' })
  await house.gives(teacher, 'schedule', { action: 'pause', post: 'book-day' })
  await house.says(friend, 'Where is the teapot?')
}

/** Known, half known and unknown ones; straight to the engine, since the hall lets no muted member speak. */
async function questions(house: House, { victim, friend }: Cast): Promise<void> {
  const asked = [
    'When do we read together?',
    'What time is the book?',
    'Which time the reading suggest?',
    'Where can one park a llama?',
    '停车场在哪里？',
  ]
  for (const text of asked)
    for (const { user, name } of [victim, friend]) await house.happens({ type: 'message', user, name, text })
}
/** Everybody presses a button of everything that was asked. */
async function choices(house: House, { victim, friend }: Cast): Promise<void> {
  const asked = await house.store.db.selectFrom('outbox').select('action').where('type', '=', 'ask').execute()
  for (const { action } of asked) {
    if (!action) continue
    const { ask, options } = JSON.parse(String(action)) as { ask: string; options: { id: string }[] }
    for (const { user } of [victim, friend])
      for (const { id } of options) await house.happens({ type: 'choice', user, ask, option: id })
  }
}
